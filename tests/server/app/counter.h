// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QTemporaryDir>

#include "common/protocol/frame.h"
#include "server/app/worker.h"
#include "server/engine/memory/memory_match_pool.h"
#include "server/storage/disk_folders.h"
#include "server/storage/store_set.h"

namespace jjak::app::test {

//! Time that passes when the test says so.
class TestClock final : public Clock {
public:
    Time now() const override { return m_now; }
    void pass(Duration duration) { m_now += duration; }

private:
    Time m_now = fromMs(1'800'000'000'000);
};

//! A person at the counter: who they are, and everything they were told.
struct Guest {
    Identity identity;
    ConnectionId connection = 0;
    std::vector<protocol::Event> events;

    //! The latest event of that type; nullptr when there was none.
    template <class E>
    const E *latest() const
    {
        for (auto it = events.rbegin(); it != events.rend(); ++it) {
            if (const E *event = std::get_if<E>(&*it))
                return event;
        }
        return nullptr;
    }
    const protocol::BlindDate &blindDate() const
    {
        static const protocol::BlindDate none;
        const auto *state = latest<protocol::ev::DateState>();
        return state ? state->blindDate : none;
    }
};

//! The services behind a counter: commands go in one by one, each a batch of its own, and answers come back at once. A real
//! worker on a database in memory; no threads, no sockets.
class Counter final : private FanOut {
public:
    Counter();

    //! A new account with a device that is connected.
    Guest &guest(const QString &name, bool demo = false);
    template <class C>
    Result<typename C::Reply> ask(Guest &who, const C &command)
    {
        run(who, command);
        return answer<typename C::Reply>();
    }
    //! The code of the error it is answered with; nullopt: it was answered well.
    std::optional<ErrorCode> refusal(Guest &who, const protocol::Command &command)
    {
        run(who, command);
        const auto *error = std::get_if<Error>(&m_answer);
        return error ? std::optional(error->code) : std::nullopt;
    }
    //! The same from the server's own machine, without an account.
    template <class C>
    Result<typename C::Reply> operate(const C &command)
    {
        m_worker->runBatch({Job{{operatorsConnection, ++m_request, {}, {}}, protocol::Command(command)}});
        return answer<typename C::Reply>();
    }
    //! A dead letter, once more.
    Result<protocol::cmd::ReplayedLetter> replay(const Replay &work)
    {
        m_worker->runBatch({Job{{operatorsConnection, ++m_request, {}, {}}, work}});
        return answer<protocol::cmd::ReplayedLetter>();
    }
    //! A command that only reads.
    template <class C>
    Result<typename C::Reply> read(Guest &who, const C &command)
    {
        readNow(who, command);
        return answer<typename C::Reply>();
    }
    //! Several commands that share a batch.
    void together(const std::vector<std::pair<Guest *, protocol::Command>> &commands);
    //! The same account tries to sign in with another device, over another connection.
    void signInElsewhere(const Guest &who, ConnectionId connection);
    void disconnect(Guest &who);
    //! Time passes, and the server notices: as often as it would.
    void pass(Duration duration);
    //! Days at once: the server looks only at their end.
    void skip(Duration duration);
    //! Time passes, and the server has not looked yet.
    void passUnseen(Duration duration) { m_clock.pass(duration); }
    //! The server starts again on the same database; nobody is connected.
    void restart();
    Stores &stores() { return m_set.stores(); }
    storage::Database &database() { return m_set.database(); }
    MatchPool &pool() { return m_pool; }
    Time now() const { return m_clock.now(); }

    Policy policy;
    std::vector<Outgoing> others; //!< what was neither answer nor event of an account

private:
    static constexpr ConnectionId operatorsConnection = 999;

    void run(Guest &who, const protocol::Command &command);
    void readNow(Guest &who, const protocol::Command &command);
    void release(std::vector<Outgoing> batch) override;
    template <class R>
    Result<R> answer() const
    {
        if (const auto *error = std::get_if<Error>(&m_answer))
            return *error;
        return protocol::decode<R>(std::get<QJsonObject>(m_answer));
    }

    //! The worker never takes from it here: batches are handed over directly.
    class NoLog final : public CommandLog {
    public:
        bool append(Job) override { return false; }
        std::vector<Job> take(int) override { return {}; }
        void close() override {}
        bool isClosed() const override { return true; }
    };

    TestClock m_clock;
    SeededRng m_rng{7};
    Tokens m_tokens{QByteArray(32, 's')};
    NoLog m_log;
    QTemporaryDir m_folder;
    storage::DiskUploads m_uploads{m_folder.path()};
    storage::DiskFiles m_files{m_folder.path()};
    storage::StoreSet m_set;
    engine::MemoryMatchPool m_pool;
    ScriptShelf m_shelf;
    std::unique_ptr<Worker> m_worker;
    std::vector<std::unique_ptr<Guest>> m_guests;
    std::variant<QJsonObject, Error> m_answer;
    qint64 m_request = 0;
};

} // namespace jjak::app::test
