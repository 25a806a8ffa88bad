// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <algorithm>

#include "tests/server/storage/scratch.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::storage;
using Failure = app::Transaction::Failure;

class TstNearbyStores : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void ticketComesBackAsStored();
    void accountHasOneTicket();
    void ticketNeedsACell();
    void freeTicketsAreThoseInNoProposal();
    void waitingTicketsComeInTurn();
    void ticketsAreFoundByDevice();
    void awayTicketsComeUpToTheMomentEarliestFirst();
    void onlyATicketThatIsThereGoesAway();
    void afterAStartEverybodyIsAwayFromNow();
    void proposalComesBackAsStored();
    void nobodyStandsInTwoOpenProposals();
    void dueProposalsComeEarliestFirst();
    void extendedProposalsEndNoEarlier();
    void endedProposalsAreRemovedOldestFirst();
    void nearbyVersionGrows();
    void strangersMayMeet();
    void blockedEitherWayMayNotMeet();
    void roomedMayNotMeetAgainEvenAfterLeaving();
    void keptApartMayMeetAfterwards();
    void endedPairsAreTakenOnce();
    void nobodyIsKeptApartFromThemselves();
    void agendaTellsWhatIsDueFirst();
};

void TstNearbyStores::initTestCase_data()
{
    Scratch::everywhere();
}

void TstNearbyStores::ticketComesBackAsStored()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    auto t = s.newTicket(s.account().id);
    t.front = t.demo = true;
    t.proposal = ProposalId::random(s.rng());
    t.away = noon + 3s;
    s->tickets.save(t);
    const auto back = s->tickets.find(t.account);
    QVERIFY(back);
    QVERIFY(back->account == t.account && back->device == t.device && back->cell == t.cell && back->reach == t.reach);
    QVERIFY(back->since == t.since && back->front && back->demo && back->proposal == t.proposal && back->away == t.away);
}

void TstNearbyStores::accountHasOneTicket()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    auto t = s.newTicket(s.account().id);
    s->tickets.save(t);
    t.reach = Reach::Anywhere;
    s->tickets.save(t);
    QCOMPARE(s->tickets.free().size(), 1);
    QCOMPARE(s->tickets.find(t.account)->reach, Reach::Anywhere);
    s->tickets.remove(t.account);
    QVERIFY(!s->tickets.find(t.account));
}

void TstNearbyStores::ticketNeedsACell()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    auto t = s.newTicket(s.account().id);
    t.cell = Cell();
    s->tickets.save(t);
    QCOMPARE(s->transaction.failure(), Failure::Command);
}

void TstNearbyStores::freeTicketsAreThoseInNoProposal()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    auto waiting = s.newTicket(s.account().id), busy = s.newTicket(s.account().id), away = s.newTicket(s.account().id);
    busy.proposal = ProposalId::random(s.rng());
    away.away = noon;
    away.since = noon - 1h;
    for (const auto &t : {waiting, busy, away})
        s->tickets.save(t);
    const auto free = s->tickets.free();
    QCOMPARE(free.size(), 2);
    QVERIFY(free[0].account == away.account && free[1].account == waiting.account);
}

void TstNearbyStores::waitingTicketsComeInTurn()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    QList<AccountId> waiting;
    for (int i = 0; i < 9; ++i) {
        auto t = s.newTicket(s.account().id);
        t.since = noon - std::chrono::seconds(i * 7 % 9);
        if (i == 3)
            t.proposal = ProposalId::random(s.rng());
        else if (i == 5)
            t.away = noon;
        else
            waiting.append(t.account);
        s->tickets.save(t);
    }
    std::ranges::sort(waiting);
    QList<AccountId> found;
    for (auto some = s->tickets.waitingAfter(AccountId(), 3); !some.isEmpty(); some = s->tickets.waitingAfter(found.back(), 3)) {
        QVERIFY(some.size() <= 3);
        for (const auto &t : some)
            found.append(t.account);
    }
    QVERIFY(found == waiting);
}

