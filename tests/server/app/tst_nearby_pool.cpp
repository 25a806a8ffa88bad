// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/server/app/counter.h"

namespace jjak::app {

using namespace Qt::StringLiterals;
using namespace protocol;
using test::Counter;
using test::Guest;

namespace {

constexpr Coordinate seoul{37.5665, 126.978}, busan{35.1796, 129.0756};

cmd::Seek seekAt(Coordinate place, Reach reach = Reach::Km10)
{
    return {Cell::containing(place, limits::cellKm), reach};
}

} // namespace

//! Servers share a match pool, and Redis may lose it or keep what is long over: what it says is a hint, and what it does not say is found out.
class TestNearbyPool : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoIsGoneIsNotProposed();
    void whoIsAwayIsNotProposed();
    void whoIsInAProposalIsNotProposedAgain();
    void whoHasMovedIsNotProposedThere();
    void whoWaitsBehindThemIsProposed();
    void whatIsProposedIsWhatIsStored();
    void whoIsMissingIsFoundAgain();
    void poolThatIsNotWholeIsFilled();
    void poolOfBeforeAStartIsNotTrusted();
};

void TestNearbyPool::whoIsGoneIsNotProposed()
{
    Counter counter;
    Guest &gone = counter.guest(u"gone"_s), &me = counter.guest(u"me"_s);
    QVERIFY(counter.ask(gone, seekAt(seoul)));
    const auto ticket = counter.stores().tickets.find(gone.identity.account);
    QVERIFY(counter.ask(gone, cmd::CancelSeek()));
    counter.pool().add(*ticket);
    const auto state = counter.ask(me, seekAt(seoul));
    QVERIFY(state && state->ticket && !state->proposal);
    counter.pass(1min);
    QCOMPARE(counter.pool().size(), 1); // taken out
    QVERIFY(!counter.stores().tickets.find(gone.identity.account));
}

void TestNearbyPool::whoIsAwayIsNotProposed()
{
    Counter counter;
    Guest &away = counter.guest(u"away"_s), &me = counter.guest(u"me"_s);
    QVERIFY(counter.ask(away, seekAt(seoul)));
    const auto ticket = counter.stores().tickets.find(away.identity.account);
    counter.disconnect(away);
    counter.pool().add(*ticket);
    QVERIFY(!counter.ask(me, seekAt(seoul))->proposal);
    QVERIFY(counter.stores().tickets.find(away.identity.account)->away);
}

void TestNearbyPool::whoIsInAProposalIsNotProposedAgain()
{
    Counter counter;
    Guest &one = counter.guest(u"one"_s), &other = counter.guest(u"other"_s), &me = counter.guest(u"me"_s);
    QVERIFY(counter.ask(one, seekAt(seoul)));
    const auto ticket = counter.stores().tickets.find(one.identity.account);
    const auto proposal = counter.ask(other, seekAt(seoul))->proposal;
    QVERIFY(proposal);
    counter.pool().add(*ticket);
    const auto state = counter.ask(me, seekAt(seoul));
    QVERIFY(state && state->ticket && !state->proposal);
    QVERIFY(counter.stores().tickets.find(one.identity.account)->proposal == proposal->proposal);
}

void TestNearbyPool::whoHasMovedIsNotProposedThere()
{
    Counter counter;
    Guest &moved = counter.guest(u"moved"_s), &me = counter.guest(u"me"_s);
    QVERIFY(counter.ask(moved, seekAt(seoul)));
    const auto before = counter.stores().tickets.find(moved.identity.account);
    QVERIFY(counter.ask(moved, seekAt(busan)));
    counter.pool().add(*before);
    QVERIFY(!counter.ask(me, seekAt(seoul))->proposal);
    counter.pass(1min);
    QVERIFY(counter.ask(me, seekAt(busan))->proposal); // found where they are
}

void TestNearbyPool::whoWaitsBehindThemIsProposed()
{
    Counter counter;
    Guest &gone = counter.guest(u"gone"_s), &next = counter.guest(u"next"_s), &me = counter.guest(u"me"_s);
    QVERIFY(counter.ask(gone, seekAt(seoul)));
    const auto ticket = counter.stores().tickets.find(gone.identity.account);
    QVERIFY(counter.ask(gone, cmd::CancelSeek()));
    counter.passUnseen(1s);
    QVERIFY(counter.ask(next, seekAt(seoul)));
    counter.pool().add(*ticket);
    QVERIFY(counter.ask(me, seekAt(seoul))->proposal);
    QVERIFY(counter.stores().tickets.find(next.identity.account)->proposal);
}

void TestNearbyPool::whatIsProposedIsWhatIsStored()
{
    Counter counter;
    Guest &other = counter.guest(u"other"_s), &me = counter.guest(u"me"_s);
    QVERIFY(counter.ask(other, seekAt(seoul)));
    const auto stored = counter.stores().tickets.find(other.identity.account);
    auto known = *stored; // no pool has to know more than that
    known.device = DeviceId();
    counter.pool().add(known);
    QVERIFY(counter.ask(me, seekAt(seoul))->proposal);
    QVERIFY(counter.stores().tickets.find(other.identity.account)->device == stored->device);
}

void TestNearbyPool::whoIsMissingIsFoundAgain()
{
    Counter counter;
    Guest &missing = counter.guest(u"missing"_s), &me = counter.guest(u"me"_s);
    QVERIFY(counter.ask(missing, seekAt(seoul)));
    counter.pool().remove(missing.identity.account);
    QVERIFY(!counter.ask(me, seekAt(seoul))->proposal);
    counter.pool().remove(me.identity.account);
    counter.pass(1min);
    QVERIFY(counter.stores().proposals.openOf(me.identity.account));
    QVERIFY(counter.stores().proposals.openOf(missing.identity.account));
}

void TestNearbyPool::poolThatIsNotWholeIsFilled()
{
    Counter counter;
    Guest &waiting = counter.guest(u"waiting"_s), &me = counter.guest(u"me"_s);
    QVERIFY(counter.ask(waiting, seekAt(seoul)));
    counter.pool().clear();
    counter.pool().undoTo(0);
    QVERIFY(!counter.pool().isWhole());
    QVERIFY(counter.ask(me, seekAt(seoul))->proposal);
    QVERIFY(counter.pool().isWhole());
}

void TestNearbyPool::poolOfBeforeAStartIsNotTrusted()
{
    Counter counter;
    Guest &waiting = counter.guest(u"waiting"_s), &me = counter.guest(u"me"_s);
    QVERIFY(counter.ask(waiting, seekAt(seoul)));
    QCOMPARE(counter.pool().size(), 1);
    counter.restart(); // nobody is connected
    QVERIFY(counter.pool().isWhole());
    QVERIFY(!counter.ask(me, seekAt(busan))->proposal);
    QCOMPARE(counter.pool().size(), 1);
}

} // namespace jjak::app

QTEST_GUILESS_MAIN(jjak::app::TestNearbyPool)
#include "tst_nearby_pool.moc"
