// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <thread>

#include "server/storage/startup_error.h"
#include "tests/server/storage/scratch.h"
#include "tests/support/engine.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::app;
using namespace jjak::storage;
using Failure = Transaction::Failure;

//! Several servers that write into one database of PostgreSQL at the same time, as if they did it one after the other.
class TestPeers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("JJAK_TEST_ENGINE", "postgresql"); }
    void init();
    void ofTwoThatDecideByWhatTheOtherChangesOneIsStopped();
    void ofTwoThatChangeTheSameRowOneIsStopped();
    void aConflictStopsTheWholeTransactionUntilItIsBegunAnew();
    void ownersOfDifferentStreamsAreNotInEachOthersWay();
    void peersOnDifferentThingsAreNotInEachOthersWay();
    void whoComesAndWhoEntersADateAreNotInEachOthersWay();
    void ofTwoThatChangeWhoIsConnectedOfOneAccountOneIsStopped_data();
    void ofTwoThatChangeWhoIsConnectedOfOneAccountOneIsStopped();
    void whoComesOrGoesPutsNothingInThatWasTakenAwayMeanwhile_data();
    void whoComesOrGoesPutsNothingInThatWasTakenAwayMeanwhile();
    void aPeersBrokenRuleStaysOfItsCommand();
    void aWriterAndPeersExcludeEachOther();
    void aNewOwnerWaitsForTheBatchOfTheOldOneAndNothingElse();
    void whoLostItsStreamFindsOutBeforeItDoesAnything();
    void keepingLeasesIsInNobodysWay();
    void whoStopsInTheMiddleHoldsNobodyForLong();

private:
    std::unique_ptr<StoreSet> peer() const { return std::make_unique<StoreSet>(m_address, OpenAs::Peer); }
    std::unique_ptr<StoreSet> caretaker() const { return std::make_unique<StoreSet>(m_address, OpenAs::Caretaker); }
    //! So many streams, all of node 1.
    QList<Lease> streams(int count) const
    {
        const auto set = caretaker();
        Stores &stores = set->stores();
        (void)stores.transaction.begin();
        stores.leases.create(count);
        const QList<Lease> out = stores.leases.claim(1, count, noon, noon + 6s);
        return stores.transaction.commit() ? out : QList<Lease>();
    }

    QString m_address;
};

namespace {

//! Two groups that nobody is in, for people who may be in one only.
struct Rule {
    //! Joins when the account is nowhere yet: what it reads and what it writes are different rows.
    static void join(StoreSet &set, qint64 account, qint64 group)
    {
        if (!set.database().value<qint64>(u"SELECT team FROM probe WHERE person = ?"_s, account))
            set.database().change(u"INSERT INTO probe (person, team) VALUES (?, ?)"_s, account, group);
    }
    static qint64 count(StoreSet &set)
    {
        (void)set.stores().transaction.begin();
        const qint64 rows = set.database().value<qint64>(u"SELECT count(*) FROM probe"_s).value_or(-1);
        set.stores().transaction.rollback();
        return rows;
    }
};

} // namespace

void TestPeers::init()
{
    m_address = test::emptyPostgres();
    StoreSet set(m_address, OpenAs::Writer);
    (void)set.stores().transaction.begin();
    set.database().change(u"DROP TABLE IF EXISTS probe"_s);
    set.database().change(u"CREATE TABLE probe (person bigint NOT NULL, team bigint NOT NULL, UNIQUE (person, team))"_s);
    QVERIFY(set.stores().transaction.commit());
}

void TestPeers::ofTwoThatDecideByWhatTheOtherChangesOneIsStopped()
{
    const auto a = peer(), b = peer();
    QVERIFY(a->stores().transaction.begin() && b->stores().transaction.begin());
    Rule::join(*a, 5, 1);
    Rule::join(*b, 5, 2);
    const bool first = a->stores().transaction.commit(), second = b->stores().transaction.commit();
    QVERIFY(first != second);
    StoreSet &stopped = first ? *b : *a;
    QCOMPARE(stopped.stores().transaction.failure(), Failure::Again);
    stopped.stores().transaction.rollback();
    QVERIFY(stopped.stores().transaction.begin());
    Rule::join(stopped, 5, 3); // finds that it is somewhere
    QVERIFY(stopped.stores().transaction.commit());
    QCOMPARE(Rule::count(*a), 1);
}

