// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "server/app/ports/stores.h"

namespace jjak::app {

//! A few threads with a bounded queue. Every thread makes its own State first (a database connection, for instance) and
//! hands it to each task. Tasks that were taken in are run, also after stop().
template <class State>
class Pool {
public:
    using Task = std::function<void(State &)>;

    Pool(int threads, size_t queueLength, std::function<std::unique_ptr<State>()> makeState) : m_queueLength(queueLength)
    {
        for (int i = 0; i < threads; ++i)
            m_threads.emplace_back([this, makeState] { run(*makeState()); });
    }
    ~Pool() { stop(); }
    Pool(const Pool &) = delete;
    Pool &operator=(const Pool &) = delete;

    //! false when the queue is full or the pool stopped. Any thread.
    bool post(Task task)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_stopped || m_tasks.size() >= m_queueLength)
                return false;
            m_tasks.push_back(std::move(task));
        }
        m_wake.notify_one();
        return true;
    }

    //! Takes no more tasks, finishes those it has, joins the threads.
    void stop()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stopped = true;
        }
        m_wake.notify_all();
        for (std::thread &thread : m_threads) {
            if (thread.joinable())
                thread.join();
        }
    }

private:
    void run(State &state)
    {
        for (;;) {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopped || !m_tasks.empty(); });
            if (m_tasks.empty())
                return;
            Task task = std::move(m_tasks.front());
            m_tasks.pop_front();
            lock.unlock();
            task(state);
        }
    }

    size_t m_queueLength;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_tasks;
    bool m_stopped = false;
    std::vector<std::thread> m_threads;
};

//! One connection to the stores, owned by the thread that asked for it.
class StoreAccess {
public:
    virtual ~StoreAccess() = default;
    virtual Stores stores() = 0;
    //! Perhaps of a copy, but of none that is older than what the caller has been told. For reading.
    virtual Stores storesFor(const Caller &) { return stores(); }
    //! The caller will be told what was read there.
    virtual void answered(const Caller &, Stores &) {}
};

} // namespace jjak::app
