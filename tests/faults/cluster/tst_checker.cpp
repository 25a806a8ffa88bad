// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The checker itself: a story in which nothing is wrong passes, and every single thing that is made wrong in it is found, and nothing else.
#include <QTemporaryDir>
#include <QTest>

#include "tests/faults/cluster/checker.h"

using namespace jjak;
using namespace jjak::faults;

namespace {

//! A log and rows, written by hand.
struct Story {
    QByteArrayList lines;
    Truth truth;

    QByteArray log() const
    {
        QByteArray out = "jjak operations 1\n";
        for (qsizetype i = 0; i < lines.size(); ++i)
            out += QByteArray::number(i * 1000) + ' ' + lines[i] + '\n';
        return out + QByteArray::number(lines.size() * 1000) + " - end " + QByteArray::number(lines.size()) + '\n';
    }
    //! Puts another line in the place of one that is there.
    void change(const QByteArray &from, const QByteArray &to)
    {
        const qsizetype at = lines.indexOf(from);
        if (at < 0)
            qFatal("no such line: %s", from.constData());
        lines[at] = to;
    }
    StoredDate &date() { return truth.dates["date"]; }
    StoredRoom &room() { return truth.rooms["room"]; }
};

StoredMessage hostSays(const QByteArray &line)
{
    return {0, 3, line, {}, {}};
}

//! Ann and Ben write, meet, and sit in one date with Cleo, whose arrow meets nobody.
Story goodStory()
{
    Story s;
    s.lines = {"0 who ann annsphone", "1 who ben bensphone", "2 who cleo cleosphone", "- room 0 room", "- room 1 pairroom", "- room 2 dateroom",
               "- line w1", "- line @topic", "- line left%201", "- line f1", "0 up 0", "1 up 1",
               "0 wrote 0 c1 1", "0 acked 0 c1 1", "0 wrote 0 c2 2", "- fault kill", "0 down", "0 up 1", "0 again 0 c2", "1 heard 0 1 1 0 c1 hello%20ben", "1 wrote 0 c3 1", "1 acked 0 c3 3", "0 acked 0 c2 2", "- healed kill",
               "1 wrote 0 c4 2", "1 refused 0 c4 room.left",
               "0 proposed match", "1 proposed match", "0 accepted match", "0 ended match accepted pairroom", "1 ended match accepted pairroom", "0 ended early timed_out -",
               "0 lobby event 2", "0 sits date 2 0 1 3", "1 sits date 2 0 2 3", "2 sits date 2 0 3 3", "0 shot date 3", "0 shot date 2", "1 shot date 1", "2 shot date 1", "0 met date 2", "0 sits date 2 7 1 3",
               "0 sees-nearby 4 0 -", "1 sees-nearby 9 1 open", "0 sees-date 12 date 7 0", "0 sees-room 0 3 3"};
    s.truth.now = 1'000'000;
    s.room() = {3, {{1, "ann"}, {2, "ben"}}, {{1, {1, 0, "hello ben", "annsphone", "c1"}}, {2, {1, 0, "still there?", "annsphone", "c2"}}, {3, {2, 0, "yes", "bensphone", "c3"}}}};
    s.truth.rooms["pairroom"] = {0, {{1, "ann"}, {2, "ben"}}, {}};
    s.truth.rooms["dateroom"] = {5, {{1, "ann"}, {2, "ben"}, {3, "cleo"}}, {{1, hostSays("w1")}, {2, hostSays("p.t1")}, {3, hostSays("invite 3")}, {4, hostSays("left 1")}, {5, hostSays("f1")}}};
    s.truth.proposals["early"] = {"ann", "cleo", {}, 2, 100, 200, 150};
    s.truth.proposals["match"] = {"ann", "ben", "pairroom", 0, 200, 300, 400};
    s.truth.proposals["open"] = {"ben", "cleo", {}, -1, 300, 0, 1'005'000};
    s.truth.tickets = {{"ben", "open"}, {"cleo", "open"}, {"dora", ""}};
    s.truth.openSides = {{"ben", "open"}, {"cleo", "open"}};
    s.truth.nearbyVersions = {{"ann", 4}, {"ben", 9}};
    s.date() = {3, 3, 6, true, 0, 500, 900, "dateroom", {{1, "ann", false, false, 2}, {2, "ben", false, false, 1}, {3, "cleo", false, false, 0}}};
    s.truth.dates["lobby"] = {3, 1, -1, false, 999'000, 0, 0, {}, {{1, "cleo", true, false, 0}}};
    s.truth.dateVersions = {{"ann", 12}};
    return s;
}

Findings check(const Story &story)
{
    Checker checker(story.truth);
    const QString wrong = checker.read(story.log());
    if (!wrong.isEmpty())
        qFatal("the story is no log: %s", qPrintable(wrong));
    return checker.finish();
}

using Change = void (*)(Story &);

} // namespace
Q_DECLARE_METATYPE(Change)

class TestChecker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingWrongIsFoundWhereNothingIs();
    void whatIsWrongIsFoundAndNothingElse_data();
    void whatIsWrongIsFoundAndNothingElse();
    void whatFaultsMakeWaitIsMeasured();
    void aMalformedLogIsRefused_data();
    void aMalformedLogIsRefused();
    void whatIsWrittenCanBeRead();

private:
    static void messages();
    static void matches();
    static void seats();
    static void hosts();
    static void views();
    static void wrong(const char *name, Wrong expected, Change change) { QTest::newRow(name) << expected << change; }
};