void TestPeers::ofTwoThatChangeTheSameRowOneIsStopped()
{
    const auto a = peer(), b = peer();
    QVERIFY(a->stores().transaction.begin());
    a->database().change(u"INSERT INTO probe (person, team) VALUES (1, 1)"_s);
    QVERIFY(a->stores().transaction.commit());
    QVERIFY(a->stores().transaction.begin() && b->stores().transaction.begin());
    QCOMPARE(b->database().value<qint64>(u"SELECT team FROM probe WHERE person = 1"_s), 1); // its moment is fixed now
    a->database().change(u"UPDATE probe SET team = team + 1 WHERE person = 1"_s);
    QVERIFY(a->stores().transaction.commit());
    QCOMPARE(b->database().change(u"UPDATE probe SET team = team + 1 WHERE person = 1"_s), 0);
    QCOMPARE(b->stores().transaction.failure(), Failure::Again);
    b->stores().transaction.rollback();
    QVERIFY(b->stores().transaction.begin());
    QCOMPARE(b->database().change(u"UPDATE probe SET team = team + 1 WHERE person = 1"_s), 1);
    QVERIFY(b->stores().transaction.commit());
    QVERIFY(a->stores().transaction.begin());
    QCOMPARE(a->database().value<qint64>(u"SELECT team FROM probe WHERE person = 1"_s), 3);
}

void TestPeers::aConflictStopsTheWholeTransactionUntilItIsBegunAnew()
{
    const auto a = peer(), b = peer();
    Transaction &transaction = b->stores().transaction;
    QVERIFY(a->stores().transaction.begin() && transaction.begin());
    Rule::join(*b, 7, 1);
    transaction.savepoint();
    Rule::join(*a, 8, 1);
    QVERIFY(a->stores().transaction.commit());
    QVERIFY(a->stores().transaction.begin());
    a->database().change(u"UPDATE probe SET team = 2 WHERE person = 8"_s);
    QVERIFY(a->stores().transaction.commit());
    QCOMPARE(b->database().value<qint64>(u"SELECT team FROM probe WHERE person = 8"_s), std::nullopt); // it began before
    b->database().change(u"INSERT INTO probe (person, team) SELECT 8, 2 WHERE NOT EXISTS (SELECT 1 FROM probe WHERE person = 8)"_s);
    if (transaction.failure() == Failure::None)
        QVERIFY(!transaction.commit());
    QVERIFY(transaction.isOver() || transaction.failure() == Failure::Command);
    if (transaction.failure() == Failure::Again) {
        transaction.rollbackToSavepoint(); // does not heal it
        QCOMPARE(transaction.failure(), Failure::Again);
        QCOMPARE(b->database().change(u"INSERT INTO probe (person, team) VALUES (9, 9)"_s), 0);
        QVERIFY(!transaction.commit());
        QCOMPARE(transaction.failure(), Failure::Again);
    }
    transaction.rollback();
    QCOMPARE(transaction.failure(), Failure::None);
    QVERIFY(transaction.begin());
    Rule::join(*b, 7, 1);
    QVERIFY(transaction.commit());
    QCOMPARE(Rule::count(*b), 2);
}

void TestPeers::ownersOfDifferentStreamsAreNotInEachOthersWay()
{
    const QList<Lease> leases = streams(24);
    const auto a = peer(), b = peer();
    caretaker()->database().change(u"ANALYZE"_s); // it knows how few rows there are, and might read all of them for one
    for (int i = 1; i <= 20; ++i) {
        QVERIFY(a->stores().transaction.begin() && b->stores().transaction.begin());
        const QString position = u"%1-0"_s.arg(i);
        for (int stream = 0; stream < 24; ++stream)
            QVERIFY((stream % 2 ? a : b)->stores().streams.advance({stream, leases[stream].fence, position, {}}));
        QVERIFY2(a->stores().transaction.commit(), qPrintable(a->stores().transaction.failureText()));
        QVERIFY2(b->stores().transaction.commit(), qPrintable(b->stores().transaction.failureText()));
    }
}

//! What a command does most: it reads rows of its own and changes some.
void TestPeers::peersOnDifferentThingsAreNotInEachOthersWay()
{
    QList<MessageRow> rows;
    {
        Scratch s; // writes alone: it has to go first
        QVERIFY(s.commit([&] {
            for (int i = 0; i < 60; ++i)
                rows.append(s.newMessage(s.directRoom(), 1));
        }));
    }
    const auto a = peer(), b = peer();
    caretaker()->database().change(u"ANALYZE"_s);
    int conflicts = 0;
    for (int i = 0; i < 60; i += 2) {
        QVERIFY(a->stores().transaction.begin() && b->stores().transaction.begin());
        for (StoreSet *set : {a.get(), b.get()}) {
            const MessageRow &row = rows[set == a.get() ? i : i + 1];
            QVERIFY(set->stores().rooms.find(row.room));
            QVERIFY(!set->stores().rooms.members(row.room).isEmpty());
            set->stores().messages.append(row);
        }
        conflicts += !a->stores().transaction.commit();
        conflicts += !b->stores().transaction.commit();
        a->stores().transaction.rollback();
        b->stores().transaction.rollback();
    }
    QVERIFY2(conflicts <= 3, qPrintable(u"%1 of 60"_s.arg(conflicts))); // pages of an index are shared now and then
}

