// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "tests/privacy/record.h"

//! What an attentive guest could find out about the others, and what somebody could who sees only sizes and times of what
//! was sent. Each function returns sentences about what it found: none is good.
namespace jjak::privacy {

//! Identifiers of others, searched byte by byte in all forms in which they could be written.
QStringList foreignIdentifiers(const Record &record);
//! Long words that occur at one table and elsewhere as well, whatever they mean.
QStringList linkingWords(const Record &record);
//! Frames with something in them that the protocol does not describe.
QStringList undescribedFrames(const Record &record);
//! Guests of one table who did the same and yet were sent something of another size or at another moment, from the date's
//! beginning to its end: whether arrows met, or at whom they pointed, must not show.
QStringList unequalShapes(const Record &record);
//! Seats, colours or animals that go with the order of arrival; aliases that come back to the same person.
QStringList tellingSeats(const Record &record);

//! How much there was to find: tables at which some plain guests met somebody and others did not.
int mixedTables(const Record &record);

//! All of the above.
QStringList findings(const Record &record);

} // namespace jjak::privacy
