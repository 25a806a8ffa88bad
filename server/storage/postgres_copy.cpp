// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/postgres_copy.h"

#include <libpq-fe.h>
#include <poll.h>

#include "server/storage/startup_error.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestWaitMs = 3'600'000;

//! Without the details, in which the row stands.
QString errorOf(const PGresult *result)
{
    return QString::fromUtf8(PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY));
}

} // namespace

QByteArray PostgresCopy::head()
{
    return QByteArray("PGCOPY\n\xff\r\n\0", 11) + QByteArray(8, '\0'); // its signature; no flags, and nothing more
}

QByteArray PostgresCopy::tail()
{
    return QByteArray(2, '\xff');
}

void PostgresCopy::begin(const QString &sql)
{
    start(sql, PGRES_COPY_IN);
    put(head());
}

void PostgresCopy::put(QByteArrayView rows)
{
    if (PQputCopyData(m_driver.m_connection, rows.data(), int(rows.size())) != 1)
        fail(QString::fromUtf8(PQerrorMessage(m_driver.m_connection)));
    flush();
}

qint64 PostgresCopy::end()
{
    put(tail());
    if (PQputCopyEnd(m_driver.m_connection, nullptr) != 1)
        fail(QString::fromUtf8(PQerrorMessage(m_driver.m_connection)));
    return QByteArray(PQcmdTuples(finish().get())).toLongLong();
}

qint64 PostgresCopy::read(const QString &sql, const std::function<void(QByteArrayView)> &take)
{
    start(sql, PGRES_COPY_OUT);
    for (;;) {
        char *piece = nullptr;
        const int size = PQgetCopyData(m_driver.m_connection, &piece, 1);
        if (size > 0) {
            take({piece, size});
            PQfreemem(piece);
        } else if (size == 0) {
            wait();
        } else {
            return QByteArray(PQcmdTuples(finish().get())).toLongLong(); // which also tells why there is no more
        }
    }
}

void PostgresCopy::start(const QString &sql, int state)
{
    pg_conn *connection = m_driver.m_connection;
    if (!connection || !PQsendQuery(connection, sql.toUtf8().constData()))
        fail(connection ? QString::fromUtf8(PQerrorMessage(connection)) : u"not connected"_s);
    flush();
    while (PQisBusy(connection))
        wait();
    const PostgresDriver::Result result(PQgetResult(connection), PQclear);
    if (PQresultStatus(result.get()) != ExecStatusType(state))
        fail(errorOf(result.get()));
}

PostgresDriver::Result PostgresCopy::finish()
{
    PostgresDriver::Result result = m_driver.receive(longestWaitMs);
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK)
        fail(result ? errorOf(result.get()) : m_driver.m_error);
    return result;
}

//! So that not all that is sent lies in memory.
void PostgresCopy::flush()
{
    for (;;) {
        const int left = PQflush(m_driver.m_connection);
        if (left == 0)
            return;
        if (left < 0)
            fail(QString::fromUtf8(PQerrorMessage(m_driver.m_connection)));
        wait(true);
    }
}

void PostgresCopy::wait(bool orRoom)
{
    pollfd waits{PQsocket(m_driver.m_connection), short(orRoom ? POLLIN | POLLOUT : POLLIN), 0};
    if (poll(&waits, 1, longestWaitMs) == 0)
        fail(u"no answer in time"_s);
    if ((waits.revents & ~POLLOUT) && !PQconsumeInput(m_driver.m_connection))
        fail(QString::fromUtf8(PQerrorMessage(m_driver.m_connection)));
}

void PostgresCopy::fail(const QString &why)
{
    throw StartupError(u"PostgreSQL cannot go on: %1"_s.arg(why.simplified()));
}

} // namespace jjak::storage
