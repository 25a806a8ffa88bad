// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <random>

#include "client/core/state/reduce.h"
#include "peer.h"

using namespace jjak;
using namespace jjak::client;
using namespace jjak::client::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

namespace {

constexpr Time now = fromMs(1'790'000'000'000);

template <class E>
bool has(const Effects &effects, const E &wanted)
{
    return std::ranges::find(effects, Effect(wanted)) != effects.end();
}

template <class E>
int countOf(const Effects &effects)
{
    return int(std::ranges::count_if(effects, [](const Effect &effect) { return std::holds_alternative<E>(effect); }));
}

//! What a server knows about one room, to answer pulls from.
struct Truth {
    Room room;
    QList<Message> messages;

    cmd::Page page(const cmd::History &ask) const
    {
        QList<Message> out;
        for (const Message &message : messages) {
            if (ask.after ? message.seq > *ask.after : !ask.before || message.seq < *ask.before)
                out.append(message);
        }
        // After: the first ones above; else: the last ones.
        out = ask.after ? out.first(std::min<qsizetype>(ask.limit, out.size())) : out.last(std::min<qsizetype>(ask.limit, out.size()));
        return {out, qint64(messages.size())};
    }
};

//! Answers every pull until nothing is missing; collects the order in which messages arrived.
void settle(State &state, const Truth &truth, QList<qint64> &arrived)
{
    for (int i = 0; i < 1000; ++i) {
        const auto ask = pullOf(*state.room(truth.room.room));
        if (!ask)
            return;
        for (const Effect &effect : applyPage(state, *ask, truth.page(*ask)))
            if (const auto *append = std::get_if<effect::Append>(&effect))
                for (const Message &message : append->messages)
                    arrived.append(message.seq);
    }
    QFAIL("pulling does not end");
}

} // namespace

class TestReduce : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nextMessageIsAppended();
    void repeatedMessageIsIgnored();
    void messageBeyondAGapIsPulledFor();
    void messageOfAnUnknownRoomAsksForASnapshot();
    void roomFarBehindPullsOnlyTheNewestPage();
    void roomOneBehindNeedsNoPull();
    void higherVersionKnowsTheMembers();
    void readPositionsNeverMoveBack();
    void ownMessageReadsWhatStandsAbove();
    void unreadIsHeadMinusOwnRead();
    void listingTellsTheServerAnOwnReadItDoesNotKnow();
    void roomThatIsNotListedGoes();
    void groupThatIsNotListedGoesForGood();
    void roomOpenedDuringAListingStays();
    void roomThatMovesDuringAListingStays();
    void snapshotReadBeforeDoesNotUndoPresence();
    void olderNearbyIsIgnored();
    void newConnectionReplacesNearbyWhateverItsVersion();
    void typingEndsByItselfAndWithAMessage();
    void emptyPageDoesNotPullForEver();
    void anyOrderEndsInTheSameState_data();
    void anyOrderEndsInTheSameState();

private:
    State known(qint64 head, qint64 have)
    {
        State state;
        (void)applyRooms(state, {room(id, head)});
        state.rooms[id].have = have;
        return state;
    }
    const RoomId id = roomId(1);
};

void TestReduce::nextMessageIsAppended()
{
    State state = known(4, 4);
    const auto effects = apply(state, ev::RoomMessage{id, message(5, 2)}, now);
    QVERIFY(has(effects, effect::Append{id, {message(5, 2)}, true, false, 5, 5}));
    QVERIFY(has(effects, effect::RoomChanged{id}));
    QCOMPARE(state.room(id)->have, 5);
    QCOMPARE(state.room(id)->room.head, 5);
    QCOMPARE(state.room(id)->room.newest->seq, 5);
}

void TestReduce::repeatedMessageIsIgnored()
{
    State state = known(4, 4);
    (void)apply(state, ev::RoomMessage{id, message(5, 2)}, now);
    const State before = state;
    QVERIFY(apply(state, ev::RoomMessage{id, message(5, 2)}, now).empty());
    QVERIFY(apply(state, ev::RoomMessage{id, message(2, 2)}, now).empty());
    QCOMPARE(*state.room(id), *before.room(id));
}

