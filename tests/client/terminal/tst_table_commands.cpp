// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "../core/tables.h"
#include "client/terminal/app/table_lines.h"
#include "client/terminal/command/command.h"
#include "client/terminal/command/completion.h"
#include "client/terminal/screen/compose.h"
#include "client/terminal/text/width.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::client::test;
using namespace jjak::protocol;
using namespace jjak::terminal;
using Act = TableOrder::Act;
using Kind = TableNews::Kind;

namespace {

Table open(int number, Standing mine, qint64 version)
{
    Table out = table(number, mine, version);
    out.phase = TablePhase::Open;
    return out;
}

Table ended(int number, Standing mine, qint64 version)
{
    Table out = table(number, mine, version);
    out.phase = TablePhase::Ended;
    out.guests.clear();
    return out;
}

QDateTime local(int year, int month, int day, int hour, int minute)
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute));
}

} // namespace

//! What is typed behind /table, what is news about a table, and tables as lines.
class TstTableCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void understood_data();
    void understood();
    void notUnderstood_data();
    void notUnderstood();
    void wholeLineCanBeTypedAgain();
    void completed_data();
    void completed();
    void newsAreToldOnce_data();
    void newsAreToldOnce();
    void olderVersionsAreNoNews();
    void foreignTablesAreNotKnown();
    void linesFitAScreen();
    void standingIsToldInWords_data();
    void standingIsToldInWords();
    void wholeTableIsTold();
};

void TstTableCommands::understood_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<TableOrder>("order");
    const auto row = [](const QString &typed, const TableOrder &order) { QTest::newRow(qPrintable(typed)) << typed << order; };
    row(u"/table"_s, {});
    row(u"/TABLE Mine"_s, {.act = Act::Mine});
    row(u"/table 내것"_s, {.act = Act::Mine});
    row(u"/table past"_s, {.act = Act::Past});
    row(u"/table more"_s, {.act = Act::More});
    row(u"/table find  비 오는 날"_s, {.act = Act::Find, .text = u"비 오는 날"_s});
    row(u"/table 찾기 #walk"_s, {.act = Act::Find, .text = u"#walk"_s});
    row(u"/table ?"_s, {.act = Act::Help});
    row(u"/table 도움말"_s, {.act = Act::Help});
    row(u"/table 12"_s, {.act = Act::Show, .number = 12});
    row(u"/table open | Walks"_s, {.act = Act::Open, .text = u"Walks"_s});
    row(u"/table open 3 | Walks  and more"_s, {.act = Act::Open, .number = 3, .text = u"Walks and more"_s});
    row(u"/table open 2026-12-24 19:30 | Walks"_s, {.act = Act::Open, .text = u"Walks"_s, .at = local(2026, 12, 24, 19, 30)});
    row(u"/table 열기 3 2026-12-24 9:05 | 산책 | 자리 3 | 승인 | 그래도"_s,
        {.act = Act::Open, .number = 3, .text = u"산책"_s, .at = local(2026, 12, 24, 9, 5), .seats = 3, .approval = true, .sure = true});
    row(u"/table open | Are you sure | APPROVAL | seats 2"_s, {.act = Act::Open, .text = u"Are you sure"_s, .seats = 2, .approval = true});
    row(u"/table join 3"_s, {.act = Act::Join, .number = 3});
    row(u"/table join 3 line"_s, {.act = Act::Join, .number = 3, .line = true});
    row(u"/table 앉기 3 줄 그래도"_s, {.act = Act::Join, .number = 3, .line = true, .sure = true});
    row(u"/table join 3 sure"_s, {.act = Act::Join, .number = 3, .sure = true});
    row(u"/table leave 3"_s, {.act = Act::Leave, .number = 3});
    row(u"/table take 3"_s, {.act = Act::Take, .number = 3});
    row(u"/table admit 3 새벽 이슬"_s, {.act = Act::Admit, .number = 3, .text = u"새벽 이슬"_s});
    row(u"/table 거절 3 이슬"_s, {.act = Act::Refuse, .number = 3, .text = u"이슬"_s});
    row(u"/table remove 3 이슬"_s, {.act = Act::Remove, .number = 3, .text = u"이슬"_s});
    row(u"/table rename 3 Books | films"_s, {.act = Act::Rename, .number = 3, .text = u"Books | films"_s});
    row(u"/table close 3"_s, {.act = Act::Close, .number = 3});
    row(u"/table 남기기 3"_s, {.act = Act::Keep, .number = 3});
    row(u"/table thank 3"_s, {.act = Act::Thank, .number = 3});
    row(u"/table 감사 3"_s, {.act = Act::Thank, .number = 3});
    row(u"/table ics 3"_s, {.act = Act::Ics, .number = 3});
    row(u"/table 일정 3 ~/my date.ics"_s, {.act = Act::Ics, .number = 3, .text = u"~/my date.ics"_s});
    row(u"/table remind 3"_s, {.act = Act::Remind, .number = 3});
    row(u"/table 알림 3"_s, {.act = Act::Remind, .number = 3});
}

