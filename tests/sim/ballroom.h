// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/world.h"

namespace jjak::sim {

//! One device of a guest: what it knows, and only through frames.
struct Handset {
    int guest = 0;
    DeviceId device;
    QString token;
    app::ConnectionId connection = 0; //!< 0: not connected
    bool current = false;             //!< has had a snapshot since it connected
    protocol::BlindDate blindDate;
    QHash<RoomId, qint64> heads;
    qint64 lastRequest = 0;
    std::optional<protocol::Command> unanswered; //!< sent again after a reconnect, as clients do
};

struct Guest {
    AccountId account;
    std::array<Handset, 2> handsets;
};

//! What guests have sent in a batch that may still be lost.
struct Deeds {
    struct Shot {
        DateId date;
        AccountId account;
        int target = 0;
    };
    QSet<AccountId> left;
    QList<Shot> shots;
    QList<std::pair<PairId, AccountId>> wishes;
};

//! Counts of what has happened, so that a run that explores nothing does not pass for a good one.
struct Evenings {
    quint64 entered = 0, started = 0, byQuorum = 0, counted = 0, met = 0, rooms = 0, early = 0, messages = 0, frozen = 0, cooled = 0, invited = 0, left = 0, blocked = 0, disconnects = 0, returns = 0, otherDevice = 0,
            crashes = 0, failedCommits = 0, resent = 0, sleeps = 0, stepsBack = 0, letGo = 0, lines = 0;
    void add(const Evenings &other);
    QString text() const;
    QList<quint64> all() const;
};

//! Guests with two devices each, who go to blind dates and do in them what comes to their minds; and the server they do it to. Everything
//! in it runs at ten times the speed.
class Ballroom {
public:
    //! Faults are planted only to see that the chaperone finds them.
    Ballroom(quint64 seed, int guests, const Faults &faults = {});
    ~Ballroom();

    //! One random action, and a little time. Throws Violation when somebody was wronged.
    void step();
    //! The faults end: everybody comes back, dates come to their end, the event is closed and who waits is let go.
    void heal();
    const Evenings &tally() const { return m_tally; }

    static app::Policy tenfold();

private:
    friend class Chaperone;

    struct Asked {
        AccountId account;
        protocol::Command command;
    };

    void signUpAll(int guests);
    void openEvent();
    void send(Handset &from, protocol::Command command);
    void act(Guest &guest);
    void dance(Handset &from, const protocol::Date &date);
    void choose(Handset &from, const protocol::Date &date);
    void chat(Handset &from, const protocol::Date &date);
    void safety(Handset &from, const protocol::Date &date);
    void wish(Handset &from);
    void connect(Handset &handset);
    void disconnect(Handset &handset);
    void shiftClock();
    //! false: nothing of it was kept, or nobody was told.
    bool runBatch();
    void note(const app::Job &job, Deeds &deeds);
    void crashAll();
    void tick();
    void take(const app::Outgoing &out);
    void tell(Handset &handset, const protocol::Event &event);
    void answer(Handset &handset, const protocol::Command &command, const protocol::Answered &answered);
    void begin(Handset &handset, const Result<protocol::cmd::Snapshot> &snapshot);
    void note(const Asked &asked, const protocol::Answered &answered);
    void learn(Handset &handset, const protocol::BlindDate &blindDate);
    Handset *byConnection(app::ConnectionId connection);
    bool chance(int percent) { return m_rng.below(100) < quint64(percent); }
    int any(int bound) { return int(m_rng.below(quint64(bound))); }

    static constexpr app::ConnectionId operatorsConnection = 1;

    SeededRng m_rng, m_serverRng;
    Faults m_faults;
    VirtualClock m_clock;
    std::vector<Guest> m_guests;
    QHash<app::ConnectionId, std::pair<int, int>> m_byConnection;
    QHash<AccountId, int> m_byAccount;
    QHash<std::pair<app::ConnectionId, qint64>, Asked> m_asked;
    app::ConnectionId m_nextConnection = operatorsConnection + 1;
    std::vector<app::Job> m_batch;
    protocol::EventInfo m_event;
    bool m_calm = true; //!< nothing goes wrong
    Evenings m_tally;
    Server m_server;
    std::unique_ptr<class Chaperone> m_chaperone;
};

} // namespace jjak::sim
