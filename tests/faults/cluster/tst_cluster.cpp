// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Campaigns in their small form; the whole ones are tests/faults/cluster/campaign.
#include <QTest>

#include "tests/faults/cluster/campaign.h"
#include "tests/faults/cluster/spoil.h"

using namespace jjak::faults;
using namespace Qt::StringLiterals;

class TestCluster : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoServersSurviveWhatBefallsThem();
    void oneServerSurvivesItsDatabase();

private:
    static void play(Campaign &campaign)
    {
        const QString wrong = campaign.play();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        QCOMPARE(campaign.remarks(), QStringList());
        const Findings findings = campaign.judge();
        qInfo("%s", qPrintable(findings.text()));
        QVERIFY(findings.all() == 0);
    }
};

void TestCluster::twoServersSurviveWhatBefallsThem()
{
    Plan plan;
    plan.harm = {{u"redis-flushed"_s, 2}, {u"redis-polluted"_s, 1}, {u"redis-killed"_s, 1}, {u"postgres-fast"_s, 1}, {u"node-killed"_s, 1}};
    Campaign campaign(plan);
    play(campaign);
    QVERIFY2(campaign.stage().stop(), qPrintable(campaign.stage().logs()));
}

//! And what is made wrong behind its back is found: otherwise a campaign that finds nothing would prove nothing.
void TestCluster::oneServerSurvivesItsDatabase()
{
    Plan plan;
    plan.nodes = 1;
    plan.redis = false;
    plan.daters = 0;
    plan.harm = {{u"postgres-fast"_s, 1}, {u"postgres-immediate"_s, 1}, {u"postgres-cut"_s, 1}, {u"node-killed"_s, 1}};
    Campaign campaign(plan);
    play(campaign);
    spoil(campaign.stage().database());
    const Findings findings = campaign.judge();
    QVERIFY2(findings.of(Wrong::Lost) == 1, qPrintable(findings.text()));
    QCOMPARE(findings.of(Wrong::Doubled), 1);
    QVERIFY(findings.of(Wrong::Gap) >= 1);
    QVERIFY(findings.of(Wrong::OtherView) >= 1); // who is in the room with one message more has not been told of it
}

QTEST_GUILESS_MAIN(TestCluster)
#include "tst_cluster.moc"
