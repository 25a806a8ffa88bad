// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "server/app/presence.h"

using namespace jjak;
using namespace jjak::app;

//! Who is connected, and what is left of it when a batch is taken back.
class TestPresence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAccountIsThereWithItsFirstDeviceAndGoneWithItsLast();
    void aLateGoodbyeOfAnOlderConnectionDoesNotCount();
    void whatIsTakenBackWasNever();
    void whatIsSettledStays();

private:
    SeededRng m_rng{3};
    const AccountId m_account = AccountId::random(m_rng);
    const DeviceId m_phone = DeviceId::random(m_rng), m_laptop = DeviceId::random(m_rng);
};

void TestPresence::anAccountIsThereWithItsFirstDeviceAndGoneWithItsLast()
{
    Presence presence;
    QVERIFY(!presence.isOnline(m_account));
    presence.arrive(m_account, m_phone, 1);
    presence.arrive(m_account, m_laptop, 2);
    QVERIFY(presence.depart(m_phone, 1));
    QVERIFY(presence.isOnline(m_account));
    presence.remove(m_laptop);
    QVERIFY(!presence.isOnline(m_account));
    QCOMPARE(presence.connectionOf(m_laptop), ConnectionId(0));
}

void TestPresence::aLateGoodbyeOfAnOlderConnectionDoesNotCount()
{
    Presence presence;
    presence.arrive(m_account, m_phone, 1);
    presence.arrive(m_account, m_phone, 2);
    QVERIFY(!presence.depart(m_phone, 1));
    QVERIFY(presence.isOnline(m_account));
    QVERIFY(presence.depart(m_phone, 2));
    QVERIFY(!presence.depart(m_phone, 2));
    QVERIFY(!presence.isOnline(m_account));
}

void TestPresence::whatIsTakenBackWasNever()
{
    Presence presence;
    presence.arrive(m_account, m_phone, 1);
    presence.settle();
    presence.depart(m_phone, 1);
    presence.arrive(m_account, m_laptop, 2);
    const size_t mark = presence.mark();
    presence.arrive(m_account, m_phone, 3);
    presence.arrive(m_account, m_phone, 4);
    presence.undoTo(mark);
    QCOMPARE(presence.connectionOf(m_phone), ConnectionId(0));
    QCOMPARE(presence.connectionOf(m_laptop), ConnectionId(2));
    presence.undoTo(0);
    QCOMPARE(presence.connectionOf(m_phone), ConnectionId(1));
    QCOMPARE(presence.connectionOf(m_laptop), ConnectionId(0));
    QVERIFY(presence.depart(m_phone, 1));
    QVERIFY(!presence.isOnline(m_account));
}

void TestPresence::whatIsSettledStays()
{
    Presence presence;
    presence.arrive(m_account, m_phone, 1);
    presence.settle();
    presence.undoTo(0);
    QVERIFY(presence.isOnline(m_account));
}

QTEST_APPLESS_MAIN(TestPresence)
#include "tst_presence.moc"
