// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFileInfo>
#include <QSqlQuery>
#include <QTest>

#include "server/storage/connection.h"
#include "tests/server/storage/scratch.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::storage;
using Failure = app::Transaction::Failure;

class TstTransaction : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void committedIsThereAfterReopening();
    void rolledBackIsGone();
    void notCommittedIsGoneAfterReopening();
    void failedCommandLeavesTheOthers();
    void nothingRunsAfterAFailure();
    void failedCommandCannotBeCommitted();
    void brokenDatabaseFailsWholeAlsoWhenReading();
    void fullDiskKeepsNothingAndReadsGoOn();
    void commitWithoutATransactionIsRefused();
    void beginTakesTheWriteLock();
    void readersSeeWhatIsCommittedAndOneMomentOnly();
    void readersCannotWrite();
    void readsHoldNoSnapshot();
    void settingsAreInForce();
    void wrongTypesAreRefused();
};

void TstTransaction::initTestCase_data()
{
    Scratch::everywhere();
}

void TstTransaction::committedIsThereAfterReopening()
{
    Scratch s;
    app::AccountRow row;
    QVERIFY(s.commit([&] { row = s.account(); }));
    s.reopen();
    QVERIFY(s->accounts.byId(row.id));
}

void TstTransaction::rolledBackIsGone()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    QVERIFY(s->transaction.begin());
    const auto row = s.account();
    QVERIFY(s->accounts.byId(row.id));
    s->transaction.rollback();
    QVERIFY(!s->accounts.byId(row.id));
    QVERIFY(s.commit([&] { s.account(); }));
}

void TstTransaction::notCommittedIsGoneAfterReopening()
{
    Scratch s;
    QVERIFY(s->transaction.begin());
    const auto row = s.account();
    s.reopen();
    QVERIFY(!s->accounts.byId(row.id));
}

void TstTransaction::failedCommandLeavesTheOthers()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    app::AccountRow first, second, third;
    QVERIFY(s->transaction.begin());
    s->transaction.savepoint();
    first = s.account();
    s->transaction.releaseSavepoint();
    s->transaction.savepoint();
    second = s.account();
    s->devices.save(s.newDevice(AccountId::random(s.rng()))); // no such account
    QCOMPARE(s->transaction.failure(), Failure::Command);
    s->transaction.rollbackToSavepoint();
    QCOMPARE(s->transaction.failure(), Failure::None);
    s->transaction.savepoint();
    third = s.account();
    s->transaction.releaseSavepoint();
    QVERIFY(s->transaction.commit());
    QVERIFY(s->accounts.byId(first.id) && !s->accounts.byId(second.id) && s->accounts.byId(third.id));
}

void TstTransaction::nothingRunsAfterAFailure()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto before = s.account();
    QVERIFY(s->transaction.begin());
    s->devices.save(s.newDevice(AccountId::random(s.rng())));
    QCOMPARE(s->transaction.failure(), Failure::Command);
    QVERIFY(!s->accounts.byId(before.id)); // empty, though it is there
    const auto after = s.newAccount();
    QVERIFY(!s->accounts.insert(after));
    QVERIFY(s->tickets.free().isEmpty());
    QCOMPARE(s->transaction.failure(), Failure::Command);
    s->transaction.rollback();
    QVERIFY(s->accounts.byId(before.id) && !s->accounts.byId(after.id));
}

void TstTransaction::failedCommandCannotBeCommitted()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    QVERIFY(s->transaction.begin());
    const auto row = s.account();
    s->devices.save(s.newDevice(AccountId::random(s.rng())));
    QVERIFY(!s->transaction.commit());
    QCOMPARE(s->transaction.failure(), Failure::Whole);
    s->transaction.rollback();
    QCOMPARE(s->transaction.failure(), Failure::None);
    QVERIFY(!s->accounts.byId(row.id));
}

void TstTransaction::brokenDatabaseFailsWholeAlsoWhenReading()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    s.set().database().change(u"DROP TABLE block"_s);
    QCOMPARE(s->transaction.failure(), Failure::None);
    QVERIFY(s->transaction.begin());
    QVERIFY(s->blocks.by(AccountId::random(s.rng())).isEmpty());
    QCOMPARE(s->transaction.failure(), Failure::Whole);
    s->transaction.rollbackToSavepoint(); // does not heal it
    QCOMPARE(s->transaction.failure(), Failure::Whole);
    QVERIFY(!s->transaction.commit());
    s->transaction.rollback();
    QVERIFY(s.commit([&] { s.account(); }));
}

