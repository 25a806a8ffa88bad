// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/server/storage/scratch.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::app;
using namespace jjak::storage;

//! How far streams were run, who runs them, and the servers that share a database.
class TestStreamStores : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void streamsAreMadeOnce();
    void onlyTheOwnersFenceAdvances();
    void aTransactionThatIsGivenUpAdvancesNothing();
    void deadLettersAreKeptAsTheyStood();
    void freeStreamsAreClaimedInOrder();
    void aStreamHasOneOwner();
    void fencesOnlyGoUp();
    void aLeaseThatIsOverCanBeClaimedByOthers();
    void onlyTheOwnerRenewsAndReleases();
    void nodesComeStayAndGo();
    void numbersOfNodesAreNeverUsedAgain();
    void connectionsOfNodesThatAreGoneAreOrphans();
    void theFirstValueIsAgreedOn();
};

namespace {

Lease claimed(Scratch &s, qint64 owner, Time now = noon)
{
    const QList<Lease> leases = s->leases.claim(owner, 1, now, now + 6s);
    return leases.isEmpty() ? Lease{-1, -1, {}, false} : leases.first();
}

QString positionOf(Scratch &s, int stream)
{
    return s->leases.all().at(stream).position;
}

} // namespace

void TestStreamStores::streamsAreMadeOnce()
{
    Scratch s;
    QVERIFY(s.commit([&] {
        QCOMPARE(s->leases.create(5), 5);
        QCOMPARE(s->leases.create(24), 5); // whoever comes later takes what there is
        const QList<StreamRow> all = s->leases.all();
        QCOMPARE(all.size(), 5);
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(all[i].stream, i);
            QCOMPARE(all[i].position, u"0-0"_s);
            QVERIFY(!all[i].owner);
        }
    }));
}

void TestStreamStores::onlyTheOwnersFenceAdvances()
{
    Scratch s;
    QVERIFY(s.commit([&] {
        s->leases.create(2);
        const Lease lease = claimed(s, 7);
        QCOMPARE(lease.stream, 0);
        QVERIFY(s->streams.advance({0, lease.fence, u"12-3"_s, {}}));
        QCOMPARE(positionOf(s, 0), u"12-3"_s);
        QVERIFY(s->streams.advance({0, lease.fence, {}, {}})); // looks only
        QCOMPARE(positionOf(s, 0), u"12-3"_s);
        for (const qint64 fence : {lease.fence - 1, lease.fence + 1, qint64(0)}) {
            QVERIFY(!s->streams.advance({0, fence, u"99-0"_s, {}}));
            QVERIFY(!s->streams.advance({0, fence, {}, {}}));
        }
        QVERIFY(!s->streams.advance({9, lease.fence, u"99-0"_s, {}}));
        QVERIFY(!s->streams.advance({1, lease.fence, u"99-0"_s, {}}));
        QCOMPARE(positionOf(s, 0), u"12-3"_s);
        QCOMPARE(positionOf(s, 1), u"0-0"_s);
        QCOMPARE(s->transaction.failure(), Transaction::Failure::None);
    }));
}

void TestStreamStores::aTransactionThatIsGivenUpAdvancesNothing()
{
    Scratch s;
    Lease lease;
    QVERIFY(s.commit([&] {
        s->leases.create(1);
        lease = claimed(s, 7);
        QVERIFY(s->streams.advance({0, lease.fence, u"1-0"_s, {}}));
    }));
    QVERIFY(s->transaction.begin());
    QVERIFY(s->streams.advance({0, lease.fence, u"2-0"_s, {}}));
    s->streams.bury({0, {0, lease.fence, u"2-0"_s, "entry"}, noon, u"send"_s, u"why"_s});
    s->transaction.rollback();
    QVERIFY(s.commit([&] {
        QCOMPARE(positionOf(s, 0), u"1-0"_s);
        QCOMPARE(s->streams.countDead(), 0);
    }));
}

void TestStreamStores::deadLettersAreKeptAsTheyStood()
{
    Scratch s;
    const QByteArray entry = QByteArray("\0\xff sealed", 9);
    QVERIFY(s.commit([&] {
        s->streams.bury({0, {3, 1, u"12-3"_s, entry}, noon, u"messages.send"_s, u"나쁜 일"_s});
        s->streams.bury({0, {4, 1, u"13-0"_s, QByteArray()}, noon + 1s, u"server.3"_s, {}});
        s->streams.bury({0, {4, 1, u"18446744073709551615-18446744073709551615"_s, "x"}, noon + 2s, QString(64, u'n'), QString(1024, u'r')});
    }));
    QVERIFY(s.commit([&] {
        QCOMPARE(s->streams.countDead(), 3);
        const QList<DeadLetter> latest = s->streams.deadLetters(2);
        QCOMPARE(latest.size(), 2);
        QVERIFY(latest[0].number > latest[1].number);
        QVERIFY(latest[0].origin.entry.isEmpty());
        QCOMPARE(s->streams.deadLetters(10).size(), 3);
        const auto first = s->streams.deadLetter(s->streams.deadLetters(10).last().number);
        QVERIFY(first);
        QCOMPARE(first->origin.stream, 3);
        QCOMPARE(first->origin.position, u"12-3"_s);
        QCOMPARE(first->origin.entry, entry);
        QCOMPARE(first->at, noon);
        QCOMPARE(first->name, u"messages.send"_s);
        QCOMPARE(first->reason, u"나쁜 일"_s);
        QVERIFY(s->streams.drop(first->number));
        QVERIFY(!s->streams.drop(first->number));
        QVERIFY(!s->streams.deadLetter(first->number));
        QCOMPARE(s->streams.countDead(), 2);
    }));
}

