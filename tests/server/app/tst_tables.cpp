// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/server/app/cafe.h"

using namespace jjak;
using namespace jjak::app;
using namespace jjak::app::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

namespace {

using Refusal = std::optional<ErrorCode>;

} // namespace

//! Coffee tables: offering, joining, the line and the host's deeds. What their rooms do is tested in tst_table_rooms.cpp.
class TestTables : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoHasNoNameOnlyLooks();
    void whatIsOfferedIsSeen();
    void anOfferThatIsRepeatedIsOneTable();
    void wrongFieldsAreRefused_data();
    void wrongFieldsAreRefused();
    void whoOpensThePostIsToldOfItsTable();
    void onlyTheAuthorOffersOneTableAtATime();
    void twoTablesAtTheSameHourAreAQuestion();
    void seatsAreNeverExceeded();
    void ownEndedAndUnknownTablesAreRefused();
    void theFirstInLineHasTwoMinutes();
    void everybodyConcernedIsTold();
    void theHostAdmits();
    void aNoIsToldToNobody();
    void onlyTheHostMay();
    void whoIsRemovedSeesNothingMore();
    void blocksHideBothWays();
    void whoWaitsWhereTheyAreBlockedMayGo();
    void nobodyIsAdmittedToWhoBlocksThem();
    void listsComeInOrderWithoutGapsOrDoubles();
    void myTablesAreComingOrPast();
    void aCursorFromNowhereIsRefused();
    void repetitionsChangeNothing();
    void aTableThatCannotGoOnStopsNoOther();
};

void TestTables::whoHasNoNameOnlyLooks()
{
    Cafe cafe;
    const TableId table = cafe.offer();
    Guest &nobody = cafe.counter.guest(u"nobody"_s);
    const PersonaId persona = cafe.personaOf(cafe.one);
    const Refusal noName = ErrorCode::LoungeNoName;
    QCOMPARE(cafe.refusal(nobody, cafe.wish(cafe.host)), noName);
    QCOMPARE(cafe.join(nobody, table), noName);
    QCOMPARE(cafe.leave(nobody, table), noName);
    QCOMPARE(cafe.refusal(nobody, cmd::AdmitToTable{table, persona, true}), noName);
    QCOMPARE(cafe.refusal(nobody, cmd::RenameTable{table, u"x"_s}), noName);
    QCOMPARE(cafe.refusal(nobody, cmd::RemoveFromTable{table, persona}), noName);
    QCOMPARE(cafe.refusal(nobody, cmd::CloseTable{table}), noName);
    QCOMPARE(cafe.refusal(nobody, cmd::KeepTable{table, true}), noName);
    QCOMPARE(cafe.look(nobody, table).mine, Standing::None);
    QCOMPARE(cafe.counter.read(nobody, cmd::ListTables{})->tables.size(), 1);
    QCOMPARE(cafe.counter.read(nobody, cmd::ListTables{true, false, {}})->tables.size(), 0);
}

void TestTables::whatIsOfferedIsSeen()
{
    Cafe cafe;
    const auto wish = cafe.wish(cafe.host);
    const TableId id = cafe.offer(cafe.host, wish);
    const Table mine = cafe.look(cafe.host, id), theirs = cafe.look(cafe.one, id);
    QCOMPARE(mine.post, wish.post);
    QCOMPARE(mine.topic, wish.topic);
    QCOMPARE(mine.language, wish.language);
    QCOMPARE(mine.zone, wish.zone);
    QCOMPARE(mine.at, *wish.at);
    QCOMPARE(mine.seats, 3);
    QCOMPARE(mine.phase, TablePhase::Coming);
    QCOMPARE(mine.mine, Standing::Host);
    QCOMPARE(mine.guests, (QList<TableGuest>{{cafe.personaOf(cafe.host), u"Lady host"_s, false}}));
    QVERIFY(!mine.room);
    QCOMPARE(theirs.mine, Standing::None);
    QCOMPARE(theirs.guests, mine.guests);
    QCOMPARE(cafe.told(cafe.host), std::optional(mine));
    QVERIFY(!cafe.told(cafe.one));
}

