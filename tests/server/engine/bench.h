// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <mutex>
#include <thread>
#include <variant>
#include <vector>

#include "common/protocol/frame.h"
#include "server/app/ports/command_log.h"
#include "server/app/ports/fan_out.h"
#include "server/engine/redis/keyspace.h"
#include "server/engine/redis/redis_connection.h"
#include "tests/support/redis_server.h"

//! What tests of several servers share.
namespace jjak::engine::testing {

inline constexpr RedisTimes impatient{150ms, 150ms, 20ms};
//! Longer than any test waits: who waits for Redis is seen to.
inline constexpr RedisTimes veryPatient{1h, 1h, 20ms};
inline constexpr int long30s = 30'000; //!< ms: it only ends a test that would not end

//! Where keys stand, unless a test is about several installations.
inline const Keyspace space(QByteArray(Keyspace::installationBytes, 'k'), QByteArray(32, 's'));

inline QString addressOf(const test::RedisServer &redis)
{
    return QStringLiteral("unix:") + redis.socket();
}

//! A gateway that writes down what it is given. Any thread.
class Recorded final : public app::FanOut {
public:
    void release(std::vector<app::Outgoing> batch) override
    {
        const std::lock_guard lock(m_mutex);
        m_all.insert(m_all.end(), batch.begin(), batch.end());
    }
    std::vector<app::Outgoing> all() const
    {
        const std::lock_guard lock(m_mutex);
        return m_all;
    }
    //! The frames of all answers or events of that kind, in their order.
    template <class T>
    QList<QByteArray> frames() const
    {
        QList<QByteArray> out;
        for (const app::Outgoing &each : all()) {
            if (const auto *one = std::get_if<T>(&each))
                out.append(one->frame);
        }
        return out;
    }
    //! What went to everybody, without what tells them to look again.
    QList<QByteArray> news() const
    {
        auto out = frames<app::ToEverybody>();
        out.removeAll(lookAgain());
        return out;
    }
    static QByteArray lookAgain() { return protocol::encodeEvent(protocol::ev::Resync()); }
    void clear()
    {
        const std::lock_guard lock(m_mutex);
        m_all.clear();
    }
    qsizetype resyncs() const { return frames<app::ToEverybody>().count(lookAgain()); }
    template <class T>
    qsizetype count() const
    {
        const auto everything = all();
        return std::ranges::count_if(everything, [](const app::Outgoing &each) { return std::holds_alternative<T>(each); });
    }

private:
    mutable std::mutex m_mutex;
    std::vector<app::Outgoing> m_all;
};

//! Takes from a log until it is closed, and writes down what it was given.
class Runner {
public:
    explicit Runner(app::CommandLog &log) : m_log(log), m_thread([this] { run(); }) {}
    ~Runner()
    {
        m_log.close();
        m_thread.join();
    }
    std::vector<app::Job> all() const
    {
        const std::lock_guard lock(m_mutex);
        return m_jobs;
    }
    //! The request numbers of commands, in the order in which they were taken.
    QList<qint64> requests() const
    {
        QList<qint64> out;
        for (const app::Job &job : all()) {
            if (std::holds_alternative<protocol::Command>(job.work))
                out.append(job.caller.request);
        }
        return out;
    }
    template <class T>
    QList<T> works() const
    {
        QList<T> out;
        for (const app::Job &job : all()) {
            if (const T *work = std::get_if<T>(&job.work))
                out.append(*work);
        }
        return out;
    }

private:
    void run()
    {
        for (auto jobs = m_log.take(256); !jobs.empty(); jobs = m_log.take(256)) {
            const std::lock_guard lock(m_mutex);
            m_jobs.insert(m_jobs.end(), jobs.begin(), jobs.end());
        }
    }

    app::CommandLog &m_log;
    mutable std::mutex m_mutex;
    std::vector<app::Job> m_jobs;
    std::thread m_thread; //!< last: it uses the others
};

} // namespace jjak::engine::testing