void TstTableCommands::understood()
{
    QFETCH(QString, typed);
    QFETCH(TableOrder, order);
    const Line line = parse(typed);
    const auto *command = std::get_if<terminal::Command>(&line);
    QVERIFY(command && command->verb == Verb::Table && command->table);
    order.typed = command->table->typed;
    QVERIFY(*command->table == order);
}

void TstTableCommands::notUnderstood_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed : {"/table 0", "/table -1", "/table 99999999999", "/table 3 4", "/table what", "/table mine 3", "/table past it", "/table more 2", "/table open", "/table open Walks", "/table open |",
                              "/table open 0 | a", "/table open x | a", "/table open 2026-02-30 10:00 | a", "/table open 2026-12-24 25:00 | a", "/table open 2026-12-24 | a", "/table open 10:00 | a", "/table open | a | seats 1",
                              "/table open | a | seats 5", "/table open | a | seats", "/table open | a | seats x", "/table open | a | later", "/table open | a |", "/table open | a | approval sure", "/table join", "/table join x",
                              "/table join 3 now", "/table leave", "/table leave 3 4", "/table take", "/table take 3 line", "/table admit 3", "/table refuse 3", "/table remove", "/table rename 3", "/table close", "/table close 3 4",
                              "/table keep", "/table keep all", "/table find", "/table thank", "/table thank x", "/table thank 3 4", "/table ics", "/table ics file.ics", "/table remind", "/table remind 3 on"})
        QTest::newRow(typed) << QString::fromLatin1(typed);
}

void TstTableCommands::notUnderstood()
{
    QFETCH(QString, typed);
    const Line line = parse(typed);
    const auto *mistake = std::get_if<Mistake>(&line);
    QVERIFY(mistake && mistake->kind == Mistake::Kind::Argument && mistake->verb == Verb::Table);
    QVERIFY(sentence(*mistake).contains(u"/table"_s));
}

void TstTableCommands::wholeLineCanBeTypedAgain()
{
    const auto first = tableOrder(u"open 3  2026-12-24 19:30 | Walks | approval"_s);
    QVERIFY(first);
    const Line again = parse(first->typed);
    QVERIFY(std::holds_alternative<terminal::Command>(again));
    QVERIFY(std::get<terminal::Command>(again).table == first);
    const Line sure = parse(first->typed + u" | sure"_s);
    QVERIFY(std::get<terminal::Command>(sure).table->sure);
}

void TstTableCommands::completed_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("lines");
    const auto row = [](const QString &typed, const QStringList &lines) { QTest::newRow(qPrintable(typed)) << typed << lines; };
    row(u"/tab"_s, {u"/table "_s});
    row(u"/table m"_s, {u"/table mine "_s, u"/table more "_s});
    row(u"/table re"_s, {u"/table refuse "_s, u"/table remove "_s, u"/table rename "_s, u"/table remind "_s});
    row(u"/table join 3 "_s, {u"/table join 3 line "_s, u"/table join 3 sure "_s});
    row(u"/table leave 3 "_s, {});
    row(u"/table join 3"_s, {});
}

