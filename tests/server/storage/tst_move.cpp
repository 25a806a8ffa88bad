// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSqlQuery>
#include <QTest>

#include "server/storage/data_file.h"
#include "server/storage/move/move_source.h"
#include "server/storage/startup_error.h"
#include "tests/server/storage/move_scene.h"
#include "tests/server/storage/scratch.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::storage;

//! What a move brings to the other side, and what it leaves behind.
class TestMove : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_scene.reset(); }
    void everyTableOfTheSourceHasRows();
    void everyRowIsThereAfterwards();
    void whatIsReportedIsWhatIsThere();
    void wordsOfAKilledServersLogAreMovedToo_data();
    void wordsOfAKilledServersLogAreMovedToo();
    void theSourceIsNotChangedByAByte_data();
    void theSourceIsNotChangedByAByte();
    void numbersOfWhatIsGoneAreNotGivenAgain();
    void triggersCountAgain();
    void theServersTablesAreAnalyzed();
    void storesWorkOnTheTarget();
    void aRoleThatMayMakeASchemaIsEnough();
    void progressReachesTheEndAndNeverGoesBack();
    void aTableOfThisVersionThatTheOtherSideLacksIsNoticed();
    void theSchemaIsTheOneOfAnyOtherDatabase();

private:
    //! Folders as servers leave them.
    static void states();
    void bring(const QString &state);

    MoveScene m_scene;
};

void TestMove::states()
{
    QTest::addColumn<QString>("state");
    for (const char *state : {"stopped", "killed", "killed, and copied without the index of its log", "stopped, with an empty log beside it"})
        QTest::newRow(state) << QString::fromLatin1(state);
}

void TestMove::bring(const QString &state)
{
    if (state.startsWith("killed"_L1))
        m_scene.killServerAfter(u"UPDATE message SET text = 'from the log' WHERE kind = 0"_s);
    const QString log = m_scene.file() + u"-wal"_s, index = m_scene.file() + u"-shm"_s;
    QCOMPARE(QFileInfo(log).size() > 0, state.startsWith("killed"_L1));
    QCOMPARE(QFileInfo::exists(index), state.startsWith("killed"_L1));
    if (state.endsWith("log"_L1))
        QVERIFY(QFile::remove(index));
    if (state.contains("empty"_L1))
        QVERIFY(QFile(log).open(QIODevice::WriteOnly));
}

void TestMove::everyTableOfTheSourceHasRows()
{
    MoveSource source(m_scene.folder());
    QVERIFY(source.tables().size() >= 46);
    QStringList empty;
    for (const TableShape &table : source.tables()) {
        if (source.count(table) == 0)
            empty.append(table.name);
    }
    QVERIFY2(empty.isEmpty(), qPrintable(u"full_house.cpp leaves nothing in "_s + empty.join(u", "_s)));
}

void TestMove::everyRowIsThereAfterwards()
{
    m_scene.move();
    QCOMPARE(m_scene.differences(), QStringList());
    m_scene.psql(u"UPDATE jjak.message SET text = text || ' ' WHERE seq = 3"_s); // whether a difference would be seen
    QVERIFY(!m_scene.differences().isEmpty());
}

void TestMove::whatIsReportedIsWhatIsThere()
{
    const auto report = m_scene.move();
    qint64 rows = 0;
    QStringList counts, texts;
    for (const ComparedTable &table : report.tables) {
        texts.append(u"(SELECT count(*) FROM jjak.%1)"_s.arg(table.name));
        counts.append(QString::number(table.rows));
        rows += table.rows;
    }
    QCOMPARE(m_scene.psql(u"SELECT "_s + texts.join(u", "_s)), counts);
    QCOMPARE(report.copied, rows);
    QVERIFY(report.tables.size() >= 46 && rows > 200);
    QVERIFY(!report.wasComplete);
    const auto again = m_scene.move();
    QVERIFY(again.wasComplete);
    QCOMPARE(again.copied, 0);
    QCOMPARE(m_scene.differences(), QStringList());
}

void TestMove::wordsOfAKilledServersLogAreMovedToo_data()
{
    states();
}

void TestMove::wordsOfAKilledServersLogAreMovedToo()
{
    QFETCH(const QString, state);
    bring(state);
    m_scene.move();
    const bool isThere = m_scene.psql(u"SELECT count(*) > 0 FROM jjak.message WHERE text = 'from the log'"_s) == QStringList(u"t"_s);
    QCOMPARE(isThere, state.startsWith("killed"_L1));
    QCOMPARE(m_scene.differences(), QStringList());
}

void TestMove::theSourceIsNotChangedByAByte_data()
{
    states();
}

void TestMove::theSourceIsNotChangedByAByte()
{
    QFETCH(const QString, state);
    bring(state);
    const auto before = m_scene.bytes();
    m_scene.move();
    const auto after = m_scene.bytes();
    QCOMPARE(QSet(after.keyBegin(), after.keyEnd()), QSet(before.keyBegin(), before.keyEnd()));
    for (auto it = before.begin(); it != before.end(); ++it)
        QVERIFY2(after[it.key()] == it.value(), qPrintable(it.key()));
}

