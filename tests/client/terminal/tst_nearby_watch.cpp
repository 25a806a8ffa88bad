// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "client/terminal/app/nearby_watch.h"

using namespace jjak;
using namespace jjak::protocol;
using terminal::NearbyNews;
using terminal::NearbyWatch;
using Kind = terminal::NearbyNews::Kind;

namespace {

const Time start = fromMs(1'700'000'000'000);

struct Scene {
    SeededRng rng{7};
    NearbyWatch watch;
    Nearby nearby;

    Scene() { nearby.ticket = Ticket{Cell::containing({37.5, 127.0}, 2), Reach::Km10, start}; }
    std::vector<Kind> at(Time now)
    {
        std::vector<Kind> kinds;
        for (const NearbyNews &news : watch.update(nearby, now))
            kinds.push_back(news.kind);
        return kinds;
    }
    void propose()
    {
        nearby.ended.reset();
        nearby.proposal = Proposal{ProposalId::random(rng), start + 30s, Answer::Open, false};
    }
    void end(Outcome outcome, bool mine)
    {
        nearby.ended = Ended{nearby.proposal->proposal, outcome, mine, {}};
        nearby.proposal.reset();
        if (mine || outcome == Outcome::Accepted)
            nearby.ticket.reset();
    }
};

using Kinds = std::vector<Kind>;

} // namespace

class TstNearbyWatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNewProposalIsToldOnce();
    void theCountdownIsToldAtTenAndFive();
    void whoHasAcceptedHearsNoCountdown();
    void aProposalFoundLateStartsWithWhatIsLeft();
    void theEndIsTold();
    void afterARefusalOfTheOtherTheSearchGoesOn();
    void aSearchThatIsCancelledIsTold();
    void anOldEndIsNotNews();
};

void TstNearbyWatch::aNewProposalIsToldOnce()
{
    Scene s;
    s.at(start);
    s.propose();
    const auto news = s.watch.update(s.nearby, start);
    QCOMPARE(news.size(), size_t(1));
    QCOMPARE(news[0].kind, Kind::Found);
    QCOMPARE(news[0].seconds, 30);
    QCOMPARE(s.at(start), Kinds{});
    QCOMPARE(s.at(start + 5s), Kinds{});
}

void TstNearbyWatch::theCountdownIsToldAtTenAndFive()
{
    Scene s;
    s.propose();
    s.at(start);
    std::vector<int> told;
    for (Time now = start; now < start + 40s; now += 500ms) {
        for (const NearbyNews &news : s.watch.update(s.nearby, now)) {
            QCOMPARE(news.kind, Kind::Left);
            told.push_back(news.seconds);
        }
    }
    QCOMPARE(told, (std::vector{10, 5}));
}

void TstNearbyWatch::whoHasAcceptedHearsNoCountdown()
{
    Scene s;
    s.propose();
    s.at(start);
    s.nearby.proposal->mine = Answer::Accepted;
    QCOMPARE(s.at(start + 2s), Kinds{Kind::Accepted});
    QCOMPARE(s.at(start + 25s), Kinds{});
}

void TstNearbyWatch::aProposalFoundLateStartsWithWhatIsLeft()
{
    Scene s;
    s.propose();
    const auto news = s.watch.update(s.nearby, start + 22s);
    QCOMPARE(news.size(), size_t(1));
    QCOMPARE(news[0].seconds, 8);
    QCOMPARE(s.at(start + 23s), Kinds{});
    QCOMPARE(s.at(start + 25s), Kinds{Kind::Left});
}

void TstNearbyWatch::theEndIsTold()
{
    Scene s;
    s.propose();
    s.at(start);
    s.end(Outcome::TimedOut, true);
    const auto news = s.watch.update(s.nearby, start + 31s);
    QCOMPARE(news.size(), size_t(1));
    QCOMPARE(news[0].kind, Kind::Ended);
    QCOMPARE(news[0].ended->outcome, Outcome::TimedOut);
    QCOMPARE(s.at(start + 32s), Kinds{});
}

void TstNearbyWatch::afterARefusalOfTheOtherTheSearchGoesOn()
{
    Scene s;
    s.propose();
    s.at(start);
    s.end(Outcome::Refused, false);
    QCOMPARE(s.at(start + 3s), (Kinds{Kind::Ended, Kind::Waiting}));
    s.propose();
    QCOMPARE(s.at(start + 4s), Kinds{Kind::Found});
}

void TstNearbyWatch::aSearchThatIsCancelledIsTold()
{
    Scene s;
    s.at(start);
    s.nearby.ticket.reset();
    QCOMPARE(s.at(start + 1s), Kinds{Kind::Stopped});
    QCOMPARE(s.at(start + 2s), Kinds{});
}

void TstNearbyWatch::anOldEndIsNotNews()
{
    Scene s;
    s.propose();
    s.end(Outcome::Refused, true);
    QCOMPARE(s.at(start), Kinds{});
}

QTEST_GUILESS_MAIN(TstNearbyWatch)
#include "tst_nearby_watch.moc"