//! As at the beginning of an evening: hundreds connect on one server, while on another one those who were earlier take their seats.
void TestPeers::whoComesAndWhoEntersADateAreNotInEachOthersWay()
{
    constexpr int rounds = 20, atOnce = 10;
    QList<DeviceRow> devices;
    protocol::EventInfo event;
    {
        Scratch s; // writes alone: it has to go first
        QVERIFY(s.commit([&] {
            event = s.event().info;
            for (int i = 0; i < 2 * rounds * atOnce; ++i) {
                devices.append(s.newDevice(s.account().id));
                s->devices.save(devices.last());
            }
        }));
    }
    const auto door = peer(), house = peer();
    caretaker()->database().change(u"ANALYZE"_s);
    SystemRng rng;
    const auto comes = [&](const DeviceRow &device, int connection) {
        Stores &stores = door->stores();
        stores.connected.arrive(device.account, device.id, ConnectionId(connection));
        if (stores.accounts.byId(device.account) && stores.presence.of({device.account}).isEmpty())
            stores.presence.set(device.account, stores.connected.presenceOf(device.account), noon);
        (void)stores.tickets.ofDevice(device.id);
        (void)stores.dates.activeOf(device.account);
    };
    const auto enters = [&](const DeviceRow &device) {
        Stores &stores = house->stores();
        if (stores.dates.activeOf(device.account) || !stores.accounts.byId(device.account))
            return;
        const auto lobby = stores.seating.lobbyFor(event.event, device.account, noon);
        auto date = lobby ? *stores.dates.find(*lobby) : domain::openDate(DateId::random(rng), event, noon);
        date.seats.append({.number = int(date.seats.size()) + 1, .account = device.account});
        stores.dates.save(date, noon);
        (void)stores.attendance.advance(device.account);
    };
    int conflicts = 0;
    for (int round = 0; round < rounds; ++round) {
        QVERIFY(door->stores().transaction.begin() && house->stores().transaction.begin());
        for (int i = 0; i < atOnce; ++i) {
            comes(devices[2 * (round * atOnce + i)], 1 + round * atOnce + i);
            enters(devices[2 * (round * atOnce + i) + 1]);
        }
        conflicts += !door->stores().transaction.commit();
        conflicts += !house->stores().transaction.commit();
        door->stores().transaction.rollback();
        house->stores().transaction.rollback();
    }
    QCOMPARE(conflicts, 0);
    (void)house->stores().transaction.begin();
    QCOMPARE(house->database().value<qint64>(u"SELECT count(*) FROM presence"_s), rounds * atOnce);
    QCOMPARE(house->database().value<qint64>(u"SELECT count(*) FROM seat"_s), rounds * atOnce);
}

void TestPeers::ofTwoThatChangeWhoIsConnectedOfOneAccountOneIsStopped_data()
{
    QTest::addColumn<bool>("isKnown");
    QTest::addColumn<bool>("changesRole");
    QTest::newRow("another device goes") << true << false;
    QTest::newRow("another device comes, and nobody was there before") << false << false;
    QTest::newRow("another role") << true << true;
    QTest::newRow("another role, and nobody was there before") << false << true;
}

