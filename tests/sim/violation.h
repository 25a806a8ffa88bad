// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>

namespace jjak::sim {

//! Somebody was wronged; what() tells how.
struct Violation : std::runtime_error {
    using std::runtime_error::runtime_error;
};

inline void require(bool holds, const char *what)
{
    if (!holds)
        throw Violation(what);
}

} // namespace jjak::sim
