// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace jjak::client {

//! How far the connection to the server is.
enum class LinkState {
    Offline,    //!< not wanted
    Connecting, //!< the socket is being opened
    Greeting,   //!< open, `hello` is under way
    Online,     //!< greeted: commands can be sent
    Waiting,    //!< failed; tries again by itself
};

//! Why the last attempt or connection ended.
enum class LinkProblem {
    None,
    Unreachable,   //!< no route, refused, timed out
    NotFound,      //!< the name of the server is unknown
    Untrusted,     //!< its certificate is not valid; there is no way around that
    NotJjak,       //!< something answers there, but it does not speak jjak.v1
    WrongVersion,  //!< it speaks another version of the protocol
    Lost,          //!< the connection broke or fell silent
};

} // namespace jjak::client
