// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/services/context.h"

namespace jjak::app::dates {

//! What an account sees of the blind date. It never holds anything of another person but seat, alias and state.
protocol::BlindDate view(Context &ctx, AccountId account);
//! The same when the account's row, and the date it waits or sits in, are at hand.
protocol::BlindDate view(Context &ctx, AccountId account, const AttendanceRow &row, const std::optional<domain::Date> &date);

//! The script of a date, at the server's speed; nullptr when it cannot be read.
std::shared_ptr<const domain::Script> scriptOf(Context &ctx, const domain::Date &date);

} // namespace jjak::app::dates
