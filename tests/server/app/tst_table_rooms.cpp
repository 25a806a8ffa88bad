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

//! An open table with three who sit there; a fourth seat is free.
struct OpenTable : Cafe {
    OpenTable()
    {
        table = offer(std::nullopt, 4);
        room = *stored(table).room;
        for (Guest *guest : {&one, &two}) {
            if (join(*guest, table))
                qFatal("no seat");
        }
    }
    const Room &seenRoom(Guest &who) { return who.latest<ev::RoomState>()->room; }

    TableId table;
    RoomId room;
};

} // namespace

//! The room of a coffee table: who is in it, what may be said there, when it ends.
class TestTableRooms : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itOpensAtItsTime();
    void aTableForNowOpensAtOnce();
    void nothingInItTellsWhoIsWho();
    void whoComesLaterComesIn();
    void whoGoesIsOutOfBoth();
    void leavingTheRoomIsLeavingTheTable();
    void theHostWhoLeavesTheRoomEndsTheTable();
    void whoIsRemovedIsOutOfTheRoom();
    void theSeatThatIsFreeIsOfferedInTheRoomToo();
    void membersWriteAsInAGroup();
    void nobodySeesWhoReadsOrTypes();
    void itsNameIsTheTopic();
    void itEndsADayAfterTheLastWord();
    void aRestartChangesNothing();
    void itIsKeptWhileAllWantThat();
    void afterTheEndItIsReadForADay();
    void blockingThereHidesTheMember();
    void nothingOfAGroupWorksThere();
};

void TestTableRooms::itOpensAtItsTime()
{
    Cafe cafe;
    const TableId table = cafe.offer(1h, 3);
    QCOMPARE(cafe.join(cafe.one, table), Refusal());
    cafe.counter.passUnseen(1h - 1s);
    cafe.counter.pass(900ms);
    QVERIFY(!cafe.look(cafe.one, table).room);
    cafe.counter.pass(100ms);
    const Table seen = cafe.look(cafe.one, table);
    QCOMPARE(seen.phase, TablePhase::Open);
    QVERIFY(seen.room);
    QVERIFY(!cafe.look(cafe.two, table).room);
    QCOMPARE(cafe.inRoom(*seen.room), (QStringList{u"host"_s, u"one"_s}));
    QCOMPARE(cafe.notices(*seen.room), QStringList{u"1: table books"_s});
    QCOMPARE(cafe.one.latest<ev::RoomState>()->room.kind, RoomKind::Table);
    QCOMPARE(cafe.one.latest<ev::RoomMessage>()->message.text, u"table books"_s);
    QCOMPARE(cafe.told(cafe.one), std::optional(seen));
    QCOMPARE(cafe.say(cafe.one, *seen.room), Refusal());
}

void TestTableRooms::aTableForNowOpensAtOnce()
{
    Cafe cafe;
    const TableId table = cafe.offer(std::nullopt);
    QCOMPARE(cafe.look(cafe.host, table).phase, TablePhase::Open);
    QCOMPARE(cafe.inRoom(*cafe.stored(table).room), QStringList{u"host"_s});
    const TableId other = cafe.offer(0h);
    QCOMPARE(cafe.look(cafe.host, other).phase, TablePhase::Open);
}

void TestTableRooms::nothingInItTellsWhoIsWho()
{
    OpenTable t;
    const Room seen = t.seenRoom(t.one);
    QCOMPARE(seen.members.size(), 3);
    for (const Member &member : seen.members) {
        QVERIFY(member.name.startsWith("Lady "_L1));
        QVERIFY(!member.presence);
        QVERIFY(member.number == seen.me || (member.read == 0 && member.got == 0));
    }
    const auto list = t.counter.read(t.one, cmd::ListRooms{});
    QCOMPARE(list->rooms.size(), 1);
    QCOMPARE(list->rooms.first().room, t.room);
}

