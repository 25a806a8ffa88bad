// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <vector>

#include "client/people/dates/guest.h"

namespace jjak::people {

//! A guest as far as entering and leaving lobbies goes.
struct GuestState {
    bool ready = false;   //!< connected, and nothing under way
    bool seated = false;  //!< in a date
    bool waiting = false; //!< in the lobby
    int lobby = 0;        //!< how many wait there, oneself included
};

//! Who should enter and who should leave the lobby now.
struct CrewMove {
    std::vector<size_t> enter, leave;
    bool operator==(const CrewMove &) const = default;
};

//! One of the crew waits; as soon as somebody else does too, others come, so that a newcomer sees a whole date at once and
//! no evening is played for nobody. `rehearsal`: they fill a date by themselves. `first`: who is to wait, if they can. Pure.
CrewMove crewMove(const std::vector<GuestState> &guests, int seats, size_t first, bool rehearsal);

//! Leads the guests of one program into the lobbies of open events, again and again.
class Crew final : public QObject {
    Q_OBJECT

public:
    Crew(bool rehearsal, Rng &rng, QObject *parent = nullptr);
    //! The guest has to outlive it.
    void add(Guest &guest);

Q_SIGNALS:
    //! A date was played to its end, and nobody of the crew sits in another.
    void evening();

private:
    void consider();
    void rotate();
    std::optional<protocol::EventInfo> openEvent() const;
    std::vector<GuestState> states() const;

    const bool m_rehearsal;
    Rng &m_rng;
    std::vector<Guest *> m_guests;
    QTimer m_settle, m_rotate;
    size_t m_first = 0;
    bool m_played = false;
};

} // namespace jjak::people
