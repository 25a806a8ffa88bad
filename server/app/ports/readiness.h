// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace jjak::app {

//! Whether this server can do its work at this moment. Any thread; answers at once.
class Readiness {
public:
    virtual ~Readiness() = default;
    //! Why not, a line for people without an end; nullptr: it can.
    virtual const char *complaint() const = 0;
};

} // namespace jjak::app