void TestReduce::messageBeyondAGapIsPulledFor()
{
    State state = known(4, 4);
    const auto effects = apply(state, ev::RoomMessage{id, message(7, 2)}, now);
    QVERIFY(has(effects, effect::Pull{id}));
    QCOMPARE(countOf<effect::Append>(effects), 0);
    QCOMPARE(state.room(id)->have, 4);
    QCOMPARE(state.room(id)->room.head, 7);
    const auto ask = pullOf(*state.room(id));
    QVERIFY(ask);
    QCOMPARE(*ask->after, 4);
    const auto pulled = applyPage(state, *ask, {{message(5, 2), message(6, 1), message(7, 2)}, 7});
    QVERIFY(has(pulled, effect::Append{id, {message(5, 2), message(6, 1), message(7, 2)}, false, false, 5, 7}));
    QVERIFY(!pullOf(*state.room(id)));
}

void TestReduce::messageOfAnUnknownRoomAsksForASnapshot()
{
    State state;
    QVERIFY(has(apply(state, ev::RoomMessage{id, message(1, 2)}, now), effect::Resync{}));
}

void TestReduce::roomFarBehindPullsOnlyTheNewestPage()
{
    State state = known(4, 4);
    (void)applyRooms(state, {room(id, 1000)});
    const auto ask = pullOf(*state.room(id));
    QVERIFY(ask && !ask->after && !ask->before);
    QList<Message> page;
    for (qint64 seq = 951; seq <= 1000; ++seq)
        page.append(message(seq, 2));
    const auto effects = applyPage(state, *ask, {page, 1000});
    QVERIFY(has(effects, effect::Append{id, page, false, true, 951, 1000}));
    QCOMPARE(state.room(id)->have, 1000);
    QVERIFY(!pullOf(*state.room(id)));
}

void TestReduce::roomOneBehindNeedsNoPull()
{
    State state = known(4, 4);
    Room told = room(id, 5);
    told.newest = message(5, 2);
    const auto effects = applyRooms(state, {told});
    QCOMPARE(countOf<effect::Pull>(effects), 0);
    QCOMPARE(countOf<effect::Append>(effects), 1);
    QCOMPARE(state.room(id)->have, 5);
}

void TestReduce::higherVersionKnowsTheMembers()
{
    State state = known(4, 4);
    Room left = room(id, 4, 3);
    left.members[1].left = true;
    (void)apply(state, ev::RoomState{left}, now);
    QVERIFY(isDeserted(state.room(id)->room));
    QVERIFY(!isWritable(state.room(id)->room));
    QVERIFY(apply(state, ev::RoomState{room(id, 4, 2)}, now).empty());
    QVERIFY(isDeserted(state.room(id)->room));
}

void TestReduce::readPositionsNeverMoveBack()
{
    State state = known(9, 9);
    (void)apply(state, ev::RoomRead{id, 2, 7}, now);
    QVERIFY(apply(state, ev::RoomRead{id, 2, 5}, now).empty());
    Room older = room(id, 9, 5);
    older.members[1].read = 3;
    (void)apply(state, ev::RoomState{older}, now);
    QCOMPARE(readByOthers(state.room(id)->room), 7);
}

void TestReduce::ownMessageReadsWhatStandsAbove()
{
    State state = known(4, 4);
    QCOMPARE(unread(state.room(id)->room), 4);
    QVERIFY(!has(apply(state, ev::RoomMessage{id, message(5, 1)}, now), effect::TellRead{id, 5})); // the server knows
    QCOMPARE(unread(state.room(id)->room), 0);
}

void TestReduce::unreadIsHeadMinusOwnRead()
{
    State state = known(9, 9);
    QCOMPARE(unread(state.room(id)->room), 9);
    QVERIFY(has(applyOwnRead(state, id, 6), effect::RoomChanged{id}));
    QCOMPARE(unread(state.room(id)->room), 3);
    QVERIFY(applyOwnRead(state, id, 2).empty());
    QCOMPARE(unread(state.room(id)->room), 3);
    (void)applyOwnRead(state, id, 400);
    QCOMPARE(unread(state.room(id)->room), 0);
    QCOMPARE(meIn(state.room(id)->room)->read, 9);
}

