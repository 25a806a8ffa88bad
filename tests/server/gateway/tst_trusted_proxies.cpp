// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "server/gateway/peers/arrivals.h"
#include "tests/server/gateway/client_frames.h"
#include "tests/server/gateway/talk.h"

using namespace jjak;
using namespace jjak::gateway;
using namespace jjak::gateway::test;

namespace {

IpAddress address(QByteArrayView text)
{
    return IpAddress::from(text).value();
}

//! 10/8, fd00::/8 and 192.0.2.9 are ours.
const TrustedProxies &ours()
{
    static const TrustedProxies proxies({IpNetwork::from("10.0.0.0/8").value(), IpNetwork::from("fd00::/8").value(), IpNetwork::from("192.0.2.9").value()});
    return proxies;
}

//! As whom somebody counts who comes from `peer` with these lines of X-Forwarded-For.
QString clientOf(QByteArrayView peer, const QByteArrayList &lines)
{
    HttpHead head;
    for (const QByteArray &line : lines)
        head.fields.append(HttpField{"x-forwarded-for", line});
    return ours().clientOf(address(peer), head).toString();
}

std::unique_ptr<Talk> throughAProxy()
{
    return std::make_unique<Talk>(Approach{ours(), {address("10.0.0.1"), true}});
}

//! A handshake through a proxy, in one piece.
QByteArray upgradeFor(const QByteArray &clients)
{
    return upgradeRequest("X-Forwarded-For: " + clients + "\r\n");
}

} // namespace

//! Whom a proxy speaks for, whom it is believed, and what is counted then.
class TestTrustedProxies : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theClientIsTheLastWhoIsNoProxyOfOurs_data();
    void theClientIsTheLastWhoIsNoProxyOfOurs();
    void whoIsNotTrustedIsNotBelieved();
    void aChainWithoutEndIsNotFollowed();
    void anIpv6NetworkOfACustomerCountsAsOne();
    void connectionsOfAnAddressAreCounted();
    void aClientOfAProxyIsKnownByItsOwnAddress();
    void aClientOfAProxyThatHasTooManyIsRefused();
    void whatAClientLeavesBehindIsFreeAgain();
    void aProxyMayAskForHealthHoweverManyItsClientsAre();
};

void TestTrustedProxies::theClientIsTheLastWhoIsNoProxyOfOurs_data()
{
    QTest::addColumn<QByteArrayList>("lines");
    QTest::addColumn<QString>("client");
    const auto row = [](const char *name, const QByteArrayList &lines, const char *client) { QTest::newRow(name) << lines << QString::fromLatin1(client); };
    const char *const peer = "10.0.0.1";
    row("one", {"203.0.113.7"}, "203.0.113.7");
    row("with a port", {"203.0.113.7:50123"}, "203.0.113.7");
    row("IPv6", {"2001:db8::7"}, "2001:db8::7");
    row("IPv6 in brackets", {"[2001:db8::7]"}, "2001:db8::7");
    row("IPv6 with a port", {"[2001:db8::7]:50123"}, "2001:db8::7");
    row("IPv4 written as IPv6", {"::ffff:203.0.113.7"}, "203.0.113.7");
    row("what the client wrote itself", {"198.51.100.1, 203.0.113.7"}, "203.0.113.7");
    row("a proxy that the client invented", {"198.51.100.1, 10.0.0.2, 203.0.113.7"}, "203.0.113.7");
    row("garbage from the client", {"<script>, 203.0.113.7"}, "203.0.113.7");
    row("two proxies", {"203.0.113.7, 10.0.0.2"}, "203.0.113.7");
    row("five proxies of three networks", {"198.51.100.1, 203.0.113.7, 10.0.0.2, 192.0.2.9, fd00::3, 10.9.9.9:80, [fd00::4]:443"}, "203.0.113.7");
    row("in several lines", {"198.51.100.1, 203.0.113.7", "10.0.0.2", "10.0.0.3"}, "203.0.113.7");
    row("with and without blanks", {"198.51.100.1,\t203.0.113.7 ,10.0.0.2"}, "203.0.113.7");
    row("empty members", {"203.0.113.7,, ,"}, "203.0.113.7");
    row("from inside", {"10.0.0.7"}, "10.0.0.7");
    row("from inside, through two", {"10.0.0.7, 10.0.0.2"}, "10.0.0.7");
    row("no line", {}, peer);
    row("an empty line", {""}, peer);
    for (const char *bad : {"unknown", "_hidden", "203.0.113", "203.0.113.7.8", "203.0.113.7:", "203.0.113.7:port", "203.0.113.7:123456", "203.0.113.7 198.51.100.1", "[2001:db8::7", "2001:db8::7]", "[2001:db8::7]x",
                            "[2001:db8::7]:", "[203.0.113.7]", "[]", "[", "]", ":", "::1%lo", "\"203.0.113.7\"", "for=203.0.113.7", "203.0.113.7;10.0.0.1", "-1.2.3.4"}) {
        row(bad, {bad}, peer);
        QTest::addRow("%s behind a proxy", bad) << QByteArrayList{QByteArray("203.0.113.7, ") + bad + ", 10.0.0.2"} << QString::fromLatin1(peer);
    }
    row("long", {QByteArray(8000, '1')}, peer);
    row("bytes", {"\x01\xff\xfe\x80"}, peer);
}

void TestTrustedProxies::theClientIsTheLastWhoIsNoProxyOfOurs()
{
    QFETCH(QByteArrayList, lines);
    QFETCH(QString, client);
    QCOMPARE(clientOf("10.0.0.1", lines), client);
}

