// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/entry_reader.h"
#include "server/app/services/context.h"

namespace jjak::app {

//! What the operator sees of the servers that share a database, and of commands that they could not run: dead letters, which are opened
//! here, and put back into their streams. Readers' threads.
class OperatorDesk {
public:
    //! `entries`: null for a server that is alone, which can open none.
    OperatorDesk(CommandLog &log, const EntryReader *entries) : m_log(log), m_entries(entries) {}

    //! false: it is no command for this desk. Otherwise it is answered, or the worker answers it.
    bool run(Context &ctx, const Caller &caller, const protocol::Command &command) const;

private:
    Result<protocol::cmd::OpenedLetter> show(Context &ctx, const protocol::cmd::ShowLetter &command) const;
    //! An error: it does not get into its stream. Otherwise the worker that runs it tells the caller.
    std::optional<Error> replay(Context &ctx, const Caller &caller, const protocol::cmd::ReplayLetter &command) const;
    std::optional<Job> open(const DeadLetter &letter) const { return m_entries ? m_entries->read(letter.origin) : std::nullopt; }

    CommandLog &m_log;
    const EntryReader *m_entries;
};

} // namespace jjak::app
