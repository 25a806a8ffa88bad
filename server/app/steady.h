// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

#include "common/base/time.h"

namespace jjak::app {

//! A clock that never goes back, in ms from some moment or other; for how long ago something was.
inline qint64 steadyMs()
{
    return std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

} // namespace jjak::app
