// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/postgres_driver.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QRandomGenerator>
#include <QtEndian>
#include <array>
#include <libpq-fe.h>
#include <poll.h>
#include <thread>
#include <vector>

#include "server/storage/log.h"
#include "server/storage/migrations.h"
#include "server/storage/postgres_dialect.h"
#include "server/storage/startup_error.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr int oldestVersion = 150'000;
constexpr int migrationMs = 3'600'000; //!< it may rewrite tables
constexpr int lookMs = 50;
constexpr qint64 migrationLock = 0x4a4a414b; //!< "JJAK": of nodes that start together one migrates
constexpr qint64 writerLock = migrationLock + 1;
constexpr int predicateLocks = 256; //!< for a transaction of 60 commands not to be taken for one that looks at whole tables
// pg_type.h: the types that values are sent as.
constexpr Oid int8Type = 20, textType = 25, byteaType = 17;

Oid typeOf(const SqlValue &value)
{
    switch (value.type()) {
    case SqlValue::Type::Integer: return int8Type;
    case SqlValue::Type::Text: return textType;
    case SqlValue::Type::Bytes: return byteaType;
    }
    return 0;
}

//! By the SQLSTATE of a failed statement: class 23 is a rule about what may stand in the tables; class 40 (serialization, deadlock) and 55P03
//! (a lock that was not got in time) are other transactions.
Statement::Step failureOf(const PGresult *result)
{
    const char *field = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    const QByteArrayView state(field ? field : "");
    if (state.startsWith("23"))
        return Statement::Step::Refused;
    return state.startsWith("40") || state == "55P03" ? Statement::Step::Conflict : Statement::Step::Broken;
}

//! A row of a result in binary form.
class PostgresRow final : public Columns {
public:
    bool isNull(int at) const override { return PQgetisnull(result, row, at) != 0; }
    qint64 number(int at) const override
    {
        const char *data = PQgetvalue(result, row, at);
        switch (PQgetlength(result, row, at)) {
        case 8: return qFromBigEndian<qint64>(data);
        case 4: return qFromBigEndian<qint32>(data);
        case 1: return *data; // a truth
        default: return 0;    // NULL, as SQLite has it
        }
    }
    QByteArrayView bytes(int at) const override { return {PQgetvalue(result, row, at), PQgetlength(result, row, at)}; }

    PGresult *result = nullptr;
    int row = -1;
};

} // namespace

//! Prepared in the session under a name. Its whole answer is here at once.
class PostgresStatement final : public Statement {
public:
    PostgresStatement(PostgresDriver &driver, QByteArray name) : m_driver(driver), m_name(std::move(name)) {}

    void bind(std::span<const SqlValue> values) override
    {
        const size_t count = values.size();
        m_numbers.resize(count);
        m_values.resize(count);
        m_lengths.resize(count);
        m_formats.assign(count, 1);
        for (size_t i = 0; i < count; ++i) {
            const SqlValue &value = values[i];
            const bool number = value.type() == SqlValue::Type::Integer;
            qToBigEndian(value.number(), m_numbers[i].data());
            m_values[i] = value.isNull() ? nullptr : number ? m_numbers[i].data() : value.data();
            m_lengths[i] = number ? int(sizeof(qint64)) : value.size();
        }
        m_ran = false;
    }

    Step step() override
    {
        if (!std::exchange(m_ran, true)) {
            const Step first = run();
            if (first != Step::Row)
                return first;
        }
        return ++m_row.row < PQntuples(m_result.get()) ? Step::Row : Step::Done;
    }

    Row row() const override { return Row(m_row); }

    int end() override
    {
        const int changed = m_result ? QByteArray(PQcmdTuples(m_result.get())).toInt() : 0;
        m_result.reset();
        return changed;
    }

private:
    //! Row: the answer is there, be it empty.
    Step run()
    {
        m_row = {};
        m_result.reset();
        PGconn *connection = m_driver.m_connection;
        if (!connection || !PQsendQueryPrepared(connection, m_name.constData(), int(m_values.size()), m_values.data(), m_lengths.data(), m_formats.data(), 1)) {
            m_driver.drop(connection ? QString::fromUtf8(PQerrorMessage(connection)) : u"not connected"_s);
            return Step::Broken;
        }
        m_result = m_driver.receive(m_driver.m_times.answer);
        const ExecStatusType status = PQresultStatus(m_result.get());
        if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK) {
            m_row.result = m_result.get();
            return Step::Row;
        }
        if (m_result)
            m_driver.m_error = QString::fromUtf8(PQresultErrorMessage(m_result.get())).trimmed();
        return failureOf(m_result.get());
    }

    PostgresDriver &m_driver;
    const QByteArray m_name;
    std::vector<std::array<char, sizeof(qint64)>> m_numbers;
    std::vector<const char *> m_values;
    std::vector<int> m_lengths, m_formats;
    PostgresDriver::Result m_result{nullptr, PQclear};
    PostgresRow m_row;
    bool m_ran = false;
};