void TestReduce::listingTellsTheServerAnOwnReadItDoesNotKnow()
{
    State state = known(9, 9);
    (void)applyOwnRead(state, id, 6);
    QVERIFY(has(applyRooms(state, {room(id, 9)}), effect::TellRead{id, 6}));
}

void TestReduce::roomThatIsNotListedGoes()
{
    State state = known(1, 1);
    beginListing(state);
    (void)applyRooms(state, {room(roomId(2), 0)});
    QVERIFY(has(endListing(state), effect::RoomGone{id, false}));
    QVERIFY(!state.room(id));
    QVERIFY(state.room(roomId(2)));
}

//! Left on another device, or taken out, while this one was away: what waits to be sent there never will be.
void TestReduce::groupThatIsNotListedGoesForGood()
{
    State state = known(1, 1);
    state.rooms[id].room.kind = RoomKind::Group;
    beginListing(state);
    QVERIFY(has(endListing(state), effect::RoomGone{id, true}));
}

void TestReduce::roomOpenedDuringAListingStays()
{
    State state;
    beginListing(state);
    QVERIFY(has(apply(state, ev::RoomState{room(id, 0)}, now), effect::RoomOpened{id}));
    QVERIFY(endListing(state).empty());
    QVERIFY(state.room(id));
}

void TestReduce::roomThatMovesDuringAListingStays()
{
    State state = known(1, 1);
    beginListing(state);
    (void)applyRooms(state, {room(roomId(2), 0)}); // the first page, before the other room moved to the front
    (void)apply(state, ev::RoomMessage{id, message(2, 2)}, now);
    QVERIFY(endListing(state).empty());
    QVERIFY(state.room(id));
}

//! A presence has no number: what is told while a listing is under way stands, also against a page that comes later.
void TestReduce::snapshotReadBeforeDoesNotUndoPresence()
{
    const auto told = [&](std::optional<Presence> presence) {
        Room out = room(id, 4);
        out.members[1].presence = presence;
        return out;
    };
    const auto shown = [&](const State &state) { return presenceIn(state.room(id)->room); };
    State state;
    beginListing(state);
    (void)applyRooms(state, {told(Presence::Online)});
    QCOMPARE(shown(state), std::optional(Presence::Online));
    beginListing(state); // asked for, and read before the goodbye that overtakes it
    (void)apply(state, ev::RoomPresence{id, 2, Presence::Recently}, now);
    (void)applyRooms(state, {told(Presence::Online)});
    QCOMPARE(shown(state), std::optional(Presence::Recently));
    (void)apply(state, ev::RoomState{told(std::nullopt)}, now); // shown no more
    (void)applyRooms(state, {told(Presence::Online)});
    QCOMPARE(shown(state), std::nullopt);
    beginListing(state); // the next one knows it all
    (void)applyRooms(state, {told(Presence::Online)});
    QCOMPARE(shown(state), std::optional(Presence::Online));
}

void TestReduce::olderNearbyIsIgnored()
{
    State state;
    Nearby newer;
    newer.version = 5;
    newer.ticket = Ticket{Cell::containing({37.5, 127}, 2), Reach::Km5, now};
    newer.crowd = Crowd::Few;
    QVERIFY(has(apply(state, ev::NearbyState{newer}, now), effect::NearbyChanged{}));
    Nearby older;
    older.version = 4;
    QVERIFY(apply(state, ev::NearbyState{older}, now).empty());
    QVERIFY(state.nearby.ticket);
    Nearby crowd = newer;
    crowd.crowd = Crowd::Ten;
    QVERIFY(has(apply(state, ev::NearbyState{crowd}, now), effect::NearbyChanged{}));
    QCOMPARE(*state.nearby.crowd, Crowd::Ten);
}

