// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/core/notify/notices.h"
#include "dates.h"

//! For tests of notifications: how things stand around somebody, and what comes of it.
namespace jjak::client::test {

inline constexpr int noon = 12 * 60, night = 23 * 60; //!< minutes of the day

//! By day, nothing in front, everything is to be told.
inline Surroundings at(NotifyDetail detail = NotifyDetail::Full)
{
    Surroundings out;
    out.choice.detail = detail;
    out.now = out.serverNow = evening;
    out.minute = noon;
    return out;
}

//! Within quiet hours.
inline Surroundings quiet(NotifyDetail detail = NotifyDetail::Full)
{
    Surroundings out = at(detail);
    out.choice.quiet.on = true;
    out.minute = night;
    return out;
}

//! The one notification that is to be shown; nullptr when it is not that, or not only that.
inline const ShowNotice *shown(const NoticeEffects &effects)
{
    return effects.size() == 1 ? std::get_if<ShowNotice>(&effects.front()) : nullptr;
}

//! That one is to be withdrawn, and nothing else.
inline bool withdraws(const NoticeEffects &effects, const About &what)
{
    return effects == NoticeEffects{WithdrawNotice{what}};
}

} // namespace jjak::client::test
