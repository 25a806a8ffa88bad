// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/authenticator.h"
#include "server/app/files/file_desk.h"
#include "server/app/operator_desk.h"
#include "server/app/pool.h"
#include "server/app/script_shelf.h"

namespace jjak::app {

//! The application's front door: sends every command the way its registry entry names.
class Reception final : public FrontDoor {
public:
    //! `entries`: null for a server that is alone.
    Reception(std::function<std::unique_ptr<StoreAccess>()> openReader, int readers, Authenticator &authenticator, FileDesk &files, CommandLog &log, FanOut &fanOut, const Clock &clock, const Policy &policy,
              const EntryReader *entries = nullptr);

    void submit(Caller caller, protocol::Command command) override;
    void chunk(Caller caller, QByteArray bytes) override { m_files.chunk(caller, bytes); }
    void gone(Identity identity, ConnectionId connection) override;
    //! Finishes the reads that were taken in.
    void stop() { m_readers.stop(); }

private:
    void hello(const Caller &caller, const protocol::cmd::Hello &command);
    void read(const Caller &caller, protocol::Command command);
    //! nullopt: these stores cannot be read now.
    std::optional<std::vector<Outgoing>> readFrom(Stores &stores, const Caller &caller, const protocol::Command &command);
    void files(const Caller &caller, const protocol::Command &command);
    void refuse(const Caller &caller, const Error &error);

    Authenticator &m_authenticator;
    FileDesk &m_files;
    CommandLog &m_log;
    FanOut &m_fanOut;
    const Clock &m_clock;
    const Policy &m_policy;
    ScriptShelf m_shelf;
    const OperatorDesk m_desk;
    Pool<StoreAccess> m_readers; //!< last: its threads use the others
};

} // namespace jjak::app