void TstTableCommands::completed()
{
    QFETCH(QString, typed);
    QTEST(complete(typed, [](const QString &) { return QStringList(); }).lines, "lines");
}

void TstTableCommands::newsAreToldOnce_data()
{
    QTest::addColumn<QList<Table>>("tables");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const QList<Table> &tables, std::optional<Kind> kind) { QTest::newRow(name) << tables << (kind ? int(*kind) : -1); };
    row("a seat, at first sight", {table(1, Standing::Offered, 3)}, Kind::Offered);
    row("a seat for who waits", {table(1, Standing::Waiting, 2), table(1, Standing::Offered, 3)}, Kind::Offered);
    row("the same seat", {table(1, Standing::Offered, 2), table(1, Standing::Offered, 3)}, {});
    row("the host said yes", {table(1, Standing::Asked, 2), table(1, Standing::Seated, 3)}, Kind::Admitted);
    row("a seat was taken", {table(1, Standing::Offered, 2), table(1, Standing::Seated, 3)}, {});
    row("opened", {table(1, Standing::Seated, 2), open(1, Standing::Seated, 3)}, Kind::Opened);
    row("opened without one", {table(1, Standing::Waiting, 2), open(1, Standing::Waiting, 3)}, {});
    row("open at first sight", {open(1, Standing::Seated, 3)}, {});
    row("ended", {open(1, Standing::Host, 2), ended(1, Standing::Host, 3)}, Kind::Ended);
    row("ended for who waited", {table(1, Standing::Waiting, 2), ended(1, Standing::None, 3)}, Kind::Ended);
    row("ended at first sight", {ended(1, Standing::Seated, 3)}, {});
    row("left", {table(1, Standing::Seated, 2), table(1, Standing::None, 3)}, {});
    Table asked = table(1, Standing::Host, 3);
    asked.asking = {guest(2)};
    row("somebody asks", {table(1, Standing::Host, 2), asked}, Kind::Asked);
    row("somebody asks at first sight", {asked}, {});
}

void TstTableCommands::newsAreToldOnce()
{
    QFETCH(QList<Table>, tables);
    QFETCH(int, kind);
    client::TableWatch watch;
    for (qsizetype i = 0; i + 1 < tables.size(); ++i)
        watch.update(tables[i]);
    const auto news = watch.update(tables.last());
    QCOMPARE(news.empty(), kind < 0);
    if (kind < 0)
        return;
    QCOMPARE(news.size(), size_t(1));
    QCOMPARE(int(news[0].kind), kind);
    QCOMPARE(news[0].name, news[0].kind == Kind::Asked ? guest(2).name : QString());
    if (tables.last().mine != Standing::None)
        QVERIFY(watch.update(tables.last()).empty());
}

void TstTableCommands::olderVersionsAreNoNews()
{
    client::TableWatch watch;
    watch.update(table(1, Standing::Seated, 5));
    QVERIFY(watch.update(open(1, Standing::Seated, 4)).empty());
    QCOMPARE(watch.update(open(1, Standing::Seated, 6)).size(), size_t(1));
}

void TstTableCommands::foreignTablesAreNotKnown()
{
    client::TableWatch watch;
    watch.update(table(1, Standing::Seated, 1));
    watch.update(table(2, Standing::None, 1));
    QCOMPARE(watch.known().keys(), QList{tableId(1)});
    watch.update(table(1, Standing::None, 2));
    QVERIFY(watch.known().isEmpty());
}

void TstTableCommands::linesFitAScreen()
{
    Table full = table(1, Standing::Waiting);
    full.topic = u"긴 주제"_s.repeated(15);
    full.guests = {guest(1), guest(2), guest(3), guest(4)};
    full.guests[0].name = u"\x1b[31m이슬"_s;
    full.guests[0].demo = full.approval = true;
    full.line = full.place = 50;
    full.language = u"\x1b?"_s;
    QStringList lines = tableLines(12, full);
    QCOMPARE(lines.size(), 2);
    lines += openTableLines(12, full);
    for (const QString &line : drawList({u"t"_s, lines, 0}, 78)) {
        QVERIFY(width(line) <= 78);
        QVERIFY(!line.contains(u'\x1b'));
    }
}

