// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLoggingCategory>
#include <QTest>

#include "server/storage/migrations.h"
#include "server/storage/startup_error.h"
#include "tests/faults/power_vfs.h"
#include "tests/faults/witness.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::faults;
using namespace jjak::storage;
using Failure = app::Transaction::Failure;

class TstIoErrors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void insertSucceedsAndCommitTellsThatTheDiskIsFull();
    void anyFailingOperationLosesNothingAcknowledged_data();
    void anyFailingOperationLosesNothingAcknowledged();

private:
    PowerDisk m_disk{7};
    PowerVfs m_vfs{m_disk};
    std::map<std::string, DiskFile> m_fresh;
    Witness m_settled{1};
};

namespace {

const QString path = u"jjak.db"_s;
constexpr int batches = 8;

std::unique_ptr<StoreSet> open()
{
    auto set = std::make_unique<StoreSet>(path, OpenAs::Writer);
    set->database().change(u"PRAGMA wal_autocheckpoint = 8"_s);
    return set;
}

} // namespace

void TstIoErrors::initTestCase()
{
    QLoggingCategory::setFilterRules(u"jjak.storage=false"_s);
    {
        const auto set = open();
        migrate(set->database());
        m_settled.settle(set->stores());
    }
    m_fresh = m_disk.snapshot();
}

void TstIoErrors::insertSucceedsAndCommitTellsThatTheDiskIsFull()
{
    m_disk.reset(m_fresh);
    const auto set = open();
    app::Stores &stores = set->stores();
    m_disk.failAt(1, Fault::NoSpace, true);
    SeededRng rng(5);
    app::AccountRow row;
    row.id = AccountId::random(rng);
    row.name = row.folded = u"somebody"_s;
    row.attempt = ClientId::random(rng);
    QVERIFY(stores.transaction.begin());
    QVERIFY(stores.accounts.insert(row));
    QCOMPARE(stores.transaction.failure(), Failure::None); // nothing was written yet
    QVERIFY(!stores.transaction.commit());
    QCOMPARE(stores.transaction.failure(), Failure::Whole);
    stores.transaction.rollback();
    QVERIFY(!stores.accounts.byId(row.id)); // reads go on
    QCOMPARE(stores.transaction.failure(), Failure::None);
    m_disk.heal();
    QVERIFY(stores.transaction.begin());
    QVERIFY(stores.accounts.insert(row));
    QVERIFY(stores.transaction.commit());
}

void TstIoErrors::anyFailingOperationLosesNothingAcknowledged_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<bool>("lasting");
    QTest::addColumn<bool>("thenPowerCut");
    for (const bool lasting : {false, true}) {
        for (const bool cut : {false, true}) {
            const auto name = [&](const char *what) { return QByteArray(what) + (lasting ? ", lasting" : ", once") + (cut ? ", then a power cut" : ", then a restart"); };
            QTest::newRow(name("no space")) << Fault::NoSpace << lasting << cut;
            QTest::newRow(name("write error")) << Fault::WriteError << lasting << cut;
            QTest::newRow(name("sync error")) << Fault::SyncError << lasting << cut;
        }
    }
}

void TstIoErrors::anyFailingOperationLosesNothingAcknowledged()
{
    QFETCH(Fault, fault);
    QFETCH(bool, lasting);
    QFETCH(bool, thenPowerCut);
    Verdict total;
    int refused = 0, operation = 1;
    for (bool struck = true; struck; operation += 2) {
        m_disk.reset(m_fresh);
        Witness witness = m_settled.again(3); // the same people doing the same each time
        {
            const auto set = open();
            m_disk.failAt(operation, fault, lasting);
            for (int i = 0; i < batches; ++i) {
                refused += !witness.batch(set->stores(), 20);
                QVERIFY(set->stores().rooms.ofAccount(AccountId(), std::nullopt, 5).isEmpty()); // reads go on
                QCOMPARE(set->stores().transaction.failure(), Failure::None);
            }
            struck = m_disk.struck();
            m_disk.heal();
            QVERIFY(witness.batch(set->stores(), 20)); // and writes, when the fault is over
            if (thenPowerCut)
                m_disk.failAt(1, Fault::PowerOff);
            // without a cut the connection is closed in order
        }
        if (thenPowerCut)
            m_disk.restart();
        const auto set = open();
        total.add(witness.examine(*set));
        QVERIFY2(total.clean(), qPrintable(u"operation %1: %2"_s.arg(operation).arg(total.text())));
    }
    qInfo("%d runs, %d group commits refused: %ls", operation / 2, refused, qUtf16Printable(total.text()));
    QVERIFY(refused > 20); // faults did reach the commits
}

QTEST_GUILESS_MAIN(TstIoErrors)
#include "tst_io_errors.moc"
