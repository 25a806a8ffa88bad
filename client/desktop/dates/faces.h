// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/desktop/dates/seat_board.h"

namespace jjak::desktop {

//! The seats of a date as a board shows them, in the user's language.
[[nodiscard]] QList<SeatFace> facesOf(const protocol::Date &date);

} // namespace jjak::desktop
