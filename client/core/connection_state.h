// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace jjak::client {

//! What the interface shows about the connection of a Session.
enum class ConnectionState {
    Offline,    //!< no connection is wanted
    Connecting, //!< being opened
    Waiting,    //!< failed or lost; tries again by itself, see Session::retryAt()
    Connected,  //!< open, but nobody is signed in (a sign-in may be under way)
    Syncing,    //!< signed in; what was missed is being fetched
    Ready,      //!< signed in and up to date
};

//! Why a device is signed out.
enum class SignOutReason {
    Asked,    //!< by Session::signOut()
    Revoked,  //!< from another device, or by the operator
    Replaced, //!< the same device connected from elsewhere; the token is kept, connectTo() takes over again
    Expired,  //!< the server does not know the device token (any more)
};

} // namespace jjak::client
