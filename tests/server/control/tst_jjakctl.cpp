// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include "tests/support/server_process.h"

using namespace jjak;
using namespace Qt::StringLiterals;

namespace {

//! What a run of jjakctl said and how it ended.
struct Run {
    int code = -1;
    QString out, err;
};

Run jjakctl(const QStringList &arguments, const QString &zone = u"Asia/Seoul"_s)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TZ"_s, zone);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(JJAK_BIN_DIR "/jjakctl"), arguments);
    if (!process.waitForFinished(60'000))
        process.kill();
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

QByteArray builtIn()
{
    QFile file(QStringLiteral(JJAK_SOURCE_DIR "/resources/scripts/evening.toml"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

//! jjakctl as an operator meets it: what it says and how it ends.
class TestJjakctl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_server.start()); }

    void helpNamesEverything()
    {
        const Run run = jjakctl({u"--help"_s});
        QCOMPARE(run.code, 0);
        for (const char *verb : {"event open", "event list", "event close ID", "account role NAME ROLE", "script check FILE", "script show", "script rehearse [FILE]", "migrate-to ADDRESS", "cluster status",
                                 "dead-letter list", "dead-letter show NUMBER", "dead-letter replay NUMBER", "dead-letter drop NUMBER"})
            QVERIFY2(run.out.contains(QLatin1StringView(verb)), verb);
        const Run one = jjakctl({u"event"_s, u"open"_s, u"--help"_s});
        QCOMPARE(one.code, 0);
        QVERIFY(one.out.contains(u"--until"_s));
    }

    void badCommandLinesEndWithTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("told");
        const auto row = [](const char *name, const QString &line, const QString &told) { QTest::newRow(name) << line.split(u' ', Qt::SkipEmptyParts) << told; };
        row("nothing", u""_s, u"What is to be done?"_s);
        row("no such verb", u"event dance"_s, u"There is no “event dance”"_s);
        row("half a verb", u"event"_s, u"There is no “event”"_s);
        row("no address", u"migrate-to"_s, u"needs ADDRESS"_s);
        row("another database", u"migrate-to mysql://here/jjak"_s, u"“mysql://here/jjak” is no address of PostgreSQL"_s);
        row("two addresses", u"migrate-to postgresql:///a postgresql:///b"_s, u"is too much"_s);
        row("no such option", u"event list --fast"_s, u"fast"_s);
        row("no id", u"event close"_s, u"needs ID"_s);
        row("too much", u"event list all"_s, u"“all” is too much"_s);
        row("no title", u"event open --from now --until +1h"_s, u"needs --title"_s);
        row("no time", u"event open --title A --from soon --until +1h"_s, u"“soon” is no time"_s);
        row("no time to end", u"event open --title A --from now --until late"_s, u"“late” is no time"_s);
        row("no zone", u"event open --title A --from now --until +1h --zone Moon/Sea"_s, u"“Moon/Sea” is no time zone"_s);
        row("seats", u"event open --title A --from now --until +1h --seats 10"_s, u"--seats must be"_s);
        row("role", u"account role minji king"_s, u"“king” is no role"_s);
        row("speed", u"script rehearse --speed 0"_s, u"--speed must be"_s);
        row("no number", u"dead-letter show"_s, u"needs NUMBER"_s);
        row("a bad number", u"dead-letter drop 0"_s, u"“0” is no number of a dead letter"_s);
        row("language", u"script rehearse --lang fr"_s, u"--lang is ko or en"_s);
    }
    void badCommandLinesEndWithTwo()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, told);
        const Run run = jjakctl(arguments);
        QCOMPARE(run.code, 2);
        QVERIFY2(run.err.startsWith(u"jjakctl: "_s) && run.err.contains(told), qPrintable(run.err));
        QCOMPARE(run.err.count(u'\n'), 1);
        QCOMPARE(run.out, QString());
    }

