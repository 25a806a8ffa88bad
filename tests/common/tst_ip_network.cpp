// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "common/base/ip_network.h"

using namespace jjak;

//! Addresses and networks as operators and proxies write them.
class TestIpNetwork : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAddressIsReadStrictly_data();
    void anAddressIsReadStrictly();
    void anIpv4AddressIsTheSameInBothForms();
    void aNetworkIsReadStrictly_data();
    void aNetworkIsReadStrictly();
    void aNetworkHoldsWhatBeginsLikeIt_data();
    void aNetworkHoldsWhatBeginsLikeIt();
};

void TestIpNetwork::anAddressIsReadStrictly_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("read");
    const auto row = [](const char *text, const char *read) { QTest::newRow(text) << QByteArray(text) << QString::fromLatin1(read); };
    row("192.0.2.1", "192.0.2.1");
    row("0.0.0.0", "0.0.0.0");
    row("255.255.255.255", "255.255.255.255");
    row("2001:db8::1", "2001:db8::1");
    row("2001:DB8:0:0:0:0:0:1", "2001:db8::1");
    row("::", "::");
    row("::ffff:192.0.2.1", "192.0.2.1");
    row("ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
    for (const char *text : {"", " ", "1", "127.1", "0x7f.0.0.1", "192.0.2.256", "192.0.2.01", "192.0.2.1 ", " 192.0.2.1", "192.0.2.1.", "192.0.2.1:80", "[::1]", "::1%lo", "fe80::1%eth0", "1::2::3", "12345::",
                             "2001:db8::1/64", "localhost", "unknown", "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.2555"})
        row(text, "");
    QTest::newRow("a zero byte") << QByteArray("192.0.2.1\0", 10) << QString();
    QTest::newRow("long") << QByteArray(100'000, '1') << QString();
    QTest::newRow("not ASCII") << QByteArray("\xd9\xa1.1.1.1") << QString();
}

void TestIpNetwork::anAddressIsReadStrictly()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, read);
    const auto address = IpAddress::from(text);
    QCOMPARE(address ? address->toString() : QString(), read);
}

void TestIpNetwork::anIpv4AddressIsTheSameInBothForms()
{
    const auto one = IpAddress::from("192.0.2.1");
    QVERIFY(one && one->isV4());
    QVERIFY(*one == IpAddress::from("::ffff:192.0.2.1") && *one == IpAddress::fromV4({192, 0, 2, 1}));
    QVERIFY(!IpAddress::from("::192.0.2.1")->isV4());
    QVERIFY(!IpAddress::from("64:ff9b::192.0.2.1")->isV4());
}

void TestIpNetwork::aNetworkIsReadStrictly_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("bits");
    const auto row = [](const char *text, int bits) { QTest::newRow(text) << QByteArray(text) << bits; };
    row("10.0.0.0/8", 104);
    row("192.0.2.1", 128);
    row("192.0.2.1/32", 128);
    row("128.0.0.0/1", 97);
    row("fd00::/8", 8);
    row("::1", 128);
    row("::1/128", 128);
    row("::ffff:10.0.0.0/104", 104);
    for (const char *text : {"", "/", "/8", "10.0.0.0/", "10.0.0.0/33", "::/129", "10.0.0.0/-1", "10.0.0.0/+8", "10.0.0.0/8 ", "10.0.0.0/8/8", "10.0.0.0/255.0.0.0", "10.0.0.1/8", "fd00::1/8", "0.0.0.0/0",
                             "::/0", "10.0.0.0/0008", "proxy.example", "unix:"})
        row(text, 0);
}

void TestIpNetwork::aNetworkIsReadStrictly()
{
    QFETCH(QByteArray, text);
    QFETCH(int, bits);
    const auto network = IpNetwork::from(text);
    QCOMPARE(network ? network->bits : 0, bits);
}

void TestIpNetwork::aNetworkHoldsWhatBeginsLikeIt_data()
{
    QTest::addColumn<QByteArray>("network");
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<bool>("held");
    const auto row = [](const char *network, const char *address, bool held) { QTest::addRow("%s %s", network, address) << QByteArray(network) << QByteArray(address) << held; };
    row("10.0.0.0/8", "10.0.0.0", true);
    row("10.0.0.0/8", "10.255.255.255", true);
    row("10.0.0.0/8", "11.0.0.0", false);
    row("10.0.0.0/8", "9.255.255.255", false);
    row("10.0.0.0/8", "::ffff:10.1.2.3", true);
    row("10.0.0.0/8", "::10.1.2.3", false);
    row("192.0.2.128/25", "192.0.2.127", false);
    row("192.0.2.128/25", "192.0.2.128", true);
    row("192.0.2.1", "192.0.2.1", true);
    row("192.0.2.1", "192.0.2.0", false);
    row("2001:db8::/33", "2001:db8:7fff::1", true);
    row("2001:db8::/33", "2001:db8:8000::1", false);
    row("::1", "::1", true);
    row("::1", "::", false);
    row("::1", "127.0.0.1", false);
}

void TestIpNetwork::aNetworkHoldsWhatBeginsLikeIt()
{
    QFETCH(QByteArray, network);
    QFETCH(QByteArray, address);
    QFETCH(bool, held);
    QCOMPARE(IpNetwork::from(network).value().contains(IpAddress::from(address).value()), held);
}

QTEST_GUILESS_MAIN(TestIpNetwork)
#include "tst_ip_network.moc"