void TestTables::anOfferThatIsRepeatedIsOneTable()
{
    Cafe cafe;
    const auto wish = cafe.wish(cafe.host);
    const TableId first = cafe.offer(cafe.host, wish);
    QCOMPARE(cafe.offer(cafe.host, wish), first);
    QCOMPARE(cafe.refusal(cafe.host, cmd::CloseTable{first}), Refusal());
    QCOMPARE(cafe.offer(cafe.host, wish), first); // also when it has ended
    QCOMPARE(cafe.counter.read(cafe.host, cmd::ListTables{})->tables.size(), 0);
}

void TestTables::wrongFieldsAreRefused_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("reason");
    QTest::newRow("a topic of blanks") << 0 << u"args.topic"_s << u"characters"_s;
    QTest::newRow("a language that is none") << 1 << u"args.language"_s << u"characters"_s;
    QTest::newRow("a language in another script") << 2 << u"args.language"_s << u"characters"_s;
    QTest::newRow("the past") << 3 << u"args.at"_s << u"range"_s;
    QTest::newRow("too far ahead") << 4 << u"args.at"_s << u"range"_s;
    QTest::newRow("no such zone") << 5 << u"args.zone"_s << u"value"_s;
}

void TestTables::wrongFieldsAreRefused()
{
    QFETCH(int, which);
    QFETCH(QString, field);
    QFETCH(QString, reason);
    Cafe cafe;
    auto wish = cafe.wish(cafe.host);
    switch (which) {
    case 0: wish.topic = u"   "_s; break;
    case 1: wish.language = u"k o"_s; break;
    case 2: wish.language = u"한국"_s; break;
    case 3: wish.at = cafe.counter.now() - 1ms; break;
    case 4: wish.at = cafe.counter.now() + std::chrono::days(30) + 1ms; break;
    case 5: wish.zone = u"Asia/Atlantis"_s; break;
    }
    const auto reply = cafe.counter.ask(cafe.host, wish);
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, ErrorCode::ProtocolBadField);
    QCOMPARE(reply.error().field, field);
    QCOMPARE(reply.error().reason, reason);
    QVERIFY(!cafe.counter.stores().tables.ofPost(wish.post));
}

void TestTables::whoOpensThePostIsToldOfItsTable()
{
    Cafe cafe;
    const auto wish = cafe.wish(cafe.host);
    const auto seenBy = [&](Guest &who) { return cafe.counter.read(who, cmd::OpenPost{wish.post})->table; };
    QVERIFY(!seenBy(cafe.one));
    const TableId table = cafe.offer(cafe.host, wish);
    QVERIFY(!cafe.join(cafe.two, table));
    const auto seen = seenBy(cafe.one);
    QVERIFY(seen);
    QCOMPARE(*seen, cafe.look(cafe.one, table));
    QCOMPARE(seen->guests.size(), 2);
    QCOMPARE(seen->mine, Standing::None);
    QCOMPARE(seenBy(cafe.two)->mine, Standing::Seated);
    cafe.block(cafe.one, cafe.two); // somebody who sits there, not the author
    QVERIFY(!seenBy(cafe.one));
    QVERIFY(!cafe.refusal(cafe.host, cmd::CloseTable{table}));
    QVERIFY(!seenBy(cafe.two));
}

void TestTables::onlyTheAuthorOffersOneTableAtATime()
{
    Cafe cafe;
    auto wish = cafe.wish(cafe.host);
    QCOMPARE(cafe.refusal(cafe.one, wish), Refusal(ErrorCode::LoungeNotOwn));
    cafe.block(cafe.host, cafe.one);
    QCOMPARE(cafe.refusal(cafe.one, wish), Refusal(ErrorCode::PostNotFound));
    wish.post = PostId::random(cafe.rng);
    QCOMPARE(cafe.refusal(cafe.host, wish), Refusal(ErrorCode::PostNotFound));
    wish = cafe.wish(cafe.host, std::chrono::days(30));
    const TableId first = cafe.offer(cafe.host, wish);
    wish.cid = ClientId::random(cafe.rng);
    QCOMPARE(cafe.refusal(cafe.host, wish), Refusal(ErrorCode::TableOpen));
    QCOMPARE(cafe.refusal(cafe.host, cmd::CloseTable{first}), Refusal());
    QVERIFY(cafe.offer(cafe.host, wish) != first);
}

