// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/error.h"
#include "common/base/ids.h"

namespace jjak::client {

//! One message that somebody wrote and the server has not confirmed yet.
struct OutboxEntry {
    enum class State {
        Waiting, //!< will be sent, or is being sent
        Refused, //!< the server refuses it for good, see `error`; waits for retry() or discard()
        Stored,  //!< confirmed under `seq`; stays until the message itself is here
    };
    RoomId room;
    ClientId cid;
    QString text;
    Time created;
    State state = State::Waiting;
    Error error = {};
    qint64 seq = 0;
    qint64 reply = 0; //!< seq of the message it answers; 0: of none
    bool operator==(const OutboxEntry &) const = default;
};

} // namespace jjak::client
