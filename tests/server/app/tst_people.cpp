// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <algorithm>

#include "tests/server/app/talk.h"

using namespace jjak;
using namespace jjak::app;
using namespace jjak::app::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

namespace {

//! What the one sees of the other in their room, as a snapshot tells it.
Member seenBy(Talk &talk, Guest &who)
{
    const auto snapshot = talk.counter.read(who, cmd::Sync{});
    const Room room = snapshot->rooms.first();
    const auto other = std::ranges::find_if(room.members, [&](const Member &m) { return m.number != room.me; });
    return *other;
}

template <class E>
qsizetype count(const Guest &who)
{
    return std::ranges::count_if(who.events, [](const Event &event) { return std::holds_alternative<E>(event); });
}

} // namespace

//! What people show of themselves in rooms, and to whom.
class TestPeople : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comingAndGoingIsSeen();
    void awayIsWhoTouchesNoDevice();
    void recentlyEnds();
    void whoStaysConnectedIsNotSignedOut();
    void aRestartFindsNobodyThere();
    void whoHidesPresenceSeesNone();
    void whoHidesReadingSeesNone();
    void whoHidesTypingSeesNone();
    void settingsAreToldToAllDevicesAndInTheSnapshot();
    void whatIsReceivedIsToldOnce();
    void whatIsReadWasReceived();
    void silenceIsForOneselfOnly();
    void readingAllReachesZero();
    void strangersToARoomLearnNothing();
};

void TestPeople::comingAndGoingIsSeen()
{
    Talk talk;
    QCOMPARE(seenBy(talk, talk.one).presence, std::optional(Presence::Online));
    talk.counter.disconnect(talk.other);
    const auto *told = talk.one.latest<ev::RoomPresence>();
    QVERIFY(told && told->room == talk.room);
    QCOMPARE(told->presence, std::optional(Presence::Recently));
    QCOMPARE(seenBy(talk, talk.one).presence, std::optional(Presence::Recently));
    talk.counter.signInElsewhere(talk.other, 77);
    QCOMPARE(talk.one.latest<ev::RoomPresence>()->presence, std::optional(Presence::Online));
    QVERIFY(!talk.counter.read(talk.one, cmd::Sync{})->rooms.first().members.at(talk.counter.read(talk.one, cmd::Sync{})->rooms.first().me - 1).presence); // not of oneself
}

void TestPeople::awayIsWhoTouchesNoDevice()
{
    Talk talk;
    talk.counter.signInElsewhere(talk.other, 77);
    QVERIFY(talk.counter.ask(talk.other, cmd::SetAway{true}));
    QCOMPARE(seenBy(talk, talk.one).presence, std::optional(Presence::Online)); // the laptop is in use
    talk.counter.disconnect(talk.other);
    QCOMPARE(seenBy(talk, talk.one).presence, std::optional(Presence::Online));
    const auto before = count<ev::RoomPresence>(talk.other);
    QVERIFY(talk.counter.ask(talk.one, cmd::SetAway{true}));
    QVERIFY(talk.counter.ask(talk.one, cmd::SetAway{true})); // again: nothing happens
    QCOMPARE(count<ev::RoomPresence>(talk.other), before + 1);
    QCOMPARE(talk.other.latest<ev::RoomPresence>()->presence, std::optional(Presence::Away));
    QVERIFY(talk.counter.ask(talk.one, cmd::SetAway{false}));
    QCOMPARE(talk.other.latest<ev::RoomPresence>()->presence, std::optional(Presence::Online));
}

void TestPeople::recentlyEnds()
{
    Talk talk;
    talk.counter.disconnect(talk.other);
    talk.counter.pass(limits::recently - 1min);
    QCOMPARE(seenBy(talk, talk.one).presence, std::optional(Presence::Recently));
    talk.counter.pass(2min);
    QCOMPARE(talk.one.latest<ev::RoomPresence>()->presence, std::optional<Presence>());
    QCOMPARE(seenBy(talk, talk.one).presence, std::optional<Presence>());
}