void TestTables::twoTablesAtTheSameHourAreAQuestion()
{
    Cafe cafe;
    const TableId first = cafe.offer(5h);
    auto near = cafe.wish(cafe.host, 6h - 1ms), apart = cafe.wish(cafe.host, 6h), now = cafe.wish(cafe.host, {});
    near.sure = apart.sure = now.sure = false;
    QCOMPARE(cafe.refusal(cafe.host, near), Refusal(ErrorCode::TableSameHour));
    QCOMPARE(cafe.refusal(cafe.host, apart), Refusal());
    QCOMPARE(cafe.refusal(cafe.host, now), Refusal());
    near.sure = true;
    QCOMPARE(cafe.refusal(cafe.host, near), Refusal());
    // A place in line counts, an ended table does not.
    const TableId other = cafe.offer(cafe.one, cafe.wish(cafe.one, 5h + 30min, 2));
    QCOMPARE(cafe.join(cafe.two, other), Refusal());
    QCOMPARE(cafe.join(cafe.three, other, true), Refusal());
    for (Guest *guest : {&cafe.one, &cafe.two, &cafe.three})
        QCOMPARE(cafe.refusal(*guest, cmd::JoinTable{first, false, false}), Refusal(ErrorCode::TableSameHour));
    QCOMPARE(cafe.look(cafe.two, first).mine, Standing::None);
    QCOMPARE(cafe.refusal(cafe.one, cmd::CloseTable{other}), Refusal());
    QCOMPARE(cafe.refusal(cafe.two, cmd::JoinTable{first, false, false}), Refusal());
    QCOMPARE(cafe.refusal(cafe.two, cmd::JoinTable{first, false, false}), Refusal()); // it is not at the same hour as itself
}

void TestTables::seatsAreNeverExceeded()
{
    Cafe cafe;
    const TableId table = cafe.offer();
    cafe.counter.together({{&cafe.one, cmd::JoinTable{table}}, {&cafe.two, cmd::JoinTable{table}}, {&cafe.three, cmd::JoinTable{table}}, {&cafe.four, cmd::JoinTable{table}}});
    QCOMPARE(cafe.names(table), (QStringList{u"host"_s, u"one"_s, u"two"_s}));
    QCOMPARE(cafe.join(cafe.three, table), Refusal(ErrorCode::TableFull));
    QCOMPARE(cafe.join(cafe.three, table, true), Refusal());
    QCOMPARE(cafe.look(cafe.three, table).place, 1);
    QCOMPARE(cafe.look(cafe.host, table).line, 1);
}

void TestTables::ownEndedAndUnknownTablesAreRefused()
{
    Cafe cafe;
    const TableId table = cafe.offer();
    QCOMPARE(cafe.join(cafe.host, table), Refusal(ErrorCode::TableOwn));
    QCOMPARE(cafe.refusal(cafe.host, cmd::RemoveFromTable{table, cafe.personaOf(cafe.host)}), Refusal(ErrorCode::TableOwn));
    const TableId nowhere = TableId::random(cafe.rng);
    QCOMPARE(cafe.join(cafe.one, nowhere), Refusal(ErrorCode::TableNotFound));
    QCOMPARE(cafe.leave(cafe.one, nowhere), Refusal(ErrorCode::TableNotFound));
    QCOMPARE(cafe.counter.read(cafe.one, cmd::LookAtTable{nowhere}).error().code, ErrorCode::TableNotFound);
    QCOMPARE(cafe.refusal(cafe.host, cmd::CloseTable{table}), Refusal());
    const Refusal ended = ErrorCode::TableEnded;
    QCOMPARE(cafe.join(cafe.one, table), ended);
    QCOMPARE(cafe.refusal(cafe.host, cmd::RenameTable{table, u"x"_s}), ended);
    QCOMPARE(cafe.refusal(cafe.host, cmd::KeepTable{table, true}), ended);
    QCOMPARE(cafe.refusal(cafe.host, cmd::RemoveFromTable{table, cafe.personaOf(cafe.one)}), ended);
    QCOMPARE(cafe.refusal(cafe.host, cmd::AdmitToTable{table, cafe.personaOf(cafe.one), true}), ended);
    QVERIFY(cafe.look(cafe.host, table).guests.isEmpty());
}

