// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/server/app/talk.h"

using namespace jjak;
using namespace jjak::app;
using namespace jjak::app::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

namespace {

qint64 rowsOf(Counter &counter, const QString &table)
{
    return counter.database().value<qint64>(u"SELECT count(*) FROM "_s + table).value_or(-1);
}

Room stateOf(Counter &counter, Guest &who, RoomId room)
{
    const auto snapshot = counter.read(who, cmd::Sync{});
    for (const Room &r : snapshot->rooms) {
        if (r.room == room)
            return r;
    }
    return {};
}

//! A group of the given people with the given roles, in this order; nobody has invited anybody.
RoomId groupOf(Counter &counter, Rng &rng, const QList<std::pair<Guest *, MemberRole>> &people)
{
    RoomRow room;
    room.id = RoomId::random(rng);
    room.kind = RoomKind::Group;
    room.name = u"hikers"_s;
    room.opened = room.active = counter.now();
    QList<MemberRow> members;
    for (const auto &[guest, role] : people) {
        MemberRow member{room.id, int(members.size()) + 1, guest->identity.account, u"n"_s, false, 0, 0, {}};
        member.role = role;
        members.append(member);
    }
    counter.stores().rooms.insert(room, members);
    return room.id;
}

} // namespace

//! What is kept for a time only, and how it goes.
class TestExpiry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eitherOfTwoSaysHowLongMessagesAreKept();
    void inAGroupItTakesTheRight();
    void aDateHasNoSuchThing();
    void whoIsNotThereSaysNothing();
    void whatHasExpiredIsHiddenBeforeItIsSwept();
    void theSweeperTakesRowsAndWhatBelongsToThem();
    void theFloorStopsAtWhatIsKept();
    void aLotGoesInSmallSteps();
    void sendingAgainHasNoEffectStill();
    void aFileGoesAndItsMessageStays();
    void theOperatorsRetentionGoesForAllRooms();
    void evidenceStays();
};

void TestExpiry::eitherOfTwoSaysHowLongMessagesAreKept()
{
    Talk talk;
    const qint64 before = talk.say(talk.one, u"this stays"_s);
    const qint64 version = stateOf(talk.counter, talk.one, talk.room).version;
    QVERIFY(talk.counter.ask(talk.other, cmd::SetExpiry{talk.room, Expiry::Hour}));
    for (Guest *guest : {&talk.one, &talk.other}) {
        const Room &told = guest->latest<ev::RoomState>()->room;
        QCOMPARE(told.expiry, Expiry::Hour);
        QVERIFY(told.version > version);
        QCOMPARE(told.newest->kind, MessageKind::Notice);
        QCOMPARE(told.newest->text, u"expiry 1h"_s);
        QCOMPARE(told.newest->author, stateOf(talk.counter, talk.other, talk.room).me);
        QCOMPARE(told.newest->expires, std::optional(talk.counter.now() + 1h));
    }
    QVERIFY(talk.counter.ask(talk.one, cmd::SetExpiry{talk.room, Expiry::Hour})); // again: no second notice
    const qint64 after = talk.say(talk.one, u"this goes"_s);
    QCOMPARE(after, before + 2);
    QVERIFY(!talk.stored(before).expires);
    QCOMPARE(talk.stored(after).expires, std::optional(talk.counter.now() + 1h));
    QCOMPARE(talk.other.latest<ev::RoomMessage>()->message.expires, talk.stored(after).expires);
    QVERIFY(talk.counter.ask(talk.one, cmd::SetExpiry{talk.room, Expiry::Off}));
    QVERIFY(!talk.stored(talk.say(talk.one, u"this stays too"_s)).expires);
    QCOMPARE(talk.stored(after + 1).text, u"expiry off"_s);
}

void TestExpiry::inAGroupItTakesTheRight()
{
    Counter counter;
    SeededRng rng(3);
    Guest &owner = counter.guest(u"owner"_s), &moderator = counter.guest(u"moderator"_s), &member = counter.guest(u"member"_s), &silent = counter.guest(u"silent"_s);
    const RoomId room = groupOf(counter, rng, {{&owner, MemberRole::Owner}, {&moderator, MemberRole::Moderator}, {&member, MemberRole::Member}, {&silent, MemberRole::ReadOnly}});
    QVERIFY(counter.ask(owner, cmd::SetExpiry{room, Expiry::Week}));
    QVERIFY(counter.ask(moderator, cmd::SetExpiry{room, Expiry::Day}));
    for (Guest *guest : {&member, &silent})
        QCOMPARE(counter.ask(*guest, cmd::SetExpiry{room, Expiry::Off}).error().code, ErrorCode::RoomRole);
    QCOMPARE(counter.stores().rooms.find(room)->expiry, Expiry::Day);
    QCOMPARE(counter.stores().rooms.find(room)->head, 2);
}

