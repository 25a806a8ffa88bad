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
const RoomId here = roomId(1);

template <class E>
bool has(const Effects &effects, const E &wanted)
{
    return std::ranges::find(effects, Effect(wanted)) != effects.end();
}

Message edited(qint64 seq, qint64 change, const QString &text = u"other words"_s)
{
    Message out = message(seq, 2, text);
    out.edited = now;
    out.change = change;
    return out;
}

Message erased(qint64 seq, qint64 change)
{
    Message out = message(seq, 2, {});
    out.deleted = now;
    out.change = change;
    return out;
}

//! A room with so many messages and changes, all of which are here.
State known(qint64 head, qint64 changes)
{
    State state;
    Room told = room(here, head);
    told.changes = changes;
    if (head > 0)
        told.newest = message(head, 2);
    (void)applyRooms(state, {told});
    state.rooms[here].have = head;
    return state;
}

qint64 changedOf(const State &state)
{
    return state.room(here)->changed;
}

//! What a server has, and what it answers at this moment.
struct Truth {
    Room told = room(here, 0);
    QList<Message> messages;

    Message change(qint64 seq, bool erase)
    {
        Message &one = messages[seq - 1];
        one.change = ++told.changes;
        one.text = erase ? QString() : u"words %1"_s.arg(told.changes);
        if (erase)
            one.deleted = now;
        told.newest = messages.last();
        return one;
    }
    Message add(int author)
    {
        messages.append(message(messages.size() + 1, author));
        told.head = messages.size();
        told.newest = messages.last();
        return messages.last();
    }
    cmd::Page page(const cmd::History &ask) const
    {
        QList<Message> out;
        for (const Message &one : messages)
            if (ask.after ? one.seq > *ask.after : !ask.before || one.seq < *ask.before)
                out.append(one);
        return {ask.after ? out.first(std::min<qsizetype>(ask.limit, out.size())) : out.last(std::min<qsizetype>(ask.limit, out.size())), told.head};
    }
    cmd::ChangePage page(const cmd::Changes &ask) const
    {
        constexpr qsizetype limit = 3;
        QList<Message> out;
        for (const Message &one : messages)
            if (changeOf(one) > ask.after)
                out.append(one);
        std::ranges::sort(out, {}, [](const Message &one) { return changeOf(one); });
        if (out.size() <= limit)
            return {out, told.changes, false};
        out = out.first(limit);
        return {out, changeOf(out.last()), true};
    }
};

//! The state with a cache as the effects ask for it.
struct Reader {
    State state;
    std::map<qint64, Message> held;

    void join(const QList<Message> &messages)
    {
        for (const Message &one : messages)
            if (const auto [it, fresh] = held.try_emplace(one.seq, one); !fresh && changeOf(one) >= changeOf(it->second))
                it->second = one;
    }
    void take(const Effects &effects)
    {
        for (const Effect &effect : effects) {
            if (const auto *append = std::get_if<effect::Append>(&effect))
                join(append->messages);
            if (const auto *changed = std::get_if<effect::Changed>(&effect))
                join(changed->messages);
        }
    }
};

} // namespace

class TestReduceChanges : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nextChangeIsAppliedAndCounted();
    void repeatedAndOlderChangesAreNothing();
    void changeBeyondAGapIsPulledFor();
    void changeInAnUnknownRoomAsksForASnapshot();
    void pagesArePulledUntilNothingIsMissing();
    void pageThatTellsNothingNewIsNothing();
    void numbersOfMessagesThatWereChangedAgainAreSkipped();
    void roomThatIsNewHereIsComplete();
    void roomThatTellsMoreChangesIsPulled();
    void listingThatTellsFewerChangesTakesNothingBack();
    void changedNewestIsThePreview();
    void newestOfALaterChangeReplacesAndAnEarlierDoesNot();
    void changeThatOvertakesItsMessageIsTheMessage();
    void changeOfAMessageBeyondAGapPullsBoth();
    void messagesAreMissingBeforeChangesAre();
    void ownChangeIsCountedOnce();
    void anyOrderEndsWithWhatTheServerHas_data();
    void anyOrderEndsWithWhatTheServerHas();
};

