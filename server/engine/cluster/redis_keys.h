// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include "common/base/ids.h"

//! The names of what stands in Redis.
namespace jjak::engine::keys {

//! Stream: the commands of a stream.
inline QByteArray commands(int stream)
{
    return "jjak:commands:" + QByteArray::number(stream);
}

//! Stream: what goes to the connections of a node.
inline QByteArray inbox(qint64 node)
{
    return "jjak:inbox:" + QByteArray::number(node);
}

//! A mark that a node leaves: when it is gone, so is everything else.
inline QByteArray node(qint64 number)
{
    return "jjak:node:" + QByteArray::number(number);
}

//! What a node writes to see whether Redis takes it.
inline QByteArray watch(qint64 node)
{
    return "jjak:watch:" + QByteArray::number(node);
}

//! Set: the nodes at which the account has a device; forgotten when nobody says so again.
inline QByteArray nodesOf(const AccountId &account)
{
    return "jjak:at:" + account.toBytes();
}

//! The last messages of a room, at most so many, for those who read them next.
inline QByteArray newest(const RoomId &room, int limit)
{
    return "jjak:newest:" + QByteArray::number(limit) + ':' + room.toBytes();
}

//! The one field of an entry of a stream.
inline constexpr char field[] = "s";

} // namespace jjak::engine::keys
