// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>

#include "server/app/ports/command_log.h"

namespace jjak::engine {

//! The command log of a single process: one queue. What is in it when the process dies was never answered, and the
//! clients send it again.
class MemoryCommandLog final : public app::CommandLog {
public:
    explicit MemoryCommandLog(int capacity = 10'000) : m_capacity(size_t(capacity)) {}

    bool append(app::Job job) override;
    std::vector<app::Job> take(int most) override;
    bool isClosed() const override;
    void close() override;
    //! Jobs that wait, for the metrics. Any thread.
    size_t length() const;

private:
    const size_t m_capacity;
    mutable std::mutex m_mutex;
    std::condition_variable m_filled;
    std::deque<app::Job> m_jobs;
    bool m_closed = false;
};

} // namespace jjak::engine