void TestTables::theFirstInLineHasTwoMinutes()
{
    Cafe cafe;
    const TableId table = cafe.offer(1h, 2);
    QCOMPARE(cafe.join(cafe.one, table), Refusal());
    for (Guest *guest : {&cafe.two, &cafe.three})
        QCOMPARE(cafe.join(*guest, table, true), Refusal());
    QCOMPARE(cafe.leave(cafe.one, table), Refusal());
    QCOMPARE(cafe.told(cafe.two)->mine, Standing::Offered);
    QCOMPARE(cafe.told(cafe.two)->until, std::optional(cafe.counter.now() + 2min));
    QCOMPARE(cafe.told(cafe.three)->place, 1);
    QCOMPARE(cafe.join(cafe.one, table), Refusal(ErrorCode::TableFull));
    cafe.counter.restart(); // what is stored goes on
    cafe.counter.pass(2min);
    QCOMPARE(cafe.told(cafe.two)->mine, Standing::None);
    QCOMPARE(cafe.told(cafe.three)->mine, Standing::Offered);
    QCOMPARE(cafe.join(cafe.three, table), Refusal());
    QCOMPARE(cafe.names(table), (QStringList{u"host"_s, u"three"_s}));
    QCOMPARE(cafe.join(cafe.two, table), Refusal(ErrorCode::TableFull));
}

void TestTables::everybodyConcernedIsTold()
{
    Cafe cafe;
    const TableId table = cafe.offer(1h, 2);
    QCOMPARE(cafe.join(cafe.one, table), Refusal());
    QCOMPARE(cafe.join(cafe.two, table, true), Refusal());
    QCOMPARE(cafe.refusal(cafe.host, cmd::RenameTable{table, u" other   books "_s}), Refusal());
    for (Guest *guest : {&cafe.host, &cafe.one, &cafe.two}) {
        QCOMPARE(cafe.told(*guest)->topic, u"other books"_s);
        QCOMPARE(cafe.told(*guest), std::optional(cafe.look(*guest, table)));
    }
    QVERIFY(!cafe.told(cafe.three));
    QCOMPARE(cafe.refusal(cafe.host, cmd::CloseTable{table}), Refusal());
    QCOMPARE(cafe.told(cafe.two)->phase, TablePhase::Ended);
    QCOMPARE(cafe.told(cafe.two)->mine, Standing::None);
}

void TestTables::theHostAdmits()
{
    Cafe cafe;
    const TableId table = cafe.offer(1h, 3, true);
    QCOMPARE(cafe.join(cafe.one, table), Refusal());
    QCOMPARE(cafe.look(cafe.one, table).mine, Standing::Asked);
    QCOMPARE(cafe.told(cafe.host)->asking, (QList<TableGuest>{{cafe.personaOf(cafe.one), u"Lady one"_s, false}}));
    QVERIFY(cafe.look(cafe.one, table).asking.isEmpty());
    QCOMPARE(cafe.refusal(cafe.host, cmd::AdmitToTable{table, cafe.personaOf(cafe.one), true}), Refusal());
    QCOMPARE(cafe.told(cafe.one)->mine, Standing::Seated);
    QCOMPARE(cafe.refusal(cafe.host, cmd::AdmitToTable{table, cafe.personaOf(cafe.two), true}), Refusal(ErrorCode::GuestNotFound));
    QCOMPARE(cafe.refusal(cafe.host, cmd::AdmitToTable{table, PersonaId::random(cafe.rng), true}), Refusal(ErrorCode::GuestNotFound));
    QCOMPARE(cafe.refusal(cafe.host, cmd::RemoveFromTable{table, cafe.personaOf(cafe.two)}), Refusal(ErrorCode::GuestNotFound));
}

