// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>

#include "server/gateway/limits.h"

namespace jjak::gateway {

//! Milliseconds of a clock that never jumps.
using Ticks = qint64;

//! One token bucket; starts full.
class Bucket {
public:
    //! Zero when one may be taken, and takes it; else how long until there is one.
    Duration take(const Rate &rate, Ticks now)
    {
        m_used = std::max(0.0, m_used - double(now - m_at) * rate.perSecond / 1000);
        m_at = now;
        if (m_used + 1 > rate.burst)
            return Duration(qint64(std::ceil((m_used + 1 - rate.burst) * 1000 / rate.perSecond)));
        m_used += 1;
        return Duration(0);
    }

private:
    double m_used = 0;
    Ticks m_at = 0;
};

} // namespace jjak::gateway
