// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <optional>

#include "common/protocol/values.h"

namespace jjak::app {

//! Which message.
struct MessageKey {
    RoomId room;
    qint64 seq = 0;
    friend bool operator==(const MessageKey &, const MessageKey &) = default;
};

//! A part of a walk through all rooms that looks for messages that are too old.
struct AgedPart {
    QList<MessageKey> messages;
    std::optional<RoomId> goOn; //!< behind that room; absent: that was the last part
};

//! What has to go, and how its bytes leave the disk.
class ExpiryStore {
public:
    virtual ~ExpiryStore() = default;
    //! Of messages that come from now on; advances the room's version.
    virtual void setExpiry(RoomId room, protocol::Expiry expiry) = 0;
    virtual QList<MessageKey> expired(Time now, int limit) = 0;      //!< messages, the earliest first
    virtual QList<MessageKey> expiredFiles(Time now, int limit) = 0; //!< messages whose image or file is due, the earliest first
    //! Messages from before that moment, in the rooms behind the given one.
    virtual AgedPart aged(Time before, std::optional<RoomId> behind, int rooms, int messages) = 0;
    //! The message with what it said before and what it carries. That it was sent is remembered until then, so that sending it
    //! again still has no effect.
    virtual void remove(const MessageKey &message, Time rememberUntil) = 0;
    //! Counts the messages that are gone from the room's beginning and moves read positions up to there; true, and another
    //! version of the room, when there are more than before. What is only expired is not counted.
    virtual bool raiseFloor(RoomId room, Time now) = 0;
    //! Gives free pages of the file back, at most so many.
    virtual void giveBack(int pages) = 0;
    //! Forgets messages that were remembered until then, at most limit.
    virtual void forgetSent(Time now, int limit) = 0;
    //! Writes the write-ahead log back and empties it: until then it has the bytes of what was deleted. false when somebody
    //! reads in it at this moment. Outside of transactions only.
    virtual bool emptyLog() = 0;
};

} // namespace jjak::app
