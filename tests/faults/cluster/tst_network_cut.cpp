// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QTest>

#include "tests/faults/cluster/network_cut.h"

using namespace jjak::faults;

//! One cut beyond the lease; the whole table is cluster_network_cut.
class TestNetworkCut : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNodeThatWasCutOffGoesOnByItself();
};

void TestNetworkCut::aNodeThatWasCutOffGoesOnByItself()
{
    std::optional<NetworkCut> cut;
    try {
        cut.emplace(24, 500);
    } catch (const std::exception &e) {
        QFAIL(e.what()); // with what to do about it
    }
    const QString wrong = cut->play({12});
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    const Findings findings = cut->judge();
    qInfo("%s\n%s", qPrintable(cut->lines().join(QLatin1Char('\n'))), qPrintable(findings.text()));
    QVERIFY2(findings.all() == 0, qPrintable(findings.text()));
    QVERIFY(cut->stop());
}

int main(int argc, char **argv)
{
    jjak::test::TwoNetworks::allow(argv);
    const QCoreApplication application(argc, argv);
    TestNetworkCut test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_network_cut.moc"
