// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLocale>

#include "../core/tables.h"
#include "client/core/sentences.h"
#include "client/terminal/app/month_lines.h"
#include "client/terminal/text/width.h"
#include "desk_bench.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::client::test;
using namespace jjak::protocol;
using namespace jjak::terminal;
using jjak::terminal::test::DeskBench;

namespace {

//! That moment on this computer's clock.
Time at(const QDate &day, int hour, int minute = 0)
{
    return fromMs(QDateTime(day, QTime(hour, minute)).toMSecsSinceEpoch());
}

client::Occasion coffee(int number, const QDate &day, int hour)
{
    Table out = table(number, Standing::Seated);
    out.at = at(day, hour, 30);
    return client::occasionOf(out);
}

EventInfo evening(const QDate &day, int hour)
{
    EventInfo out;
    out.event = idOf<EventId>(1);
    out.version = 1;
    out.heading = u"Saturday evening"_s;
    out.from = at(day, hour);
    out.until = out.from + 2h;
    out.zone = u"Asia/Seoul"_s;
    out.languages = {u"ko"_s};
    out.script = idOf<ScriptId>(1);
    out.doors = out.from - 30min;
    return out;
}

//! Somebody who looks at two tables of their own.
struct Bench : DeskBench {
    Bench()
    {
        scene.peer.on<cmd::ListTables>([this](qint64 id, const cmd::ListTables &ask) { scene.peer.ok(id, cmd::TableList{ask.past ? past : ask.mine ? mine : mine + others, {}}); });
    }
    void start()
    {
        scene.start({});
        QTRY_COMPARE(scene.peer.count<cmd::ListTables>(), 2); // one's own
    }
    QList<Table> mine, past, others;
};

} // namespace

//! A month as text, and what becomes of a table's date outside: the calendar file and the reminder.
class TstCalendarDesk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void monthIsDrawnInWeeks();
    void monthFitsAScreen_data();
    void monthFitsAScreen();
    void monthsAreUnderstood_data();
    void monthsAreUnderstood();
    void monthOfTheServerIsListed();
    void emptyMonthSaysWhatToDo();
    void failureIsSaid();
    void dateIsSaved();
    void fileThatIsThereIsNotReplaced();
    void reminderIsSetAndTakenBack();
    void whatCannotBeRemindedOfIsSaid();
    void onesOwnStandInGroups();
};

void TstCalendarDesk::monthIsDrawnInWeeks()
{
    const QDate fourth(2026, 12, 4);
    const QStringList lines = monthLines(fourth, QDate(2026, 12, 11), {client::occasionOf(evening(fourth, 21)), coffee(1, fourth, 19), coffee(2, {2026, 12, 31}, 9), coffee(3, {2027, 1, 1}, 9)});
    QCOMPARE(monthTitle(fourth), u"December 2026"_s);
    const QStringList expected{u" Sun     Mon     Tue     Wed     Thu     Fri     Sat"_s,
                               u"                  1       2       3       4 *o    5"_s,
                               u"  6       7       8       9      10     [11]     12"_s,
                               u" 13      14      15      16      17      18      19"_s,
                               u" 20      21      22      23      24      25      26"_s,
                               u" 27      28      29      30      31 *"_s,
                               QString(),
                               u"* your tables   o blind dates   [ ] today"_s,
                               QString(),
                               u"Fri 4 Dec 19:30\tTable: Topic 1"_s,
                               u"Fri 4 Dec 21:00\tBlind date: Saturday evening"_s,
                               u"Thu 31 Dec 09:30\tTable: Topic 2"_s};
    QCOMPARE(lines, expected);
}

void TstCalendarDesk::monthFitsAScreen_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::newRow("English") << QLocale(QLocale::English, QLocale::UnitedStates);
    QTest::newRow("Korean") << QLocale(QLocale::Korean, QLocale::SouthKorea);
}

//! The weeks and what the marks mean leave room for what is in the month.
void TstCalendarDesk::monthFitsAScreen()
{
    QFETCH(QLocale, locale);
    QLocale::setDefault(locale);
    for (QDate month(2026, 1, 1); month.year() < 2030; month = month.addMonths(1)) {
        const QStringList lines = monthLines(month, month.addDays(20), {coffee(1, month, 9), client::occasionOf(evening(month, 10))});
        QVERIFY(lines.size() <= 12);
        const int end = width(lines[0]);
        for (const QString &line : lines)
            QVERIFY2(width(line.section(u'\t', 0, 0)) <= 56 && end <= 56, qPrintable(line));
        int days = 0;
        for (int week = 1; !lines[week].isEmpty(); ++week)
            days += int(QString(lines[week]).remove(u'[').remove(u']').remove(u'*').remove(u'o').split(u' ', Qt::SkipEmptyParts).size());
        QCOMPARE(days, month.daysInMonth());
    }
}

void TstCalendarDesk::monthsAreUnderstood_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QDate>("month");
    QTest::newRow("this") << QString() << QDate(2026, 11, 1);
    QTest::newRow("named") << u"2027-03"_s << QDate(2027, 3, 1);
    QTest::newRow("past") << u"2025-1"_s << QDate(2025, 1, 1);
    QTest::newRow("this year") << u"12"_s << QDate(2026, 12, 1);
    QTest::newRow("the same month") << u"11"_s << QDate(2026, 11, 1);
    QTest::newRow("next year") << u"2"_s << QDate(2027, 2, 1);
    for (const char *wrong : {"13", "0", "2026-00", "2026-13", "2026-12-24", "soon", "-1", "0000-12"})
        QTest::newRow(wrong) << QString::fromLatin1(wrong) << QDate();
}

