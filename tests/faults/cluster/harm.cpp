// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/cluster/harm.h"

#include <QThread>
#include <libpq-fe.h>
#include <map>

namespace jjak::faults {

using namespace Qt::StringLiterals;
using test::PostgresServer;

namespace {

constexpr unsigned long frozenNode = 12'000; //!< ms, beyond any lease
constexpr unsigned long frozenRedis = 5'000;
constexpr unsigned long apart = 300; //!< for how long something killed stays dead

//! Into every stream: bytes that mean nothing, by no name, by names that are known and in places where others belong; and its own oldest entries
//! once more, at the end. Redis' own language, as its keys are not ours to know.
constexpr auto pollution = R"(local n = 0 math.randomseed(ARGV[1]) )"
                           R"(for _, key in ipairs(redis.call('KEYS', '*')) do if redis.call('TYPE', key).ok == 'stream' then )"
                           R"(local old = redis.call('XRANGE', key, '-', '+', 'COUNT', 10) )"
                           R"(for i = 1, 10 do local junk = {} for b = 1, math.random(0, 200) do junk[b] = string.char(math.random(0, 255)) end )"
                           R"(redis.call('XADD', key, '*', i % 2 == 0 and old[1] and old[1][2][1] or 'x', table.concat(junk)) n = n + 1 end )"
                           R"(for _, entry in ipairs(old) do redis.call('XADD', key, '*', unpack(entry[2])) n = n + 1 end end end return n)";

} // namespace

QStringList Harm::names()
{
    return {u"node-killed"_s, u"node-frozen"_s, u"redis-killed"_s, u"redis-flushed"_s, u"redis-frozen"_s, u"redis-polluted"_s, u"postgres-fast"_s, u"postgres-immediate"_s, u"postgres-cut"_s};
}

bool Harm::befall(const QString &name)
{
    const std::map<QString, std::function<bool()>> all{{u"node-killed"_s, [this] { return killNode(); }},
                                                       {u"node-frozen"_s, [this] { return freezeNode(); }},
                                                       {u"redis-killed"_s, [this] { return killRedis(); }},
                                                       {u"redis-flushed"_s, [this] { return flushRedis(); }},
                                                       {u"redis-frozen"_s, [this] { return freezeRedis(); }},
                                                       {u"redis-polluted"_s, [this] { return polluteRedis(); }},
                                                       {u"postgres-fast"_s, [this] { return restartPostgres(PostgresServer::Mode::Fast); }},
                                                       {u"postgres-immediate"_s, [this] { return restartPostgres(PostgresServer::Mode::Immediate); }},
                                                       {u"postgres-cut"_s, [this] { return cutPostgres(); }}};
    m_log.note(-1, Op::Fault, {OperationLog::text(name.toUtf8())});
    const bool healed = all.at(name)();
    m_log.note(-1, Op::Healed, {OperationLog::text(name.toUtf8())});
    return healed;
}

bool Harm::killNode()
{
    test::ServerProcess &node = m_stage.node(anyNode());
    node.kill();
    QThread::msleep(apart + m_rng.below(3000));
    return node.start();
}

bool Harm::freezeNode()
{
    test::ServerProcess &node = m_stage.node(anyNode());
    node.pause();
    QThread::msleep(frozenNode);
    node.resume();
    return true;
}

bool Harm::killRedis()
{
    m_stage.redis().kill();
    QThread::msleep(m_rng.below(apart));
    m_stage.redis().start();
    return true;
}

bool Harm::flushRedis()
{
    m_stage.redis().flush();
    return true;
}

bool Harm::freezeRedis()
{
    m_stage.redis().freeze();
    QThread::msleep(frozenRedis);
    m_stage.redis().thaw();
    return true;
}

bool Harm::polluteRedis()
{
    const QByteArray answer = m_stage.redis().ask("EVAL \"" + QByteArray(pollution) + "\" 0 " + QByteArray::number(qint64(m_rng.below(1'000'000))));
    return answer.startsWith(':') && answer.mid(1).toInt() > 0;
}

bool Harm::restartPostgres(PostgresServer::Mode mode)
{
    m_stage.postgres().stop(mode);
    QThread::msleep(m_rng.below(apart));
    m_stage.postgres().start();
    return true;
}

bool Harm::cutPostgres()
{
    const std::unique_ptr<PGconn, void (*)(PGconn *)> connection(PQconnectdb(m_stage.database().toUtf8().constData()), PQfinish);
    const std::unique_ptr<PGresult, void (*)(PGresult *)> result(
        PQexec(connection.get(), "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"), PQclear);
    return PQresultStatus(result.get()) == PGRES_TUPLES_OK && QByteArray(PQgetvalue(result.get(), 0, 0)).toInt() > 0;
}

} // namespace jjak::faults