void TestPeople::whoStaysConnectedIsNotSignedOut()
{
    Counter counter;
    Guest &guest = counter.guest(u"guest"_s);
    const auto ends = [&] { return std::ranges::count_if(counter.others, [](const Outgoing &out) { return std::holds_alternative<EndDevice>(out); }); };
    counter.skip(2 * counter.policy.tokenUnused);
    QVERIFY(counter.stores().devices.byId(guest.identity.device));
    QCOMPARE(ends(), 0);
    counter.disconnect(guest);
    counter.skip(counter.policy.tokenUnused - 1ms);
    QVERIFY(counter.stores().devices.byId(guest.identity.device));
    counter.skip(1h);
    QVERIFY(!counter.stores().devices.byId(guest.identity.device));
    QCOMPARE(ends(), 1);
}

void TestPeople::aRestartFindsNobodyThere()
{
    Talk talk;
    talk.counter.restart();
    QCOMPARE(seenBy(talk, talk.one).presence, std::optional(Presence::Recently));
    talk.counter.pass(limits::recently + 1min);
    QCOMPARE(seenBy(talk, talk.one).presence, std::optional<Presence>());
}

void TestPeople::whoHidesPresenceSeesNone()
{
    Talk talk;
    QVERIFY(talk.counter.ask(talk.one, cmd::ChangeSettings{{false, true, true}}));
    QVERIFY(!seenBy(talk, talk.one).presence);
    QVERIFY(!seenBy(talk, talk.other).presence);
    QVERIFY(!talk.other.latest<ev::RoomState>()->room.members.at(0).presence && !talk.other.latest<ev::RoomState>()->room.members.at(1).presence);
    const auto told = count<ev::RoomPresence>(talk.one) + count<ev::RoomPresence>(talk.other);
    QVERIFY(talk.counter.ask(talk.one, cmd::SetAway{true}));
    talk.counter.disconnect(talk.other);
    QCOMPARE(count<ev::RoomPresence>(talk.one) + count<ev::RoomPresence>(talk.other), told);
    QVERIFY(talk.counter.ask(talk.one, cmd::ChangeSettings{{true, true, true}}));
    QCOMPARE(seenBy(talk, talk.one).presence, std::optional(Presence::Recently));
}

void TestPeople::whoHidesReadingSeesNone()
{
    Talk talk;
    const qint64 seq = talk.say(talk.one, u"hello"_s);
    QVERIFY(talk.counter.ask(talk.other, cmd::Read{talk.room, seq}));
    QCOMPARE(seenBy(talk, talk.one).read, seq);
    QVERIFY(talk.counter.ask(talk.other, cmd::ChangeSettings{{true, false, true}}));
    QCOMPARE(seenBy(talk, talk.one).read, 0);
    QCOMPARE(seenBy(talk, talk.one).got, 0);
    QCOMPARE(seenBy(talk, talk.other).read, 0);
    const auto reads = count<ev::RoomRead>(talk.one), gots = count<ev::RoomGot>(talk.one);
    const qint64 next = talk.say(talk.one, u"are you there?"_s);
    QVERIFY(talk.counter.ask(talk.other, cmd::Got{talk.room, next}));
    QVERIFY(talk.counter.ask(talk.other, cmd::Read{talk.room, next}));
    QCOMPARE(count<ev::RoomRead>(talk.one), reads);
    QCOMPARE(count<ev::RoomGot>(talk.one), gots);
    QCOMPARE(talk.other.latest<ev::RoomRead>()->seq, next); // one's own devices are told
}

void TestPeople::whoHidesTypingSeesNone()
{
    Talk talk;
    QVERIFY(talk.counter.read(talk.one, cmd::Typing{talk.room}));
    QCOMPARE(count<ev::RoomTyping>(talk.other), 1);
    QVERIFY(talk.counter.ask(talk.other, cmd::ChangeSettings{{true, true, false}}));
    QVERIFY(talk.counter.read(talk.one, cmd::Typing{talk.room}));
    QVERIFY(talk.counter.read(talk.other, cmd::Typing{talk.room}));
    QCOMPARE(count<ev::RoomTyping>(talk.other), 1);
    QCOMPARE(count<ev::RoomTyping>(talk.one), 0);
}

void TestPeople::settingsAreToldToAllDevicesAndInTheSnapshot()
{
    Talk talk;
    const Settings quiet{false, false, true};
    QCOMPARE(talk.counter.read(talk.one, cmd::Sync{})->settings, Settings());
    QVERIFY(talk.counter.ask(talk.one, cmd::ChangeSettings{quiet}));
    QCOMPARE(talk.one.latest<ev::SettingsState>()->settings, quiet);
    QCOMPARE(count<ev::SettingsState>(talk.other), 0);
    QCOMPARE(talk.counter.read(talk.one, cmd::Sync{})->settings, quiet);
    const auto version = talk.counter.stores().rooms.find(talk.room)->version;
    QVERIFY(talk.counter.ask(talk.one, cmd::ChangeSettings{quiet})); // again: nothing happens
    QCOMPARE(talk.counter.stores().rooms.find(talk.room)->version, version);
}