void TestTableRooms::whoComesLaterComesIn()
{
    OpenTable t;
    QCOMPARE(t.inRoom(t.room), (QStringList{u"host"_s, u"one"_s, u"two"_s}));
    QCOMPARE(t.join(t.three, t.table), Refusal());
    QCOMPARE(t.inRoom(t.room).last(), u"three"_s);
    QCOMPARE(t.notices(t.room).last(), u"4: joined"_s);
    QCOMPARE(t.seenRoom(t.three).room, t.room);
    QCOMPARE(t.say(t.three, t.room), Refusal());
    QCOMPARE(t.say(t.four, t.room), Refusal(ErrorCode::RoomNotFound));
}

void TestTableRooms::whoGoesIsOutOfBoth()
{
    OpenTable t;
    QCOMPARE(t.leave(t.one, t.table), Refusal());
    QCOMPARE(t.inRoom(t.room), (QStringList{u"host"_s, u"two"_s}));
    QCOMPARE(t.notices(t.room).last(), u"2: left"_s);
    t.counter.skip(1ms);
    QCOMPARE(t.say(t.one, t.room), Refusal(ErrorCode::RoomLeft));
    QCOMPARE(t.counter.read(t.one, cmd::History{t.room, {}, {}, 10}).error().code, ErrorCode::RoomLeft);
    // Back again under the same number.
    QCOMPARE(t.join(t.one, t.table), Refusal());
    QCOMPARE(t.notices(t.room).last(), u"2: joined"_s);
    QCOMPARE(t.say(t.one, t.room), Refusal());
}

void TestTableRooms::leavingTheRoomIsLeavingTheTable()
{
    OpenTable t;
    QCOMPARE(t.refusal(t.one, cmd::Leave{t.room}), Refusal());
    QCOMPARE(t.names(t.table), (QStringList{u"host"_s, u"two"_s}));
    QCOMPARE(t.inRoom(t.room), (QStringList{u"host"_s, u"two"_s}));
    QCOMPARE(t.told(t.one)->mine, Standing::None);
    QCOMPARE(t.refusal(t.one, cmd::Leave{t.room}), Refusal());
    QCOMPARE(t.refusal(t.four, cmd::Leave{t.room}), Refusal(ErrorCode::RoomNotFound));
}

void TestTableRooms::theHostWhoLeavesTheRoomEndsTheTable()
{
    OpenTable t;
    QCOMPARE(t.refusal(t.host, cmd::Leave{t.room}), Refusal());
    QCOMPARE(t.look(t.one, t.table).phase, TablePhase::Ended);
    QCOMPARE(t.inRoom(t.room), (QStringList{u"one"_s, u"two"_s}));
    QCOMPARE(t.say(t.one, t.room), Refusal(ErrorCode::RoomEnded));
    // Who is left can go as well, and stays somebody who was there.
    QCOMPARE(t.leave(t.one, t.table), Refusal());
    QCOMPARE(t.refusal(t.two, cmd::Leave{t.room}), Refusal());
    QVERIFY(t.inRoom(t.room).isEmpty());
    QCOMPARE(t.counter.read(t.one, cmd::ListTables{true, true, {}})->tables.size(), 1);
}

void TestTableRooms::whoIsRemovedIsOutOfTheRoom()
{
    OpenTable t;
    QCOMPARE(t.refusal(t.host, cmd::RemoveFromTable{t.table, t.personaOf(t.one)}), Refusal());
    QCOMPARE(t.inRoom(t.room), (QStringList{u"host"_s, u"two"_s}));
    QCOMPARE(t.notices(t.room).last(), u"1: removed 2"_s);
    QVERIFY(t.seenRoom(t.one).members[1].left);
    t.counter.skip(1ms);
    const auto heard = t.one.events.size();
    QCOMPARE(t.say(t.two, t.room), Refusal());
    QCOMPARE(t.one.events.size(), heard);
    QCOMPARE(t.join(t.one, t.table), Refusal(ErrorCode::TableNotFound));
}

