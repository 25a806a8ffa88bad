// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/describe.h"

namespace jjak::protocol {

//! Who may use a command. Local: only who reaches the server's own control socket, which implies everything below.
enum class Access { Public, SignedIn, Moderator, Operator, Local };
//! Which way it takes through the server.
enum class Route { Session, Password, Write, Read, Files };
//! Which rate limit counts it.
enum class Family { Session, Auth, Nearby, Send, Typing, Read, Search, Files, Safety, Date, Operate };

//! What the registry knows about a command, beside its fields.
struct Spec {
    std::string_view name;
    Access access;
    Route route;
    Family family;
    std::string_view doc;
};

template <>
struct EnumNames<Access> {
    static constexpr auto names = std::to_array<std::string_view>({"public", "signed in", "moderator", "operator", "local"});
};

//! Nothing to tell but success.
namespace cmd {

struct Empty {
    static constexpr std::string_view title = "Empty";
    static constexpr auto fields(auto each) { return each(); }
    bool operator==(const Empty &) const = default;
};

} // namespace cmd

} // namespace jjak::protocol
