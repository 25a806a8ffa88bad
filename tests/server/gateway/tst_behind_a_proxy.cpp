// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTcpSocket>
#include <QTest>

#include "server/gateway/gateway.h"
#include "tests/server/gateway/client_frames.h"
#include "tests/server/gateway/fake_transport.h"

using namespace jjak;
using namespace jjak::gateway;
using namespace jjak::gateway::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int perAddress = 3;

//! A gateway on a free port that believes 127.0.0.1 and ::1 and nobody else.
struct House {
    explicit House(int connections = 1000, const QString &address = u"0.0.0.0"_s)
    {
        GatewayOptions options;
        options.limits.connectionsPerAddress = perAddress;
        options.limits.connections = connections;
        options.proxies = TrustedProxies({IpNetwork::from("127.0.0.1").value(), IpNetwork::from("::1").value()});
        gateway = std::make_unique<Gateway>(options);
        port = gateway->listen(address, 0, false).port;
        gateway->start(door);
    }
    ~House() { gateway->stop(); }

    FakeFrontDoor door;
    std::unique_ptr<Gateway> gateway;
    quint16 port = 0;
};

//! A connection of `from`, one of this machine's addresses, and a handshake with those header lines.
std::unique_ptr<QTcpSocket> knock(const House &house, const QString &from, const QByteArray &lines)
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->bind(QHostAddress(from));
    socket->connectToHost(from.contains(u':') ? u"::1"_s : u"127.0.0.1"_s, house.port);
    if (socket->waitForConnected())
        socket->write(upgradeRequest(lines));
    return socket;
}

std::unique_ptr<QTcpSocket> throughTheProxy(const House &house, const QByteArray &client)
{
    return knock(house, u"127.0.0.1"_s, "X-Forwarded-For: " + client + "\r\n");
}

//! The status of the answer; 0 when the connection ends without one.
int statusOf(const std::unique_ptr<QTcpSocket> &socket)
{
    while (!socket->canReadLine() && socket->waitForReadyRead(10'000)) { }
    return socket->peek(100).split(' ').value(1).toInt();
}

} // namespace

//! Limits by address when all connections come from one proxy, with real sockets.
class TestBehindAProxy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachClientOfAProxyHasItsOwnLimit();
    void aPlaceIsFreeWhenItsClientHasGone();
    void whoIsNoProxyCountsAsItselfWhateverItSays();
    void allTogetherAreLimitedAllTheSame();
    void aProxyIsKnownInBothKindsOfAddresses();
};

void TestBehindAProxy::eachClientOfAProxyHasItsOwnLimit()
{
    const House house;
    std::vector<std::unique_ptr<QTcpSocket>> open;
    for (int client = 1; client <= 4; ++client) {
        for (int i = 0; i < perAddress; ++i) {
            open.push_back(throughTheProxy(house, "198.51.100.9, 203.0.113." + QByteArray::number(client))); // more in all than one address may have
            QCOMPARE(statusOf(open.back()), 101);
        }
    }
    QCOMPARE(statusOf(throughTheProxy(house, "203.0.113.1")), 429);
    QCOMPARE(statusOf(throughTheProxy(house, "203.0.113.250, 203.0.113.4")), 429); // a new name of its own making does not help
    QCOMPARE(statusOf(throughTheProxy(house, "203.0.113.5")), 101);
    for (int i = 0; i < perAddress; ++i) {
        open.push_back(throughTheProxy(house, "no address"));
        QCOMPARE(statusOf(open.back()), 101);
    }
    QCOMPARE(statusOf(throughTheProxy(house, "no address either")), 429); // all who cannot be told apart are one
}

void TestBehindAProxy::aPlaceIsFreeWhenItsClientHasGone()
{
    const House house;
    std::vector<std::unique_ptr<QTcpSocket>> open;
    for (int i = 0; i < perAddress; ++i)
        open.push_back(throughTheProxy(house, "203.0.113.1"));
    for (const auto &socket : open)
        QCOMPARE(statusOf(socket), 101);
    QCOMPARE(statusOf(throughTheProxy(house, "203.0.113.1")), 429);
    QTRY_COMPARE(house.gateway->figures().connections.load(), perAddress);
    open.pop_back();
    QTRY_COMPARE(house.gateway->figures().connections.load(), perAddress - 1);
    const auto again = throughTheProxy(house, "203.0.113.1");
    QCOMPARE(statusOf(again), 101);
    QCOMPARE(statusOf(throughTheProxy(house, "203.0.113.1")), 429);
}

void TestBehindAProxy::whoIsNoProxyCountsAsItselfWhateverItSays()
{
    const House house;
    std::vector<std::unique_ptr<QTcpSocket>> open;
    for (int i = 0; i < perAddress; ++i) {
        open.push_back(knock(house, u"127.0.0.2"_s, "X-Forwarded-For: 203.0.113." + QByteArray::number(i) + "\r\n"));
        QCOMPARE(statusOf(open.back()), 101);
    }
    QCOMPARE(statusOf(knock(house, u"127.0.0.2"_s, "X-Forwarded-For: 203.0.113.77\r\n")), 0); // as before: cut without a word
    QCOMPARE(statusOf(knock(house, u"127.0.0.3"_s, {})), 101);
    QCOMPARE(statusOf(throughTheProxy(house, "127.0.0.2")), 429); // the same client in whichever way it comes
}

void TestBehindAProxy::allTogetherAreLimitedAllTheSame()
{
    const House house(2);
    const auto one = throughTheProxy(house, "203.0.113.1"), two = throughTheProxy(house, "203.0.113.2");
    QCOMPARE(statusOf(one), 101);
    QCOMPARE(statusOf(two), 101);
    QCOMPARE(statusOf(throughTheProxy(house, "203.0.113.3")), 0);
    QCOMPARE(house.gateway->figures().refusedConnections.load(), 1u);
}

void TestBehindAProxy::aProxyIsKnownInBothKindsOfAddresses()
{
    const House house(1000, u"::"_s); // takes IPv4 as well, as ::ffff:127.0.0.1
    if (house.port == 0)
        QSKIP("this machine has no IPv6");
    std::vector<std::unique_ptr<QTcpSocket>> open;
    for (int i = 0; i < perAddress; ++i) {
        open.push_back(knock(house, i == 0 ? u"127.0.0.1"_s : u"::1"_s, "X-Forwarded-For: 2001:db8::" + QByteArray::number(i) + "\r\n")); // one customer
        QCOMPARE(statusOf(open.back()), 101);
    }
    for (const QString &proxy : {u"127.0.0.1"_s, u"::1"_s}) {
        QCOMPARE(statusOf(knock(house, proxy, "X-Forwarded-For: [2001:db8::77]:443\r\n")), 429);
        QCOMPARE(statusOf(knock(house, proxy, "X-Forwarded-For: 2001:db8:0:1::\r\n")), 101);
    }
}

QTEST_GUILESS_MAIN(TestBehindAProxy)
#include "tst_behind_a_proxy.moc"