void TstTableCommands::standingIsToldInWords_data()
{
    QTest::addColumn<Table>("table");
    QTest::addColumn<QString>("begins");
    Table offered = table(1, Standing::Offered), waiting = table(1, Standing::Waiting), read = ended(1, Standing::Seated, 2);
    offered.until = fromMs(1'790'000'000'000);
    waiting.place = 3;
    read.room = roomId(1);
    QTest::newRow("host") << table(1, Standing::Host) << u"It is your table. Its room opens"_s;
    QTest::newRow("host, open") << open(1, Standing::Host, 1) << u"It is your table. Its room is open"_s;
    QTest::newRow("seat") << table(1, Standing::Seated) << u"You have a seat. The room opens"_s;
    QTest::newRow("seat, open") << open(1, Standing::Seated, 1) << u"You have a seat. The room is open"_s;
    QTest::newRow("offered") << offered << u"A seat is kept for you until "_s + QDateTime::fromMSecsSinceEpoch(1'790'000'000'000).toString(u"HH:mm:ss"_s) + u": /table take 7"_s;
    QTest::newRow("line") << waiting << u"You are number 3 in line."_s;
    QTest::newRow("asked") << table(1, Standing::Asked) << u"You have asked for a seat."_s;
    QTest::newRow("none") << table(1) << u"You have no seat there."_s;
    QTest::newRow("ended") << ended(1, Standing::None, 2) << u"The table has ended."_s;
    QTest::newRow("ended, to be read") << read << u"The table has ended. What was said"_s;
}

void TstTableCommands::standingIsToldInWords()
{
    QFETCH(Table, table);
    QFETCH(QString, begins);
    QVERIFY2(standingSentence(7, table).startsWith(begins), qPrintable(standingSentence(7, table)));
}

void TstTableCommands::wholeTableIsTold()
{
    Table mine = open(1, Standing::Host, 2);
    mine.guests = {guest(1), guest(2)};
    mine.guests[1].demo = true;
    mine.asking = {guest(3)};
    mine.line = 2;
    mine.keeping = 1;
    const QString all = openTableLines(7, mine).join(u'\n');
    for (const auto &part : {u"이슬1, the host"_s, u"    이슬2 (demo person)"_s, u"2 of 4 seats taken"_s, u"2 in line"_s, u"한국어"_s, u"Who asks to come:\n    이슬3"_s, u"of 2 do 1"_s, u"/table admit 7 NAME"_s, u"open now"_s})
        QVERIFY2(all.contains(part), qPrintable(all));
    mine.kept = true;
    QVERIFY(openTableLines(7, mine).contains(u"It is kept: it does not end by itself."_s));
    Table other = table(1);
    QCOMPARE(openTableLines(7, other).last(), u"/table join 7 takes a seat."_s);
    other.guests = {guest(1), guest(2), guest(3), guest(4)};
    QCOMPARE(openTableLines(7, other).last(), u"/table join 7 line waits for a seat."_s);
    other.approval = true;
    QCOMPARE(openTableLines(7, other).last(), u"/table join 7 asks the host for a seat."_s);
    QCOMPARE(openTableLines(7, ended(1, Standing::None, 2)).last(), u"The table has ended."_s);
    QVERIFY(tableLines(7, table(1, Standing::Host)).last().endsWith(u"· yours"_s));
    const QString offers = u"/table thank 7 thanks the host."_s;
    Table there = open(1, Standing::Seated, 2);
    there.room = roomId(1);
    QCOMPARE(openTableLines(7, there).last(), offers);
    there.thanked = true;
    QCOMPARE(openTableLines(7, there).last(), u"You have thanked the host."_s);
    mine.room = roomId(1);
    QVERIFY(!openTableLines(7, mine).contains(offers) && !openTableLines(7, table(1, Standing::Seated)).contains(offers));
}

QTEST_GUILESS_MAIN(TstTableCommands)
#include "tst_table_commands.moc"