//! They are kept apart by rows only, and look at rows of each other: by the row of the account's presence.
void TestPeers::ofTwoThatChangeWhoIsConnectedOfOneAccountOneIsStopped()
{
    QFETCH(bool, isKnown);
    QFETCH(bool, changesRole);
    DeviceRow phone, laptop;
    {
        Scratch s; // writes alone: it has to go first
        QVERIFY(s.commit([&] {
            const AccountId account = s.account().id;
            for (DeviceRow *device : {&phone, &laptop})
                s->devices.save(*device = s.newDevice(account));
            if (isKnown) {
                s->connected.arrive(account, phone.id, 1);
                s->presence.set(account, protocol::Presence::Online, noon);
            }
        }));
    }
    const auto a = peer(), b = peer();
    Stores &comes = a->stores(), &changes = b->stores();
    QVERIFY(comes.transaction.begin(Transaction::Apart::Rows) && changes.transaction.begin(changesRole ? Transaction::Apart::Everything : Transaction::Apart::Rows));
    (void)changes.accounts.byId(phone.account); // its moment is fixed now
    comes.connected.arrive(laptop.account, laptop.id, 2);
    comes.presence.set(laptop.account, comes.connected.presenceOf(laptop.account), noon);
    QVERIFY(comes.transaction.commit());
    if (changesRole)
        changes.accounts.setRole(phone.account, protocol::Role::Moderator);
    else if (isKnown)
        (void)changes.connected.depart(phone.id, 1);
    else
        changes.connected.arrive(phone.account, phone.id, 1);
    changes.presence.set(phone.account, changes.connected.presenceOf(phone.account), noon);
    QVERIFY(!changes.transaction.commit());
    QCOMPARE(changes.transaction.failure(), Failure::Again);
    changes.transaction.rollback();
    QVERIFY(changes.transaction.begin());
    QCOMPARE(changes.presence.of({phone.account}).value(phone.account), protocol::Presence::Online);
}

void TestPeers::whoComesOrGoesPutsNothingInThatWasTakenAwayMeanwhile_data()
{
    QTest::addColumn<bool>("isDevice");
    QTest::newRow("a device that was revoked") << true;
    QTest::newRow("a ticket that led to a match") << false;
}

void TestPeers::whoComesOrGoesPutsNothingInThatWasTakenAwayMeanwhile()
{
    QFETCH(bool, isDevice);
    DeviceRow device;
    {
        Scratch s; // writes alone: it has to go first
        QVERIFY(s.commit([&] {
            s->devices.save(device = s.newDevice(s.account().id));
            s->tickets.save(s.newTicket(device.account));
        }));
    }
    const auto a = peer(), b = peer();
    Stores &comes = a->stores(), &takes = b->stores();
    QVERIFY(comes.transaction.begin(Transaction::Apart::Rows) && takes.transaction.begin());
    QVERIFY(comes.devices.byId(device.id) && comes.tickets.find(device.account)); // its moment is fixed now
    if (isDevice)
        takes.devices.remove(device.id);
    else
        takes.tickets.remove(device.account);
    QVERIFY(takes.transaction.commit());
    if (isDevice)
        comes.devices.renew(device);
    else
        comes.tickets.setAway(device.account, noon);
    QVERIFY(!comes.transaction.commit());
    QCOMPARE(comes.transaction.failure(), Failure::Again);
    comes.transaction.rollback();
    QVERIFY(comes.transaction.begin());
    QCOMPARE(comes.devices.byId(device.id).has_value(), !isDevice);
    QCOMPARE(comes.tickets.find(device.account).has_value(), isDevice);
}

void TestPeers::aPeersBrokenRuleStaysOfItsCommand()
{
    const auto a = peer(), b = peer();
    QVERIFY(a->stores().transaction.begin());
    Rule::join(*a, 1, 1);
    QVERIFY(a->stores().transaction.commit());
    Transaction &transaction = b->stores().transaction;
    QVERIFY(transaction.begin());
    b->database().change(u"INSERT INTO probe (person, team) VALUES (2, 2)"_s);
    transaction.savepoint();
    b->database().change(u"INSERT INTO probe (person, team) VALUES (1, 1)"_s);
    QCOMPARE(transaction.failure(), Failure::Command);
    transaction.rollbackToSavepoint();
    QCOMPARE(transaction.failure(), Failure::None);
    QVERIFY(transaction.commit());
    QCOMPARE(Rule::count(*a), 2);
}

void TestPeers::aWriterAndPeersExcludeEachOther()
{
    {
        const auto a = peer(), b = peer();
        QVERIFY_THROWS_EXCEPTION(StartupError, StoreSet(m_address, OpenAs::Writer));
        StoreSet(m_address, OpenAs::Reader);
        caretaker();
    }
    StoreSet writer(m_address, OpenAs::Writer);
    QVERIFY_THROWS_EXCEPTION(StartupError, peer());
    StoreSet(m_address, OpenAs::Reader);
}