void TstNearbyStores::ticketsAreFoundByDevice()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto one = s.newTicket(s.account().id), other = s.newTicket(s.account().id);
    s->tickets.save(one);
    s->tickets.save(other);
    const auto found = s->tickets.ofDevice(one.device);
    QVERIFY(found.size() == 1 && found[0].account == one.account);
    QVERIFY(s->tickets.ofDevice(DeviceId::random(s.rng())).isEmpty());
}

void TstNearbyStores::onlyATicketThatIsThereGoesAway()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto ticket = s.newTicket(s.account().id);
    s->tickets.setAway(ticket.account, noon);
    QVERIFY(!s->tickets.find(ticket.account));
    s->tickets.save(ticket);
    s->tickets.setAway(ticket.account, noon);
    QCOMPARE(s->tickets.find(ticket.account)->away, noon);
    s->tickets.setAway(ticket.account, {});
    const auto back = s->tickets.find(ticket.account);
    QVERIFY(!back->away && back->device == ticket.device && back->cell == ticket.cell && back->since == ticket.since);
    QCOMPARE(s->transaction.failure(), Failure::None);
}

void TstNearbyStores::awayTicketsComeUpToTheMomentEarliestFirst()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    QList<AccountId> accounts;
    for (int i = 0; i < 5; ++i) {
        auto t = s.newTicket(s.account().id);
        t.away = noon - std::chrono::seconds(i);
        s->tickets.save(t);
        accounts.prepend(t.account);
    }
    s->tickets.save(s.newTicket(s.account().id)); // here
    QList<AccountId> found;
    for (const auto &t : s->tickets.awaySince(noon - 1s, 3))
        found.append(t.account);
    QVERIFY(found == accounts.first(3));
    QCOMPARE(s->tickets.awaySince(noon - 1s, 9).size(), 4);
}

void TstNearbyStores::afterAStartEverybodyIsAwayFromNow()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    auto here = s.newTicket(s.account().id), gone = s.newTicket(s.account().id);
    gone.away = noon - 1h;
    s->tickets.save(here);
    s->tickets.save(gone);
    s->tickets.allAway(noon);
    QVERIFY(s->tickets.find(here.account)->away == noon && s->tickets.find(gone.account)->away == noon);
}

void TstNearbyStores::proposalComesBackAsStored()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto a = s.account(), b = s.account();
    auto p = domain::openProposal(ProposalId::random(s.rng()), a.id, b.id, noon, 30s);
    p.sides[1].answer = domain::Answer::Accepted;
    s->proposals.save(p);
    const auto open = s->proposals.find(p.id);
    QVERIFY(open && open->open() && open->opened == noon && open->deadline == noon + 30s);
    QVERIFY(open->sides[0].account == p.sides[0].account && open->sides[1].account == p.sides[1].account);
    QVERIFY(open->sides[0].answer == domain::Answer::Open && open->sides[1].answer == domain::Answer::Accepted);
    QVERIFY(s->proposals.openOf(a.id)->id == p.id && s->proposals.openOf(b.id)->id == p.id);
    p.outcome = domain::Outcome::Accepted;
    p.room = RoomId::random(s.rng());
    p.ended = noon + 9s;
    p.sides[0].fault = true;
    s->proposals.save(p);
    const auto ended = s->proposals.find(p.id);
    QVERIFY(ended->outcome == p.outcome && ended->room == p.room && ended->ended == p.ended && ended->sides[0].fault && !ended->sides[1].fault);
    QVERIFY(!s->proposals.openOf(a.id) && !s->proposals.openOf(b.id));
}

