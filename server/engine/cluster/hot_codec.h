// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "server/app/ports/rooms.h"

namespace jjak::engine {

//! How the messages of a room stood when its row was read. None of these numbers ever becomes smaller, and whoever writes, changes or takes
//! away a message makes one of them greater: the same stamp is the same messages. Only what expires goes without that, by time.
struct RoomStamp {
    qint64 head = 0, changes = 0, floor = 0;
    Time active; //!< tells apart what a database that was set back has numbered a second time

    //! The later of two stamps of a room has the greater one.
    qint64 version() const { return head + changes + floor; }
    friend bool operator==(const RoomStamp &, const RoomStamp &) = default;
};

RoomStamp stampOf(const app::RoomRow &row);

//! The last messages of a room as one server has read them, on their way to all others.
struct HotPage {
    RoomStamp stamp;
    Time read; //!< what had expired by then is not among them
    QList<protocol::Message> messages;
};

//! Not in JSON: reading fifty messages from that takes half as long as asking the database for them.
QByteArray encodeHotPage(const HotPage &page);
//! nullopt: no page of a server that knows the same fields of a message.
std::optional<HotPage> decodeHotPage(const QByteArray &bytes);

} // namespace jjak::engine
