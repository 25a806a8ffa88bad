// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/server/storage/scratch.h"

using namespace jjak;
using namespace jjak::app;
using namespace jjak::storage;
using protocol::Presence;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

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
    void presenceIsWhatWasSetLast();
    void whoIsRecentForLongIsFoundTheEarliestFirst();
    void afterAStartEverybodyWasHereRecently();
    void presenceGoesWithItsAccount();
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

void TestConnectedStore::presenceIsWhatWasSetLast()
{
    Scratch s;
    QVERIFY(s.commit([&] {
        PresenceStore &presence = s->presence;
        QList<AccountId> all;
        for (int i = 0; i < 300; ++i)
            all.append(s.account().id);
        QVERIFY(presence.of({}).isEmpty());
        QVERIFY(presence.of(all).isEmpty());
        QHash<AccountId, Presence> expected;
        for (int i = 0; i < 300; i += 3) {
            presence.set(all[i], Presence::Recently, noon);
            if (i % 2 == 0)
                presence.set(all[i], Presence(i % 4 / 2), noon + 1s);
            if (i % 5 != 0)
                expected.insert(all[i], i % 2 == 0 ? Presence(i % 4 / 2) : Presence::Recently);
            else
                presence.set(all[i], {}, noon + 2s);
        }
        QCOMPARE(presence.of(all), expected);
        QCOMPARE(presence.of({all[1]}).size(), 0);
        QCOMPARE(presence.of({all[3]}), (QHash<AccountId, Presence>{{all[3], Presence::Recently}}));
    }));
}

void TestConnectedStore::whoIsRecentForLongIsFoundTheEarliestFirst()
{
    Scratch s;
    QVERIFY(s.commit([&] {
        PresenceStore &presence = s->presence;
        const AccountId late = s.account().id, early = s.account().id, now = s.account().id, here = s.account().id;
        presence.set(late, Presence::Recently, noon + 2s);
        presence.set(early, Presence::Recently, noon + 1s);
        presence.set(now, Presence::Recently, noon + 3s);
        presence.set(here, Presence::Online, noon);
        QCOMPARE(presence.recentBefore(noon + 3s, 9), (QList<AccountId>{early, late}));
        QCOMPARE(presence.recentBefore(noon + 3s, 1), QList<AccountId>{early});
    }));
}

void TestConnectedStore::afterAStartEverybodyWasHereRecently()
{
    Scratch s;
    QVERIFY(s.commit([&] {
        PresenceStore &presence = s->presence;
        const AccountId online = s.account().id, away = s.account().id, recent = s.account().id, never = s.account().id;
        presence.set(online, Presence::Online, noon);
        presence.set(away, Presence::Away, noon);
        presence.set(recent, Presence::Recently, noon);
        presence.allGone(noon + 1h);
        QCOMPARE(presence.of({online, away, recent, never}), (QHash<AccountId, Presence>{{online, Presence::Recently}, {away, Presence::Recently}, {recent, Presence::Recently}}));
        QCOMPARE(presence.recentBefore(noon + 1h, 9), QList<AccountId>{recent});
    }));
}

void TestConnectedStore::presenceGoesWithItsAccount()
{
    Scratch s;
    QVERIFY(s.commit([&] {
        const AccountId account = s.account().id;
        s->presence.set(account, Presence::Online, noon);
        s.set().database().change(u"DELETE FROM account WHERE id = ?"_s, account);
        QVERIFY(s->presence.of({account}).isEmpty());
    }));
}

QTEST_GUILESS_MAIN(TestConnectedStore)
#include "tst_connected_store.moc"
