// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/faults/cluster/fence.h"

using namespace jjak::faults;

//! Some freezes, with the fence and without; the whole table is cluster_fence.
class TestFence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anOwnerThatWasFrozenIsRefused();
    void withoutTheFenceItWouldNotBe();

private:
    static void play(FenceTrial &trial)
    {
        const QString wrong = trial.play(2, 8);
        qInfo("%s", qPrintable(trial.figures().text()));
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
};

void TestFence::anOwnerThatWasFrozenIsRefused()
{
    FenceTrial trial(FenceTrial::Check::There, 80, 150);
    play(trial);
    QVERIFY(trial.figures().refused > 0);
    QCOMPARE(trial.figures().keptInAll, qint64(0));
    const Findings findings = trial.judge();
    QVERIFY2(findings.all() == 0, qPrintable(findings.text()));
}

void TestFence::withoutTheFenceItWouldNotBe()
{
    FenceTrial trial(FenceTrial::Check::Removed, 80, 150);
    play(trial);
    QCOMPARE(trial.figures().refused, qint64(0));
    QVERIFY(trial.figures().kept > 0);
}

QTEST_GUILESS_MAIN(TestFence)
#include "tst_fence.moc"