void TestStreamStores::freeStreamsAreClaimedInOrder()
{
    Scratch s;
    QVERIFY(s.commit([&] {
        s->leases.create(5);
        QList<int> taken;
        for (const Lease &lease : s->leases.claim(7, 3, noon, noon + 6s)) {
            taken.append(lease.stream);
            QVERIFY(!lease.wasLeft);
            QCOMPARE(lease.position, u"0-0"_s);
        }
        QCOMPARE(taken, (QList{0, 1, 2}));
        QCOMPARE(s->leases.claim(8, 5, noon, noon + 6s).size(), 2);
        QVERIFY(s->leases.claim(8, 5, noon, noon + 6s).isEmpty());
        QVERIFY(s->leases.claim(8, 0, noon, noon + 6s).isEmpty());
    }));
}

void TestStreamStores::aStreamHasOneOwner()
{
    Scratch s;
    QVERIFY(s.commit([&] {
        s->leases.create(1);
        const Lease first = claimed(s, 7);
        QCOMPARE(claimed(s, 8).stream, -1);
        QCOMPARE(claimed(s, 7).stream, -1);
        s->leases.release(7, 0);
        const Lease second = claimed(s, 8);
        QCOMPARE(second.stream, 0);
        QVERIFY(!second.wasLeft);
        QVERIFY(!s->streams.advance({0, first.fence, u"5-0"_s, {}}));
        QVERIFY(s->streams.advance({0, second.fence, u"5-0"_s, {}}));
    }));
}

void TestStreamStores::fencesOnlyGoUp()
{
    Scratch s;
    QVERIFY(s.commit([&] {
        s->leases.create(1);
        qint64 last = -1;
        for (int i = 0; i < 20; ++i) {
            const Lease lease = claimed(s, 1 + i % 3);
            QVERIFY(lease.fence > last);
            last = lease.fence;
            s->leases.release(1 + i % 3, 0);
        }
    }));
}

void TestStreamStores::aLeaseThatIsOverCanBeClaimedByOthers()
{
    Scratch s;
    QVERIFY(s.commit([&] {
        s->leases.create(1);
        const Lease first = claimed(s, 7);
        s->streams.advance({0, first.fence, u"12-3"_s, {}});
        QCOMPARE(claimed(s, 8, noon + 6s).stream, -1); // its last moment
        const Lease second = claimed(s, 8, noon + 6s + 1ms);
        QCOMPARE(second.stream, 0);
        QVERIFY(second.wasLeft);
        QCOMPARE(second.position, u"12-3"_s);
        QVERIFY(second.fence > first.fence);
        QVERIFY(s->leases.renew(7, noon + 20s).isEmpty());
    }));
}

void TestStreamStores::onlyTheOwnerRenewsAndReleases()
{
    Scratch s;
    QVERIFY(s.commit([&] {
        s->leases.create(3);
        s->leases.claim(7, 2, noon, noon + 6s);
        QVERIFY(s->leases.renew(8, noon + 1h).isEmpty());
        QList<int> renewed = s->leases.renew(7, noon + 12s);
        std::ranges::sort(renewed);
        QCOMPARE(renewed, (QList{0, 1}));
        QCOMPARE(s->leases.all()[0].until, noon + 12s);
        QCOMPARE(s->leases.all()[0].owner, std::optional<qint64>(7));
        s->leases.release(8, 0);
        QCOMPARE(s->leases.all()[0].owner, std::optional<qint64>(7));
        s->leases.release(7, 0);
        QVERIFY(!s->leases.all()[0].owner);
        QCOMPARE(s->leases.renew(7, noon + 18s), QList{1});
    }));
}