void TstTransaction::fullDiskKeepsNothingAndReadsGoOn()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const RoomId room = s.directRoom();
    const qint64 pages = *s.set().database().value<qint64>(u"PRAGMA page_count"_s);
    s.set().database().change(u"PRAGMA max_page_count = %1"_s.arg(pages + 8));
    qint64 acknowledged = 0;
    bool full = false;
    for (int batch = 0; batch < 100 && !full; ++batch) {
        QVERIFY(s->transaction.begin());
        for (int i = 0; i < 10; ++i) {
            s->transaction.savepoint();
            s->messages.append(s.newMessage(room, 1, QString(500, u'x')));
            s->transaction.releaseSavepoint();
        }
        full = s->transaction.failure() == Failure::Whole;
        const bool committed = s->transaction.commit();
        QCOMPARE(committed, !full);
        acknowledged += committed ? 10 : 0;
    }
    QVERIFY(full);
    QCOMPARE(s->transaction.failure(), Failure::Whole);
    s->transaction.rollback();
    QCOMPARE(s->rooms.find(room)->head, acknowledged);
    QCOMPARE(s->messages.page(room, std::nullopt, std::nullopt, 10000).size(), acknowledged);
    s.set().database().change(u"PRAGMA max_page_count = 100000"_s); // space again
    QVERIFY(s.commit([&] { QCOMPARE(s->messages.append(s.newMessage(room, 1)), acknowledged + 1); }));
}

void TstTransaction::commitWithoutATransactionIsRefused()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    QVERIFY(!s->transaction.commit());
    s->transaction.rollback();
    s->transaction.rollback(); // harmless
    QCOMPARE(s->transaction.failure(), Failure::None);
}

void TstTransaction::beginTakesTheWriteLock()
{
    Scratch s;
    QVERIFY(s->transaction.begin());
    Connection other(s.path(), Connection::Access::ReadWrite);
    QSqlQuery query(other.handle());
    query.exec(u"PRAGMA busy_timeout = 0"_s);
    query.finish();
    QVERIFY(!query.exec(u"BEGIN IMMEDIATE"_s));
    QVERIFY(s->transaction.commit());
    QVERIFY(query.exec(u"BEGIN IMMEDIATE"_s));
}

void TstTransaction::readersSeeWhatIsCommittedAndOneMomentOnly()
{
    Scratch s;
    StoreSet reader(s.path(), OpenAs::Reader);
    auto &r = reader.stores();
    QVERIFY(s->transaction.begin());
    const auto first = s.account();
    QVERIFY(!r.accounts.byId(first.id));
    QVERIFY(s->transaction.commit());
    QVERIFY(r.accounts.byId(first.id));
    QVERIFY(r.transaction.begin());
    QVERIFY(r.accounts.byId(first.id));
    app::AccountRow second;
    QVERIFY(s.commit([&] { second = s.account(); }));
    QVERIFY(!r.accounts.byId(second.id));
    r.transaction.rollback();
    QVERIFY(r.accounts.byId(second.id));
}

void TstTransaction::readersCannotWrite()
{
    Scratch s;
    StoreSet reader(s.path(), OpenAs::Reader);
    QVERIFY(!reader.stores().accounts.insert(s.newAccount()));
    QCOMPARE(reader.stores().transaction.failure(), Failure::Whole);
    reader.stores().transaction.rollback();
    QCOMPARE(reader.stores().transaction.failure(), Failure::None);
}

void TstTransaction::readsHoldNoSnapshot()
{
    Scratch s;
    StoreSet reader(s.path(), OpenAs::Reader);
    const RoomId room = s.directRoom();
    for (int i = 0; i < 5; ++i)
        s->messages.append(s.newMessage(room, 1));
    QVERIFY(reader.stores().rooms.find(room)); // one row of one
    QCOMPARE(reader.stores().messages.page(room, std::nullopt, std::nullopt, 2).size(), 2);
    // A checkpoint that truncates the WAL succeeds only when nobody reads from it.
    const auto busy = s.set().database().value<int>(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    QCOMPARE(busy, 0);
    QCOMPARE(QFileInfo(s.path() + u"-wal"_s).size(), 0);
}

void TstTransaction::settingsAreInForce()
{
    Scratch s;
    auto &writer = s.set().database();
    QCOMPARE(*writer.value<QString>(u"PRAGMA journal_mode"_s), u"wal"_s);
    QCOMPARE(*writer.value<int>(u"PRAGMA synchronous"_s), 2);
    QCOMPARE(*writer.value<int>(u"PRAGMA foreign_keys"_s), 1);
    QCOMPARE(*writer.value<int>(u"PRAGMA trusted_schema"_s), 0);
    Database reader(s.path(), OpenAs::Reader);
    QCOMPARE(*reader.value<int>(u"PRAGMA query_only"_s), 1);
    QCOMPARE(*reader.value<int>(u"PRAGMA wal_autocheckpoint"_s), 0);
    QCOMPARE(*reader.value<QString>(u"PRAGMA journal_mode"_s), u"wal"_s);
}

void TstTransaction::wrongTypesAreRefused()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    s.set().database().change(u"INSERT INTO ticket (account, device, cell, reach, since, front, demo) VALUES (?, ?, 'here', 0, 0, 0, 0)"_s, s.account().id, DeviceId::random(s.rng()));
    QCOMPARE(s->transaction.failure(), Failure::Command);
}

QTEST_GUILESS_MAIN(TstTransaction)
#include "tst_transaction.moc"
