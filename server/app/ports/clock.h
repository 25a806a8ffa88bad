// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/time.h"

namespace jjak::app {

//! Where time comes from: the system in production, a variable in tests. Any thread.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Time now() const = 0;
};

class SystemClock final : public Clock {
public:
    Time now() const override { return std::chrono::floor<Duration>(std::chrono::system_clock::now()); }
};

} // namespace jjak::app
