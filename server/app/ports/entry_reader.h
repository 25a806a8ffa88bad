// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/command_log.h"

namespace jjak::app {

//! Opens what stood in a stream of servers that share a database. Any thread.
class EntryReader {
public:
    virtual ~EntryReader() = default;
    //! nullopt: not written by one of us, or by another version.
    virtual std::optional<Job> read(const Origin &origin) const = 0;
};

} // namespace jjak::app
