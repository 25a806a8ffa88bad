// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "common/protocol/date_values.h"

namespace jjak::terminal {

//! Something about the blind date that is worth a sentence or a bell.
struct DateNews {
    enum class Kind {
        Waiting, //!< in the lobby: so many now, `starts` when that is known
        Left,    //!< out of the lobby by one's own will
        LetGo,   //!< waiting ended without a date, see `end`
        Began,   //!< one sits in a date, from now on or again
        Phase,   //!< the next phase, see `phase` and `round`
        Thawed,  //!< writing goes on
        Seat,    //!< somebody is here, away or gone: `seat`, `state`
        Met,     //!< one's arrow met that of `seat`
        NotMet,  //!< it met none
        Closed,  //!< the date is over
    } kind = Kind::Waiting;
    int seated = 0, seats = 0;
    std::optional<Time> starts = {};
    protocol::LobbyEnd end = protocol::LobbyEnd::EventClosed;
    protocol::DatePhase phase = protocol::DatePhase::Welcome;
    int round = 0;
    int seat = 0;
    protocol::SeatState state = protocol::SeatState::Here;
    bool operator==(const DateNews &) const = default;
};

//! Compares what the blind date is with what it was, and says what is new, each thing once however often it is told. Pure.
class DateWatch {
public:
    //! Call for every change. The first call tells only what lives: a lobby one waits in, a date that is not over.
    std::vector<DateNews> update(const protocol::BlindDate &blindDate);

private:
    void lobbyNews(std::vector<DateNews> &news, const protocol::BlindDate &blindDate) const;
    void dateNews(std::vector<DateNews> &news, const protocol::Date &date) const;

    std::optional<protocol::BlindDate> m_known;
};

} // namespace jjak::terminal