void TestReduce::newConnectionReplacesNearbyWhateverItsVersion()
{
    State state;
    Nearby newer;
    newer.version = 9;
    newer.ticket = Ticket{};
    (void)applyNearby(state, newer);
    beginConnection(state);
    Nearby restored;
    restored.version = 2;
    QVERIFY(has(applyNearby(state, restored), effect::NearbyChanged{}));
    QVERIFY(!state.nearby.ticket);
}

void TestReduce::typingEndsByItselfAndWithAMessage()
{
    State state = known(4, 4);
    QVERIFY(has(apply(state, ev::RoomTyping{id, 2}, now), effect::RoomChanged{id}));
    QVERIFY(apply(state, ev::RoomTyping{id, 2}, now + 3s).empty()); // shown already
    QVERIFY(apply(state, ev::RoomTyping{id, 1}, now).empty());      // oneself
    QCOMPARE(*nextTypingEnd(state), now + 8s);
    QVERIFY(expireTyping(state, now + 7999ms).empty());
    QVERIFY(has(expireTyping(state, now + 8s), effect::RoomChanged{id}));
    QVERIFY(!nextTypingEnd(state));
    (void)apply(state, ev::RoomTyping{id, 2}, now);
    (void)apply(state, ev::RoomMessage{id, message(5, 2)}, now);
    QVERIFY(state.room(id)->typing.empty());
}

//! A replica may be behind: then it tells nothing. A whole page without messages tells that they are gone.
void TestReduce::emptyPageDoesNotPullForEver()
{
    State state = known(9, 4);
    const auto ask = pullOf(*state.room(id));
    QVERIFY(applyPage(state, *ask, {{}, 4}).empty());
    const auto effects = applyPage(state, *ask, {{}, 9});
    QVERIFY(has(effects, effect::Append{id, {}, false, false, 5, 9}));
    QCOMPARE(countOf<effect::Pull>(effects), 0);
    QVERIFY(!pullOf(*state.room(id)));
}

void TestReduce::anyOrderEndsInTheSameState_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 0; seed < 300; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

//! Events of one history are lost, doubled and shuffled; with the pulls they ask for, every client ends up the same.
void TestReduce::anyOrderEndsInTheSameState()
{
    QFETCH(const int, seed);
    std::mt19937 random{unsigned(seed)};
    const auto dice = [&](int sides) { return int(random() % unsigned(sides)); };

    Truth truth{room(id, 0), {}};
    std::vector<Event> events;
    const int count = 5 + dice(120);
    for (int i = 1; i <= count; ++i) {
        truth.messages.append(message(i, 1 + dice(2)));
        truth.room.newest = truth.messages.last();
        truth.room.head = i;
        truth.room.active = truth.messages.last().at;
        Member &author = truth.room.members[truth.messages.last().author - 1];
        author.read = i;
        events.push_back(ev::RoomMessage{id, truth.messages.last()});
        events.push_back(ev::RoomRead{id, author.number, i});
        if (dice(10) == 0) {
            ++truth.room.version;
            events.push_back(ev::RoomState{truth.room});
        }
    }
    std::vector<Event> told;
    for (const Event &event : events)
        for (int copies = dice(3); copies > 0; --copies)
            told.push_back(event);
    std::ranges::shuffle(told, random);

    State state;
    Room opening = room(id, 0);
    (void)apply(state, ev::RoomState{opening}, now);
    QList<qint64> arrived;
    for (const Event &event : told) {
        for (const Effect &effect : apply(state, event, now))
            if (const auto *append = std::get_if<effect::Append>(&effect))
                for (const Message &one : append->messages)
                    arrived.append(one.seq);
        if (dice(4) == 0)
            settle(state, truth, arrived);
    }
    beginListing(state);
    (void)applyRooms(state, {truth.room});
    settle(state, truth, arrived);

    QCOMPARE(state.room(id)->room, truth.room);
    QCOMPARE(state.room(id)->have, truth.room.head);
    QVERIFY(std::ranges::adjacent_find(arrived, std::greater_equal<>()) == arrived.end()); // in order, none twice
}

QTEST_GUILESS_MAIN(TestReduce)
#include "tst_reduce.moc"
