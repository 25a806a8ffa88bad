// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "server/app/connected_devices.h"

using namespace jjak;
using namespace jjak::app;

//! Who is connected, and what is left of it when a batch is taken back.
class TestConnectedDevices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAccountIsThereWithItsFirstDeviceAndGoneWithItsLast();
    void anAccountIsAwayWhenAllItsDevicesAre();
    void aLateGoodbyeOfAnOlderConnectionDoesNotCount();
    void whatIsTakenBackWasNever();
    void whatIsSettledStays();

private:
    SeededRng m_rng{3};
    const AccountId m_account = AccountId::random(m_rng);
    const DeviceId m_phone = DeviceId::random(m_rng), m_laptop = DeviceId::random(m_rng);
};

void TestConnectedDevices::anAccountIsThereWithItsFirstDeviceAndGoneWithItsLast()
{
    ConnectedDevices devices;
    QVERIFY(!devices.isOnline(m_account));
    devices.arrive(m_account, m_phone, 1);
    devices.arrive(m_account, m_laptop, 2);
    QVERIFY(devices.depart(m_phone, 1));
    QVERIFY(devices.isOnline(m_account));
    devices.remove(m_laptop);
    QVERIFY(!devices.isOnline(m_account));
    QCOMPARE(devices.connectionOf(m_laptop), ConnectionId(0));
}

void TestConnectedDevices::anAccountIsAwayWhenAllItsDevicesAre()
{
    ConnectedDevices devices;
    QVERIFY(!devices.presenceOf(m_account));
    devices.setAway(m_phone, true);
    QVERIFY(!devices.presenceOf(m_account));
    devices.arrive(m_account, m_phone, 1);
    devices.arrive(m_account, m_laptop, 2);
    devices.setAway(m_phone, true);
    QCOMPARE(devices.presenceOf(m_account), protocol::Presence::Online);
    devices.setAway(m_laptop, true);
    QCOMPARE(devices.presenceOf(m_account), protocol::Presence::Away);
    const size_t mark = devices.mark();
    devices.remove(m_laptop);
    devices.setAway(m_phone, false);
    QCOMPARE(devices.presenceOf(m_account), protocol::Presence::Online);
    devices.undoTo(mark);
    QCOMPARE(devices.presenceOf(m_account), protocol::Presence::Away);
    devices.arrive(m_account, m_phone, 3); // comes back with somebody in front of it
    QCOMPARE(devices.presenceOf(m_account), protocol::Presence::Online);
}

void TestConnectedDevices::aLateGoodbyeOfAnOlderConnectionDoesNotCount()
{
    ConnectedDevices devices;
    devices.arrive(m_account, m_phone, 1);
    devices.arrive(m_account, m_phone, 2);
    QVERIFY(!devices.depart(m_phone, 1));
    QVERIFY(devices.isOnline(m_account));
    QVERIFY(devices.depart(m_phone, 2));
    QVERIFY(!devices.depart(m_phone, 2));
    QVERIFY(!devices.isOnline(m_account));
}

void TestConnectedDevices::whatIsTakenBackWasNever()
{
    ConnectedDevices devices;
    devices.arrive(m_account, m_phone, 1);
    devices.settle();
    devices.depart(m_phone, 1);
    devices.arrive(m_account, m_laptop, 2);
    const size_t mark = devices.mark();
    devices.arrive(m_account, m_phone, 3);
    devices.arrive(m_account, m_phone, 4);
    devices.undoTo(mark);
    QCOMPARE(devices.connectionOf(m_phone), ConnectionId(0));
    QCOMPARE(devices.connectionOf(m_laptop), ConnectionId(2));
    devices.undoTo(0);
    QCOMPARE(devices.connectionOf(m_phone), ConnectionId(1));
    QCOMPARE(devices.connectionOf(m_laptop), ConnectionId(0));
    QVERIFY(devices.depart(m_phone, 1));
    QVERIFY(!devices.isOnline(m_account));
}

void TestConnectedDevices::whatIsSettledStays()
{
    ConnectedDevices devices;
    devices.arrive(m_account, m_phone, 1);
    devices.settle();
    devices.undoTo(0);
    QVERIFY(devices.isOnline(m_account));
}

QTEST_APPLESS_MAIN(TestConnectedDevices)
#include "tst_connected_devices.moc"