void TestExpiry::aDateHasNoSuchThing()
{
    Counter counter;
    SeededRng rng(3);
    Guest &one = counter.guest(u"one"_s);
    RoomRow room;
    room.id = RoomId::random(rng);
    room.kind = RoomKind::Date;
    counter.stores().rooms.insert(room, {{room.id, 1, one.identity.account, u"fox"_s, false, 0, 0, {}}});
    QCOMPARE(counter.ask(one, cmd::SetExpiry{room.id, Expiry::Hour}).error().code, ErrorCode::RoomKind);
    QCOMPARE(counter.stores().rooms.find(room.id)->head, 0);
}

void TestExpiry::whoIsNotThereSaysNothing()
{
    Talk talk;
    Guest &stranger = talk.counter.guest(u"stranger"_s);
    QCOMPARE(talk.refusal(stranger, cmd::SetExpiry{talk.room, Expiry::Hour}), ErrorCode::RoomNotFound);
    QVERIFY(talk.counter.ask(talk.one, cmd::Leave{talk.room}));
    QCOMPARE(talk.refusal(talk.one, cmd::SetExpiry{talk.room, Expiry::Hour}), ErrorCode::RoomLeft);
    QCOMPARE(talk.refusal(talk.other, cmd::SetExpiry{talk.room, Expiry::Hour}), ErrorCode::RoomEnded);
    QCOMPARE(talk.counter.stores().rooms.find(talk.room)->expiry, Expiry::Off);
}

void TestExpiry::whatHasExpiredIsHiddenBeforeItIsSwept()
{
    Talk talk;
    const qint64 kept = talk.say(talk.one, u"pancake recipe"_s);
    QVERIFY(talk.counter.ask(talk.one, cmd::SetExpiry{talk.room, Expiry::Hour}));
    const qint64 gone = talk.say(talk.other, u"pancake secret"_s);
    QVERIFY(talk.counter.ask(talk.other, cmd::Edit{talk.room, gone, u"pancake mystery"_s}));
    talk.counter.passUnseen(1h - 1ms);
    QCOMPARE(talk.counter.read(talk.one, cmd::History{talk.room, {}, {}, 50})->messages.size(), 3);
    QCOMPARE(talk.counter.read(talk.one, cmd::Search{u"pancake"_s, {}, {}})->hits.size(), 2);
    talk.counter.passUnseen(1ms);
    QCOMPARE(rowsOf(talk.counter, u"message"_s), 3); // nothing was swept yet
    for (const cmd::History &page : {cmd::History{talk.room, {}, {}, 50}, cmd::History{talk.room, gone + 1, {}, 50}, cmd::History{talk.room, {}, 0, 50}}) {
        const auto read = talk.counter.read(talk.one, page);
        QCOMPARE(read->messages.size(), 1);
        QCOMPARE(read->messages.first().seq, kept);
        QCOMPARE(read->head, gone);
    }
    QVERIFY(talk.counter.read(talk.one, cmd::Changes{talk.room, 0})->messages.isEmpty());
    QCOMPARE(talk.counter.read(talk.one, cmd::Changes{talk.room, 0})->upTo, 1);
    QCOMPARE(stateOf(talk.counter, talk.one, talk.room).newest->seq, kept);
    QCOMPARE(talk.counter.read(talk.one, cmd::Search{u"pancake"_s, {}, {}})->hits.size(), 1);
    QCOMPARE(talk.refusal(talk.other, cmd::Edit{talk.room, gone, u"?"_s}), ErrorCode::MessageNotFound);
    QCOMPARE(talk.refusal(talk.other, cmd::Erase{talk.room, gone}), ErrorCode::MessageNotFound);
    QCOMPARE(talk.refusal(talk.one, cmd::React{talk.room, gone, u"👍"_s, true}), ErrorCode::MessageNotFound);
}

