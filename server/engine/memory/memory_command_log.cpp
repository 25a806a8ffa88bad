// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engine/memory/memory_command_log.h"

#include <algorithm>
#include <iterator>

namespace jjak::engine {

bool MemoryCommandLog::append(app::Job job)
{
    bool wasEmpty = false;
    {
        const std::lock_guard lock(m_mutex);
        // A goodbye is always taken: nobody would repeat it, and there are no more of them than connections.
        if (m_closed || (m_jobs.size() >= m_capacity && !std::holds_alternative<app::DeviceGone>(job.work)))
            return false;
        wasEmpty = m_jobs.empty();
        m_jobs.push_back(std::move(job));
    }
    if (wasEmpty) // one taker, which sleeps only while the queue is empty
        m_filled.notify_one();
    return true;
}

std::vector<app::Job> MemoryCommandLog::take(int most)
{
    std::unique_lock lock(m_mutex);
    m_filled.wait(lock, [this] { return m_closed || !m_jobs.empty(); });
    const auto end = m_jobs.begin() + std::ptrdiff_t(std::min(m_jobs.size(), size_t(std::max(most, 1))));
    std::vector<app::Job> out(std::make_move_iterator(m_jobs.begin()), std::make_move_iterator(end));
    m_jobs.erase(m_jobs.begin(), end);
    return out;
}

bool MemoryCommandLog::isClosed() const
{
    const std::lock_guard lock(m_mutex);
    return m_closed;
}

void MemoryCommandLog::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    m_filled.notify_all();
}

size_t MemoryCommandLog::length() const
{
    const std::lock_guard lock(m_mutex);
    return m_jobs.size();
}

} // namespace jjak::engine
