// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/violation.h"
#include "tests/sim/world.h"

namespace jjak::sim {

//! One person with a name in the lounge: what they know of tables, and only through frames.
struct Drinker {
    app::Identity identity;
    PersonaId persona;
    app::ConnectionId connection = 0; //!< 0: not connected
    QHash<TableId, protocol::Table> known;
    qint64 lastRequest = 0;
    std::optional<protocol::Command> unanswered; //!< sent again after a reconnect, as clients do
};

//! Counts of what has happened, so that a run that explores nothing does not pass for a good one.
struct Afternoon {
    quint64 offered = 0, opened = 0, ended = 0, silent = 0, seated = 0, waited = 0, taken = 0, timedOut = 0, asked = 0, admitted = 0, denied = 0, removed = 0, left = 0, kept = 0, full = 0, sameHour = 0, said = 0,
            blocked = 0, disconnects = 0, crashes = 0, failedCommits = 0, resent = 0, sleeps = 0;
    void add(const Afternoon &other);
    QString text() const;
    QList<quint64> all() const;
};

//! People who offer coffee tables, come to them, wait, go and forget to answer; and the server they do it to.
class Bistro {
public:
    //! Faults are planted only to see that the waiter finds them.
    Bistro(quint64 seed, int people, const Faults &faults = {});
    ~Bistro();

    //! One random action, and a little time. Throws Violation when somebody was wronged.
    void step();
    //! The faults end: everybody comes back, and what is not kept comes to its end.
    void heal();
    const Afternoon &tally() const { return m_tally; }

private:
    friend class Waiter;

    void signUpAll(int people);
    void send(Drinker &from, protocol::Command command);
    void act(Drinker &drinker);
    void offer(Drinker &drinker);
    void go(Drinker &drinker, const protocol::Table &table);
    void play(Drinker &host, const protocol::Table &table);
    void stay(Drinker &guest, const protocol::Table &table);
    void connect(Drinker &drinker);
    void disconnect(Drinker &drinker);
    void runBatch();
    void crashAll();
    void tick();
    void passDays();
    void take(const app::Outgoing &out);
    void learn(Drinker &drinker, const protocol::Table &table);
    void answer(Drinker &drinker, const protocol::Answered &answered);
    std::optional<TableId> anyTable();
    bool chance(int percent) { return m_rng.below(100) < quint64(percent); }
    int any(int bound) { return int(m_rng.below(quint64(bound))); }

    SeededRng m_rng, m_serverRng;
    Faults m_faults;
    VirtualClock m_clock;
    std::vector<Drinker> m_people;
    QHash<app::ConnectionId, int> m_byConnection;
    QHash<AccountId, int> m_byAccount;
    app::ConnectionId m_nextConnection = 1;
    std::vector<app::Job> m_batch;
    bool m_calm = true; //!< nothing goes wrong
    Afternoon m_tally;
    Server m_server;
    std::unique_ptr<class Waiter> m_waiter;
};

} // namespace jjak::sim
