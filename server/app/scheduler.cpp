// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/scheduler.h"

namespace jjak::app {

namespace {

constexpr Duration lookEvery = 100ms;
constexpr Duration tickAnyway = 5s; //!< waiting people are looked at again, and old rows swept, also when nothing is due
constexpr Duration tickForRetention = 1s; //!< messages that are too old are due without a deadline of their own

} // namespace

Scheduler::Scheduler(std::function<std::unique_ptr<StoreAccess>()> openReader, CommandLog &log, const Clock &clock, const Policy &policy)
    : m_openReader(std::move(openReader)), m_log(log), m_clock(clock), m_policy(policy), m_thread([this] { run(); })
{
}

void Scheduler::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void Scheduler::run()
{
    const auto reader = m_openReader();
    const Duration anyway = m_policy.retentionDays > 0 ? tickForRetention : tickAnyway;
    Time ticked{};
    for (std::unique_lock lock(m_mutex); !m_wake.wait_for(lock, lookEvery, [this] { return m_stopped; });) {
        const Time now = m_clock.now();
        Transaction &transaction = reader->stores().transaction;
        (void)transaction.begin(); // forgets what failed the last time; a database that cannot be read has nothing due
        const auto next = reader->stores().agenda.next(m_policy.ticketGrace);
        transaction.rollback();
        if ((next && *next <= now) || now - ticked >= anyway || now < ticked) {
            ticked = now;
            (void)m_log.append({{}, Tick{}}); // a full log is working; the next look appends it
        }
    }
}

} // namespace jjak::app