void TstNearbyStores::nobodyStandsInTwoOpenProposals()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto a = s.account(), b = s.account(), c = s.account();
    auto first = domain::openProposal(ProposalId::random(s.rng()), a.id, b.id, noon, 30s);
    const auto second = domain::openProposal(ProposalId::random(s.rng()), b.id, c.id, noon, 30s);
    QVERIFY(s.commit([&] { s->proposals.save(first); }));
    QVERIFY(s->transaction.begin());
    s->transaction.savepoint();
    s->proposals.save(second);
    QCOMPARE(s->transaction.failure(), Failure::Command);
    s->transaction.rollbackToSavepoint();
    QVERIFY(!s->proposals.find(second.id));
    QVERIFY(!s->proposals.openOf(c.id));
    first.outcome = domain::Outcome::Gone;
    first.ended = noon + 1s;
    s->proposals.save(first);
    s->proposals.save(second); // now b is free
    QCOMPARE(s->transaction.failure(), Failure::None);
    QVERIFY(s->transaction.commit());
    QVERIFY(s->proposals.openOf(b.id)->id == second.id);
}

void TstNearbyStores::dueProposalsComeEarliestFirst()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    QList<ProposalId> ids;
    for (int i = 0; i < 5; ++i) {
        const auto p = domain::openProposal(ProposalId::random(s.rng()), s.account().id, s.account().id, noon, std::chrono::seconds(50 - i * 10));
        s->proposals.save(p);
        ids.prepend(p.id);
    }
    QList<ProposalId> due;
    for (const auto &p : s->proposals.due(noon + 40s, 3))
        due.append(p.id);
    QVERIFY(due == ids.first(3));
    QCOMPARE(s->proposals.due(noon + 40s, 9).size(), 4);
    QCOMPARE(s->proposals.due(noon + 9999ms, 9).size(), 0);
}

void TstNearbyStores::extendedProposalsEndNoEarlier()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    auto early = domain::openProposal(ProposalId::random(s.rng()), s.account().id, s.account().id, noon, 10s);
    const auto late = domain::openProposal(ProposalId::random(s.rng()), s.account().id, s.account().id, noon, 90s);
    auto over = domain::openProposal(ProposalId::random(s.rng()), s.account().id, s.account().id, noon, 5s);
    over.outcome = domain::Outcome::TimedOut;
    over.ended = noon + 5s;
    for (const auto &p : {early, late, over})
        s->proposals.save(p);
    s->proposals.extendOpen(noon + 30s);
    QCOMPARE(s->proposals.find(early.id)->deadline, noon + 30s);
    QCOMPARE(s->proposals.find(late.id)->deadline, noon + 90s);
    QCOMPARE(s->proposals.find(over.id)->deadline, noon + 5s);
}

void TstNearbyStores::endedProposalsAreRemovedOldestFirst()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    QList<ProposalId> ids;
    for (int i = 0; i < 4; ++i) {
        auto p = domain::openProposal(ProposalId::random(s.rng()), s.account().id, s.account().id, noon, 10s);
        p.outcome = domain::Outcome::Refused;
        p.ended = noon + std::chrono::seconds(i);
        s->proposals.save(p);
        ids.append(p.id);
    }
    const auto open = domain::openProposal(ProposalId::random(s.rng()), s.account().id, s.account().id, noon, 10s);
    s->proposals.save(open);
    s->proposals.removeEnded(noon + 3s, 2);
    QVERIFY(!s->proposals.find(ids[0]) && !s->proposals.find(ids[1]) && s->proposals.find(ids[2]));
    s->proposals.removeEnded(noon + 3s, 9);
    QVERIFY(!s->proposals.find(ids[2]) && s->proposals.find(ids[3]) && s->proposals.find(open.id));
}

void TstNearbyStores::nearbyVersionGrows()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto account = s.account().id;
    QCOMPARE(s->pairs.nearby(account).version, 0);
    const auto last = ProposalId::random(s.rng());
    QCOMPARE(s->pairs.advance(account, last).version, 1);
    QVERIFY(s->pairs.nearby(account).last == last);
    const auto row = s->pairs.advance(account, std::nullopt);
    QVERIFY(row.version == 2 && !row.last);
    QVERIFY(s->pairs.nearby(account).version == 2 && !s->pairs.nearby(account).last);
}

