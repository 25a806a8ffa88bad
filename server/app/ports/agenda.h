// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "common/base/time.h"

namespace jjak::app {

//! What is due next: timers are data, and this asks the store for them.
class Agenda {
public:
    virtual ~Agenda() = default;
    //! The earliest of: deadlines of open proposals, ends of pairs kept apart, what dates,
    //! events and coffee tables have due, messages and files that expire, and tickets' away moments plus ticketGrace.
    virtual std::optional<Time> next(Duration ticketGrace) = 0;
};

} // namespace jjak::app
