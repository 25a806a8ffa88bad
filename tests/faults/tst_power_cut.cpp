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

class TstPowerCut : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void diskForgetsWhatWasNotSynced();
    void witnessNoticesWhatIsWrong_data();
    void witnessNoticesWhatIsWrong();
    void nothingAcknowledgedIsLost();
    void withoutSyncSomethingIsLost();
    void powerCutDuringAnUpgradeIsHarmless();

private:
    Verdict run(Durability durability, int cuts, std::uint64_t seed);
    //! Writes until the power goes at that operation, and opens again.
    Verdict cutOnce(Witness &witness, Durability durability, std::int64_t operation);

    PowerDisk m_disk{20261121};
    PowerVfs m_vfs{m_disk};
};

namespace {

const QString path = u"jjak.db"_s;

std::unique_ptr<StoreSet> open(Durability durability)
{
    auto set = std::make_unique<StoreSet>(path, OpenAs::Writer, durability);
    set->database().change(u"PRAGMA wal_autocheckpoint = 8"_s); // pages: so that cuts fall into checkpoints too
    return set;
}

} // namespace

void TstPowerCut::initTestCase()
{
    QLoggingCategory::setFilterRules(u"jjak.storage=false"_s);
}

void TstPowerCut::diskForgetsWhatWasNotSynced()
{
    SeededRng rng(1);
    int kept = 0;
    for (int i = 0; i < 400; ++i) {
        DiskFile file;
        file.write(0, std::string(2048, 'a').data(), 2048);
        file.sync();
        file.write(512, std::string(512, 'b').data(), 512);
        file.cut(rng);
        QCOMPARE(file.now.size(), 2048u);
        QCOMPARE(std::count(file.now.begin(), file.now.end(), 'b') % 512, 0);
        QCOMPARE(file.now[0], 'a');
        kept += file.now[512] == 'b';
    }
    QVERIFY(kept > 150 && kept < 250);
    DiskFile file;
    file.write(0, "old", 3);
    file.sync();
    file.write(0, "new", 3);
    file.failSync();
    file.sync(); // too late: the system has forgotten it
    QCOMPARE(QByteArray(file.now.data(), 3), "new"_ba);
    file.cut(rng);
    QCOMPARE(QByteArray(file.now.data(), 3), "old"_ba);
}

void TstPowerCut::witnessNoticesWhatIsWrong_data()
{
    QTest::addColumn<QString>("harm");
    QTest::newRow("nothing") << QString();
    QTest::newRow("lost message and gap") << u"DELETE FROM message WHERE (room, seq) IN (SELECT room, seq FROM message LIMIT 1)"_s;
    QTest::newRow("other text") << u"UPDATE message SET text = text || 'x'"_s;
    QTest::newRow("doubled message") << u"INSERT INTO message (room, seq, author, kind, text, at, device, cid) SELECT room, 1000, author, kind, text, at, zeroblob(16), cid FROM message LIMIT 1"_s;
    QTest::newRow("lost account") << u"DELETE FROM account WHERE id NOT IN (SELECT account FROM member)"_s;
    QTest::newRow("lost read position") << u"UPDATE member SET read = 0"_s;
    QTest::newRow("member without a room") << u"UPDATE member SET room = zeroblob(16) WHERE number = 2 AND room = (SELECT min(id) FROM room)"_s;
}

void TstPowerCut::witnessNoticesWhatIsWrong()
{
    QFETCH(QString, harm);
    m_disk.reset({});
    Witness witness(1);
    const auto set = open(Durability::Full);
    migrate(set->database());
    witness.settle(set->stores());
    while (witness.promises() < 200)
        QVERIFY(witness.batch(set->stores(), 20));
    if (!harm.isEmpty()) {
        set->database().change(u"PRAGMA foreign_keys = 0"_s);
        QVERIFY(set->database().change(harm) > 0);
    }
    QCOMPARE(witness.examine(*set).clean(), harm.isEmpty());
}

Verdict TstPowerCut::cutOnce(Witness &witness, Durability durability, std::int64_t operation)
{
    m_disk.failAt(operation, Fault::PowerOff);
    try {
        const auto set = open(durability);
        while (!m_disk.isOff())
            witness.batch(set->stores(), 20);
    } catch (const StartupError &) {
        if (!m_disk.isOff()) // not because of the cut
            return {.corrupt = 1};
    }
    m_disk.restart();
    try {
        const auto set = open(durability);
        return witness.examine(*set);
    } catch (const StartupError &) {
        return {.corrupt = 1};
    }
}

Verdict TstPowerCut::run(Durability durability, int cuts, std::uint64_t seed)
{
    m_disk.reset({});
    Witness settled(seed);
    {
        const auto set = open(durability);
        migrate(set->database());
        settled.settle(set->stores());
    }
    const auto fresh = m_disk.snapshot();
    Verdict total;
    SeededRng rng(seed);
    for (int done = 0; done < cuts;) {
        m_disk.reset(fresh);
        Witness witness = settled.again(rng.below(1'000'000));
        Verdict verdict;
        for (int i = 0; i < 20 && done < cuts && verdict.clean(); ++i, ++done)
            verdict = cutOnce(witness, durability, 1 + std::int64_t(rng.below(300)));
        total.add(verdict);
    }
    return total;
}

void TstPowerCut::nothingAcknowledgedIsLost()
{
    const int cuts = qEnvironmentVariableIsSet("JJAK_CUTS") ? qEnvironmentVariableIntValue("JJAK_CUTS") : 2000;
    const Verdict verdict = run(Durability::Full, cuts, 1);
    qInfo("%d power cuts, synchronous=FULL: %ls", cuts, qUtf16Printable(verdict.text()));
    QVERIFY(verdict.clean());
    QVERIFY(verdict.acknowledged > cuts); // the test did something
}

void TstPowerCut::withoutSyncSomethingIsLost()
{
    const int cuts = 300;
    const Verdict verdict = run(Durability::Off, cuts, 2);
    qInfo("%d power cuts, synchronous=OFF: %ls", cuts, qUtf16Printable(verdict.text()));
    QVERIFY(verdict.lost > 0);
    QVERIFY(verdict.corrupt > 0);
}

void TstPowerCut::powerCutDuringAnUpgradeIsHarmless()
{
    int interrupted = 0;
    for (int operation = 1; operation < 400; ++operation) {
        m_disk.reset({});
        m_disk.failAt(operation, Fault::PowerOff);
        try {
            Database database(path, OpenAs::Writer);
            migrate(database);
        } catch (const StartupError &) {
            QVERIFY(m_disk.isOff());
            ++interrupted;
        }
        m_disk.restart();
        const auto set = open(Durability::Full);
        migrate(set->database());
        QCOMPARE(set->database().value<QString>(u"PRAGMA integrity_check"_s), u"ok"_s);
        QCOMPARE(set->database().value<int>(u"PRAGMA user_version"_s), migrations().size());
        Witness witness(1);
        witness.settle(set->stores());
    }
    QVERIFY(interrupted > 50);
}

QTEST_GUILESS_MAIN(TstPowerCut)
#include "tst_power_cut.moc"