void TstNearbyStores::strangersMayMeet()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto a = s.account().id, b = s.account().id;
    QVERIFY(s->pairs.mayMeet(a, b, noon) && s->pairs.mayMeet(b, a, noon));
}

void TstNearbyStores::blockedEitherWayMayNotMeet()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto a = s.account().id, b = s.account().id;
    const auto id = s->blocks.insert({BlockId::random(s.rng()), a, b, u"비"_s, noon});
    QVERIFY(!s->pairs.mayMeet(a, b, noon) && !s->pairs.mayMeet(b, a, noon));
    s->blocks.remove(a, id);
    QVERIFY(s->pairs.mayMeet(a, b, noon) && s->pairs.mayMeet(b, a, noon));
}

void TstNearbyStores::roomedMayNotMeetAgainEvenAfterLeaving()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto a = s.account().id, b = s.account().id;
    const RoomId room = s.directRoom(a, b);
    QVERIFY(!s->pairs.mayMeet(a, b, noon) && !s->pairs.mayMeet(b, a, noon));
    s->rooms.leave(room, 1, noon);
    s->rooms.leave(room, 2, noon);
    QVERIFY(!s->pairs.mayMeet(a, b, noon) && !s->pairs.mayMeet(b, a, noon));
}

void TstNearbyStores::keptApartMayMeetAfterwards()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto a = s.account().id, b = s.account().id;
    s->pairs.keepApart(b, a, noon + 1h);
    s->pairs.keepApart(a, b, noon + 1min); // a later end that is stored already stays
    QVERIFY(!s->pairs.mayMeet(a, b, noon + 59min) && !s->pairs.mayMeet(b, a, noon + 59min));
    QVERIFY(s->pairs.mayMeet(a, b, noon + 1h));
    s->pairs.keepApart(a, b, noon + 2h);
    QVERIFY(!s->pairs.mayMeet(b, a, noon + 1h));
}

void TstNearbyStores::endedPairsAreTakenOnce()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    QList<std::pair<AccountId, AccountId>> pairs;
    for (int i = 0; i < 3; ++i) {
        const auto a = s.account().id, b = s.account().id;
        pairs.append({std::min(a, b), std::max(a, b)});
        s->pairs.keepApart(a, b, noon + std::chrono::seconds(i));
    }
    QVERIFY(s->pairs.takeEnded(noon + 1s, 1) == pairs.mid(0, 1));
    QVERIFY(s->pairs.takeEnded(noon + 1s, 9) == pairs.mid(1, 1));
    QVERIFY(s->pairs.takeEnded(noon + 1s, 9).isEmpty());
    QVERIFY(!s->pairs.mayMeet(pairs[2].first, pairs[2].second, noon));
}

void TstNearbyStores::nobodyIsKeptApartFromThemselves()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto a = s.account().id;
    s->pairs.keepApart(a, a, noon);
    QCOMPARE(s->transaction.failure(), Failure::Command);
}

void TstNearbyStores::agendaTellsWhatIsDueFirst()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    QVERIFY(!s->agenda.next(20s));
    const auto a = s.account().id, b = s.account().id;
    s->pairs.keepApart(a, b, noon + 1h);
    QVERIFY(s->agenda.next(20s) == noon + 1h);
    auto p = domain::openProposal(ProposalId::random(s.rng()), a, b, noon, 90s);
    s->proposals.save(p);
    QVERIFY(s->agenda.next(20s) == noon + 90s);
    auto t = s.newTicket(a);
    s->tickets.save(t);
    QVERIFY(s->agenda.next(20s) == noon + 90s);
    t.away = noon + 30s;
    s->tickets.save(t);
    QVERIFY(s->agenda.next(20s) == noon + 50s);
    p.outcome = domain::Outcome::Gone;
    p.ended = noon;
    s->proposals.save(p);
    s->tickets.remove(a);
    QVERIFY(s->agenda.next(20s) == noon + 1h);
    QCOMPARE(s->transaction.failure(), Failure::None);
}

QTEST_GUILESS_MAIN(TstNearbyStores)
#include "tst_nearby_stores.moc"
