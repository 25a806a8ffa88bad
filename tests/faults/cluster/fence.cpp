// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/cluster/fence.h"

#include <QElapsedTimer>
#include <QThread>
#include <libpq-fe.h>
#include <stdexcept>

namespace jjak::faults {

using namespace Qt::StringLiterals;

namespace {

constexpr int takenWithin = 30'000; //!< ms: more than twice what it may be on a busy machine
constexpr int servedWithin = 90;    //!< s
constexpr int streams = 24;           //!< which is what nobody has changed here
constexpr int stillFrozen = 500;    //!< ms for which the new owner works undisturbed

//! Each node is a user of its own, by which the database tells them apart. A sequence counts what is rolled back, too.
constexpr const char *notes = R"(
CREATE ROLE "node 0" SUPERUSER LOGIN;
CREATE ROLE "node 1" SUPERUSER LOGIN;
CREATE SEQUENCE jjak."refused node 0";
CREATE SEQUENCE jjak."refused node 1";
CREATE TABLE jjak.moved (id bigserial PRIMARY KEY, stream bigint NOT NULL, who name NOT NULL, claim boolean NOT NULL);
CREATE INDEX moved_claim ON jjak.moved (stream, id) WHERE claim;
CREATE FUNCTION jjak.note_move() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO jjak.moved (stream, who, claim) VALUES (NEW.number, session_user, NEW.fence <> OLD.fence);
    RETURN NEW; END $$;
CREATE TRIGGER note_move BEFORE UPDATE ON jjak.stream_position FOR EACH ROW EXECUTE FUNCTION jjak.note_move();
CREATE FUNCTION jjak.note_refusal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NOT EXISTS (SELECT FROM changed) THEN PERFORM nextval(format('jjak."refused %s"', session_user)); END IF;
    RETURN NULL; END $$;
CREATE TRIGGER note_refusal AFTER UPDATE ON jjak.stream_position REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION jjak.note_refusal();
)";

//! By its name it comes after note_move, which sees the claim as it was meant.
constexpr const char *removal = R"(
CREATE FUNCTION jjak.same_fence() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.fence = OLD.fence; RETURN NEW; END $$;
CREATE TRIGGER same_fence BEFORE UPDATE ON jjak.stream_position FOR EACH ROW EXECUTE FUNCTION jjak.same_fence();
)";

//! The refused of each node; moves by each that was not the last to claim the stream; and all moves. Who moves a position holds its row, so the numbers
//! have the order in which it was kept.
constexpr const char *counts = R"(
SELECT (SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM jjak."refused node 0"), (SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM jjak."refused node 1"),
       count(*) FILTER (WHERE who = 'node 0' AND who <> owner), count(*) FILTER (WHERE who = 'node 1' AND who <> owner), count(*)
FROM (SELECT m.who, (SELECT c.who FROM jjak.moved c WHERE c.stream = m.stream AND c.claim AND c.id < m.id ORDER BY c.id DESC LIMIT 1) AS owner FROM jjak.moved m WHERE NOT m.claim) AS move
)";

//! The first row, as numbers; of several statements the last one's.
QList<qint64> ask(const QString &database, const char *sql)
{
    const std::unique_ptr<PGconn, void (*)(PGconn *)> connection(PQconnectdb(database.toUtf8().constData()), PQfinish);
    const std::unique_ptr<PGresult, void (*)(PGresult *)> result(PQexec(connection.get(), sql), PQclear);
    const ExecStatusType status = PQresultStatus(result.get());
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
        throw std::runtime_error(PQerrorMessage(connection.get()));
    QList<qint64> out;
    for (int i = 0; PQntuples(result.get()) > 0 && i < PQnfields(result.get()); ++i)
        out.append(QByteArray(PQgetvalue(result.get(), 0, i)).toLongLong());
    return out;
}

} // namespace

QString FenceFigures::text() const
{
    return u"owners frozen until others owned their streams: %1 times, for %2 s at most; %3 of them came back with something in their hands\n"
           "their transactions refused by the fence: %4\nkept though they were owners no more: %5\nkept in all of owners of before: %6, of %7 moves of a position"_s
        .arg(freezes).arg(double(longest) / 1000, 0, 'f', 1).arg(hit).arg(refused).arg(kept).arg(keptInAll).arg(moves);
}

FenceTrial::FenceTrial(Check check, int people, int every) : m_cluster(test::PostgresServer::Fsync::Off), m_talkers(m_cluster.database(), people, every)
{
    ask(m_cluster.database(), notes);
    if (check == Check::Removed)
        ask(m_cluster.database(), removal);
    for (int i = 0; i < 2; ++i) {
        m_cluster.start(1, {{u"JJAK_DATA_DATABASE"_s, addressOf(i)}});
        m_talkers.begin(m_cluster.node(i).port());
    }
}

QString FenceTrial::addressOf(int node) const
{
    return m_cluster.database().replace(u"user=jjak"_s, u"user=node%20"_s + QString::number(node));
}

QString FenceTrial::play(int least, int most)
{
    if (!m_cluster.settle(2) || !m_talkers.waitUntilServed(servedWithin))
        return u"not everybody was served at the beginning\n"_s + m_cluster.log();
    while (m_figures.freezes < least || (m_figures.freezes < most && m_figures.hit == 0))
        if (const QString wrong = freeze(m_figures.freezes % 2); !wrong.isEmpty())
            return u"freeze no. %1: %2\n"_s.arg(m_figures.freezes).arg(wrong) + m_cluster.log();
    const Counts all = count();
    m_figures.keptInAll = all.kept[0] + all.kept[1];
    m_figures.moves = all.moves;
    return m_talkers.becomeQuiet() ? QString() : u"somebody still waits for something, a minute after all was quiet\n"_s + m_cluster.log();
}

QString FenceTrial::freeze(int node)
{
    const QString name = u"node %1"_s.arg(node);
    const size_t i = size_t(node);
    ++m_figures.freezes;
    m_talkers.log().note(-1, Op::Fault, {OperationLog::text("owner-frozen")});
    m_cluster.node(node).pause();
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < takenWithin && !ownsAll(1 - node))
        QThread::msleep(100);
    const bool taken = ownsAll(1 - node);
    m_figures.longest = std::max(m_figures.longest, timer.elapsed());
    QThread::msleep(stillFrozen);
    const Counts before = count();
    m_cluster.node(node).resume();
    m_talkers.log().note(-1, Op::Healed, {OperationLog::text("owner-frozen")});
    if (!taken)
        return u"nobody took the streams of %1"_s.arg(name);
    if (!m_cluster.settle(2) || !m_talkers.waitUntilServed(servedWithin))
        return u"it did not heal"_s;
    const Counts after = count();
    m_figures.refused += after.refused[i] - before.refused[i];
    m_figures.kept += after.kept[i] - before.kept[i];
    m_figures.hit += after.refused[i] + after.kept[i] > before.refused[i] + before.kept[i];
    return {};
}

bool FenceTrial::ownsAll(int node) const
{
    const auto owned = streamsOwned(m_cluster.database());
    return owned.size() == 1 && owned.value(u"node %1"_s.arg(node)) == streams;
}

FenceTrial::Counts FenceTrial::count() const
{
    const QList<qint64> got = ask(m_cluster.database(), counts);
    return {{got.at(0), got.at(1)}, {got.at(2), got.at(3)}, got.at(4)};
}

Findings FenceTrial::judge()
{
    return m_talkers.judge();
}

} // namespace jjak::faults
