// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "server/engine/cluster/attendance.h"

namespace jjak::engine {

using app::firstConnection;

//! For which accounts this node wants events.
class TestAttendance : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAccountIsHereWithItsFirstDeviceAndGoneWithItsLast()
    {
        Attendance here;
        QVERIFY(!here.has(m_phone.account));
        here.arrive(m_phone, 1);
        here.arrive(m_laptop, 2);
        QVERIFY(here.has(m_phone.account));
        QCOMPARE(here.accounts(), QList{m_phone.account});
        QVERIFY(!here.leave(m_phone, 1));
        QVERIFY(here.has(m_phone.account));
        QCOMPARE(here.devices(), (QList<app::ConnectedDevice>{{m_laptop, 2}}));
        QVERIFY(here.leave(m_laptop, 2));
        QVERIFY(!here.has(m_phone.account));
        QVERIFY(here.accounts().isEmpty());
    }

    void whoIsUnknownLeavesNothing()
    {
        Attendance here;
        QVERIFY(!here.leave(m_phone, 1));
        QVERIFY(!here.leave(m_phone, 0));
        QVERIFY(here.devices().isEmpty());
        QVERIFY(!here.moved(m_phone, 1));
        here.arrive(m_laptop, 2);
        QVERIFY(!here.leave(m_phone, 2));
        QVERIFY(here.has(m_laptop.account));
    }

    void aDeviceCountsOnceHoweverOftenItComes()
    {
        Attendance here;
        for (app::ConnectionId connection = 1; connection < 10; ++connection)
            here.arrive(m_phone, connection);
        QVERIFY(here.leave(m_phone, 9));
        QVERIFY(!here.has(m_phone.account));
        QVERIFY(!here.leave(m_phone, 9));
    }

    void aLateGoodbyeOfAnOlderConnectionDoesNotCount()
    {
        Attendance here;
        here.arrive(m_phone, 1);
        here.arrive(m_phone, 2);
        QVERIFY(!here.leave(m_phone, 1));
        QVERIFY(here.has(m_phone.account));
        QVERIFY(here.leave(m_phone, 2));
    }

    void aDeviceThatMovesToAnotherNodeIsNotHere()
    {
        Attendance here;
        here.arrive(m_phone, 1);
        here.arrive(m_laptop, 2);
        QVERIFY(!here.moved(m_phone, firstConnection(5)));
        QVERIFY(here.has(m_phone.account)); // with the other device
        QVERIFY(here.moved(m_laptop, firstConnection(5)));
        QVERIFY(!here.has(m_phone.account));
        QVERIFY(!here.leave(m_laptop, 2)); // the connection that was replaced ends later
        here.arrive(m_laptop, 3);
        QVERIFY(here.has(m_phone.account));
    }

    void anotherRoleIsNoOtherDevice()
    {
        Attendance here;
        here.arrive(m_phone, 1);
        app::Identity promoted = m_phone;
        promoted.role = protocol::Role::Operator;
        here.arrive(promoted, 1);
        QCOMPARE(here.devices(), (QList<app::ConnectedDevice>{{promoted, 1}}));
        QVERIFY(here.leave(m_phone, 1)); // who is told of the old role means the same connection
        QVERIFY(!here.has(m_phone.account));
    }

    void whatHasEndedIsKnownWhetherItWasHereOrNot()
    {
        Attendance here;
        here.arrive(m_phone, 1);
        here.end(m_phone.device);
        here.end(m_laptop.device);
        QVERIFY(here.hasEnded(m_phone.device) && here.hasEnded(m_laptop.device));
        QVERIFY(!here.hasEnded(DeviceId::random(m_rng)));
        QVERIFY(here.has(m_phone.account)); // until its connection has closed
    }

private:
    SeededRng m_rng{1};
    const app::Identity m_phone{AccountId::random(m_rng), DeviceId::random(m_rng)}, m_laptop{m_phone.account, DeviceId::random(m_rng)};
};

} // namespace jjak::engine

QTEST_GUILESS_MAIN(jjak::engine::TestAttendance)
#include "tst_attendance.moc"