void TestMove::numbersOfWhatIsGoneAreNotGivenAgain()
{
    const auto last = [&](const QString &table) {
        Connection connection(m_scene.file(), Connection::Access::ReadOnly);
        QSqlQuery query(connection.handle());
        return query.exec(u"SELECT (SELECT seq FROM sqlite_sequence WHERE name = '%1'), max(number) FROM %1"_s.arg(table)) && query.next() ? std::pair(query.value(0).toLongLong(), query.value(1).toLongLong()) : std::pair(0LL, 0LL);
    };
    m_scene.move();
    for (const QString &table : {u"post"_s, u"comment"_s, u"tag_use"_s}) {
        const auto [ever, present] = last(table);
        if (table != "tag_use"_L1)
            QVERIFY2(ever > present, qPrintable(table)); // or nothing is shown here
        QCOMPARE(m_scene.psql(u"SELECT nextval(pg_get_serial_sequence('jjak.%1', 'number'))"_s.arg(table)), QStringList(QString::number(std::max(ever, present) + 1)));
    }
}

void TestMove::triggersCountAgain()
{
    m_scene.move();
    QCOMPARE(m_scene.psql(u"SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'O'"_s), QStringList(u"0"_s));
    QVERIFY(m_scene.psql(u"SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal"_s)[0].toInt() >= 18);
    m_scene.psql(u"DELETE FROM jjak.attachment"_s);
    QCOMPARE(m_scene.psql(u"SELECT max(refs) FROM jjak.blob WHERE hash = decode(repeat('68', 32), 'hex')"_s), QStringList(u"0"_s));
}

void TestMove::theServersTablesAreAnalyzed()
{
    m_scene.move();
    QCOMPARE(m_scene.psql(u"SELECT count(*) FROM pg_class WHERE relnamespace = 'jjak'::regnamespace AND relkind = 'r' AND reltuples < 0"_s), QStringList(u"0"_s));
}

void TestMove::storesWorkOnTheTarget()
{
    m_scene.move();
    prepareDatabase(m_scene.address());
    StoreSet set(m_scene.address(), OpenAs::Writer);
    auto &s = set.stores();
    QVERIFY(s.transaction.begin());
    SeededRng rng(1);
    app::AccountRow row{AccountId::random(rng), u"새사람"_s, u"새사람"_s, "none", ClientId::random(rng), false, protocol::Role::User, noon};
    s.accounts.insert(row);
    QVERIFY(s.accounts.byName(u"사람1 folded"_s).has_value());
    QVERIFY(s.transaction.commit());
}

void TestMove::aRoleThatMayMakeASchemaIsEnough()
{
    m_scene.psql(u"CREATE ROLE plain LOGIN; GRANT CREATE ON DATABASE jjak TO plain"_s);
    m_scene.move([](const MoveProgress &) {}, m_scene.address().replace(u"user=jjak"_s, u"user=plain"_s));
    QCOMPARE(m_scene.psql(u"SELECT DISTINCT pg_get_userbyid(relowner) FROM pg_class WHERE relnamespace = 'jjak'::regnamespace"_s), QStringList(u"plain"_s));
    QCOMPARE(m_scene.differences(), QStringList());
}

void TestMove::progressReachesTheEndAndNeverGoesBack()
{
    MoveProgress last;
    int parts = 0;
    bool wasCopied = false;
    m_scene.move([&](const MoveProgress &now) {
        if (now.doing != last.doing) {
            wasCopied = last.done == last.all;
            last = {};
        }
        QVERIFY(now.done >= last.done && now.done <= now.all && now.number >= last.number && now.number <= now.tables && now.rows <= now.rowsOfTable);
        last = now;
        ++parts;
    });
    QVERIFY(wasCopied && last.doing == MoveProgress::Doing::Comparing);
    QCOMPARE(last.done, last.all);
    QCOMPARE(last.number, last.tables);
    QVERIFY2(parts > 150, qPrintable(QString::number(parts))); // large tables go in several
}

void TestMove::aTableOfThisVersionThatTheOtherSideLacksIsNoticed()
{
    m_scene.changeSource({u"CREATE TABLE forgotten (id INTEGER PRIMARY KEY, word TEXT) STRICT"_s});
    try {
        m_scene.move();
        QFAIL("it was forgotten");
    } catch (const StartupError &error) {
        QVERIFY2(QByteArrayView(error.what()).contains("forgotten.word text"), error.what());
    }
    QVERIFY_THROWS_EXCEPTION(StartupError, prepareDatabase(m_scene.address()));
}

void TestMove::theSchemaIsTheOneOfAnyOtherDatabase()
{
    const QString all = u"SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid), convalidated) FROM pg_constraint WHERE connamespace = 'jjak'::regnamespace "
                        "UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'jjak' UNION ALL SELECT concat_ws(' ', tgname, tgenabled) FROM pg_trigger WHERE NOT tgisinternal "
                        "UNION ALL SELECT relname::text FROM pg_class WHERE relnamespace = 'jjak'::regnamespace AND relname <> 'move' ORDER BY 1"_s;
    prepareDatabase(m_scene.address());
    const QStringList usual = m_scene.psql(all);
    QVERIFY(usual.size() > 300 && usual.filter(u"FOREIGN KEY"_s).size() > 50);
    m_scene.reset();
    m_scene.move();
    QCOMPARE(m_scene.psql(all), usual);
}

QTEST_GUILESS_MAIN(TestMove)
#include "tst_move.moc"
