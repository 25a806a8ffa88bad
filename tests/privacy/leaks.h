// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/privacy/record.h"

namespace jjak::privacy {

//! Mistakes that a server could make. One of them at a time is planted between the worker and the guests, to see that it
//! is found.
enum class Leak {
    None,
    AccountInState,  //!< an account id in the state of a date, in a field of its own
    NameForAlias,    //!< an account's name where the alias belongs
    DeviceInMessage, //!< a device id in what somebody wrote
    StableName,      //!< a word in messages that nobody knows, but the same for the same author at every date
    LongerReveal,    //!< who met somebody gets a frame one byte longer
    LaterReveal,     //!< who met somebody gets it a millisecond later
    TellingTarget,   //!< at whom an arrow points gets one frame more
    SeatsByArrival,  //!< who comes first sits on seat 1
    SteadyAliases,   //!< everybody has the same alias every time
};

//! Does that to what was sent to a guest: changes the frame, or adds another.
void plant(Leak leak, Record &record, int guest, std::vector<Heard> &frames);
//! Does it to the truth about a table, when all sit.
void plant(Leak leak, Record &record, const Table &table);

} // namespace jjak::privacy
