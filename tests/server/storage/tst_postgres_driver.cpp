// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QElapsedTimer>
#include <QTest>
#include <thread>

#include "server/storage/data_file.h"
#include "server/storage/migrations.h"
#include "server/storage/postgres_driver.h"
#include "server/storage/startup_error.h"
#include "server/storage/store_set.h"
#include "tests/support/postgres_server.h"
#include "tests/support/socket_proxy.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::storage;
using test::PostgresServer;
using Failure = app::Transaction::Failure;

//! What can happen to a connection to PostgreSQL, with a real server that is killed, frozen and lied about.
class TestPostgresDriver : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void emptyDatabaseGetsTheWholeSchemaOnce();
    void newerSchemaIsRefused();
    void failedStepLeavesNothingBehind();
    void whatCannotBeReachedIsSaid();
    void secondWriterIsRefused();
    void readersCannotWrite();
    void readerSeesOneMoment();
    void constraintLeavesTheTransactionUsable();
    void whatIsSaidOfAFailureHoldsNoRow();
    void restartIsMendedByTheNextTransaction();
    void endedSessionLosesOnlyItsTransaction();
    void frozenServerHoldsNobodyForLong();
    void commitWhoseAnswerIsLostIsFoundOut();
    void commitThatWasNotKeptIsFoundOut();
    void numberThatIsGivenAgainIsNotTakenForKept();
    void keptBeforeACrashIsFoundOut();
    void commitOfWhatHasFailedIsNone();

private:
    QString address() const { return m_server->address(); }
    static bool put(StoreSet &set, qint64 value)
    {
        app::Transaction &transaction = set.stores().transaction;
        if (!transaction.begin())
            return false;
        set.database().change(u"INSERT INTO probe (value) VALUES (?)"_s, value);
        return transaction.commit();
    }
    //! As an operator would see it, beside the connection that is tried.
    QStringList run(const QString &sql) const;
    QStringList values() const;
    //! Somebody who has put the value in and is about to COMMIT; the transaction's number.
    static QByteArray almostPut(Database &database, qint64 value)
    {
        database.begin();
        database.change(u"INSERT INTO probe (value) VALUES (?)"_s, value);
        const auto mark = database.driver().mark();
        const QByteArray number = mark ? database.value<QByteArray>(mark->sql, mark->whose, mark->which).value_or(QByteArray()) : QByteArray();
        database.driver().noteTransaction(number);
        return number;
    }
    //! Until so many are being committed slowly.
    void waitForCommits(int count) const;
    void makeProbe() const { run(u"CREATE TABLE IF NOT EXISTS jjak.probe (value bigint UNIQUE CHECK (value >= 0))"_s); }
    //! Commits take a second from now on.
    void makeCommitsSlow() const;

    std::unique_ptr<PostgresServer> m_server;
};

void TestPostgresDriver::init()
{
    m_server = std::make_unique<PostgresServer>();
}

void TestPostgresDriver::cleanup()
{
    m_server.reset();
}