void TestChecker::nothingWrongIsFoundWhereNothingIs()
{
    const Findings findings = check(goodStory());
    QVERIFY2(findings.all() == 0, qPrintable(findings.text()));
    for (const char *figure : {"messages written: 4\n", "acknowledged: 3\n", "refused by their rooms: 1\n", "received: 1\n", "proposals: 3\n", "matches: 1, told to 2 people\n",
                               "dates: 1 began, 1 of them came to their end, 3 seats were told\n", "host lines: 4\n", "arrows that met: 1\n", "views at the end: 4\n"})
        QVERIFY2(findings.text().contains(QLatin1StringView(figure)), figure);
}

void TestChecker::messages()
{
    wrong("an acknowledged message is gone", Wrong::Lost, [](Story &s) {
        s.room().messages.remove(3);
        s.room().head = 2;
        s.change("0 sees-room 0 3 3", "0 sees-room 0 2 2");
    });
    wrong("another message stands under the number", Wrong::Lost, [](Story &s) { s.room().messages[3].cid = "c9"; });
    wrong("somebody else's message stands under the number", Wrong::Lost, [](Story &s) { s.room().messages[3].device = "annsphone"; });
    wrong("one message twice", Wrong::Doubled, [](Story &s) {
        s.room().messages[4] = s.room().messages[3];
        s.room().head = 4;
        s.change("0 sees-room 0 3 3", "0 sees-room 0 4 4");
    });
    wrong("a number is left out", Wrong::Gap, [](Story &s) {
        s.truth.rooms["other"] = {3, {}, {{1, {}}, {3, {}}}};
    });
    wrong("the head is ahead", Wrong::Gap, [](Story &s) { s.truth.rooms["other"] = {4, {}, {{1, {}}, {2, {}}, {3, {}}}}; });
    wrong("an empty room with a head", Wrong::Gap, [](Story &s) { s.truth.rooms["other"].head = 1; });
    wrong("the later one stands first", Wrong::Disorder, [](Story &s) {
        s.change("0 wrote 0 c1 1", "0 wrote 0 c1 3");
    });
    wrong("words were told that nobody wrote", Wrong::Phantom, [](Story &s) { s.change("1 heard 0 1 1 0 c1 hello%20ben", "1 heard 0 1 1 0 c1 hello"); });
    wrong("a number was told that is not there", Wrong::Phantom, [](Story &s) { s.change("1 heard 0 1 1 0 c1 hello%20ben", "1 heard 0 7 1 0 c1 hello%20ben"); });
    wrong("another author was told", Wrong::Phantom, [](Story &s) { s.change("1 heard 0 1 1 0 c1 hello%20ben", "1 heard 0 1 2 0 c1 hello%20ben"); });
    wrong("no answer ever came", Wrong::Unanswered, [](Story &s) { s.change("0 acked 0 c2 2", "0 again 0 c2"); });
}

