// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/time.h"

namespace jjak::domain {

//! What a device token means when it is shown.
enum class TokenUse {
    Accept,    //!< good, goes on being used
    Rotate,    //!< good, and old enough to get a successor now
    Successor, //!< its successor's answer was lost: tell the same successor again
    Reuse,     //!< somebody kept an old token: revoke the device
    Unknown    //!< never existed, or its device is gone
};

//! The current token of a device, made at `since` and last used at `used`.
inline TokenUse useCurrent(Time since, Time used, Time now, Duration rotation, Duration unused)
{
    if (now - used >= unused)
        return TokenUse::Unknown;
    return now - since >= rotation ? TokenUse::Rotate : TokenUse::Accept;
}

//! A token that was replaced at `spent`; `previous` when it was replaced by the current one.
inline TokenUse useSpent(Time spent, bool previous, Time now, Duration grace)
{
    return previous && now - spent <= grace ? TokenUse::Successor : TokenUse::Reuse;
}

} // namespace jjak::domain