void TestTableRooms::theSeatThatIsFreeIsOfferedInTheRoomToo()
{
    OpenTable t;
    QCOMPARE(t.join(t.three, t.table), Refusal());
    QCOMPARE(t.join(t.four, t.table, true), Refusal());
    QCOMPARE(t.leave(t.two, t.table), Refusal());
    QCOMPARE(t.inRoom(t.room), (QStringList{u"host"_s, u"one"_s, u"three"_s})); // it is only kept
    QCOMPARE(t.join(t.four, t.table), Refusal());
    QCOMPARE(t.inRoom(t.room), (QStringList{u"host"_s, u"one"_s, u"three"_s, u"four"_s}));
}

void TestTableRooms::membersWriteAsInAGroup()
{
    OpenTable t;
    for (int i = 0; i < 2 * limits::strangerMessages; ++i) // nobody is a stranger who has taken a seat
        QCOMPARE(t.say(t.one, t.room, u"https://example.org"_s), Refusal());
    const auto mention = t.counter.ask(t.one, cmd::Send{t.room, ClientId::random(t.rng), u"@two"_s, {}, QList<int>{3}});
    QVERIFY(mention);
    QCOMPARE(t.refusal(t.one, cmd::Edit{t.room, mention->seq, u"@two!"_s}), Refusal());
    QCOMPARE(t.refusal(t.two, cmd::React{t.room, mention->seq, u"👍"_s, true}), Refusal());
    QCOMPARE(t.refusal(t.two, cmd::Erase{t.room, mention->seq}), Refusal(ErrorCode::MessageNotOwn));
    QCOMPARE(t.refusal(t.host, cmd::Erase{t.room, mention->seq}), Refusal(ErrorCode::MessageNotOwn));
    QCOMPARE(t.refusal(t.one, cmd::Erase{t.room, mention->seq}), Refusal());
}

void TestTableRooms::nobodySeesWhoReadsOrTypes()
{
    OpenTable t;
    const auto head = t.counter.stores().rooms.find(t.room)->head;
    const auto heard = t.two.events.size();
    QCOMPARE(t.refusal(t.one, cmd::Read{t.room, head}), Refusal());
    QCOMPARE(t.refusal(t.one, cmd::Got{t.room, head}), Refusal());
    QVERIFY(t.counter.read(t.one, cmd::Typing{t.room}));
    t.counter.disconnect(t.one);
    QCOMPARE(t.two.events.size(), heard);
    QCOMPARE(t.counter.read(t.two, cmd::ListRooms{})->rooms.first().members[1].read, 0);
}

void TestTableRooms::itsNameIsTheTopic()
{
    OpenTable t;
    QCOMPARE(t.seenRoom(t.two).name, std::optional(u"books"_s));
    QCOMPARE(t.refusal(t.host, cmd::RenameTable{t.table, u"films"_s}), Refusal());
    QCOMPARE(t.seenRoom(t.two).name, std::optional(u"films"_s));
    QCOMPARE(t.notices(t.room).last(), u"1: renamed films"_s);
}

void TestTableRooms::itEndsADayAfterTheLastWord()
{
    OpenTable t;
    t.counter.skip(20h);
    QCOMPARE(t.say(t.one, t.room), Refusal());
    t.counter.skip(24h - 1ms);
    QCOMPARE(t.look(t.one, t.table).phase, TablePhase::Open);
    t.counter.skip(1ms);
    QCOMPARE(t.look(t.one, t.table).phase, TablePhase::Ended);
    QCOMPARE(t.seenRoom(t.one).expires, std::optional(t.counter.now() + 24h));
    QVERIFY(!t.counter.stores().tables.due(t.counter.now() + 1000h, 9).contains(t.table));
}

