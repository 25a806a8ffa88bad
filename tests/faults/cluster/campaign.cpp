// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/cluster/campaign.h"

#include <QDir>
#include <QThread>
#include <stdexcept>

namespace jjak::faults {

using namespace Qt::StringLiterals;

namespace {

constexpr int signInWithin = 60'000, servedWithin = 90'000, quietWithin = 60'000, burstWithin = 120'000; //!< ms
constexpr int thinking = 1000;    //!< ms between two messages of one chatter, times the pace
constexpr int signInEvery = 2;    //!< ms between two people at the beginning
constexpr int stillAround = 2000; //!< ms in which nothing more may come

//! What the host says, in order.
const QList<QByteArray> spoken{"w1", "w2", "w3", "i1", "@topic", "left 2", "a1", "r1", "f1"};

//! A short evening of about 15 s, with every phase; times the pace.
QString script(int pace)
{
    QString out = u"name = \"cluster\"\nlanguages = [\"ko\", \"en\"]\n"_s;
    const auto phase = [&](const char *kind, double seconds, const QString &more) { out += u"[[phase]]\nkind = \"%1\"\nseconds = %2\n%3\n"_s.arg(QLatin1StringView(kind)).arg(seconds * pace).arg(more); };
    phase("welcome", 1.5, u"lines = [\"w1\", \"w2\", \"w3\"]\ngap = 0.5"_s);
    phase("impression", 1.5, u"lines = [\"i1\"]"_s);
    phase("topic", 1, {});
    phase("talk", 4, u"announce = [2]"_s);
    phase("arrow", 4, u"lines = [\"a1\"]"_s);
    phase("reveal", 1.5, u"lines = [\"r1\"]"_s);
    phase("farewell", 1.5, u"lines = [\"f1\"]"_s);
    for (const char *key : {"w1", "w2", "w3", "i1", "a1", "r1", "f1", "alone"})
        out += u"[lines.%1]\nko = \"%1\"\nen = \"%1\"\n"_s.arg(QLatin1StringView(key));
    for (const char *line : {"left]\nko = \"%1\"\nen = \"%1\"\n", "cool]\nko = \"%1\"\nen = \"%1\"\n", "invite]\nko = \"%*\"\nen = \"%*\"\n"})
        out += "[lines."_L1 + QLatin1StringView(line);
    for (int i = 0; i < 3; ++i)
        out += u"[pack.p.t%1]\nko = \"t\"\nen = \"t\"\n"_s.arg(i);
    return out;
}

QHash<QString, QString> settingsOf(const Plan &plan)
{
    QHash<QString, QString> out{{u"JJAK_NEARBY_PROPOSAL_TIME"_s, u"5s"_s}, {u"JJAK_NEARBY_SILENT_APART"_s, u"1s"_s}, {u"JJAK_NEARBY_REFUSED_APART"_s, u"1m"_s}, {u"JJAK_DATES_MET_APART"_s, u"1s"_s}};
    out.insert(plan.settings);
    return out;
}

} // namespace

Campaign::Campaign(const Plan &plan) : m_plan(plan), m_logs(plan.logs.isEmpty() ? m_folder.path() : plan.logs), m_stage(plan.nodes, plan.redis, settingsOf(plan))
{
    QDir().mkpath(m_logs);
    m_log = std::make_unique<OperationLog>(logName(u"harm.log"_s));
    for (const QByteArray &line : spoken)
        m_log->note(-1, Op::Line, {OperationLog::text(line)});
    prepare();
    if (plan.fence)
        m_audit.emplace(m_stage.database(), *plan.fence);
}

void Campaign::prepare()
{
    test::Preparation preparation(m_stage.database());
    m_chatters = preparation.people(m_plan.chatters / m_plan.roomSize * m_plan.roomSize, u"c"_s);
    m_rooms = preparation.rooms(m_chatters, m_plan.roomSize);
    m_seekers = preparation.people(m_plan.seekers, u"s"_s);
    m_daters = preparation.people(m_plan.daters, u"d"_s);
    m_newcomers = preparation.people(m_plan.newcomers * m_plan.rounds, u"n"_s);
    m_event = preparation.event(script(m_plan.pace)).event;
    for (int i = 0; m_plan.newcomers > 0 && i < m_plan.rounds; ++i)
        m_bursts.append(preparation.event(script(m_plan.pace)).event);
}

QString Campaign::play()
{
    if (!m_stage.start())
        return u"a node does not start\n"_s + m_stage.logs();
    m_crowd = std::make_unique<Crowd>(logName(u"crowd.log"_s), m_stage.ports(), m_plan.pace);
    const Cell here = Cell::containing({37.55, 126.99}, limits::cellKm);
    const auto add = [this](const std::vector<test::PreparedPerson> &people, const std::function<Crowd::Make(size_t)> &habit) {
        for (size_t i = 0; i < people.size(); ++i)
            m_crowd->add(people[i], habit(i), m_crowd->size() * signInEvery);
    };
    add(m_chatters, [this](size_t i) { return [room = m_rooms[i / size_t(m_plan.roomSize)], every = thinking * m_plan.pace](Person &p) { return chatting(p, room, every); }; });
    add(m_seekers, [here](size_t) { return [here](Person &p) { return seeking(p, here); }; });
    add(m_daters, [this](size_t) { return [event = m_event](Person &p) { return dating(p, event); }; });
    m_crowd->start();
    if (!waitFor([this] { return m_crowd->ready() == m_crowd->size(); }, signInWithin))
        return u"%1 of %2 people could sign in\n"_s.arg(m_crowd->ready()).arg(m_crowd->size()) + m_stage.logs();
    QThread::msleep(1000);
    Harm harm(m_stage, *m_log, m_rng);
    if (const QString wrong = suffer(harm); !wrong.isEmpty())
        return wrong;
    for (int round = 0; round < m_bursts.size(); ++round)
        if (const QString wrong = welcome(round); !wrong.isEmpty())
            return wrong;
    calm(*m_crowd);
    return {};
}

QString Campaign::suffer(Harm &harm)
{
    for (const auto &[name, times] : m_plan.harm) {
        for (int i = 0; i < times; ++i) {
            if (!harm.befall(name))
                return u"%1, no. %2: a part did not come back\n"_s.arg(name).arg(i + 1) + m_stage.logs();
            if (!waitFor([this] { return served(); }, servedWithin))
                return u"%1, no. %2: after %3 s %4 of %5 people are there, the longest has waited for %6 ms\n"_s.arg(name).arg(i + 1).arg(servedWithin / 1000).arg(m_crowd->ready()).arg(m_crowd->size()).arg(m_crowd->longestWait()) + m_stage.logs();
            QThread::msleep(500 + m_rng.below(1000));
        }
    }
    return {};
}

//! Many people enter one event, all within a few seconds, on all nodes, and go home when it is over.
QString Campaign::welcome(int round)
{
    const qint64 doors = test::nowNs() / 1'000'000 + m_plan.newcomers * signInEvery + 5000;
    Crowd crowd(logName(u"newcomers%1.log"_s.arg(round)), m_stage.ports(), m_plan.pace);
    for (int i = 0; i < m_plan.newcomers; ++i) {
        const qint64 at = doors + qint64(i) * m_plan.comingWithin / m_plan.newcomers;
        crowd.add(m_newcomers[size_t(round * m_plan.newcomers + i)], [event = m_bursts[round], at](Person &p) { return coming(p, event, at); }, i * signInEvery);
    }
    crowd.start();
    const int rest = m_plan.newcomers % limits::seats; // who find no full date
    const bool all = waitFor([&] { return crowd.unfinished() <= rest; }, burstWithin + 40'000 * m_plan.pace);
    const int left = crowd.unfinished(), there = crowd.ready();
    calm(crowd);
    return all ? QString() : u"round %1: %2 of %3 newcomers had no date, %4 were there\n"_s.arg(round).arg(left).arg(m_plan.newcomers).arg(there) + m_stage.logs();
}

//! They end what they have begun, and leave. What does not become quiet is told, and judged all the same.
void Campaign::calm(Crowd &crowd)
{
    crowd.becomeCalm();
    const int patience = quietWithin + 20'000 * m_plan.pace;
    if (!waitFor([&] { return crowd.restless() == 0; }, patience))
        m_remarks.append(u"after %1 s of quiet %2 people still waited for something"_s.arg(patience / 1000).arg(crowd.restless()));
    QThread::msleep(stillAround);
    crowd.end();
}

Findings Campaign::judge()
{
    Checker checker(readTruth(m_stage.database()));
    m_crowd.reset();
    m_log.reset();
    for (const QString &name : QDir(m_logs).entryList({u"*.log"_s}, QDir::Files)) {
        QFile file(logName(name));
        const QString wrong = file.open(QIODevice::ReadOnly) ? checker.read(file.readAll()) : u"cannot be read"_s;
        if (!wrong.isEmpty())
            throw std::runtime_error(name.toStdString() + ": " + wrong.toStdString());
    }
    return checker.finish();
}

bool Campaign::waitFor(const std::function<bool()> &condition, int milliseconds) const
{
    for (const qint64 end = test::nowNs() / 1'000'000 + milliseconds; !condition(); QThread::msleep(10))
        if (test::nowNs() / 1'000'000 > end)
            return false;
    return true;
}

} // namespace jjak::faults
