// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/world.h"

namespace jjak::sim {

//! One person with one device: what they know, and only through frames.
struct Person {
    int index = 0;
    AccountId account;
    DeviceId device;
    QString token;
    app::ConnectionId connection = 0; //!< 0: not connected
    bool current = false; //!< has had a snapshot since it connected; before it gaps are only natural
    protocol::Nearby nearby;
    QMap<RoomId, protocol::Room> rooms;
    qint64 lastRequest = 0;
    std::optional<AccountId> blocking; //!< whom the unanswered block is about
    std::optional<protocol::Command> unanswered; //!< sent again after a reconnect, as clients do

    app::Caller caller() { return {connection, lastRequest, connection ? std::optional(app::Identity{account, device}) : std::nullopt, {}}; }
};

//! Counts of what has happened, so that a run that explores nothing does not pass for a good one.
struct Tally {
    quint64 seeks = 0, proposals = 0, accepted = 0, refused = 0, timedOut = 0, gone = 0, crashes = 0, failedCommits = 0, disconnects = 0, messages = 0, blocks = 0, moves = 0, resent = 0;
    Duration time{0};
    void add(const Tally &other);
    QString text() const;
    //! What has to happen in a town.
    QList<quint64> all() const { return {accepted, refused, timedOut, gone, crashes, failedCommits, disconnects, messages, blocks, moves, resent}; }
};

//! A town of people who do things at random, and the server they do them to.
class Town {
public:
    //! Faults are planted only to see that the oracle finds them.
    Town(quint64 seed, int people, const Faults &faults = {});

    //! One random action, and a little time. Throws Violation when somebody was wronged.
    void step();
    //! The faults end: everybody comes back and what is open comes to its end.
    void heal();
    const Tally &tally() const { return m_tally; }

private:
    friend class Oracle;

    void signUpAll(int people);
    void send(Person &person, protocol::Command command);
    void act(Person &person);
    void answer(Person &person);
    void chat(Person &person);
    void safety(Person &person);
    void connect(Person &person);
    void disconnect(Person &person);
    void runBatch();
    void crashAll();
    void take(const app::Outgoing &out);
    void apply(Person &person, const protocol::Event &event);
    void apply(Person &person, const protocol::Answered &answered);
    Cell somewhere();
    bool chance(int percent) { return m_rng.below(100) < quint64(percent); }

    SeededRng m_rng, m_serverRng;
    Faults m_faults;
    VirtualClock m_clock;
    std::vector<Person> m_people;
    QHash<app::ConnectionId, int> m_byConnection;
    QHash<AccountId, int> m_byAccount;
    app::ConnectionId m_nextConnection = 1;
    std::vector<app::Job> m_batch;
    Tally m_tally;
    Server m_server;
    std::unique_ptr<class Oracle> m_oracle;

public:
    ~Town();
};

} // namespace jjak::sim
