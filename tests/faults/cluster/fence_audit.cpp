// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/cluster/fence_audit.h"

#include <libpq-fe.h>
#include <memory>
#include <stdexcept>

namespace jjak::faults {

namespace {

//! A refused update changes no row and is undone with its transaction; a sequence is not. A claim and a write that is owned by nobody else follow one another, as
//! both change the stream's row.
constexpr auto watching = R"(
CREATE SCHEMA audit;
CREATE TABLE audit.fence (number bigserial PRIMARY KEY, stream bigint, pid int, claim boolean);
CREATE SEQUENCE audit.refused;
CREATE FUNCTION audit.claimed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.fence <> OLD.fence THEN
        INSERT INTO audit.fence (stream, pid, claim) VALUES (NEW.number, pg_backend_pid(), true);
        PERFORM set_config('audit.claim', 'yes', true);
        IF TG_ARGV[0] = 'taken away' THEN NEW.fence := OLD.fence; END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION audit.ran() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('audit.claim', true) = 'yes' THEN
        PERFORM set_config('audit.claim', 'no', true);
    ELSIF EXISTS (SELECT 1 FROM changed) THEN
        INSERT INTO audit.fence (stream, pid, claim) SELECT changed.number, pg_backend_pid(), false FROM changed;
    ELSE
        PERFORM nextval('audit.refused');
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER audit_ran AFTER UPDATE ON jjak.stream_position REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION audit.ran();
)";
constexpr auto kept = "CREATE TRIGGER audit_claimed BEFORE UPDATE ON jjak.stream_position FOR EACH ROW EXECUTE FUNCTION audit.claimed('kept')";
constexpr auto takenAway = "CREATE TRIGGER audit_claimed BEFORE UPDATE ON jjak.stream_position FOR EACH ROW EXECUTE FUNCTION audit.claimed('taken away')";

//! Between two claims of a stream one session may write to it: what the others wrote was let through.
constexpr auto counting = R"(
WITH told AS (SELECT stream, pid, claim, count(*) FILTER (WHERE claim) OVER (PARTITION BY stream ORDER BY number) AS turn FROM audit.fence),
     wrote AS (SELECT stream, turn, pid, count(*) AS times FROM told WHERE NOT claim GROUP BY stream, turn, pid),
     turns AS (SELECT sum(times) - max(times) AS strange FROM wrote GROUP BY stream, turn)
SELECT (SELECT count(*) FROM audit.fence WHERE claim), (SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM audit.refused), (SELECT coalesce(sum(strange), 0) FROM turns)
)";

using Result = std::unique_ptr<PGresult, void (*)(PGresult *)>;

Result run(PGconn *connection, const char *sql)
{
    Result result(PQexec(connection, sql), PQclear);
    const auto status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        throw std::runtime_error(std::string("the fence cannot be watched: ") + PQerrorMessage(connection));
    return result;
}

std::unique_ptr<PGconn, void (*)(PGconn *)> connectTo(const QString &database)
{
    return {PQconnectdb(database.toUtf8().constData()), PQfinish};
}

} // namespace

FenceAudit::FenceAudit(const QString &database, Fence fence) : m_database(database)
{
    const auto connection = connectTo(database);
    run(connection.get(), watching);
    run(connection.get(), fence == Fence::Kept ? kept : takenAway);
}

FenceAudit::Count FenceAudit::count() const
{
    const auto connection = connectTo(m_database);
    const Result row = run(connection.get(), counting);
    const auto number = [&](int column) { return QByteArray(PQgetvalue(row.get(), 0, column)).toLongLong(); };
    return {number(0), number(1), number(2)};
}

} // namespace jjak::faults