void TestTables::aNoIsToldToNobody()
{
    Cafe cafe;
    const TableId table = cafe.offer(1h, 3, true);
    QCOMPARE(cafe.join(cafe.one, table), Refusal());
    QCOMPARE(cafe.refusal(cafe.host, cmd::AdmitToTable{table, cafe.personaOf(cafe.one), false}), Refusal());
    QVERIFY(cafe.look(cafe.host, table).asking.isEmpty());
    QCOMPARE(cafe.look(cafe.one, table).mine, Standing::Asked);
    QCOMPARE(cafe.told(cafe.one)->mine, Standing::Asked);
    QCOMPARE(cafe.leave(cafe.one, table), Refusal());
    QCOMPARE(cafe.join(cafe.one, table), Refusal());
    QCOMPARE(cafe.look(cafe.one, table).mine, Standing::Asked);
    QVERIFY(cafe.look(cafe.host, table).asking.isEmpty());
}

void TestTables::onlyTheHostMay()
{
    Cafe cafe;
    const TableId table = cafe.offer();
    QCOMPARE(cafe.join(cafe.one, table), Refusal());
    const Refusal notHost = ErrorCode::TableNotHost;
    for (Guest *guest : {&cafe.one, &cafe.two}) {
        QCOMPARE(cafe.refusal(*guest, cmd::AdmitToTable{table, cafe.personaOf(cafe.one), true}), notHost);
        QCOMPARE(cafe.refusal(*guest, cmd::RenameTable{table, u"x"_s}), notHost);
        QCOMPARE(cafe.refusal(*guest, cmd::RemoveFromTable{table, cafe.personaOf(cafe.one)}), notHost);
        QCOMPARE(cafe.refusal(*guest, cmd::CloseTable{table}), notHost);
    }
    QCOMPARE(cafe.refusal(cafe.two, cmd::KeepTable{table, true}), Refusal(ErrorCode::GuestNotFound));
    QCOMPARE(cafe.stored(table).topic, u"books"_s);
    QCOMPARE(cafe.names(table), (QStringList{u"host"_s, u"one"_s}));
}

void TestTables::whoIsRemovedSeesNothingMore()
{
    Cafe cafe;
    const TableId table = cafe.offer();
    QCOMPARE(cafe.join(cafe.one, table), Refusal());
    QCOMPARE(cafe.refusal(cafe.host, cmd::RemoveFromTable{table, cafe.personaOf(cafe.one)}), Refusal());
    QCOMPARE(cafe.told(cafe.one)->mine, Standing::None);
    QCOMPARE(cafe.join(cafe.one, table), Refusal(ErrorCode::TableNotFound));
    QCOMPARE(cafe.counter.read(cafe.one, cmd::LookAtTable{table}).error().code, ErrorCode::TableNotFound);
    QVERIFY(cafe.counter.read(cafe.one, cmd::ListTables{})->tables.isEmpty());
    const auto heard = cafe.one.events.size();
    QCOMPARE(cafe.join(cafe.two, table), Refusal());
    QCOMPARE(cafe.one.events.size(), heard);
}

void TestTables::blocksHideBothWays()
{
    Cafe cafe;
    const TableId table = cafe.offer();
    QCOMPARE(cafe.join(cafe.one, table), Refusal());
    cafe.block(cafe.host, cafe.two);   // by the host
    cafe.block(cafe.three, cafe.one); // of a guest
    for (Guest *guest : {&cafe.two, &cafe.three}) {
        const Refusal notFound = ErrorCode::TableNotFound;
        QCOMPARE(cafe.join(*guest, table), notFound);
        QCOMPARE(cafe.leave(*guest, table), notFound);
        QCOMPARE(cafe.refusal(*guest, cmd::KeepTable{table, true}), notFound);
        QCOMPARE(cafe.refusal(*guest, cmd::CloseTable{table}), notFound);
        QCOMPARE(cafe.counter.read(*guest, cmd::LookAtTable{table}).error().code, ErrorCode::TableNotFound);
        QVERIFY(cafe.counter.read(*guest, cmd::ListTables{})->tables.isEmpty());
    }
    QCOMPARE(cafe.leave(cafe.one, table), Refusal());
    QCOMPARE(cafe.join(cafe.three, table), Refusal()); // whom it was about has gone
    cafe.block(cafe.host, cafe.three);
    QCOMPARE(cafe.look(cafe.three, table).mine, Standing::Seated); // who sits already goes by their own will
}

