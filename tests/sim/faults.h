// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace jjak::sim {

//! Faults that can be planted, one at a time: a run with any of them must end in a Violation.
struct Faults {
    bool forgetsRefusals = false; //!< refused pairs may meet again at once
    bool ignoresReach = false;    //!< pairs are made without looking at the distance
    bool losesEvents = false;     //!< some events never reach a connected client
    bool tellsTooEarly = false;   //!< what a dying server could not store is told all the same
    bool repeatsLines = false;    //!< a date sometimes forgets what its host has said
    bool skipsLines = false;      //!< a host sometimes believes to have said what it has not
    bool losesArrows = false;     //!< an arrow is sometimes not kept
    bool seatsAnybody = false;    //!< who has met, or does not want to, is seated together
    bool sleepsThrough = false;   //!< the dates' clocks go on while the server sleeps
    bool trustsTheDead = false;   //!< after a start everybody who was connected is thought to be still
    bool losesChanges = false;    //!< some edits, deletions and reactions never reach a connected client
    bool forgetsReads = false;    //!< a stored read position sometimes slips back
    bool undoesEdits = false;     //!< the words of an edited message are sometimes others again
    bool keepsExpired = false;    //!< a message's time is sometimes forgotten
    bool mixesLines = false;      //!< two who wait for a seat are sometimes stored in the wrong order
    bool losesGuests = false;     //!< somebody who has a seat is sometimes forgotten
    bool sleepsOverOffers = false; //!< a seat that was not taken in time stays kept
    bool renamesRepeats = false;  //!< what a client sends again comes under another id
};

} // namespace jjak::sim
