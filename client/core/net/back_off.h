// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

#include "client/core/net/link_times.h"
#include "common/base/rng.h"

namespace jjak::client {

//! How long to wait before the next attempt: evenly distributed between nothing and a bound that doubles with every
//! failure ("full jitter", M. Brooker, Exponential Backoff and Jitter, 2015), so that many clients do not come at once.
inline Duration backOff(int failures, const LinkTimes &times, Rng &rng)
{
    const int doublings = std::clamp(failures - 1, 0, 20);
    const auto bound = std::min<qint64>(times.backOffLast.count(), times.backOffFirst.count() << doublings);
    return Duration(qint64(rng.below(std::uint64_t(bound) + 1)));
}

} // namespace jjak::client