void TestReduceChanges::nextChangeIsAppliedAndCounted()
{
    State state = known(5, 2);
    const auto effects = apply(state, ev::RoomChanged{here, edited(3, 3)}, now);
    QVERIFY(has(effects, effect::Changed{here, {edited(3, 3)}}));
    QVERIFY(!has(effects, effect::Pull{here}));
    QCOMPARE(changedOf(state), 3);
    QCOMPARE(state.room(here)->room.changes, 3);
    QCOMPARE(state.room(here)->have, 5);
    QVERIFY(!missingIn(*state.room(here)));
}

void TestReduceChanges::repeatedAndOlderChangesAreNothing()
{
    State state = known(5, 2);
    (void)apply(state, ev::RoomChanged{here, edited(3, 3)}, now);
    const State before = state;
    QVERIFY(apply(state, ev::RoomChanged{here, edited(3, 3)}, now).empty());
    QVERIFY(apply(state, ev::RoomChanged{here, edited(5, 1)}, now).empty());
    QVERIFY(apply(state, ev::RoomChanged{here, message(4, 2)}, now).empty());
    QCOMPARE(*state.room(here), *before.room(here));
}

void TestReduceChanges::changeBeyondAGapIsPulledFor()
{
    State state = known(5, 2);
    QVERIFY(has(apply(state, ev::RoomChanged{here, edited(3, 5)}, now), effect::Pull{here}));
    QCOMPARE(changedOf(state), 2);
    const auto ask = changesOf(*state.room(here));
    QVERIFY(ask);
    QCOMPARE(ask->after, 2);
    const auto effects = applyPage(state, *ask, {{edited(1, 3), edited(2, 4), edited(3, 5)}, 5, false});
    QVERIFY(has(effects, effect::Changed{here, {edited(1, 3), edited(2, 4), edited(3, 5)}}));
    QCOMPARE(changedOf(state), 5);
    QVERIFY(!missingIn(*state.room(here)));
}

void TestReduceChanges::changeInAnUnknownRoomAsksForASnapshot()
{
    State state;
    QVERIFY(has(apply(state, ev::RoomChanged{here, edited(1, 1)}, now), effect::Resync{}));
    QVERIFY(!state.room(here));
}

void TestReduceChanges::pagesArePulledUntilNothingIsMissing()
{
    State state = known(5, 0);
    (void)apply(state, ev::RoomChanged{here, edited(5, 2)}, now);
    (void)applyPage(state, *changesOf(*state.room(here)), {{edited(1, 2)}, 2, true}); // more than was known of
    QCOMPARE(changedOf(state), 2);
    const auto next = changesOf(*state.room(here));
    QVERIFY(next);
    QCOMPARE(next->after, 2);
    (void)applyPage(state, *next, {{edited(2, 3), edited(3, 4)}, 4, false});
    QCOMPARE(changedOf(state), 4);
    QVERIFY(!changesOf(*state.room(here)));
}

void TestReduceChanges::pageThatTellsNothingNewIsNothing()
{
    State state = known(5, 2);
    (void)apply(state, ev::RoomChanged{here, edited(3, 4)}, now);
    const State before = state;
    QVERIFY(applyPage(state, cmd::Changes{here, 2}, {{}, 2, false}).empty());
    QVERIFY(applyPage(state, cmd::Changes{here, 0}, {{edited(1, 1)}, 1, true}).empty());
    QVERIFY(applyPage(state, cmd::Changes{roomId(9), 0}, {{edited(1, 1)}, 1, false}).empty());
    QCOMPARE(*state.room(here), *before.room(here));
}

//! Change 3 and 4 were of the message that bears number 5 now.
void TestReduceChanges::numbersOfMessagesThatWereChangedAgainAreSkipped()
{
    State state = known(5, 2);
    (void)apply(state, ev::RoomChanged{here, edited(4, 6)}, now);
    const auto effects = applyPage(state, cmd::Changes{here, 2}, {{edited(3, 5), edited(4, 6)}, 6, false});
    QVERIFY(has(effects, effect::Changed{here, {edited(3, 5), edited(4, 6)}}));
    QCOMPARE(changedOf(state), 6);
}

