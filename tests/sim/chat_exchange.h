// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <map>

#include "client/core/net/wire.h"
#include "tests/sim/chat_reference.h"
#include "tests/sim/violation.h"
#include "tests/sim/world.h"

namespace jjak::sim {

class Exchange;

//! A client's end of a line.
class Line final : public client::Wire {
public:
    explicit Line(Exchange &exchange) : m_exchange(exchange) {}
    ~Line() override { Line::abort(); }

    void open(const QUrl &) override;
    void send(const QByteArray &utf8) override;
    void ping() override;
    void abort() override;

private:
    friend class Exchange;
    void tellBroken(client::LinkProblem problem);

    Exchange &m_exchange;
    app::ConnectionId m_id = 0;
};

//! Everything between the clients and the server: lines on which frames wait until somebody moves them, in order, or are
//! lost with the line; the gateway's rules; and the batches of the one who writes. What the server decides is compared with
//! the book at once.
class Exchange {
public:
    Exchange(VirtualClock &clock, Rng &rng, Rng &serverRng, const Faults &faults);

    //! What a client's connections go over, and its time.
    client::MakeWire wires();
    client::SteadyClock clock() const;
    Server &server() { return m_server; }
    const Reference &book() const { return m_book; }

    //! No line is cut by accident, nothing is refused, no commit fails.
    void setCalm(bool calm) { m_calm = calm; }

    //! Moves one thing that waits somewhere: an opening, a frame in either direction, the answer to a reading. false: nothing waits.
    bool moveOne();
    bool hasJobs() const { return !m_batch.empty(); }
    void addTick() { m_batch.push_back({{}, app::Tick{}}); }
    //! The writer's next transaction, with whatever fate. The rooms it has touched are in touched() then.
    void runBatch();
    const QSet<RoomId> &touched() const { return m_touched; }
    //! Ends the line of that device: `noticed` by its client at once, or only when a ping gets no answer.
    void cut(DeviceId device, bool noticed);
    //! Nothing is under way to or from this device, and its line is whole.
    bool isIdle(DeviceId device) const;

    //! Asks as a device of that account would, aside from all lines.
    template <class C>
    typename C::Reply ask(AccountId account, const C &command)
    {
        auto reply = protocol::decode<typename C::Reply>(QJsonValue(answerTo(account, command)));
        require(reply.ok(), "an answer that a client cannot read");
        return std::move(*reply);
    }

    struct Figures {
        quint64 connections = 0, lost = 0, silent = 0, refusedLines = 0, crashes = 0, failedCommits = 0, turnedAway = 0, compared = 0;
    };
    const Figures &figures() const { return m_figures; }

private:
    friend class Line;

    struct Connection {
        Line *line = nullptr; //!< the client's end; null once it has hung up
        bool isOpen = false;
        bool isCut = false; //!< frames vanish, and nobody has noticed
        std::optional<app::Identity> identity;
        std::deque<QByteArray> up, down;
    };
    struct Held {
        app::ConnectionId connection = 0;
        QByteArray frame;
    };

    void open(Line &line);
    void send(Line &line, const QByteArray &frame);
    void hangUp(Line &line);
    void answerOpening(Connection &connection);
    void receive(app::ConnectionId id, const QByteArray &frame);
    std::optional<Error> whyNot(const Connection &connection, const protocol::Command &command);
    protocol::Command renamed(protocol::Command command);
    void signIn(const app::Caller &caller, const protocol::Command &command);
    void greet(const app::Caller &caller);
    void read(const app::Caller &caller, const protocol::Command &command);
    QJsonObject answerTo(AccountId account, const protocol::Command &command);
    void take(const app::Outgoing &out);
    void bind(const app::Bind &bound);
    void put(app::ConnectionId id, const QByteArray &frame);
    void forget(app::ConnectionId id);
    void crash();
    void keepBook(const std::vector<app::Job> &jobs, bool told);
    void touch(const app::Caller &caller, const protocol::Command &command);
    void learnRooms(bool groups);
    std::vector<app::Job> nextJobs();
    bool changesGroup(const app::Job &job) const;
    void spoil();
    bool chance(int percent) { return !m_calm && m_rng.below(100) < quint64(percent); }

    VirtualClock &m_clock;
    Rng &m_rng;
    Faults m_faults;
    Reference m_book;
    bool m_calm = true;
    std::map<app::ConnectionId, Connection> m_connections;
    app::ConnectionId m_next = 1;
    std::vector<app::Job> m_batch;
    std::deque<Held> m_held;                                               //!< answers to readings, which come when they come
    std::optional<std::vector<app::Outgoing>> m_aside;                     //!< while reading
    std::map<std::pair<app::ConnectionId, qint64>, QByteArray> m_answered; //!< by the batch that runs
    QSet<RoomId> m_touched;
    QSet<ClientId> m_seen;
    Figures m_figures;
    Server m_server;
};

} // namespace jjak::sim