void TestPeers::aNewOwnerWaitsForTheBatchOfTheOldOneAndNothingElse()
{
    const QList<Lease> leases = streams(2);
    const auto old = peer(), steward = caretaker();
    QVERIFY(old->stores().transaction.begin());
    QVERIFY(old->stores().streams.advance({1, leases[1].fence, u"9-0"_s, {}}));
    QVERIFY(steward->stores().transaction.begin());
    steward->stores().leases.release(1, 0);
    const QList<Lease> free = steward->stores().leases.claim(2, 1, noon, noon + 6s);
    QVERIFY(steward->stores().transaction.commit());
    QCOMPARE(free.value(0).stream, 0);

    QVERIFY(steward->stores().transaction.begin());
    (void)steward->stores().leases.claim(2, 2, noon + 7s, noon + 13s); // in the middle of it: another time
    QCOMPARE(steward->stores().transaction.failure(), Failure::Again);
    steward->stores().transaction.rollback();
    QVERIFY(old->stores().transaction.commit());
    QVERIFY(steward->stores().transaction.begin());
    const QList<Lease> taken = steward->stores().leases.claim(2, 2, noon + 7s, noon + 13s);
    QVERIFY(steward->stores().transaction.commit());
    QCOMPARE(taken.last().stream, 1);
    QCOMPARE(taken.last().position, u"9-0"_s); // goes on behind what was kept
    QVERIFY(taken.last().wasLeft);
}

void TestPeers::whoLostItsStreamFindsOutBeforeItDoesAnything()
{
    const QList<Lease> leases = streams(1);
    const auto old = peer(), steward = caretaker();
    QVERIFY(old->stores().transaction.begin());
    (void)old->stores().leases.all(); // its moment is fixed before the other one takes it
    QVERIFY(steward->stores().transaction.begin());
    QCOMPARE(steward->stores().leases.claim(2, 1, noon + 7s, noon + 13s).size(), 1);
    QVERIFY(steward->stores().transaction.commit());
    QVERIFY(!old->stores().streams.advance({0, leases[0].fence, u"9-0"_s, {}}));
    QCOMPARE(old->stores().transaction.failure(), Failure::Again);
    old->stores().transaction.rollback();
    QVERIFY(old->stores().transaction.begin());
    QVERIFY(!old->stores().streams.advance({0, leases[0].fence, u"9-0"_s, {}}));
    QCOMPARE(old->stores().transaction.failure(), Failure::None);
}

void TestPeers::keepingLeasesIsInNobodysWay()
{
    const QList<Lease> leases = streams(4);
    const auto worker = peer(), steward = caretaker();
    caretaker()->database().change(u"ANALYZE"_s);
    for (int i = 1; i <= 20; ++i) {
        QVERIFY(worker->stores().transaction.begin());
        for (const Lease &lease : leases)
            QVERIFY(worker->stores().streams.advance({lease.stream, lease.fence, u"%1-0"_s.arg(i), {}}));
        Stores &stores = steward->stores();
        QVERIFY(stores.transaction.begin());
        QCOMPARE(stores.leases.renew(1, noon + i * 1s).size(), 4);
        QCOMPARE(stores.leases.all().size(), 4);
        stores.nodes.stay(1, u"one"_s, true, noon + i * 1s);
        QVERIFY(stores.transaction.commit());
        Rule::join(*worker, i, i);
        QVERIFY2(worker->stores().transaction.commit(), qPrintable(worker->stores().transaction.failureText()));
    }
}

void TestPeers::whoStopsInTheMiddleHoldsNobodyForLong()
{
    const QList<Lease> leases = streams(1);
    const auto stopped = peer(), steward = caretaker();
    QVERIFY(stopped->stores().transaction.begin());
    QVERIFY(stopped->stores().streams.advance({0, leases[0].fence, u"9-0"_s, {}})); // and then nothing more is heard of it
    Stores &stores = steward->stores();
    QList<Lease> taken;
    const auto claim = [&] {
        (void)stores.transaction.begin();
        taken = stores.leases.claim(2, 1, noon + 7s, noon + 13s);
        return stores.transaction.commit();
    };
    QVERIFY(QTest::qWaitFor([&] { return claim() && !taken.isEmpty(); }, 30'000)); // left to itself, PostgreSQL would wait for ever
    QCOMPARE(taken[0].position, u"0-0"_s);
    Rule::join(*stopped, 1, 1);
    QVERIFY(!stopped->stores().transaction.commit());
    QCOMPARE(stopped->stores().transaction.failure(), Failure::Whole);
    stopped->stores().transaction.rollback();
    QVERIFY(stopped->stores().transaction.begin()); // connects anew
    QVERIFY(!stopped->stores().streams.advance({0, leases[0].fence, u"9-0"_s, {}}));
    QCOMPARE(stopped->stores().transaction.failure(), Failure::None);
}

QTEST_GUILESS_MAIN(TestPeers)
#include "tst_peers.moc"
