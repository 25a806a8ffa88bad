// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "common/base/rng.h"
#include "server/app/freshness.h"

using namespace jjak;
using namespace jjak::app;

//! Nobody is answered from a copy that is older than what they know.
class TestFreshness : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoWasToldNothingNeedsNothing()
    {
        Freshness f;
        QCOMPARE(f.neededFor(one), 0u);
    }

    void anAnswerAnEventAndASignInAreWhatTheirRecipientsKnow()
    {
        Freshness f;
        f.told({ToConnection{1, "a"}}, 10);
        QCOMPARE(f.neededFor(one), 10u);
        QCOMPARE(f.neededFor(other), 0u);
        f.told({ToAccount{other.identity->account, "b"}}, 20);
        QCOMPARE(f.neededFor(one), 10u);
        QCOMPARE(f.neededFor(other), 20u);
        f.told({Bind{3, *one.identity}}, 30);
        QCOMPARE(f.neededFor(one), 30u);
        f.told({ToEverybody{"c"}}, 40);
        QCOMPARE(f.neededFor(other), 40u);
        QCOMPARE(f.neededFor({9, 1, {}, {}}), 40u);
        QCOMPARE(f.latest(), 40u);
    }

    void whatIsToldLateMakesNothingOlder()
    {
        Freshness f;
        f.told({ToConnection{1, "a"}}, 10);
        f.told({ToConnection{1, "a"}}, 5);
        QCOMPARE(f.neededFor(one), 10u);
        QCOMPARE(f.latest(), 10u);
    }

    void whileAPositionIsUnknownNoCopyIsNewEnough()
    {
        Freshness f;
        f.told({ToConnection{1, "a"}}, 0);
        QCOMPARE(f.neededFor(other), std::numeric_limits<quint64>::max());
        f.told({ToConnection{2, "a"}}, 50);
        QCOMPARE(f.neededFor(one), 50u);
    }

    void needsThatACopyFulfilsAreForgottenAndOthersNot()
    {
        Freshness f;
        for (ConnectionId c = 1; c <= 3000; ++c)
            f.told({ToConnection{c, "a"}}, c);
        f.reached(2000);
        QCOMPARE(f.neededFor({1500, 1, {}, {}}), 0u);
        QCOMPARE(f.neededFor({2500, 1, {}, {}}), 2500u);
    }

    void whenNoCopyKeepsUpEverybodyNeedsTheLatest()
    {
        Freshness f;
        for (ConnectionId c = 1; c <= 50'000; ++c)
            f.told({ToConnection{c, "a"}}, c);
        QVERIFY(f.neededFor({1, 1, {}, {}}) > 40'000u);
        QVERIFY(f.neededFor({50'000, 1, {}, {}}) >= 50'000u);
    }

private:
    SeededRng m_rng{4};
    const Caller one{1, 1, Identity{AccountId::random(m_rng), DeviceId::random(m_rng)}, {}};
    const Caller other{2, 1, Identity{AccountId::random(m_rng), DeviceId::random(m_rng)}, {}};
};

QTEST_APPLESS_MAIN(TestFreshness)
#include "tst_freshness.moc"