void TestExpiry::theSweeperTakesRowsAndWhatBelongsToThem()
{
    Talk talk;
    QVERIFY(talk.counter.ask(talk.one, cmd::SetExpiry{talk.room, Expiry::Day}));
    const qint64 seq = talk.say(talk.one, u"first words"_s);
    QVERIFY(talk.counter.ask(talk.one, cmd::Edit{talk.room, seq, u"other words"_s}));
    talk.counter.skip(std::chrono::days(1) - 1s);
    QCOMPARE(rowsOf(talk.counter, u"message"_s), 2);
    talk.counter.pass(1s); // the server comes by itself, when it is time
    QCOMPARE(rowsOf(talk.counter, u"message"_s), 0);
    QCOMPARE(rowsOf(talk.counter, u"earlier"_s), 0);
    const Room told = talk.other.latest<ev::RoomState>()->room;
    QCOMPARE(told.floor, seq);
    QCOMPARE(told.head, seq);
    QVERIFY(!told.newest);
    QCOMPARE(told.members.at(told.me - 1).read, seq); // nothing is unread any more
    QCOMPARE(told.members.at(told.me - 1).got, seq);
    QCOMPARE(stateOf(talk.counter, talk.other, talk.room), told);
    QCOMPARE(talk.say(talk.other, u"and on"_s), seq + 1);
}

void TestExpiry::theFloorStopsAtWhatIsKept()
{
    Talk talk;
    QVERIFY(talk.counter.ask(talk.one, cmd::SetExpiry{talk.room, Expiry::Hour}));
    talk.say(talk.one, u"goes"_s);
    QVERIFY(talk.counter.ask(talk.one, cmd::SetExpiry{talk.room, Expiry::Off}));
    const qint64 kept = talk.say(talk.one, u"stays"_s);
    QVERIFY(talk.counter.ask(talk.one, cmd::SetExpiry{talk.room, Expiry::Hour}));
    const qint64 last = talk.say(talk.one, u"goes too"_s);
    talk.counter.skip(1h);
    const Room room = stateOf(talk.counter, talk.other, talk.room);
    QCOMPARE(room.floor, 2); // the notice that turned it off stays as well
    QCOMPARE(room.head, last);
    QCOMPARE(room.newest->seq, kept);
    QCOMPARE(room.members.at(room.me - 1).read, 2);
    QCOMPARE(talk.counter.read(talk.other, cmd::History{talk.room, {}, {}, 50})->messages.size(), 2);
}

void TestExpiry::aLotGoesInSmallSteps()
{
    Talk talk;
    constexpr int step = expiry::Sweeper::messagesAStep;
    for (int i = 0; i < 2 * step + 50; ++i) {
        Message message{0, 1, MessageKind::Text, u"x"_s, talk.counter.now(), {}};
        message.expires = talk.counter.now() + 1h;
        talk.counter.stores().messages.append({talk.room, message, {}});
    }
    const auto told = [&] { return std::ranges::count_if(talk.one.events, [](const Event &e) { return std::holds_alternative<ev::RoomState>(e); }); };
    const auto before = told();
    talk.counter.skip(1h);
    QCOMPARE(rowsOf(talk.counter, u"message"_s), step + 50);
    QCOMPARE(told(), before); // the floor is told once, at the end
    QVERIFY(talk.counter.stores().agenda.next(20s) <= talk.counter.now());
    talk.counter.skip(1ms);
    QCOMPARE(rowsOf(talk.counter, u"message"_s), 50);
    talk.counter.skip(1ms);
    QCOMPARE(rowsOf(talk.counter, u"message"_s), 0);
    QCOMPARE(told(), before + 1);
    QCOMPARE(talk.one.latest<ev::RoomState>()->room.floor, 2 * step + 50);
}

void TestExpiry::sendingAgainHasNoEffectStill()
{
    Talk talk;
    QVERIFY(talk.counter.ask(talk.one, cmd::SetExpiry{talk.room, Expiry::Hour}));
    const cmd::Send command{talk.room, ClientId::random(talk.rng), u"only once"_s};
    const auto sent = talk.counter.ask(talk.one, command);
    const Time at = sent->at;
    talk.counter.skip(2h);
    QCOMPARE(rowsOf(talk.counter, u"message"_s), 0);
    const auto again = talk.counter.ask(talk.one, command);
    QCOMPARE(again->seq, sent->seq);
    QCOMPARE(again->at, at);
    QCOMPARE(rowsOf(talk.counter, u"message"_s), 0);
    cmd::Send elsewhere = command;
    elsewhere.room = RoomId::random(talk.rng);
    QCOMPARE(talk.refusal(talk.one, elsewhere), ErrorCode::MessageConflict);
    talk.counter.skip(talk.counter.policy.tokenUnused + 1s);
    QCOMPARE(rowsOf(talk.counter, u"sent"_s), 0);
}