    void withoutAServerItSaysSo()
    {
        const QTemporaryDir empty;
        const Run run = jjakctl({u"event"_s, u"list"_s, u"--data"_s, empty.path()});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.err.contains(u"No server runs on the data folder"_s), qPrintable(run.err));
    }

    void aMoveThatIsRefusedSaysWhyInOneSentence()
    {
        const QString folder = m_server.folder() + u"/nowhere"_s;
        const Run missing = jjakctl({u"migrate-to"_s, u"postgresql:///jjak?host=/nowhere"_s, u"--data"_s, folder});
        QCOMPARE(missing.code, 1);
        QCOMPARE(missing.err, u"jjakctl: There is no folder %1; name the server's data folder with --data.\n"_s.arg(folder));
        const Run running = ask({u"migrate-to"_s, u"postgresql:///jjak?host=/nowhere"_s});
        QCOMPARE(running.code, 1);
        QVERIFY2(running.err.contains(u"is in use by a server that runs already"_s), qPrintable(running.err));
        const QTemporaryDir copied;
        const auto database = m_server.folder() + u"/jjak.sqlite"_s;
        for (const char *suffix : {"", "-wal"})
            QVERIFY(QFile::copy(database + QLatin1StringView(suffix), copied.filePath(u"jjak.sqlite"_s + QLatin1StringView(suffix))));
        const Run nobody = jjakctl({u"migrate-to"_s, u"postgresql:///jjak?host=/nowhere"_s, u"--data"_s, copied.path()});
        QCOMPARE(nobody.code, 1);
        QVERIFY2(nobody.err.startsWith(u"jjakctl: PostgreSQL cannot be used: "_s) && nobody.err.count(u'\n') == 1, qPrintable(nobody.err));
    }

    void anEventIsOpenedListedAndClosed()
    {
        const Run opened = ask({u"event"_s, u"open"_s, u"--title"_s, u"겨울밤 소개팅"_s, u"--from"_s, u"now"_s, u"--until"_s, u"+2h"_s, u"--seats"_s, u"5"_s});
        QCOMPARE(opened.err, QString());
        QCOMPARE(opened.code, 0);
        QVERIFY2(opened.out.contains(u"Asia/Seoul  5 seats  ko,en  겨울밤 소개팅"_s), qPrintable(opened.out));
        QCOMPARE(ask({u"event"_s, u"list"_s}).out, opened.out);

        const auto events = QJsonDocument::fromJson(ask({u"event"_s, u"list"_s, u"--json"_s}).out.toUtf8())[u"events"_s].toArray();
        QCOMPARE(events.size(), 1);
        QCOMPARE(events[0].toObject()[u"title"_s].toString(), u"겨울밤 소개팅"_s);
        const QString id = events[0].toObject()[u"event"_s].toString();
        QVERIFY(opened.out.startsWith(id.first(8)));

        const Run closed = ask({u"event"_s, u"close"_s, u"--"_s, id.first(6)});
        QCOMPARE(closed.code, 0);
        QVERIFY(closed.out.contains(u"(ended)"_s));
        QVERIFY(ask({u"event"_s, u"list"_s}).out.contains(u"No event is planned"_s));
        QVERIFY(ask({u"event"_s, u"list"_s, u"--ended"_s}).out.contains(u"겨울밤 소개팅"_s));
        const Run again = ask({u"event"_s, u"close"_s, u"--"_s, id.first(6)});
        QCOMPARE(again.code, 1);
        QVERIFY2(again.err.contains(u"No open event"_s), qPrintable(again.err));
    }

    void timesAreOfTheGivenZone()
    {
        const Run run = ask({u"event"_s, u"open"_s, u"--title"_s, u"A"_s, u"--from"_s, u"2031-05-01 21:00"_s, u"--until"_s, u"1:00"_s, u"--zone"_s, u"America/New_York"_s});
        QCOMPARE(run.err, QString());
        QVERIFY2(run.out.contains(u"2031-05-01 21:00–2031-05-02 01:00 America/New_York"_s), qPrintable(run.out));
        QVERIFY(ask({u"event"_s, u"list"_s, u"--json"_s}).out.contains(u"\"from\": \"2031-05-02T01:00:00.000Z\""_s)); // UTC−4 in summer
    }

    void whatTheServerRefusesIsASentence_data()
    {
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<QString>("told");
        QTest::newRow("too long") << QStringList{u"--until"_s, u"+25h"_s} << u"within 24 hours"_s;
        QTest::newRow("a language the script lacks") << QStringList{u"--until"_s, u"+1h"_s, u"--languages"_s, u"fr"_s} << u"does not speak all of these languages"_s;
        QTest::newRow("a bad script") << QStringList{u"--until"_s, u"+1h"_s, u"--script"_s, QStringLiteral(JJAK_SOURCE_DIR "/CMakeLists.txt")} << u"The script cannot be played: line"_s;
        QTest::newRow("no script") << QStringList{u"--until"_s, u"+1h"_s, u"--script"_s, u"/nowhere.toml"_s} << u"cannot be read"_s;
    }
    void whatTheServerRefusesIsASentence()
    {
        QFETCH(const QStringList, more);
        QFETCH(const QString, told);
        const Run run = ask(QStringList{u"event"_s, u"open"_s, u"--title"_s, u"A"_s, u"--from"_s, u"now"_s} + more);
        QCOMPARE(run.code, 1);
        QVERIFY2(run.err.contains(told), qPrintable(run.err));
        QCOMPARE(run.err.count(u'\n'), 1);
    }

    void nobodyOfThatNameGetsNoRole()
    {
        const Run run = ask({u"account"_s, u"role"_s, u"nobody"_s, u"operator"_s});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.err.contains(u"Nobody bears this name"_s), qPrintable(run.err));
    }

    void theServersScriptIsShownAndGood()
    {
        const Run shown = jjakctl({u"script"_s, u"show"_s});
        QCOMPARE(shown.out.toUtf8(), builtIn());
        const Run checked = jjakctl({u"script"_s, u"check"_s, QStringLiteral(JJAK_SOURCE_DIR "/resources/scripts/evening.toml")});
        QCOMPARE(checked.code, 0);
        QVERIFY2(checked.out.contains(u"can be played: “evening”, 3 rounds"_s), qPrintable(checked.out));
    }

    void everyMistakeOfAScriptIsTold()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath(u"bad.toml"_s);
        const auto checked = [&](const QByteArray &text) {
            QFile file(name);
            (void)(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
            file.close();
            return jjakctl({u"script"_s, u"check"_s, name});
        };
        const QByteArray good = builtIn();
        const Run run = checked(QByteArray(good).replace("seconds = 30", "seconds = -3").replace("silence = 120", "silenc = 120"));
        QCOMPARE(run.code, 1);
        QCOMPARE(run.out.count(u'\n'), 4);
        static const QRegularExpression line(u"^%1:[0-9]+: "_s.arg(QRegularExpression::escape(name)));
        for (const QString &mistake : run.out.split(u'\n', Qt::SkipEmptyParts))
            QVERIFY2(line.match(mistake).hasMatch(), qPrintable(mistake));
        QVERIFY(checked(QByteArray("\xff\xfe")).err.contains(u"is not written in UTF-8"_s));
        QCOMPARE(checked(good).code, 0);
    }

    void aRehearsalPlaysTheWholeEvening()
    {
        const Run run = jjakctl({u"script"_s, u"rehearse"_s, u"--speed"_s, u"200"_s});
        QVERIFY2(run.code == 0, qPrintable(run.out + run.err));
        qsizetype at = 0; // by what the host says: at such a speed a phase may be over before a guest has seen it
        for (const char *line : {"Welcome!", "Here we go!", "First, look around", "the first topic", "the second topic", "the last topic", "It's arrow time", "The arrows are in the air", "nearly time to part", "see you again!", "closed"}) {
            const qsizetype next = run.out.indexOf(QLatin1StringView(line), at);
            QVERIFY2(next >= at, qPrintable(QLatin1StringView(line) + u" is missing in\n"_s + run.out));
            at = next;
        }
    }

    void whoIsKilledWhileRehearsingLeavesNobodyBehind()
    {
        QProcess rehearsal;
        rehearsal.start(QStringLiteral(JJAK_BIN_DIR "/jjakctl"), {u"script"_s, u"rehearse"_s});
        QVERIFY(rehearsal.waitForStarted());
        const auto children = [id = rehearsal.processId()] {
            QFile file(u"/proc/%1/task/%1/children"_s.arg(id));
            return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll()).split(u' ', Qt::SkipEmptyParts) : QStringList();
        };
        QTRY_COMPARE_WITH_TIMEOUT(children().size(), 2, 30'000); // the server and the demo people
        const QStringList left = children();
        rehearsal.kill();
        QVERIFY(rehearsal.waitForFinished());
        QTRY_VERIFY_WITH_TIMEOUT(std::ranges::none_of(left, [](const QString &id) { return QFileInfo::exists(u"/proc/"_s + id + u"/exe"_s) && QFile::symLinkTarget(u"/proc/"_s + id + u"/exe"_s).contains(u"jjak"_s); }), 30'000);
    }

private:
    Run ask(const QStringList &arguments) const { return jjakctl(QStringList{u"--data"_s, m_server.folder()} + arguments); }

    test::ServerProcess m_server;
};

QTEST_GUILESS_MAIN(TestJjakctl)
#include "tst_jjakctl.moc"
