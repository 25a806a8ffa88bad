// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/policy.h"
#include "server/app/pool.h"
#include "server/app/ports/clock.h"
#include "server/app/ports/command_log.h"

namespace jjak::app {

//! Asks the store what is due and appends a tick when something is, and every now and then when nothing seems to be.
//! It keeps no timers: after a restart what is due is simply due.
class Scheduler {
public:
    Scheduler(std::function<std::unique_ptr<StoreAccess>()> openReader, CommandLog &log, const Clock &clock, const Policy &policy);
    ~Scheduler() { stop(); }
    void stop();

private:
    void run();

    std::function<std::unique_ptr<StoreAccess>()> m_openReader;
    CommandLog &m_log;
    const Clock &m_clock;
    const Policy &m_policy;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopped = false;
    std::thread m_thread; //!< last: runs as soon as it is made
};

} // namespace jjak::app