void TestExpiry::aFileGoesAndItsMessageStays()
{
    Talk talk;
    Message message{0, 1, MessageKind::File, u"the minutes"_s, talk.counter.now(), {}};
    const qint64 seq = talk.counter.stores().messages.append({talk.room, message, {}});
    AttachmentRow row;
    row.room = talk.room;
    row.seq = seq;
    row.account = talk.one.identity.account;
    row.file = {u"minutes.pdf"_s, 12, u"application/octet-stream"_s, 0, 0, 0};
    row.hash = QByteArray(32, 'h');
    row.expires = talk.counter.now() + limits::fileTime;
    talk.counter.stores().files.insert(row);
    QVERIFY(talk.stored(seq).file);
    talk.counter.skip(limits::fileTime - 1s);
    QVERIFY(talk.stored(seq).file);
    talk.counter.skip(1s);
    const Message after = talk.stored(seq);
    QVERIFY(!after.file && !after.deleted && !after.edited);
    QCOMPARE(after.text, u"the minutes"_s);
    QCOMPARE(after.change, std::optional<qint64>(1));
    for (Guest *guest : {&talk.one, &talk.other})
        QCOMPARE(guest->latest<ev::RoomChanged>()->message, after);
    QCOMPARE(talk.counter.database().value<qint64>(u"SELECT coalesce(sum(refs), 0) FROM blob"_s), std::optional<qint64>(0));
}

void TestExpiry::theOperatorsRetentionGoesForAllRooms()
{
    Talk talk;
    SeededRng rng(9);
    Guest &third = talk.counter.guest(u"third"_s);
    QList<RoomId> rooms{talk.room};
    for (int i = 0; i < 3 * expiry::Sweeper::roomsLookedAt / 2; ++i)
        rooms.append(groupOf(talk.counter, rng, {{&third, MemberRole::Owner}}));
    for (const RoomId &room : rooms)
        talk.counter.stores().messages.append({room, {0, 1, MessageKind::Text, u"old"_s, talk.counter.now(), {}}, {}});
    const auto looks = rooms.size() / expiry::Sweeper::messagesAStep + 4;
    talk.counter.skip(std::chrono::days(400));
    QCOMPARE(rowsOf(talk.counter, u"message"_s), rooms.size()); // without the key everything stays
    const qint64 young = talk.say(talk.one, u"young"_s);
    talk.counter.policy.retentionDays = 365;
    for (int i = 0; i < looks; ++i)
        talk.counter.skip(1s);
    QCOMPARE(rowsOf(talk.counter, u"message"_s), 1);
    QCOMPARE(talk.stored(young).text, u"young"_s);
    QCOMPARE(stateOf(talk.counter, talk.other, talk.room).floor, young - 1);
    talk.counter.skip(std::chrono::days(365)); // the walk begins anew
    for (int i = 0; i < looks; ++i)
        talk.counter.skip(1s);
    QCOMPARE(rowsOf(talk.counter, u"message"_s), 0);
}

void TestExpiry::evidenceStays()
{
    Talk talk;
    QVERIFY(talk.counter.ask(talk.one, cmd::SetExpiry{talk.room, Expiry::Hour}));
    talk.say(talk.other, u"something unkind"_s);
    const auto reported = talk.counter.ask(talk.one, cmd::Report{ClientId::random(talk.rng), talk.room, {}, ReportReason::Harassment, {}, false, {}});
    talk.counter.skip(1h);
    QCOMPARE(rowsOf(talk.counter, u"message"_s), 0);
    QCOMPARE(talk.counter.stores().reports.find(reported->report)->evidence.last().text, u"something unkind"_s);
    // What is gone is no evidence any more, also when it is not swept yet.
    talk.say(talk.other, u"unkind again"_s);
    talk.counter.passUnseen(1h);
    const auto late = talk.counter.ask(talk.one, cmd::Report{ClientId::random(talk.rng), talk.room, {}, ReportReason::Harassment, {}, false, {}});
    QVERIFY(talk.counter.stores().reports.find(late->report)->evidence.isEmpty());
}

QTEST_GUILESS_MAIN(TestExpiry)
#include "tst_expiry.moc"