void TestTableRooms::aRestartChangesNothing()
{
    OpenTable t;
    const auto before = t.stored(t.table);
    t.counter.restart();
    t.counter.skip(1s);
    QVERIFY(t.stored(t.table) == before);
    t.counter.passUnseen(30h); // it slept
    t.counter.restart();
    t.counter.skip(1ms);
    QCOMPARE(t.look(t.one, t.table).phase, TablePhase::Ended);
}

void TestTableRooms::itIsKeptWhileAllWantThat()
{
    OpenTable t;
    for (Guest *guest : {&t.host, &t.one, &t.two})
        QCOMPARE(t.refusal(*guest, cmd::KeepTable{t.table, true}), Refusal());
    QVERIFY(t.told(t.one)->kept);
    QCOMPARE(t.told(t.one)->keeping, 3);
    t.counter.skip(100h);
    QCOMPARE(t.look(t.one, t.table).phase, TablePhase::Open);
    QCOMPARE(t.join(t.three, t.table), Refusal());
    QVERIFY(!t.look(t.one, t.table).kept);
    QVERIFY(t.look(t.one, t.table).keep);
    t.counter.skip(24h);
    QCOMPARE(t.look(t.one, t.table).phase, TablePhase::Ended);
}

void TestTableRooms::afterTheEndItIsReadForADay()
{
    OpenTable t;
    QCOMPARE(t.say(t.one, t.room), Refusal());
    const auto seq = t.counter.stores().rooms.find(t.room)->head;
    QCOMPARE(t.refusal(t.host, cmd::CloseTable{t.table}), Refusal());
    QCOMPARE(t.inRoom(t.room).size(), 3);
    QCOMPARE(t.look(t.one, t.table).room, std::optional(t.room));
    const Refusal ended = ErrorCode::RoomEnded;
    QCOMPARE(t.say(t.one, t.room), ended);
    QCOMPARE(t.refusal(t.one, cmd::Edit{t.room, seq, u"other"_s}), ended);
    QCOMPARE(t.refusal(t.two, cmd::React{t.room, seq, u"👍"_s, true}), ended);
    QVERIFY(t.counter.read(t.one, cmd::History{t.room, {}, {}, 10}));
    t.counter.skip(24h - 1ms);
    QVERIFY(t.counter.read(t.one, cmd::History{t.room, {}, {}, 10}));
    t.counter.skip(1ms);
    QCOMPARE(t.counter.read(t.one, cmd::History{t.room, {}, {}, 10}).error().code, ErrorCode::RoomNotFound);
    QVERIFY(!t.look(t.one, t.table).room);
    QVERIFY(!t.counter.stores().rooms.find(t.room)); // with everything in it
    QVERIFY(!t.counter.stores().messages.find(t.room, seq));
}

void TestTableRooms::blockingThereHidesTheMember()
{
    OpenTable t;
    QCOMPARE(t.refusal(t.one, cmd::Block{t.room, {}, 3}), Refusal());
    QCOMPARE(t.one.latest<ev::HiddenState>()->hidden.size(), 1);
    QCOMPARE(t.counter.read(t.one, cmd::ListBlocks{})->blocks.first().name, u"Lady two"_s);
    QCOMPARE(t.say(t.two, t.room), Refusal());
    QCOMPARE(t.inRoom(t.room).size(), 3);
}

void TestTableRooms::nothingOfAGroupWorksThere()
{
    OpenTable t;
    const Refusal kind = ErrorCode::RoomKind;
    QCOMPARE(t.refusal(t.host, cmd::Remove{t.room, 2, false}), kind);
    QCOMPARE(t.refusal(t.host, cmd::Rename{t.room, u"x"_s}), kind);
    QCOMPARE(t.refusal(t.host, cmd::SetExpiry{t.room, Expiry::Hour}), kind);
    QCOMPARE(t.refusal(t.host, cmd::Appoint{t.room, 2, MemberRole::Owner}), kind);
    QCOMPARE(t.inRoom(t.room).size(), 3);
}

QTEST_GUILESS_MAIN(TestTableRooms)
#include "tst_table_rooms.moc"