void TestTables::whoWaitsWhereTheyAreBlockedMayGo()
{
    Cafe cafe;
    const TableId table = cafe.offer(1h, 2);
    QCOMPARE(cafe.join(cafe.one, table), Refusal());
    QCOMPARE(cafe.join(cafe.two, table, true), Refusal());
    cafe.block(cafe.host, cafe.two);
    QCOMPARE(cafe.leave(cafe.one, table), Refusal());
    QCOMPARE(cafe.join(cafe.two, table), Refusal(ErrorCode::TableNotFound)); // the seat is kept for them in vain
    QCOMPARE(cafe.leave(cafe.two, table), Refusal());
    QCOMPARE(cafe.stored(table).standingOf(cafe.two.identity.account), Standing::None);
}

void TestTables::nobodyIsAdmittedToWhoBlocksThem()
{
    Cafe cafe;
    const TableId table = cafe.offer(1h, 3, true);
    for (Guest *guest : {&cafe.one, &cafe.two})
        QCOMPARE(cafe.join(*guest, table), Refusal());
    QCOMPARE(cafe.refusal(cafe.host, cmd::AdmitToTable{table, cafe.personaOf(cafe.one), true}), Refusal());
    cafe.block(cafe.two, cafe.one);
    QVERIFY(cafe.look(cafe.host, table).asking.isEmpty());
    QCOMPARE(cafe.refusal(cafe.host, cmd::AdmitToTable{table, cafe.personaOf(cafe.two), true}), Refusal(ErrorCode::GuestNotFound));
    QCOMPARE(cafe.names(table), (QStringList{u"host"_s, u"one"_s}));
}

void TestTables::listsComeInOrderWithoutGapsOrDoubles()
{
    Cafe cafe;
    QList<std::pair<Time, TableId>> expected;
    for (int i = 0; i < 2 * limits::tablesPage + 5; ++i) {
        const auto wish = cafe.wish(i % 2 ? cafe.host : cafe.one, std::chrono::minutes(10 + i * 7 % 20)); // many at the same moment
        expected.append({*wish.at, cafe.offer(i % 2 ? cafe.host : cafe.one, wish)});
    }
    std::ranges::sort(expected);
    QList<TableId> found;
    cmd::ListTables list;
    do {
        const auto page = cafe.counter.read(cafe.two, list);
        QVERIFY(page->tables.size() <= limits::tablesPage);
        for (const Table &table : page->tables)
            found.append(table.table);
        list.after = page->next;
        if (found.size() == limits::tablesPage) { // what ends between two pages moves nothing
            QVERIFY(cafe.counter.ask(cafe.stored(found[3]).host == cafe.host.identity.account ? cafe.host : cafe.one, cmd::CloseTable{found[3]}));
        }
    } while (list.after);
    QCOMPARE(found.size(), expected.size());
    for (qsizetype i = 0; i < found.size(); ++i)
        QCOMPARE(found[i], expected[i].second);
}

void TestTables::myTablesAreComingOrPast()
{
    Cafe cafe;
    QList<TableId> tables;
    for (int i = 0; i < limits::tablesPage + 2; ++i)
        tables.append(cafe.offer(std::chrono::minutes(60 + i)));
    const TableId waiting = cafe.offer(cafe.two, cafe.wish(cafe.two, 3h, 2));
    QCOMPARE(cafe.join(cafe.three, waiting), Refusal());
    QCOMPARE(cafe.join(cafe.one, waiting, true), Refusal());
    for (const TableId table : {tables[0], tables[1]})
        QCOMPARE(cafe.join(cafe.one, table), Refusal());
    const auto mine = [&](Guest &who, bool past, std::optional<QString> after = {}) {
        QList<TableId> out;
        const auto page = cafe.counter.read(who, cmd::ListTables{true, past, after});
        for (const Table &table : page->tables)
            out.append(table.table);
        return std::pair(out, page->next);
    };
    QCOMPARE(mine(cafe.one, false).first, (QList{tables[0], tables[1], waiting}));
    for (const TableId table : tables)
        QCOMPARE(cafe.refusal(cafe.host, cmd::CloseTable{table}), Refusal());
    QCOMPARE(cafe.refusal(cafe.two, cmd::CloseTable{waiting}), Refusal());
    QVERIFY(mine(cafe.one, false).first.isEmpty());
    QCOMPARE(mine(cafe.one, true).first, (QList{tables[1], tables[0]})); // who only waited has nothing to do with it any more
    const auto first = mine(cafe.host, true), second = mine(cafe.host, true, first.second);
    QList<TableId> latestFirst(tables.rbegin(), tables.rend());
    QCOMPARE(first.first + second.first, latestFirst);
    QVERIFY(!second.second);
}