QStringList TestPostgresDriver::run(const QString &sql) const
{
    QProcess psql;
    psql.start(PostgresServer::program(u"psql"_s), {address(), u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-qAtc"_s, sql});
    if (!psql.waitForFinished() || psql.exitCode() != 0)
        qFatal("psql: %s", psql.readAllStandardError().constData());
    return QString::fromUtf8(psql.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
}

QStringList TestPostgresDriver::values() const
{
    return run(u"SELECT value FROM jjak.probe ORDER BY value"_s);
}

void TestPostgresDriver::waitForCommits(int count) const
{
    while (run(u"SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'"_s) != QStringList(QString::number(count)))
        QTest::qSleep(10);
}

void TestPostgresDriver::makeCommitsSlow() const
{
    run(u"CREATE FUNCTION jjak.slowly() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(1); RETURN NULL; END $$;"
        "CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON jjak.probe DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION jjak.slowly()"_s);
}

void TestPostgresDriver::emptyDatabaseGetsTheWholeSchemaOnce()
{
    prepareDatabase(address());
    Database database(address(), OpenAs::Writer);
    QCOMPARE(database.driver().schema(), int(migrations().size()));
    database.begin();
    const auto before = database.list(u"SELECT at FROM schema_step ORDER BY version"_s, [](Row &row) { return row.next<qint64>(); });
    QVERIFY(database.commit());
    migrate(database);
    database.begin();
    QCOMPARE(database.list(u"SELECT at FROM schema_step ORDER BY version"_s, [](Row &row) { return row.next<qint64>(); }), before);
    QVERIFY(database.commit());
}

void TestPostgresDriver::newerSchemaIsRefused()
{
    prepareDatabase(address());
    run(u"INSERT INTO jjak.schema_step VALUES (1000, 'of tomorrow', 0)"_s);
    QVERIFY_THROWS_EXCEPTION(StartupError, prepareDatabase(address()));
}

void TestPostgresDriver::failedStepLeavesNothingBehind()
{
    Database database(address(), OpenAs::Writer);
    const QList<Migration> steps{{1, u"one"_s, {u"CREATE TABLE one (x TEXT) STRICT;"_s}}, {2, u"two"_s, {u"CREATE TABLE two (x TEXT) STRICT;"_s, u"CREATE TABLE one (y TEXT) STRICT;"_s}}};
    QVERIFY_THROWS_EXCEPTION(StartupError, migrate(database, steps));
    QCOMPARE(database.driver().schema(), 1);
    database.begin();
    QCOMPARE(database.value<QString>(u"SELECT coalesce(to_regclass('jjak.two')::text, 'none')"_s), u"none"_s);
    database.commit();
}

void TestPostgresDriver::whatCannotBeReachedIsSaid()
{
    m_server->stop();
    try {
        Database database(address(), OpenAs::Reader);
        QFAIL("it was opened");
    } catch (const StartupError &error) {
        QVERIFY2(QString::fromUtf8(error.what()).startsWith(u"PostgreSQL cannot be used: "_s), error.what());
    }
}

void TestPostgresDriver::secondWriterIsRefused()
{
    prepareDatabase(address());
    const Database first(address(), OpenAs::Writer);
    const Database reader(address(), OpenAs::Reader);
    QVERIFY_THROWS_EXCEPTION(StartupError, Database(address(), OpenAs::Writer));
}

void TestPostgresDriver::readersCannotWrite()
{
    prepareDatabase(address());
    makeProbe();
    StoreSet reader(address(), OpenAs::Reader);
    QVERIFY(!put(reader, 1));
    QCOMPARE(values(), QStringList());
}

void TestPostgresDriver::readerSeesOneMoment()
{
    prepareDatabase(address());
    makeProbe();
    StoreSet writer(address(), OpenAs::Writer), reader(address(), OpenAs::Reader);
    const auto count = [&] { return reader.database().value<int>(u"SELECT count(*) FROM probe"_s).value_or(-1); };
    QVERIFY(reader.stores().transaction.begin());
    QCOMPARE(count(), 0);
    QVERIFY(put(writer, 1));
    QCOMPARE(count(), 0);
    reader.stores().transaction.rollback();
    QVERIFY(reader.stores().transaction.begin());
    QCOMPARE(count(), 1);
    reader.stores().transaction.rollback();
}

void TestPostgresDriver::constraintLeavesTheTransactionUsable()
{
    prepareDatabase(address());
    makeProbe();
    StoreSet set(address(), OpenAs::Writer);
    app::Transaction &transaction = set.stores().transaction;
    QVERIFY(transaction.begin());
    for (const qint64 value : {1, -1, 2, 1, 3}) {
        transaction.savepoint();
        set.database().change(u"INSERT INTO probe (value) VALUES (?)"_s, value);
        const bool refused = transaction.failure() != Failure::None;
        QCOMPARE(transaction.failure(), refused ? Failure::Command : Failure::None);
        if (refused)
            transaction.rollbackToSavepoint();
        else
            transaction.releaseSavepoint();
        QCOMPARE(transaction.failure(), Failure::None);
    }
    QVERIFY(transaction.commit());
    QCOMPARE(values(), QStringList({u"1"_s, u"2"_s, u"3"_s}));
}

//! Also on a connection that was mended.
void TestPostgresDriver::whatIsSaidOfAFailureHoldsNoRow()
{
    prepareDatabase(address());
    makeProbe();
    run(u"INSERT INTO jjak.probe VALUES (4711)"_s);
    PostgresDriver driver(address(), OpenAs::Writer);
    for (int i = 0; i < 2; ++i) {
        const std::array<SqlValue, 1> row{qint64(4711)};
        const auto statement = driver.prepare(u"INSERT INTO probe (value) VALUES (?)"_s, row);
        QVERIFY(statement);
        statement->bind(row);
        QCOMPARE(statement->step(), Statement::Step::Refused);
        QVERIFY2(driver.lastError().contains(u"probe_value_key"_s), qPrintable(driver.lastError()));
        QVERIFY2(!driver.lastError().contains(u"4711"_s), qPrintable(driver.lastError()));
        statement->end();
        run(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'jjakd'"_s);
        bool lost = false;
        while (!lost) {
            (void)driver.now();
            QVERIFY(driver.revive(lost));
        }
    }
}

void TestPostgresDriver::restartIsMendedByTheNextTransaction()
{
    prepareDatabase(address());
    makeProbe();
    StoreSet set(address(), OpenAs::Writer);
    QVERIFY(put(set, 1));
    m_server->stop(PostgresServer::Mode::Immediate);
    QVERIFY(!put(set, 2)); // this is how it learns of it
    QVERIFY(!put(set, 3)); // and cannot connect
    m_server->start();
    QVERIFY(put(set, 4));
    QCOMPARE(values(), QStringList({u"1"_s, u"4"_s}));
}

void TestPostgresDriver::endedSessionLosesOnlyItsTransaction()
{
    prepareDatabase(address());
    makeProbe();
    StoreSet set(address(), OpenAs::Writer);
    QVERIFY(set.stores().transaction.begin());
    set.database().change(u"INSERT INTO probe (value) VALUES (?)"_s, 1);
    run(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'jjakd'"_s);
    set.database().change(u"INSERT INTO probe (value) VALUES (?)"_s, 2);
    QCOMPARE(set.stores().transaction.failure(), Failure::Whole);
    QVERIFY(!set.stores().transaction.commit());
    QVERIFY(put(set, 3));
    QCOMPARE(values(), QStringList({u"3"_s}));
}

void TestPostgresDriver::frozenServerHoldsNobodyForLong()
{
    prepareDatabase(address());
    PostgresDriver driver(address(), OpenAs::Reader, {1000, 300, 300});
    const auto statement = driver.prepare(u"SELECT 1"_s, {});
    QVERIFY(statement);
    m_server->freeze();
    statement->bind({});
    QCOMPARE(statement->step(), Statement::Step::Broken);
    QCOMPARE(driver.lastError(), u"no answer in time"_s);
    statement->end();
    bool lost = false;
    QVERIFY(!driver.revive(lost) && lost);
    m_server->thaw();
    lost = false;
    QVERIFY(driver.revive(lost) && lost);
    QVERIFY(driver.prepare(u"SELECT 1"_s, {}));
}

void TestPostgresDriver::commitWhoseAnswerIsLostIsFoundOut()
{
    prepareDatabase(address());
    makeProbe();
    test::SocketProxy proxy(m_server->folder() + u"/.s.PGSQL.5432"_s);
    StoreSet set(QString(address()).replace(m_server->folder(), proxy.folder()), OpenAs::Writer);
    QVERIFY(put(set, 1));
    makeCommitsSlow();
    std::thread line([&] {
        waitForCommits(1);
        proxy.loseAnswers(true);
        waitForCommits(0);
        proxy.cut();
        proxy.loseAnswers(false);
    });
    const bool kept = put(set, 2);
    line.join();
    QVERIFY(kept);
    QVERIFY(put(set, 3));
    QCOMPARE(values(), QStringList({u"1"_s, u"2"_s, u"3"_s}));
}

void TestPostgresDriver::commitThatWasNotKeptIsFoundOut()
{
    prepareDatabase(address());
    makeProbe();
    StoreSet set(address(), OpenAs::Writer);
    QVERIFY(put(set, 1));
    makeCommitsSlow();
    std::thread operatorOfIt([&] {
        waitForCommits(1);
        run(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'jjakd'"_s);
    });
    const bool kept = put(set, 2);
    operatorOfIt.join();
    QVERIFY(!kept);
    QVERIFY(put(set, 3));
    QCOMPARE(values(), QStringList({u"1"_s, u"3"_s}));
}

//! What PostgreSQL had not written yet when it was killed it knows nothing of, and gives the same number to somebody else.
void TestPostgresDriver::numberThatIsGivenAgainIsNotTakenForKept()
{
    prepareDatabase(address());
    makeProbe();
    int again = 0;
    for (int i = 0; i < 20 && again == 0; ++i) {
        Database database(address(), OpenAs::Writer);
        const QByteArray number = almostPut(database, 7);
        QVERIFY(!number.isEmpty());
        m_server->kill();
        m_server->start();
        while (run(u"SELECT pg_current_xact_id()"_s).value(0).toULongLong() < number.toULongLong()) { }
        again += run(u"SELECT pg_xact_status('%1'::xid8)"_s.arg(QString::fromLatin1(number))) == QStringList{u"committed"_s};
        QVERIFY(!database.driver().wasKept());
    }
    QCOMPARE(again, 1);
    QVERIFY(values().isEmpty());
}

void TestPostgresDriver::keptBeforeACrashIsFoundOut()
{
    prepareDatabase(address());
    makeProbe();
    for (const int count : {1, 2}) { // the mark is put in, and then changed
        Database database(address(), OpenAs::Writer);
        for (int i = 0; i < count; ++i) {
            QVERIFY(!almostPut(database, 10 * count + i).isEmpty());
            database.change(u"COMMIT"_s);
        }
        m_server->kill();
        m_server->start();
        QVERIFY(database.driver().wasKept());
    }
    QCOMPARE(values(), QStringList({u"10"_s, u"20"_s, u"21"_s}));
}

//! PostgreSQL answers to the COMMIT of a failed transaction that it has rolled it back, which is no error.
void TestPostgresDriver::commitOfWhatHasFailedIsNone()
{
    prepareDatabase(address());
    makeProbe();
    Database database(address(), OpenAs::Writer);
    database.begin();
    database.change(u"INSERT INTO probe (value) VALUES (1)"_s);
    database.change(u"SELECT 1 / 0"_s);
    database.forgetFailure(); // as if nobody had noticed
    QVERIFY(!database.commit());
    QVERIFY(values().isEmpty());
    database.begin();
    database.change(u"INSERT INTO probe (value) VALUES (2)"_s);
    QVERIFY(database.commit());
    QCOMPARE(values(), QStringList{u"2"_s});
}

QTEST_MAIN(TestPostgresDriver)
#include "tst_postgres_driver.moc"
