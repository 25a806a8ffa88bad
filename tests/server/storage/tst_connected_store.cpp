// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/server/storage/scratch.h"

using namespace jjak;
using namespace jjak::app;
using namespace jjak::storage;
using protocol::Presence;

//! Who is connected, and over what.
class TestConnectedStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAccountIsThereWithItsFirstDeviceAndGoneWithItsLast();
    void anAccountIsAwayWhenAllItsDevicesAre();
    void aLateGoodbyeOfAnOlderConnectionDoesNotCount();
    void aDeviceThatIsSignedOutIsNotConnected();
    void afterAStartNobodyIsConnected();
    void devicesAreCountedByTheirServer();
};

namespace {

//! An account with two devices.
struct Pair {
    explicit Pair(Scratch &s) : account(s.account().id), phone(stored(s)), laptop(stored(s)) {}
    DeviceId stored(Scratch &s) const
    {
        const DeviceRow row = s.newDevice(account);
        s->devices.save(row);
        return row.id;
    }

    AccountId account;
    DeviceId phone, laptop;
};

} // namespace

void TestConnectedStore::anAccountIsThereWithItsFirstDeviceAndGoneWithItsLast()
{
    Scratch s;
    QVERIFY(s.commit([&] {
        const Pair his(s);
        ConnectedStore &devices = s->connected;
        QVERIFY(!devices.presenceOf(his.account));
        devices.arrive(his.account, his.phone, 1);
        devices.arrive(his.account, his.laptop, ConnectionId(5) << 40);
        QCOMPARE(devices.connectionOf(his.laptop), ConnectionId(5) << 40);
        QVERIFY(devices.depart(his.phone, 1));
        QCOMPARE(devices.presenceOf(his.account), Presence::Online);
        QVERIFY(devices.depart(his.laptop, ConnectionId(5) << 40));
        QVERIFY(!devices.presenceOf(his.account));
        QCOMPARE(devices.connectionOf(his.laptop), ConnectionId(0));
    }));
}

void TestConnectedStore::anAccountIsAwayWhenAllItsDevicesAre()
{
    Scratch s;
    QVERIFY(s.commit([&] {
        const Pair his(s);
        ConnectedStore &devices = s->connected;
        devices.setAway(his.phone, true);
        QVERIFY(!devices.presenceOf(his.account));
        devices.arrive(his.account, his.phone, 1);
        devices.arrive(his.account, his.laptop, 2);
        devices.setAway(his.phone, true);
        QCOMPARE(devices.presenceOf(his.account), Presence::Online);
        devices.setAway(his.laptop, true);
        QCOMPARE(devices.presenceOf(his.account), Presence::Away);
        devices.arrive(his.account, his.phone, 3); // comes back with somebody in front of it
        QCOMPARE(devices.presenceOf(his.account), Presence::Online);
    }));
}

void TestConnectedStore::aLateGoodbyeOfAnOlderConnectionDoesNotCount()
{
    Scratch s;
    QVERIFY(s.commit([&] {
        const Pair his(s);
        ConnectedStore &devices = s->connected;
        devices.arrive(his.account, his.phone, 1);
        devices.arrive(his.account, his.phone, 2);
        QVERIFY(!devices.depart(his.phone, 1));
        QVERIFY(devices.presenceOf(his.account));
        QVERIFY(devices.depart(his.phone, 2));
        QVERIFY(!devices.depart(his.phone, 2));
        QVERIFY(!devices.presenceOf(his.account));
    }));
}

void TestConnectedStore::aDeviceThatIsSignedOutIsNotConnected()
{
    Scratch s;
    QVERIFY(s.commit([&] {
        const Pair his(s);
        s->connected.arrive(his.account, his.phone, 1);
        s->devices.remove(his.phone);
        QVERIFY(!s->connected.presenceOf(his.account));
    }));
}

void TestConnectedStore::afterAStartNobodyIsConnected()
{
    Scratch s;
    QVERIFY(s.commit([&] {
        const Pair his(s);
        s->connected.arrive(his.account, his.phone, 1);
        s->connected.removeAll();
        QVERIFY(!s->connected.presenceOf(his.account));
    }));
}

void TestConnectedStore::devicesAreCountedByTheirServer()
{
    Scratch s;
    QVERIFY(s.commit([&] {
        const Pair his(s), hers(s);
        ConnectedStore &devices = s->connected;
        QVERIFY(devices.countByNode().isEmpty());
        devices.arrive(his.account, his.phone, 7);
        devices.arrive(his.account, his.laptop, (ConnectionId(5) << 40) + 1);
        devices.arrive(hers.account, hers.phone, (ConnectionId(5) << 40) + 2);
        QCOMPARE(devices.countByNode(), (QHash<qint64, int>{{0, 1}, {5, 2}}));
    }));
}

QTEST_GUILESS_MAIN(TestConnectedStore)
#include "tst_connected_store.moc"