bool isPostgres(const QString &address)
{
    return address.startsWith("postgresql://"_L1) || address.startsWith("postgres://"_L1);
}

PostgresDriver::PostgresDriver(const QString &address, OpenAs as, const PostgresTimes &times)
    : m_address(address.toUtf8()), m_as(as), m_times(times), m_whose(qint64(QRandomGenerator::system()->generate64() >> 1))
{
    connect();
    if (!m_connection)
        throw StartupError(u"PostgreSQL cannot be used: %1"_s.arg(m_error));
    try {
        check();
    } catch (const StartupError &) {
        PQfinish(m_connection);
        throw;
    }
}

PostgresDriver::~PostgresDriver()
{
    // Nobody asks for its mark any more. That it went is not waited for.
    const QByteArray whose = QByteArray::number(m_whose);
    const std::array values{whose.constData()};
    if (m_marks && m_connection && PQtransactionStatus(m_connection) == PQTRANS_IDLE
        && PQsendQueryParams(m_connection, "DELETE FROM commit_mark WHERE connection = $1", 1, nullptr, values.data(), nullptr, nullptr, 0))
        PQflush(m_connection);
    PQfinish(m_connection);
}

//! The address may say more than what stands here; it wins where libpq lets it. What servers share must be free again before the lease of
//! one that was stopped in the middle of a transaction is over, and whoever cares for leases must not miss its own while it waits for that.
void PostgresDriver::connect()
{
    const bool shares = m_as == OpenAs::Peer || m_as == OpenAs::Caretaker;
    // A peer that reads a small table as a whole is in the way of everybody who changes anything in it.
    const QByteArray plans = m_as == OpenAs::Peer ? " -c enable_seqscan=off" : "";
    const QByteArray options = "-c search_path=jjak -c synchronous_commit=on -c statement_timeout=" + QByteArray::number(m_times.statement) + " -c lock_timeout="
        + (m_as == OpenAs::Caretaker ? "1000" : "5000") + " -c idle_in_transaction_session_timeout=" + (shares ? "4000" : "60000") + " -c default_transaction_read_only="
        + (m_as == OpenAs::Reader ? "on" : "off") + plans;
    const std::array names{"dbname", "application_name", "client_encoding", "connect_timeout", "tcp_user_timeout", "options", static_cast<const char *>(nullptr)};
    const std::array values{m_address.constData(), "jjakd", "UTF8", "3", "10000", options.constData(), static_cast<const char *>(nullptr)};
    m_connection = PQconnectdbParams(names.data(), values.data(), 1);
    if (PQstatus(m_connection) != CONNECTION_OK || PQsetnonblocking(m_connection, 1) != 0)
        return drop(QString::fromUtf8(PQerrorMessage(m_connection)));
    PQsetErrorVerbosity(m_connection, PQERRORS_TERSE); // no DETAIL, in which rows stand: errors are logged
    if ((m_as == OpenAs::Writer || m_as == OpenAs::Peer) && !mayWrite())
        drop(m_as == OpenAs::Writer ? u"another server writes into this database"_s : u"a server writes into this database that shares it with nobody (cluster.redis)"_s);
}

//! As with a file there is one writer, or there are peers; the lock is the session's, and goes with it. Waits as long as for any lock: a
//! session of a server that was killed a moment ago may still be ending.
bool PostgresDriver::mayWrite()
{
    return ask((m_as == OpenAs::Peer ? "SELECT pg_advisory_lock_shared(" : "SELECT pg_advisory_lock(") + QByteArray::number(writerLock) + ")").has_value();
}

std::optional<QByteArray> PostgresDriver::ask(const QByteArray &sql)
{
    return ask(sql, m_times.answer);
}

std::optional<QByteArray> PostgresDriver::ask(const QByteArray &sql, int limitMs)
{
    if (!m_connection || !PQsendQuery(m_connection, sql.constData()))
        return std::nullopt;
    const Result result = receive(limitMs);
    return PQntuples(result.get()) > 0 ? std::optional(QByteArray(PQgetvalue(result.get(), 0, 0))) : std::nullopt;
}

void PostgresDriver::drop(const QString &why)
{
    m_error = why.trimmed();
    PQfinish(m_connection);
    m_connection = nullptr;
}

QByteArray PostgresDriver::setting(const char *name)
{
    const Result result = run(QByteArray("SHOW ") + name, u"reading a setting"_s);
    return PQgetvalue(result.get(), 0, 0);
}

