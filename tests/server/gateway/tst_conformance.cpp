// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/gateway/cuts.h"
#include "tests/server/gateway/received.h"
#include "tests/server/gateway/rfc6455_cases.h"

#include <QSet>
#include <QTest>

using namespace jjak::gateway;
using namespace jjak::gateway::test;

//! Runs the table of RFC 6455 against the codec and the handshake parser: whole, byte by byte, and cut at random.
class TestConformance : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreUnique();
    void frames_data();
    void frames();
    void handshakes_data();
    void handshakes();
    void cleanupTestCase();

private:
    int m_cases = 0;
    int m_passed = 0;
};

namespace {

constexpr int randomRounds = 6;

QList<QList<QByteArray>> allCuts(const QByteArray &bytes)
{
    QList<QList<QByteArray>> cuts{inOnePiece(bytes), byteByByte(bytes)};
    QRandomGenerator random(6455);
    for (int i = 0; i < randomRounds; ++i)
        cuts.append(atRandom(bytes, random));
    return cuts;
}

} // namespace

void TestConformance::namesAreUnique()
{
    QSet<QByteArray> names;
    for (const FrameCase &c : frameCases())
        names.insert(c.name);
    for (const HandshakeCase &c : handshakeCases())
        names.insert(c.name);
    QCOMPARE(names.size(), frameCases().size() + handshakeCases().size());
    QVERIFY2(names.size() >= 250, "the table has lost its cases");
}

void TestConformance::frames_data()
{
    QTest::addColumn<int>("index");
    const QList<FrameCase> cases = frameCases();
    for (int i = 0; i < cases.size(); ++i)
        QTest::newRow(cases[i].name.constData()) << i;
}

void TestConformance::frames()
{
    static const QList<FrameCase> cases = frameCases();
    QFETCH(int, index);
    const FrameCase &c = cases[index];
    ++m_cases;
    for (const QList<QByteArray> &pieces : allCuts(c.bytes)) {
        const QList<Expected> events = received(pieces);
        const QByteArray message = "expected " + described(c.expected) + "\nreceived " + described(events) + "\nin "
            + QByteArray::number(pieces.size()) + " pieces";
        QVERIFY2(events == c.expected, message.constData());
    }
    ++m_passed;
}

void TestConformance::handshakes_data()
{
    QTest::addColumn<int>("index");
    const QList<HandshakeCase> cases = handshakeCases();
    for (int i = 0; i < cases.size(); ++i)
        QTest::newRow(cases[i].name.constData()) << i;
}

void TestConformance::handshakes()
{
    static const QList<HandshakeCase> cases = handshakeCases();
    QFETCH(int, index);
    const HandshakeCase &c = cases[index];
    ++m_cases;
    const HandshakeRules rules = caseRules();
    for (const QList<QByteArray> &pieces : allCuts(c.bytes))
        QCOMPARE(handshakeStatus(rules, pieces), c.status);
    ++m_passed;
}

void TestConformance::cleanupTestCase()
{
    qInfo("codec: %d/%d", m_passed, m_cases);
}

QTEST_GUILESS_MAIN(TestConformance)
#include "tst_conformance.moc"