void TestReduceChanges::roomThatIsNewHereIsComplete()
{
    State state;
    Room told = room(here, 0);
    told.changes = 7;
    QVERIFY(!has(apply(state, ev::RoomState{told}, now), effect::Pull{here}));
    QCOMPARE(changedOf(state), 7);
}

void TestReduceChanges::roomThatTellsMoreChangesIsPulled()
{
    State state = known(5, 2);
    Room told = state.room(here)->room;
    told.changes = 4;
    QVERIFY(has(applyRooms(state, {told}), effect::Pull{here}));
    QCOMPARE(changedOf(state), 2);
    QCOMPARE(changesOf(*state.room(here))->after, 2);
}

void TestReduceChanges::listingThatTellsFewerChangesTakesNothingBack()
{
    State state = known(5, 2);
    const Room told = state.room(here)->room;
    (void)apply(state, ev::RoomChanged{here, edited(5, 3)}, now);
    (void)applyRooms(state, {told});
    QCOMPARE(changedOf(state), 3);
    QCOMPARE(state.room(here)->room.changes, 3);
    QCOMPARE(*state.room(here)->room.newest, edited(5, 3));
    QVERIFY(!missingIn(*state.room(here)));
}

void TestReduceChanges::changedNewestIsThePreview()
{
    State state = known(5, 0);
    QVERIFY(has(apply(state, ev::RoomChanged{here, edited(5, 1)}, now), effect::RoomChanged{here}));
    QCOMPARE(state.room(here)->room.newest->text, u"other words"_s);
    (void)apply(state, ev::RoomChanged{here, edited(4, 2, u"not the newest"_s)}, now);
    QCOMPARE(state.room(here)->room.newest->text, u"other words"_s);
    (void)apply(state, ev::RoomChanged{here, erased(5, 3)}, now);
    QVERIFY(state.room(here)->room.newest->deleted);
    QCOMPARE(state.room(here)->room.head, 5);
    QCOMPARE(unread(state.room(here)->room), 5);
}

void TestReduceChanges::newestOfALaterChangeReplacesAndAnEarlierDoesNot()
{
    State state = known(5, 0);
    Room told = state.room(here)->room;
    told.newest = edited(5, 2);
    told.changes = 2;
    (void)applyRooms(state, {told});
    QCOMPARE(*state.room(here)->room.newest, edited(5, 2));
    told.newest = edited(5, 1, u"between"_s);
    ++told.version;
    (void)applyRooms(state, {told});
    QCOMPARE(*state.room(here)->room.newest, edited(5, 2));
}

void TestReduceChanges::changeThatOvertakesItsMessageIsTheMessage()
{
    State state = known(5, 0);
    const auto effects = apply(state, ev::RoomChanged{here, edited(6, 1)}, now);
    QVERIFY(has(effects, effect::Append{here, {edited(6, 1)}, false, false, 6, 6}));
    QCOMPARE(state.room(here)->have, 6);
    QVERIFY(apply(state, ev::RoomMessage{here, message(6, 2)}, now).empty());
    QCOMPARE(*state.room(here)->room.newest, edited(6, 1));
}

void TestReduceChanges::changeOfAMessageBeyondAGapPullsBoth()
{
    State state = known(5, 0);
    const auto effects = apply(state, ev::RoomChanged{here, edited(8, 1)}, now);
    QVERIFY(has(effects, effect::Changed{here, {edited(8, 1)}}));
    QVERIFY(has(effects, effect::Pull{here}));
    QCOMPARE(changedOf(state), 1);
    QCOMPARE(state.room(here)->have, 5);
    QCOMPARE(state.room(here)->room.head, 8);
}