void PostgresDriver::check()
{
    const int version = PQserverVersion(m_connection);
    if (version < oldestVersion)
        throw StartupError(u"PostgreSQL %1 is too old: this server needs %2 or newer"_s.arg(version / 10'000).arg(oldestVersion / 10'000));
    if (setting("server_encoding") != "UTF8")
        throw StartupError(u"the database of PostgreSQL is not in UTF-8: make it with ENCODING 'UTF8'"_s);
    if (setting("synchronous_commit") != "on")
        throw StartupError(u"PostgreSQL does not let synchronous_commit be on, so that what is acknowledged could be lost"_s);
    if (m_as == OpenAs::Peer && setting("max_pred_locks_per_transaction").toInt() < predicateLocks)
        qCWarning(storageLog, "PostgreSQL runs with a max_pred_locks_per_transaction below %d: servers that share it will be in each other's way more often than they need", predicateLocks);
    for (const char *name : {"fsync", "full_page_writes"})
        if (m_as != OpenAs::Reader && setting(name) != "on")
            qCWarning(storageLog, "PostgreSQL runs with %s=off: after a power cut the database may be damaged", name);
}

PostgresDriver::Result PostgresDriver::receive(int limitMs)
{
    const QDeadlineTimer deadline(limitMs);
    Result last(nullptr, PQclear);
    while (m_connection) {
        while (PQisBusy(m_connection) || PQflush(m_connection) > 0) {
            pollfd waits{PQsocket(m_connection), short(PQflush(m_connection) > 0 ? POLLIN | POLLOUT : POLLIN), 0};
            if (poll(&waits, 1, int(deadline.remainingTime())) == 0 || deadline.hasExpired()) {
                drop(u"no answer in time"_s);
                return {nullptr, PQclear};
            }
            if (!PQconsumeInput(m_connection)) {
                drop(QString::fromUtf8(PQerrorMessage(m_connection)));
                return {nullptr, PQclear};
            }
        }
        Result next(PQgetResult(m_connection), PQclear);
        if (!next)
            break;
        last = std::move(next);
    }
    if (PQstatus(m_connection) == CONNECTION_OK)
        return last;
    drop(QString::fromUtf8(PQerrorMessage(m_connection)));
    return {nullptr, PQclear};
}

PostgresDriver::Result PostgresDriver::run(const QByteArray &sql, const QString &during)
{
    Result result(nullptr, PQclear);
    if (m_connection && PQsendQuery(m_connection, sql.constData()))
        result = receive(migrationMs);
    const ExecStatusType status = PQresultStatus(result.get());
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
        return result;
    const QString error = result ? QString::fromUtf8(PQresultErrorMessage(result.get())).trimmed() : m_error;
    throw StartupError(u"PostgreSQL cannot be used (%1): %2"_s.arg(during, error));
}

std::unique_ptr<Statement> PostgresDriver::prepare(const QString &sql, std::span<const SqlValue> like)
{
    std::vector<Oid> types;
    for (const SqlValue &value : like)
        types.push_back(typeOf(value));
    const QByteArray name = "s" + QByteArray::number(++m_prepared), text = postgresStatement(sql).toUtf8();
    if (!m_connection || !PQsendPrepare(m_connection, name.constData(), text.constData(), int(types.size()), types.data()))
        return nullptr;
    const Result result = receive(m_times.answer);
    if (PQresultStatus(result.get()) == PGRES_COMMAND_OK)
        return std::make_unique<PostgresStatement>(*this, name);
    if (result)
        m_error = QString::fromUtf8(PQresultErrorMessage(result.get())).trimmed();
    return nullptr;
}

QString PostgresDriver::beginning(app::Transaction::Apart apart) const
{
    switch (m_as) {
    case OpenAs::Reader: return u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s;
    case OpenAs::Peer: return apart == app::Transaction::Apart::Rows ? u"BEGIN ISOLATION LEVEL REPEATABLE READ"_s : u"BEGIN ISOLATION LEVEL SERIALIZABLE"_s;
    default: return u"BEGIN"_s;
    }
}

bool PostgresDriver::inTransaction() const
{
    const PGTransactionStatusType status = PQtransactionStatus(m_connection);
    return status == PQTRANS_INTRANS || status == PQTRANS_INERROR || status == PQTRANS_ACTIVE;
}

bool PostgresDriver::revive(bool &lost)
{
    if (PQstatus(m_connection) == CONNECTION_OK)
        return true;
    lost = true;
    if (m_connection)
        drop(QString::fromUtf8(PQerrorMessage(m_connection)));
    connect();
    return m_connection != nullptr;
}

