// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/cluster/spoil.h"

#include <libpq-fe.h>
#include <memory>
#include <stdexcept>

namespace jjak::faults {

using namespace Qt::StringLiterals;

namespace {

//! The index that keeps messages from being there twice has to go first.
constexpr auto taking = "WITH one AS (SELECT room, seq FROM jjak.message WHERE cid IS NOT NULL ORDER BY room, seq LIMIT 1) "
                        "DELETE FROM jjak.message m USING one WHERE m.room = one.room AND m.seq = one.seq";
constexpr auto doubling = "DROP INDEX jjak.message_once; "
                          "WITH one AS (SELECT m.room, r.head FROM jjak.message m JOIN jjak.room r ON r.id = m.room WHERE m.cid IS NOT NULL AND m.seq = r.head ORDER BY m.room DESC LIMIT 1), "
                          "moved AS (UPDATE jjak.room SET head = head + 1 WHERE id = (SELECT room FROM one)) "
                          "INSERT INTO jjak.message (room, seq, author, kind, text, at, device, cid) "
                          "SELECT m.room, m.seq + 1, m.author, m.kind, m.text, m.at, m.device, m.cid FROM jjak.message m JOIN one ON m.room = one.room AND m.seq = one.head";

void run(PGconn *connection, const char *sql)
{
    const std::unique_ptr<PGresult, void (*)(PGresult *)> result(PQexec(connection, sql), PQclear);
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK || qstrcmp(PQcmdTuples(result.get()), "1") != 0)
        throw std::runtime_error(std::string("nothing was spoilt: ") + PQerrorMessage(connection));
}

} // namespace

QString spoil(const QString &database)
{
    const std::unique_ptr<PGconn, void (*)(PGconn *)> connection(PQconnectdb(database.toUtf8().constData()), PQfinish);
    run(connection.get(), taking);
    run(connection.get(), doubling);
    return u"one message taken out, one put in a second time"_s;
}

} // namespace jjak::faults