void TestTrustedProxies::whoIsNotTrustedIsNotBelieved()
{
    QCOMPARE(clientOf("198.51.100.1", {"203.0.113.7"}), QStringLiteral("198.51.100.1"));
    QCOMPARE(clientOf("192.0.2.8", {"203.0.113.7"}), QStringLiteral("192.0.2.8"));
    QCOMPARE(clientOf("192.0.2.9", {"203.0.113.7"}), QStringLiteral("203.0.113.7"));
    HttpHead head;
    head.fields.append(HttpField{"x-forwarded-for", "203.0.113.7"});
    QCOMPARE(TrustedProxies().clientOf(address("127.0.0.1"), head).toString(), QStringLiteral("127.0.0.1"));
}

void TestTrustedProxies::aChainWithoutEndIsNotFollowed()
{
    QByteArray chain = "203.0.113.7";
    for (int i = 0; i < 15; ++i)
        chain += ", 10.0.0.2";
    QCOMPARE(clientOf("10.0.0.1", {chain}), QStringLiteral("203.0.113.7"));
    QCOMPARE(clientOf("10.0.0.1", {chain + ", 10.0.0.2"}), QStringLiteral("10.0.0.1"));
}

void TestTrustedProxies::anIpv6NetworkOfACustomerCountsAsOne()
{
    QCOMPARE(countedAs(address("2001:db8:1:2:3:4:5:6")), countedAs(address("2001:db8:1:2:ffff::")));
    QVERIFY(countedAs(address("2001:db8:1:2::")) != countedAs(address("2001:db8:1:3::")));
    QVERIFY(countedAs(address("192.0.2.1")) != countedAs(address("192.0.2.2")));
    QCOMPARE(countedAs(address("::ffff:192.0.2.1")), QStringLiteral("192.0.2.1"));
}

void TestTrustedProxies::connectionsOfAnAddressAreCounted()
{
    Arrivals arrivals(2);
    const QString one = QStringLiteral("192.0.2.1"), other = QStringLiteral("192.0.2.2");
    QVERIFY(arrivals.enter(one) && arrivals.enter(one) && arrivals.enter(other));
    QVERIFY(!arrivals.enter(one));
    arrivals.leave(one);
    QVERIFY(arrivals.enter(one) && !arrivals.enter(one));
    arrivals.leave(QStringLiteral("192.0.2.3")); // was never there
    QVERIFY(arrivals.enter(QStringLiteral("192.0.2.3")));
}

void TestTrustedProxies::aClientOfAProxyIsKnownByItsOwnAddress()
{
    const auto talk = throughAProxy();
    talk->receive(upgradeFor("198.51.100.1, 2001:db8:1:2:3::4, 10.0.0.2"));
    talk->ask(1, aHello());
    QCOMPARE(talk->submitted().size(), 1);
    QCOMPARE(talk->submitted().first().caller.address, QStringLiteral("2001:db8:1:2::"));
}

void TestTrustedProxies::aClientOfAProxyThatHasTooManyIsRefused()
{
    auto talk = throughAProxy();
    const auto arrivals = talk->arrivals;
    QVERIFY(arrivals->enter(QStringLiteral("203.0.113.7"))); // one is what this fixture allows
    talk->receive(upgradeFor("203.0.113.7"));
    QVERIFY(talk->transport.sent.value(0).startsWith("HTTP/1.1 429 "));
    QVERIFY(talk->transport.finished && talk->connection.closing());
    QCOMPARE(talk->figures.refusedConnections.load(), 1u);
    talk->ask(1, aHello());
    QVERIFY(talk->submitted().isEmpty());
    talk.reset(); // who did not get in has no place to give back
    QVERIFY(!arrivals->enter(QStringLiteral("203.0.113.7")));

    auto another = throughAProxy();
    QVERIFY(another->arrivals->enter(QStringLiteral("203.0.113.7")));
    another->receive(upgradeFor("203.0.113.8"));
    QVERIFY(another->transport.sent.value(0).startsWith("HTTP/1.1 101 "));
}

void TestTrustedProxies::whatAClientLeavesBehindIsFreeAgain()
{
    auto talk = throughAProxy();
    const auto arrivals = talk->arrivals;
    talk->receive(upgradeFor("203.0.113.7"));
    QVERIFY(!arrivals->enter(QStringLiteral("203.0.113.7")));
    QVERIFY(arrivals->enter(QStringLiteral("10.0.0.1"))); // the proxy itself has none
    talk.reset();
    QVERIFY(arrivals->enter(QStringLiteral("203.0.113.7")));
    QVERIFY(!arrivals->enter(QStringLiteral("10.0.0.1")));
}

void TestTrustedProxies::aProxyMayAskForHealthHoweverManyItsClientsAre()
{
    auto talk = throughAProxy();
    const auto arrivals = talk->arrivals;
    QVERIFY(arrivals->enter(QStringLiteral("203.0.113.7")) && arrivals->enter(QStringLiteral("10.0.0.1")));
    talk->receive("GET /health HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 203.0.113.7\r\n\r\n");
    QVERIFY(talk->transport.sent.value(0).startsWith("HTTP/1.1 200 "));
    talk.reset();
    QVERIFY(!arrivals->enter(QStringLiteral("203.0.113.7")) && !arrivals->enter(QStringLiteral("10.0.0.1")));
}

QTEST_GUILESS_MAIN(TestTrustedProxies)
#include "tst_trusted_proxies.moc"