void TestStreamStores::nodesComeStayAndGo()
{
    Scratch s;
    QVERIFY(s.commit([&] {
        QVERIFY(s->nodes.now());
        const qint64 a = s->nodes.enter(u"하나"_s, true, noon + 6s), b = s->nodes.enter(u"둘"_s, false, noon + 6s);
        QVERIFY(a > 0 && b > a);
        QVERIFY(s->nodes.stay(a, u"하나"_s, true, noon + 12s));
        QCOMPARE(s->nodes.removeGone(noon + 6s), 0);
        QCOMPARE(s->nodes.removeGone(noon + 7s), 1);
        const QList<NodeRow> left = s->nodes.all();
        QCOMPARE(left.size(), 1);
        QCOMPARE(left[0].number, a);
        QCOMPARE(left[0].name, u"하나"_s);
        QCOMPARE(left[0].until, noon + 12s);
        QVERIFY(left[0].works);
        QVERIFY(!s->nodes.stay(b, u"둘"_s, false, noon + 15s)); // it was taken for gone
        QVERIFY(s->nodes.stay(b, u"둘"_s, false, noon + 16s));
        QCOMPARE(s->nodes.all().size(), 2);
        s->nodes.leave(a);
        QCOMPARE(s->nodes.all().size(), 1);
        QCOMPARE(s->nodes.all()[0].number, b);
    }));
}

void TestStreamStores::numbersOfNodesAreNeverUsedAgain()
{
    Scratch s;
    QVERIFY(s.commit([&] {
        qint64 last = 0;
        for (int i = 0; i < 5; ++i) {
            const qint64 number = s->nodes.enter(u"one"_s, true, noon);
            QVERIFY(number > last);
            last = number;
            if (i == 2)
                s->nodes.removeGone(noon + 1s);
            else
                s->nodes.leave(number);
            if (i == 3)
                s->nodes.stay(number, u"one"_s, true, noon); // one that had been taken for gone
        }
    }));
}

void TestStreamStores::connectionsOfNodesThatAreGoneAreOrphans()
{
    Scratch s;
    QVERIFY(s.commit([&] {
        const qint64 a = s->nodes.enter(u"a"_s, true, noon + 6s), b = s->nodes.enter(u"b"_s, true, noon + 60s);
        QMap<ConnectionId, DeviceRow> of;
        QMap<ConnectionId, protocol::Role> roles;
        for (const qint64 node : {a, b}) {
            for (ConnectionId each : {ConnectionId(1), (ConnectionId(1) << 40) - 1}) {
                const DeviceRow device = s.newDevice(s.account().id);
                s->devices.save(device);
                s->connected.arrive(device.account, device.id, firstConnection(node) + each);
                of.insert(firstConnection(node) + each, device);
                roles.insert(firstConnection(node) + each, each == 1 ? protocol::Role::Operator : protocol::Role::User);
                s->accounts.setRole(device.account, roles.value(firstConnection(node) + each));
            }
        }
        QVERIFY(s->nodes.orphans(10).isEmpty());
        const auto numbers = [&](qint64 node) {
            QSet<ConnectionId> out;
            for (const ConnectedDevice &one : s->nodes.connectedTo(node)) {
                if (one.identity != Identity{of.value(one.connection).account, of.value(one.connection).id, roles.value(one.connection)})
                    return QSet<ConnectionId>();
                out.insert(one.connection);
            }
            return out;
        };
        QCOMPARE(numbers(a), (QSet<ConnectionId>{firstConnection(a) + 1, firstConnection(a + 1) - 1}));
        QCOMPARE(numbers(b), (QSet<ConnectionId>{firstConnection(b) + 1, firstConnection(b + 1) - 1}));
        QVERIFY(numbers(b + 1).isEmpty());
        s->nodes.removeGone(noon + 7s);
        const QList<DeviceGone> orphans = s->nodes.orphans(10);
        QCOMPARE(orphans.size(), 2);
        for (const DeviceGone &gone : orphans) {
            QCOMPARE(nodeOf(gone.connection), a);
            QCOMPARE(gone.identity.device, of.value(gone.connection).id);
            QCOMPARE(gone.identity.account, of.value(gone.connection).account);
        }
        QCOMPARE(s->nodes.orphans(1).size(), 1);
        QVERIFY(s->connected.depart(orphans[0].identity.device, orphans[0].connection));
        QCOMPARE(s->nodes.orphans(10).size(), 1);
        s->nodes.stay(a, u"a"_s, true, noon + 60s);
        QVERIFY(s->nodes.orphans(10).isEmpty());
    }));
}

void TestStreamStores::theFirstValueIsAgreedOn()
{
    Scratch s;
    const QByteArray mine = QByteArray("\0\x01\xff", 3);
    QVERIFY(s.commit([&] {
        QCOMPARE(s->nodes.agree(u"secret"_s, mine), mine);
        QCOMPARE(s->nodes.agree(u"secret"_s, "another"), mine);
        QCOMPARE(s->nodes.agree(u"other"_s, "another"), "another");
    }));
    QVERIFY(s.commit([&] { QCOMPARE(s->nodes.agree(u"secret"_s, {}), mine); }));
}

QTEST_GUILESS_MAIN(TestStreamStores)
#include "tst_stream_stores.moc"
