// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/core/net/link_times.h"
#include "common/base/error.h"

namespace jjak::client {

//! Whether the same command may succeed later without anybody changing anything.
inline bool isPassing(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Unavailable:
    case ErrorCode::RateLimited:
    case ErrorCode::AuthBusy:
    case ErrorCode::AuthRequired:  // the session is not resumed yet
    case ErrorCode::ProtocolOrder: // the same
        return true;
    default:
        return false;
    }
}

//! A date's host lets nobody, or not this one, write at this moment: to be told to the person, not to be tried again.
inline bool isHosts(ErrorCode code)
{
    return code == ErrorCode::RoomFrozen || code == ErrorCode::RoomCooling;
}

//! When to try again after a passing refusal.
inline Duration retryAfter(const Error &error, const LinkTimes &times)
{
    return error.retry.count() > 0 ? error.retry : times.rateRetry;
}

} // namespace jjak::client
