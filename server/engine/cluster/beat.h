// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "common/base/time.h"

namespace jjak::engine {

//! Does the same again and again in a thread of its own, with a pause after each time.
class Beat {
public:
    Beat(Duration pause, std::function<void()> work) : m_pause(pause), m_work(std::move(work)), m_thread([this] { run(); }) {}
    ~Beat() { stop(); }
    Beat(const Beat &) = delete;
    Beat &operator=(const Beat &) = delete;

    //! Waits for the time that is running.
    void stop()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stopped = true;
        }
        m_wake.notify_all();
        if (m_thread.joinable())
            m_thread.join();
    }

private:
    void run()
    {
        std::unique_lock lock(m_mutex);
        while (!m_stopped) {
            lock.unlock();
            m_work();
            lock.lock();
            m_wake.wait_for(lock, m_pause, [this] { return m_stopped; });
        }
    }

    const Duration m_pause;
    const std::function<void()> m_work;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopped = false;
    std::thread m_thread; //!< last: it uses the others
};

} // namespace jjak::engine