void TestReduceChanges::messagesAreMissingBeforeChangesAre()
{
    State state = known(5, 2);
    Room told = room(here, 9);
    told.changes = 4;
    (void)applyRooms(state, {told});
    const auto first = missingIn(*state.room(here));
    QVERIFY(first && std::holds_alternative<cmd::History>(*first));
    (void)applyPage(state, std::get<cmd::History>(*first), {{message(6, 2), message(7, 2), message(8, 2), message(9, 2)}, 9});
    const auto then = missingIn(*state.room(here));
    QVERIFY(then && std::holds_alternative<cmd::Changes>(*then));
    QCOMPARE(std::get<cmd::Changes>(*then).after, 2);
}

void TestReduceChanges::ownChangeIsCountedOnce()
{
    State state = known(5, 0);
    QVERIFY(has(applyChange(state, here, edited(3, 1)), effect::Changed{here, {edited(3, 1)}}));
    QVERIFY(apply(state, ev::RoomChanged{here, edited(3, 1)}, now).empty());
    QCOMPARE(changedOf(state), 1);
}

void TestReduceChanges::anyOrderEndsWithWhatTheServerHas_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 0; seed < 300; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

//! Messages are written and changed while events and pages are late, doubled, shuffled and lost. Whatever is held in the
//! end is what the server has.
void TestReduceChanges::anyOrderEndsWithWhatTheServerHas()
{
    QFETCH(const int, seed);
    std::mt19937 random{unsigned(seed)};
    const auto dice = [&](int sides) { return int(random() % unsigned(sides)); };

    Truth truth;
    Reader reader;
    std::vector<std::function<void()>> onTheWay;
    const auto event = [&](const Event &told) {
        for (int copies = dice(3); copies > 0; --copies)
            onTheWay.push_back([&reader, told] { reader.take(apply(reader.state, told, now)); });
    };
    const auto answer = [&](const auto &ask) {
        onTheWay.push_back([&reader, ask, page = truth.page(ask)] { reader.take(applyPage(reader.state, ask, page)); });
    };
    reader.take(apply(reader.state, ev::RoomState{truth.told}, now));
    for (int step = 0; step < 150; ++step) {
        if (const int what = dice(4); truth.messages.isEmpty() || what == 0)
            event(ev::RoomMessage{here, truth.add(1 + dice(2))});
        else if (what < 3)
            event(ev::RoomChanged{here, truth.change(1 + dice(int(truth.messages.size())), dice(8) == 0)});
        else if (const auto ask = missingIn(*reader.state.room(here)))
            std::visit(answer, *ask);
        if (!reader.held.empty() && dice(8) == 0) { // somebody scrolls back
            cmd::History ask;
            ask.before = 1 + dice(int(truth.messages.size()));
            onTheWay.push_back([&reader, page = truth.page(ask)] { reader.join(page.messages); });
        }
        for (int n = dice(3); n > 0 && !onTheWay.empty(); --n) {
            std::swap(onTheWay[size_t(dice(int(onTheWay.size())))], onTheWay.back());
            const auto arrives = onTheWay.back();
            onTheWay.pop_back();
            arrives();
        }
    }
    std::ranges::shuffle(onTheWay, random);
    for (const auto &arrives : onTheWay)
        arrives();
    beginListing(reader.state);
    reader.take(applyRooms(reader.state, {truth.told}));
    for (int pages = 0; missingIn(*reader.state.room(here)); ++pages) {
        QVERIFY2(pages < 200, "pulling does not end");
        std::visit([&](const auto &ask) { reader.take(applyPage(reader.state, ask, truth.page(ask))); }, *missingIn(*reader.state.room(here)));
    }

    QCOMPARE(reader.state.room(here)->have, truth.told.head);
    QCOMPARE(changedOf(reader.state), truth.told.changes);
    QCOMPARE(reader.state.room(here)->room.newest, truth.told.newest);
    for (const auto &[seq, held] : reader.held)
        QVERIFY2(held == truth.messages.at(seq - 1), qPrintable(u"message %1: %2"_s.arg(seq).arg(held.text)));
}

QTEST_GUILESS_MAIN(TestReduceChanges)
#include "tst_reduce_changes.moc"