//! Not of one that has changed nothing: it would have to be written then.
std::optional<CommitMark> PostgresDriver::mark()
{
    if (m_as == OpenAs::Reader || !inTransaction())
        return std::nullopt;
    if (!m_marks && PQtransactionStatus(m_connection) == PQTRANS_INTRANS)
        m_marks = ask("SELECT to_regclass('jjak.commit_mark') IS NOT NULL") == "t";
    if (!m_marks)
        return std::nullopt;
    return CommitMark{u"INSERT INTO commit_mark (connection, number) SELECT CAST(? AS BIGINT), CAST(? AS BIGINT) WHERE pg_current_xact_id_if_assigned() IS NOT NULL "
                      "ON CONFLICT (connection) DO UPDATE SET number = excluded.number RETURNING CAST(CAST(pg_current_xact_id() AS TEXT) AS BYTEA)"_s,
                      m_whose, ++m_mark};
}

void PostgresDriver::noteTransaction(const QByteArray &number)
{
    m_transaction = number;
    if (PQtransactionStatus(m_connection) == PQTRANS_INERROR) // to COMMIT it would be to roll it back, and PostgreSQL calls that a success
        drop(u"the transaction has failed"_s);
}

//! A number that was given again after a crash tells of another transaction; the mark is this one's alone.
bool PostgresDriver::wasKept()
{
    const QByteArray number = "'" + m_transaction + "'::xid8";
    const QByteArray isOver = "SELECT " + number + " >= pg_snapshot_xmax(pg_current_snapshot()) OR pg_xact_status(" + number + ") <> 'in progress'";
    const std::array<SqlValue, 2> mark{m_whose, m_mark};
    const QDeadlineTimer deadline(m_times.resolve);
    while (!m_transaction.isEmpty() && !deadline.hasExpired()) {
        bool lost = false;
        // One after the other: what is seen is older than what is asked about within the same statement.
        const bool over = revive(lost) && ask(isOver) == "t";
        const auto look = over ? prepare(u"SELECT 1 FROM commit_mark WHERE connection = ? AND number = ?"_s, mark) : nullptr;
        if (look) {
            look->bind(mark);
            const Statement::Step found = look->step();
            look->end();
            if (found == Statement::Step::Row || found == Statement::Step::Done) {
                qCInfo(storageLog, "a commit without an answer was found to be %s", found == Statement::Step::Row ? "kept" : "lost");
                return found == Statement::Step::Row;
            }
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(lookMs));
    }
    return false;
}

std::optional<Time> PostgresDriver::now()
{
    const auto text = ask("SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)");
    return text ? std::optional(fromMs(text->toLongLong())) : std::nullopt;
}

quint64 PostgresDriver::logPosition()
{
    const auto text = ask("SELECT CAST(pg_wal_lsn_diff(CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END, '0/0') AS BIGINT)", m_times.position);
    return text ? text->toULongLong() : 0;
}

//! A database without our schema gets an empty one.
int PostgresDriver::schema()
{
    const QString during = u"reading its version"_s;
    const Result present = run("SELECT to_regclass('jjak.schema_step') IS NOT NULL", during);
    if (QByteArrayView(PQgetvalue(present.get(), 0, 0)) == "f")
        return 0;
    const Result version = run("SELECT coalesce(max(version), 0) FROM schema_step", during);
    return QByteArray(PQgetvalue(version.get(), 0, 0)).toInt();
}

//! Of nodes that start together the second waits here, and finds that the step was taken.
void PostgresDriver::apply(const Migration &step)
{
    run("BEGIN", step.name);
    run("SET LOCAL statement_timeout = " + QByteArray::number(migrationMs), step.name);
    run("SET LOCAL lock_timeout = 0", step.name);
    try {
        run("SELECT pg_advisory_xact_lock(" + QByteArray::number(migrationLock) + ")", step.name);
        if (schema() < step.version) {
            for (const QString &sql : step.version == 1 ? postgresFoundation() : QStringList())
                run(sql.toUtf8(), step.name);
            const QStringList statements = postgresMigration(step.statements);
            for (const QString &sql : statements)
                run(sql.toUtf8(), step.name);
            const std::array<SqlValue, 3> row{step.version, step.name, QDateTime::currentMSecsSinceEpoch()};
            const auto note = prepare(u"INSERT INTO schema_step (version, name, at) VALUES (?, ?, ?)"_s, row);
            if (note)
                note->bind(row);
            if (!note || note->step() != Statement::Step::Done)
                throw StartupError(u"PostgreSQL cannot be used (%1): %2"_s.arg(step.name, m_error));
        }
        run("COMMIT", step.name);
    } catch (const StartupError &) {
        if (inTransaction())
            run("ROLLBACK", step.name);
        throw;
    }
}

} // namespace jjak::storage