void TestChecker::matches()
{
    wrong("two matches at once", Wrong::DoubleMatch, [](Story &s) { s.truth.proposals["early"].ended = 250; });
    wrong("an open proposal beside a match", Wrong::DoubleMatch, [](Story &s) { s.truth.proposals["open"].opened = 299; });
    wrong("a match that is none", Wrong::HalfMatch, [](Story &s) { s.change("0 ended early timed_out -", "0 ended early accepted pairroom"); });
    wrong("one was told another room", Wrong::HalfMatch, [](Story &s) { s.change("0 ended match accepted pairroom", "0 ended match accepted room"); });
    wrong("the room has one of the two", Wrong::HalfMatch, [](Story &s) { s.truth.rooms["pairroom"].members = {{1, "ann"}, {2, "cleo"}}; });
    wrong("a proposal of others was told", Wrong::HalfMatch, [](Story &s) { s.change("0 proposed match", "2 proposed match"); });
    wrong("a ticket in a proposal that is over", Wrong::HalfMatch, [](Story &s) { s.truth.tickets["dora"] = "early"; });
    wrong("an open proposal of one", Wrong::HalfMatch, [](Story &s) { s.truth.tickets["cleo"] = ""; });
    wrong("a side of a proposal that is over", Wrong::HalfMatch, [](Story &s) { s.truth.openSides["dora"] = "early"; });
    wrong("a proposal that does not end", Wrong::Stuck, [](Story &s) { s.truth.proposals["open"].deadline = 900'000; });
}

void TestChecker::seats()
{
    wrong("one more than there are seats", Wrong::OverFull, [](Story &s) { s.truth.dates["lobby"].seats = {{1, "a", true}, {2, "b", true}, {3, "c", true}, {4, "d", true}}; });
    wrong("two on one seat", Wrong::OverFull, [](Story &s) { s.truth.dates["lobby"].seats = {{1, "a", true}, {1, "b", true}}; });
    wrong("twelve are said to wait for one date", Wrong::OverFull, [](Story &s) { s.change("0 lobby event 2", "0 lobby event 12"); });
    wrong("twelve seats were told", Wrong::OverFull, [](Story &s) { s.change("1 sits date 2 0 2 3", "1 sits date 2 0 2 12"); });
    wrong("two were told one seat", Wrong::OverFull, [](Story &s) {
        s.date().seats.append({1, "ben"});
        s.lines.append("1 sits date 2 7 1 3");
        s.date().size = 4;
        s.change("1 sits date 2 0 2 3", "1 sits date 2 0 1 3");
        s.date().seats.removeIf([](const StoredSeat &seat) { return seat.number == 2; });
    });
    wrong("in two lobbies", Wrong::TwoSeats, [](Story &s) { s.truth.dates["second"] = s.truth.dates["lobby"]; });
    wrong("in two dates at the same time", Wrong::TwoSeats, [](Story &s) {
        s.truth.rooms["second"] = s.truth.rooms["dateroom"];
        s.truth.dates["second"] = {3, 3, 6, true, 0, 899, 1200, "second", {{1, "cleo", false, false, 0}}};
    });
    wrong("twice in one date", Wrong::TwoSeats, [](Story &s) { s.truth.dates["lobby"].seats = {{1, "cleo", true}, {2, "cleo", false}}; });
    wrong("was told a seat of somebody else", Wrong::Phantom, [](Story &s) { s.date().seats[2].account = "dora"; });
    wrong("was told another room", Wrong::Phantom, [](Story &s) { s.change("1 sits date 2 0 2 3", "1 sits date 0 0 2 3"); });
    wrong("a phase came back", Wrong::Backwards, [](Story &s) { s.lines.append("0 sits date 2 6 1 3"); });
    wrong("a date that never ends", Wrong::Stuck, [](Story &s) {
        s.truth.rooms["other"] = {1, {}, {{1, hostSays("w1")}}};
        s.truth.dates["other"] = {3, 1, 0, false, 999'999, 950, 0, "other", {{1, "dora", true}}};
    });
    wrong("a lobby that should have begun", Wrong::Stuck, [](Story &s) { s.truth.dates["lobby"].due = 980'000; });
}

void TestChecker::hosts()
{
    wrong("a line twice", Wrong::HostTwice, [](Story &s) {
        s.truth.rooms["dateroom"].head = 6;
        s.truth.rooms["dateroom"].messages[6] = hostSays("f1");
    });
    wrong("an earlier line again", Wrong::HostTwice, [](Story &s) { s.truth.rooms["dateroom"].messages[3] = hostSays("w1"); });
    wrong("a second topic", Wrong::HostTwice, [](Story &s) { s.truth.rooms["dateroom"].messages[3] = hostSays("p.t2"); });
    wrong("a line is missing", Wrong::HostMissing, [](Story &s) { s.truth.rooms["dateroom"].messages[4] = hostSays("cool 2"); });
    wrong("the last line is missing", Wrong::HostMissing, [](Story &s) { s.truth.rooms["dateroom"].messages[5] = hostSays("cool 2"); });
    wrong("arrows that met do not count", Wrong::LostArrow, [](Story &s) {
        s.date().seats[0].met = s.date().seats[1].met = 0;
        s.change("0 met date 2", "0 met date 0");
    });
    wrong("a reveal that is not stored", Wrong::LostArrow, [](Story &s) { s.change("0 met date 2", "0 met date 3"); });
}

void TestChecker::views()
{
    wrong("a ticket that is not there", Wrong::OtherView, [](Story &s) { s.change("0 sees-nearby 4 0 -", "0 sees-nearby 4 1 -"); });
    wrong("an old version of nearby", Wrong::OtherView, [](Story &s) { s.truth.nearbyVersions["ann"] = 5; });
    wrong("a proposal that is over", Wrong::OtherView, [](Story &s) { s.change("1 sees-nearby 9 1 open", "1 sees-nearby 9 1 early"); });
    wrong("a date that is closed", Wrong::OtherView, [](Story &s) { s.change("0 sees-date 12 date 7 0", "0 sees-date 12 date 6 0"); });
    wrong("an old version of the date", Wrong::OtherView, [](Story &s) { s.truth.dateVersions["ann"] = 13; });
    wrong("a lobby one does not wait in", Wrong::OtherView, [](Story &s) { s.change("0 sees-date 12 date 7 0", "0 sees-date 12 date 7 1"); });
    wrong("a message that never came", Wrong::OtherView, [](Story &s) { s.change("0 sees-room 0 3 3", "0 sees-room 0 2 2"); });
    wrong("a message missing in the middle", Wrong::OtherView, [](Story &s) { s.change("0 sees-room 0 3 3", "0 sees-room 0 3 1"); });
}

void TestChecker::whatIsWrongIsFoundAndNothingElse_data()
{
    QTest::addColumn<Wrong>("expected");
    QTest::addColumn<Change>("change");
    messages();
    matches();
    seats();
    hosts();
    views();
}

void TestChecker::whatIsWrongIsFoundAndNothingElse()
{
    QFETCH(Wrong, expected);
    QFETCH(Change, change);
    Story story = goodStory();
    change(story);
    const Findings findings = check(story);
    QVERIFY2(findings.of(expected) > 0, qPrintable(findings.text()));
    QVERIFY2(findings.of(expected) == findings.all(), qPrintable(findings.text()));
}

void TestChecker::whatFaultsMakeWaitIsMeasured()
{
    Story story = goodStory();
    QVERIFY(check(story).text().contains(QStringLiteral("kill, 1 times, rooms that were interrupted: none\n"))); // 7 ms are no interruption
    QByteArray log = story.log();
    const QByteArray acked = " 0 acked 0 c2 2\n";
    const qsizetype line = log.lastIndexOf('\n', log.indexOf(acked)) + 1;
    // What comes from there on comes two seconds later.
    QByteArray late = log.left(line);
    for (const QByteArray &rest : log.mid(line).trimmed().split('\n'))
        late += QByteArray::number(rest.left(rest.indexOf(' ')).toLongLong() + 2'000'000) + rest.mid(rest.indexOf(' ')) + '\n';
    Checker checker(story.truth);
    QCOMPARE(checker.read(late), QString());
    QVERIFY2(checker.finish().text().contains(QStringLiteral("kill, 1 times, rooms that were interrupted: 1, p50 2.007 s, p99 2.007 s, longest 2.007 s\n")), qPrintable(checker.finish().text()));
}

void TestChecker::aMalformedLogIsRefused_data()
{
    QTest::addColumn<QByteArray>("log");
    const QByteArray head = "jjak operations 1\n";
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("another file") << QByteArray("hello\n");
    QTest::newRow("no end") << head + "1 - fault kill\n";
    QTest::newRow("torn off") << head + "1 - fault kill\n2 - end 1";
    QTest::newRow("lines missing") << head + "1 - fault kill\n2 - end 2\n";
    QTest::newRow("lines too many") << head + "1 - fault kill\n2 - end 0\n";
    QTest::newRow("behind the end") << head + "1 - end 0\n2 - fault kill\n";
    QTest::newRow("time goes back") << head + "2 - fault kill\n1 - end 1\n";
    QTest::newRow("no moment") << head + "x - fault kill\n1 - end 1\n";
    QTest::newRow("unknown word") << head + "1 - flood x\n2 - end 1\n";
    QTest::newRow("unknown person") << head + "1 3 down\n2 - end 1\n";
    QTest::newRow("person missing") << head + "1 - down\n2 - end 1\n";
    QTest::newRow("person too many") << head + "1 0 who a b\n1 0 fault kill\n2 - end 2\n";
    QTest::newRow("person twice") << head + "1 0 who a b\n1 0 who c d\n2 - end 2\n";
    QTest::newRow("unknown room") << head + "1 0 who a b\n1 0 wrote 0 c 1\n2 - end 2\n";
    QTest::newRow("room twice") << head + "1 - room 0 a\n1 - room 0 b\n2 - end 2\n";
    QTest::newRow("field missing") << head + "1 0 who a\n2 - end 1\n";
    QTest::newRow("field too many") << head + "1 0 who a b c\n2 - end 1\n";
    QTest::newRow("field empty") << head + "1 0 who  b\n2 - end 1\n";
    QTest::newRow("no number") << head + "1 0 who a b\n1 0 up one\n2 - end 2\n";
    QTest::newRow("negative number") << head + "1 0 who a b\n1 0 up -1\n2 - end 2\n";
}

void TestChecker::aMalformedLogIsRefused()
{
    QFETCH(QByteArray, log);
    Checker checker{Truth()};
    QVERIFY(!checker.read(log).isEmpty());
}

void TestChecker::whatIsWrittenCanBeRead()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("log"));
    SystemRng rng;
    const auto room = RoomId::random(rng);
    const auto account = AccountId::random(rng);
    {
        OperationLog log(path);
        log.introduce(7, account, DeviceId::random(rng));
        log.note(7, Op::Wrote, {log.room(room), "cid", "1"});
        log.note(7, Op::Heard, {log.room(room), "1", "2", "0", "cid", OperationLog::text("a - b\n%20 가")});
        log.note(-1, Op::Fault, {OperationLog::text({})});
        log.note(7, Op::Ended, {"p", "gone", OperationLog::id(std::optional<RoomId>())});
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArrayList told;
    QCOMPARE(readOperations(file.readAll(), [&](const Record &r) {
                 if (r.op == Op::Heard) {
                     QCOMPARE(r.room, room.toText());
                     QCOMPARE(r.account, account.toText());
                     QCOMPARE(r.number(2), 2);
                     told.append(r.text(5));
                 }
                 if (r.op == Op::Fault)
                     told.append(r.text(0));
             }), QString());
    QCOMPARE(told, QByteArrayList({"a - b\n%20 가", ""}));
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, const OperationLog again(path)); // a log is never written over
}

QTEST_GUILESS_MAIN(TestChecker)
#include "tst_checker.moc"
