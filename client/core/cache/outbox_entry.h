// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include "common/base/error.h"
#include "common/base/ids.h"

namespace jjak::client {

//! A file that goes with a message.
struct OutgoingFile {
    QString path;      //!< where its bytes lie; empty: with the cache, under the entry's id
    QString name;
    qint64 bytes = 0;
    Time modified{};   //!< of `path`: another time means that it is another file
    bool image = false;
    qint64 sent = 0;   //!< so much has arrived at the server, not kept over a restart
    int percent() const { return bytes > 0 ? int(sent * 100 / bytes) : 0; }
    bool operator==(const OutgoingFile &) const = default;
};

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
    QList<int> mentions = {};
    std::optional<OutgoingFile> file = {}; //!< `text` is its caption
    bool operator==(const OutboxEntry &) const = default;
};

} // namespace jjak::client
