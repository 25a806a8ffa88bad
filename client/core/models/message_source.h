// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "common/protocol/values.h"

namespace jjak::client {

//! Where a MessageListModel gets its older messages from; the Session is one, a test another.
class MessageSource {
public:
    virtual ~MessageSource() = default;
    //! What is here without a gap right below `before`: at most `limit` messages in order of seq, possibly none.
    virtual QList<protocol::Message> cachedBefore(RoomId room, qint64 before, int limit) = 0;
    //! Asks the network for the page below `before`; the answer goes to olderArrived() or olderFailed() of the model.
    virtual void fetchBefore(RoomId room, qint64 before) = 0;
    //! One message, if it is here.
    virtual std::optional<protocol::Message> cachedMessage(RoomId room, qint64 seq)
    {
        Q_UNUSED(room)
        Q_UNUSED(seq)
        return std::nullopt;
    }
    //! What the host says in that line, as far as its words are known.
    virtual QString hostText(RoomId room, const protocol::Message &line) const
    {
        Q_UNUSED(room)
        Q_UNUSED(line)
        return QStringLiteral("…");
    }
};

} // namespace jjak::client