void TstCalendarDesk::monthsAreUnderstood()
{
    QFETCH(QString, typed);
    QFETCH(QDate, month);
    QCOMPARE(monthFrom(typed, QDate(2026, 11, 22)).value_or(QDate()), month);
    const Line line = parse(u"/calendar "_s + typed);
    QCOMPARE(std::holds_alternative<terminal::Command>(line), month.isValid());
    if (!month.isValid())
        QVERIFY(sentence(std::get<Mistake>(line)).contains(u"/calendar"_s));
}

void TstCalendarDesk::monthOfTheServerIsListed()
{
    Bench bench;
    const QDate today = QDate::currentDate();
    Table now = table(1, Standing::Waiting), over = table(2, Standing::Seated);
    now.at = at(today, 23, 30);
    over.at = at(today, 1);
    over.phase = TablePhase::Ended;
    bench.mine = {now};
    bench.past = {over};
    bench.scene.events = {evening(today, 22)};
    bench.start();
    bench.lists(u"/calendar"_s);
    QCOMPARE(bench.title, monthTitle(today));
    QCOMPARE(bench.lines.filter(u"\t"_s).size(), 3);
    QVERIFY(bench.lines.filter(u"\t"_s)[0].endsWith(u"Table: Topic 2"_s));
    QVERIFY(bench.lines.join(u'\n').contains(u"[%1]*o"_s.arg(today.day(), 2)));
}

void TstCalendarDesk::emptyMonthSaysWhatToDo()
{
    Bench bench;
    bench.start();
    bench.lists(u"/calendar 2031-02"_s);
    QCOMPARE(bench.title, u"February 2031"_s);
    QVERIFY(bench.lines.last().contains(u"/table"_s));
}

void TstCalendarDesk::failureIsSaid()
{
    Bench bench;
    bench.start();
    bench.refuses<cmd::ListTables>(ErrorCode::AccessDenied);
    bench.complains(u"/calendar"_s, client::sentence(Error{ErrorCode::AccessDenied}));
    QCOMPARE(bench.complaints.size(), 1);
}

void TstCalendarDesk::dateIsSaved()
{
    Bench bench;
    bench.others = {table(1)};
    bench.start();
    bench.lists(u"/table"_s);
    const QString path = bench.scene.folder.filePath(u"my date.ics"_s);
    bench.says(u"/table ics 1 "_s + path, u"Saved as "_s + path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray ics = file.readAll();
    QVERIFY(ics.startsWith("BEGIN:VCALENDAR\r\n") && ics.contains("\r\nSUMMARY;LANGUAGE=en:Coffee table · Topic 1\r\n"));
}

void TstCalendarDesk::fileThatIsThereIsNotReplaced()
{
    Bench bench;
    bench.others = {table(1)};
    bench.start();
    bench.lists(u"/table"_s);
    const QString path = bench.scene.folder.filePath(u"a.ics"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    file.close();
    bench.complains(u"/table ics 1 "_s + path, path + u" is there already"_s);
    QCOMPARE(QFileInfo(path).size(), 4);
    bench.complains(u"/table ics 1 "_s + bench.scene.folder.filePath(u"no/such/folder.ics"_s), bench.scene.folder.path());
    bench.complains(u"/table ics 4"_s, u"There is no table number 4."_s);
}

void TstCalendarDesk::reminderIsSetAndTakenBack()
{
    Bench bench;
    bench.mine = {table(1, Standing::Seated)};
    bench.start();
    bench.lists(u"/table mine"_s);
    bench.says(u"/table remind 1"_s, u"You will be reminded 10 minutes and 1 minute before “Topic 1”"_s);
    QVERIFY(bench.scene.session->hasReminder(tableId(1)));
    bench.says(u"/table remind 1"_s, u"You will not be reminded."_s);
    QVERIFY(!bench.scene.session->hasReminder(tableId(1)));
    QCOMPARE(reminder(client::occasionOf(table(1)), 10), u"The table “Topic 1” opens in 10 minute(s)."_s);
}

void TstCalendarDesk::whatCannotBeRemindedOfIsSaid()
{
    Bench bench;
    Table open = table(2, Standing::Seated);
    open.at = bench.scene.session->serverNow() - 1h;
    open.phase = TablePhase::Open;
    bench.mine = {table(1, Standing::Asked), open};
    bench.start();
    bench.lists(u"/table mine"_s);
    bench.complains(u"/table remind 1"_s, u"This table has begun already."_s); // the one with a seat stands first
    bench.complains(u"/table remind 2"_s, u"You have no seat there."_s);
    QVERIFY(!bench.scene.session->hasReminder(tableId(1)) && !bench.scene.session->hasReminder(tableId(2)));
}

void TstCalendarDesk::onesOwnStandInGroups()
{
    Bench bench;
    bench.mine = {table(1, Standing::Waiting), table(2, Standing::Host)};
    bench.start();
    bench.lists(u"/table mine"_s);
    QCOMPARE(bench.lines[0], u"With a seat:"_s);
    QVERIFY(bench.lines[1].contains(u"1. Topic 2"_s));
    QCOMPARE(bench.lines[4], u"Waiting:"_s);
    QVERIFY(bench.lines[5].contains(u"2. Topic 1"_s));
    bench.mine = {table(1, Standing::Waiting)};
    bench.lists(u"/table mine"_s);
    QVERIFY(!bench.lines.contains(u"Waiting:"_s));
}

QTEST_GUILESS_MAIN(TstCalendarDesk)
#include "tst_calendar_desk.moc"
