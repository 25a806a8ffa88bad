// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/chat_circle.h"

#include <QDir>

#include "tests/sim/chat_auditor.h"

namespace jjak::sim {

using namespace Qt::StringLiterals;
using client::ConnectionState;

namespace {

using Counts = std::array<std::pair<const char *, quint64 Talk::*>, 33>;

constexpr Counts counts{{{"histories", &Talk::histories},   {"steps", &Talk::steps},         {"said", &Talk::said},          {"bursts", &Talk::bursts},      {"answers to messages", &Talk::answered},
                         {"edits", &Talk::edited},          {"deletions", &Talk::deleted},   {"reactions", &Talk::reacted},  {"readings", &Talk::read},      {"leavings", &Talk::left},
                         {"readings of all", &Talk::readAll}, {"expiries set", &Talk::expiries}, {"silenced", &Talk::silenced}, {"messages gone by their time", &Talk::gone}, {"swept away from a room's beginning", &Talk::swept},
                         {"meetings", &Talk::met}, {"groups", &Talk::groups}, {"invitations answered", &Talk::joined}, {"groups governed", &Talk::governed},          {"scrollings", &Talk::scrolled}, {"second thoughts", &Talk::retried}, {"connections", &Talk::connections}, {"lost", &Talk::lost},
                         {"lost silently", &Talk::silent},  {"refused", &Talk::refusedLines}, {"times offline", &Talk::away}, {"programs restarted", &Talk::restarts}, {"server deaths", &Talk::crashes},
                         {"failed commits", &Talk::failedCommits}, {"turned away", &Talk::turnedAway}, {"answers compared", &Talk::answers}, {"views of the server compared", &Talk::serverViews},
                         {"views of clients compared", &Talk::clientViews}}};

//! Caches are written through to the disk, which is not what this is about.
QString inMemory()
{
    const QString shared = u"/dev/shm"_s;
    return (QFileInfo(shared).isWritable() ? shared : QDir::tempPath()) + u"/jjak-chats-XXXXXX"_s;
}

HandWoundTimers &timers()
{
    auto *timers = dynamic_cast<HandWoundTimers *>(QAbstractEventDispatcher::instance());
    if (!timers)
        qFatal("the program's timers have to be wound by hand");
    return *timers;
}

} // namespace

void Talk::add(const Talk &other)
{
    for (const auto &[name, count] : counts)
        this->*count += other.*count;
}

QString Talk::text() const
{
    QStringList parts;
    for (const auto &[name, count] : counts)
        parts.append(u"%1 %2"_s.arg(this->*count).arg(QLatin1StringView(name)));
    return parts.join(u", "_s);
}

QList<quint64> Talk::all() const
{
    QList<quint64> out;
    for (const auto &[name, count] : counts)
        out.append(this->*count);
    return out;
}

Circle::Circle(quint64 seed, int people, int devices, const Faults &faults)
    : m_timers(timers()), m_rng(seed), m_serverRng(seed ^ 0xc4a7), m_folder(inMemory()), m_exchange(m_clock, m_rng, m_serverRng, faults)
{
    m_tally.histories = 1;
    m_auditor = std::make_unique<Auditor>(*this);
    for (int number = 0; number < devices; ++number) {
        for (int i = 0; i < people; ++i) {
            m_devices.push_back(std::make_unique<Device>(m_exchange, m_rng, u"person%1"_s.arg(i), number, m_folder.path()));
            m_devices.back()->signIn();
        }
        heal();
    }
    m_exchange.setCalm(false);
}

Circle::~Circle()
{
    m_devices.clear();
    m_timers.settle();
}

void Circle::step()
{
    m_tally.steps++;
    Device &device = *m_devices[m_rng.below(m_devices.size())];
    if (chance(60))
        act(device);
    else if (chance(8))
        mishap(device);
    for (auto count = m_rng.below(8); count > 0 && m_exchange.moveOne(); --count)
        m_timers.settle();
    if (m_exchange.hasJobs() && chance(50)) {
        m_exchange.runBatch();
        m_timers.settle();
        m_auditor->afterBatch();
    }
    pass(Duration(m_rng.below(chance(3) ? 40'000 : 300)));
    if (m_rng.below(100) == 0)
        pass(Duration(m_rng.below(std::chrono::milliseconds(2h).count())));
    if (chance(8))
        drain();
    pass(2ms); // what a client does at its next opportunity
    listen();
    m_auditor->afterStep();
}

void Circle::act(Device &device)
{
    const QString deed = device.act(m_tally);
    m_timers.settle();
    if (!deed.isEmpty())
        m_story.append(u"%1 %2"_s.arg(device.name(), deed));
}

void Circle::mishap(Device &device)
{
    client::Session &session = device.session();
    const auto what = m_rng.below(10);
    if (session.connectionState() == ConnectionState::Offline) {
        m_story.append(device.name() + u" comes back"_s);
        session.connectTo(session.server());
    } else if (what < 5) {
        m_story.append(device.name() + u" loses its line"_s);
        m_exchange.cut(device.id(), true);
    } else if (what < 6) {
        m_story.append(device.name() + u" loses its line without noticing"_s);
        m_exchange.cut(device.id(), false);
    } else if (what < 8) {
        m_tally.away++;
        m_story.append(device.name() + u" goes offline"_s);
        session.disconnect();
    } else {
        m_tally.restarts++;
        m_story.append(device.name() + u" starts its program again"_s);
        device.end();
        m_timers.settle();
        device.start();
    }
    m_timers.settle();
}

void Circle::pass(Duration duration)
{
    m_clock.pass(duration);
    m_timers.pass(duration);
    if (m_exchange.server().isDue())
        m_exchange.addTick();
}

void Circle::drain()
{
    // A request that is turned away at once could go round and round.
    for (int i = 0; i < 5000; ++i) {
        if (m_exchange.moveOne()) {
            m_timers.settle();
        } else if (m_exchange.hasJobs()) {
            m_exchange.runBatch();
            m_timers.settle();
            m_auditor->afterBatch();
        } else {
            return;
        }
    }
}

bool Circle::isQuiet() const
{
    return std::ranges::all_of(m_devices, [this](const auto &device) { return device->isAtRest() && m_exchange.isIdle(device->id()) && m_auditor->hasToldReads(*device); });
}

void Circle::heal()
{
    m_exchange.setCalm(true);
    for (const auto &device : m_devices)
        if (device->session().connectionState() == ConnectionState::Offline)
            device->session().connectTo(device->session().server());
    for (int i = 0; i < 120 && (i < 2 || !isQuiet()); ++i) {
        pass(1s);
        drain();
        listen();
    }
    m_auditor->atRest();
}

void Circle::listen()
{
    for (const auto &device : m_devices)
        if (const QString complaint = device->complaint(); !complaint.isEmpty())
            throw Violation(u"%1: %2"_s.arg(device->name(), complaint).toStdString());
}

Talk Circle::tally() const
{
    Talk out = m_tally;
    const Exchange::Figures &figures = m_exchange.figures();
    out.connections = figures.connections;
    out.lost = figures.lost;
    out.silent = figures.silent;
    out.refusedLines = figures.refusedLines;
    out.crashes = figures.crashes;
    out.failedCommits = figures.failedCommits;
    out.turnedAway = figures.turnedAway;
    out.answers = figures.compared;
    for (const BookRoom &room : m_exchange.book().rooms()) {
        out.gone += quint64(std::ranges::count_if(room.messages, [this](const protocol::Message &message) { return isGone(message, m_clock.now()); }));
        out.swept += quint64(room.floor);
    }
    return out;
}

} // namespace jjak::sim