void TestPeople::whatIsReceivedIsToldOnce()
{
    Talk talk;
    const qint64 seq = talk.say(talk.one, u"hello"_s);
    QVERIFY(talk.counter.ask(talk.other, cmd::Got{talk.room, seq}));
    QVERIFY(talk.counter.ask(talk.other, cmd::Got{talk.room, seq}));
    QVERIFY(talk.counter.ask(talk.other, cmd::Got{talk.room, 0}));
    QCOMPARE(count<ev::RoomGot>(talk.one), 1);
    QCOMPARE(count<ev::RoomGot>(talk.other), 0);
    QCOMPARE(talk.one.latest<ev::RoomGot>()->seq, seq);
    QCOMPARE(seenBy(talk, talk.one).got, seq);
    QCOMPARE(seenBy(talk, talk.one).read, 0);
    QCOMPARE(talk.refusal(talk.other, cmd::Got{talk.room, seq + 1}), ErrorCode::ProtocolBadField);
}

void TestPeople::whatIsReadWasReceived()
{
    Talk talk;
    const qint64 seq = talk.say(talk.one, u"hello"_s);
    QVERIFY(talk.counter.ask(talk.other, cmd::Read{talk.room, seq}));
    QCOMPARE(seenBy(talk, talk.one).got, seq);
}

void TestPeople::silenceIsForOneselfOnly()
{
    Talk talk;
    const auto told = count<ev::RoomState>(talk.other);
    QVERIFY(talk.counter.ask(talk.one, cmd::Silence{talk.room, true}));
    QVERIFY(talk.one.latest<ev::RoomState>()->room.silent);
    QVERIFY(talk.counter.read(talk.one, cmd::Sync{})->rooms.first().silent);
    QVERIFY(!talk.counter.read(talk.other, cmd::Sync{})->rooms.first().silent);
    QCOMPARE(count<ev::RoomState>(talk.other), told);
    QVERIFY(talk.counter.ask(talk.one, cmd::Silence{talk.room, false}));
    QVERIFY(!talk.counter.read(talk.one, cmd::Sync{})->rooms.first().silent);
}

void TestPeople::readingAllReachesZero()
{
    Talk talk;
    talk.say(talk.one, u"hello"_s);
    const qint64 head = talk.say(talk.one, u"?"_s);
    QVERIFY(talk.counter.ask(talk.other, cmd::ReadAll{}));
    QCOMPARE(talk.other.latest<ev::RoomRead>()->seq, head);
    QCOMPARE(talk.one.latest<ev::RoomRead>()->seq, head);
    QVERIFY(talk.counter.stores().rooms.unreadOf(talk.other.identity.account).isEmpty());
    QVERIFY(talk.counter.ask(talk.one, cmd::Leave{talk.room})); // a notice more, unread
    QVERIFY(talk.counter.ask(talk.other, cmd::ReadAll{}));
    QVERIFY(talk.counter.stores().rooms.unreadOf(talk.other.identity.account).isEmpty());
}

void TestPeople::strangersToARoomLearnNothing()
{
    Talk talk;
    Guest &stranger = talk.counter.guest(u"stranger"_s);
    QCOMPARE(talk.refusal(stranger, cmd::Got{talk.room, 0}), ErrorCode::RoomNotFound);
    QCOMPARE(talk.refusal(stranger, cmd::Silence{talk.room, true}), ErrorCode::RoomNotFound);
    QVERIFY(talk.counter.ask(talk.one, cmd::Leave{talk.room}));
    talk.counter.disconnect(talk.one);
    QCOMPARE(count<ev::RoomPresence>(stranger), 0);
    const auto *told = talk.other.latest<ev::RoomPresence>();
    QVERIFY(!told || told->presence == Presence::Online); // who has left is not seen to go
    QVERIFY(!seenBy(talk, talk.other).presence);
}

QTEST_GUILESS_MAIN(TestPeople)
#include "tst_people.moc"
