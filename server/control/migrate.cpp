// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QElapsedTimer>
#include <QLocale>
#include <QLoggingCategory>
#include <cstdio>
#include <unistd.h>

#include "server/control/say.h"
#include "server/control/verbs.h"
#include "server/storage/move/move.h"
#include "server/storage/postgres_driver.h"
#include "server/storage/startup_error.h"

namespace jjak::control {

using namespace Qt::StringLiterals;
using storage::MoveProgress;

namespace {

QString numberText(qint64 number)
{
    return QLocale(QLocale::English).toString(number);
}

QString timeText(qint64 ms)
{
    const qint64 s = (ms + 500) / 1000;
    if (s < 60)
        return u"%1 s"_s.arg(s);
    return s < 3600 ? u"%1 min %2 s"_s.arg(s / 60).arg(s % 60) : u"%1 h %2 min"_s.arg(s / 3600).arg(s / 60 % 60);
}

//! Shows how far the move is: on a terminal in one line that changes, elsewhere with a line now and then.
class ProgressLine {
public:
    void show(const MoveProgress &progress)
    {
        if (!m_total.isValid() || progress.doing != m_doing) {
            m_total.start();
            m_doing = progress.doing;
        }
        const bool isNew = !m_shown.isValid();
        if (!isNew && m_shown.elapsed() < (m_isTerminal ? 200 : 10'000))
            return;
        m_shown.start();
        std::fputs((m_isTerminal ? u"\r\033[K"_s + textOf(progress) : textOf(progress) + u'\n').toUtf8().constData(), stdout);
        std::fflush(stdout);
    }
    void clear() const
    {
        if (m_isTerminal)
            std::fputs("\r\033[K", stdout);
    }

private:
    QString textOf(const MoveProgress &p) const
    {
        const QString line = u"%1 %2 (table %3 of %4): %5 of %6 rows, %7 %"_s.arg(p.doing == MoveProgress::Doing::Copying ? u"copying"_s : u"comparing"_s, p.table)
                                 .arg(p.number)
                                 .arg(p.tables)
                                 .arg(numberText(p.done), numberText(p.all))
                                 .arg(p.all > 0 ? p.done * 100 / p.all : 100);
        const qint64 byNow = p.done - p.before;
        return byNow > 0 && m_total.elapsed() > 2000 ? line + u", %1 left"_s.arg(timeText(qint64(double(m_total.elapsed()) * double(p.all - p.done) / double(byNow)))) : line;
    }

    const bool m_isTerminal = ::isatty(STDOUT_FILENO) != 0;
    MoveProgress::Doing m_doing = MoveProgress::Doing::Copying;
    QElapsedTimer m_total, m_shown;
};

//! As jjakctl says it: what a server's log takes as a clause is a sentence here.
QString sentenceOf(const storage::StartupError &error)
{
    QString text = QString::fromUtf8(error.what()).simplified();
    text[0] = text[0].toUpper();
    return text.endsWith(u'.') ? text : text + u'.';
}

void sayWhatIsMoved(const storage::MoveReport &report)
{
    qint64 rows = 0;
    for (const storage::ComparedTable &table : report.tables) {
        rows += table.rows;
        if (table.rows > 0)
            say(u"%1 %2 rows  %3"_s.arg(table.name, -16).arg(numberText(table.rows), 12).arg(QString::fromLatin1(table.digest.toHex().first(16))));
    }
    const qint64 perSecond = report.copied * 1000 / std::max(report.copyingMs, qint64(1));
    say(u"All %1 rows of %2 tables are in PostgreSQL, each the same as in the folder. %3 were copied now, in %4 (%5 a second); comparing took %6."_s.arg(
        numberText(rows), QString::number(report.tables.size()), numberText(report.copied), timeText(report.copyingMs), numberText(perSecond), timeText(report.comparingMs)));
}

void sayWhatIsLeftToDo(const QString &folder)
{
    say(u"\nWhat is left to do:\n"
        "  1. In jjakd's configuration, under [data], set database to this address; or set JJAK_DATA_DATABASE.\n"
        "  2. Leave [data] folder as it is, %1: secret.key, files and uploads stay there and are needed.\n"
        "  3. Start jjakd. It no longer uses jjak.sqlite there: keep it for as long as you may want to go back,\n"
        "     then delete it, since what people delete from now on stays in it."_s.arg(folder));
}

int migrateTo(const QStringList &values, const QCommandLineParser &options)
{
    if (!storage::isPostgres(values[0]))
        return complain(u"“%1” is no address of PostgreSQL; write postgresql://user@host/database."_s.arg(values[0]), BadCommandLine);
    QLoggingCategory::setFilterRules(u"jjak.storage.info=false"_s);
    const QString folder = QDir(options.isSet(dataOption) ? options.value(dataOption) : usualFolder()).absolutePath();
    say(u"Looking at every page of the database in %1; then it is copied."_s.arg(folder));
    std::fflush(stdout);
    ProgressLine line;
    try {
        const auto report = storage::move({folder, values[0]}, [&](const MoveProgress &progress) { line.show(progress); });
        line.clear();
        if (report.wasComplete)
            say(u"This folder's data was moved into that database before, completely; nothing is changed."_s);
        else
            sayWhatIsMoved(report);
    } catch (const storage::StartupError &error) {
        line.clear();
        return complain(sentenceOf(error), Refused);
    }
    sayWhatIsLeftToDo(folder);
    return Good;
}

} // namespace

QList<Verb> moveVerbs()
{
    return {{u"migrate-to"_s, u"Moves the data of a stopped server into an empty PostgreSQL database and compares every row; given again, it goes on where it was interrupted."_s, {u"ADDRESS"_s}, {}, {dataOption}, migrateTo}};
}

} // namespace jjak::control