void TestTables::aCursorFromNowhereIsRefused()
{
    Cafe cafe;
    for (const QString &after : {u"x"_s, u"!!!"_s, QString(32, u'_'), QString(33, u'a'), QString(31, u'a')}) {
        for (const bool mine : {true, false}) {
            const auto page = cafe.counter.read(cafe.one, cmd::ListTables{mine, false, after});
            QVERIFY2(!page, qPrintable(after));
            QCOMPARE(page.error().code, ErrorCode::ProtocolBadField);
            QCOMPARE(page.error().field, u"args.after"_s);
            QCOMPARE(page.error().reason, u"characters"_s);
        }
    }
}

void TestTables::repetitionsChangeNothing()
{
    Cafe cafe;
    const TableId table = cafe.offer(1h, 3, true);
    const auto twice = [&](Guest &who, const auto &command) {
        QCOMPARE(cafe.refusal(who, command), Refusal());
        const auto before = cafe.stored(table);
        const auto heard = cafe.host.events.size() + cafe.one.events.size();
        QCOMPARE(cafe.refusal(who, command), Refusal());
        QVERIFY(cafe.stored(table) == before);
        QCOMPARE(cafe.host.events.size() + cafe.one.events.size(), heard);
    };
    twice(cafe.one, cmd::JoinTable{table});
    twice(cafe.host, cmd::AdmitToTable{table, cafe.personaOf(cafe.one), true});
    twice(cafe.one, cmd::KeepTable{table, true});
    twice(cafe.host, cmd::RenameTable{table, u"films"_s});
    twice(cafe.two, cmd::JoinTable{table});
    twice(cafe.host, cmd::AdmitToTable{table, cafe.personaOf(cafe.two), false});
    twice(cafe.two, cmd::LeaveTable{table});
    twice(cafe.host, cmd::RemoveFromTable{table, cafe.personaOf(cafe.one)});
    twice(cafe.host, cmd::CloseTable{table});
    twice(cafe.host, cmd::LeaveTable{table});
}

void TestTables::aTableThatCannotGoOnStopsNoOther()
{
    Cafe cafe;
    const TableId stuck = cafe.offer(1h), other = cafe.offer(1h);
    cafe.counter.database().change(u"CREATE TRIGGER stuck BEFORE UPDATE ON coffee_table WHEN new.topic = 'stuck' AND new.phase = 1 BEGIN SELECT RAISE(ABORT, 'stuck'); END"_s);
    QCOMPARE(cafe.refusal(cafe.host, cmd::RenameTable{stuck, u"stuck"_s}), Refusal());
    cafe.counter.skip(1h);
    QCOMPARE(cafe.look(cafe.host, other).phase, TablePhase::Open);
    QCOMPARE(cafe.look(cafe.host, stuck).phase, TablePhase::Coming);
    QVERIFY(!cafe.counter.stores().tables.due(cafe.counter.now(), 9).contains(stuck)); // it is not tried without end
    cafe.counter.database().change(u"DROP TRIGGER stuck"_s);
    cafe.counter.skip(1h);
    QCOMPARE(cafe.look(cafe.host, stuck).phase, TablePhase::Open);
}

QTEST_GUILESS_MAIN(TestTables)
#include "tst_tables.moc"
