// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/engine/redis/keyspace.h"

//! The names of what stands in Redis, each in the installation's keyspace.
namespace jjak::engine::keys {

//! Stream: the commands of a stream.
inline QByteArray commands(const Keyspace &space, int stream)
{
    return space.name("commands:" + QByteArray::number(stream));
}

//! Stream: what goes to the connections of a node.
inline QByteArray inbox(const Keyspace &space, qint64 node)
{
    return space.name("inbox:" + QByteArray::number(node));
}

//! A mark that a node leaves: when it is gone, so is everything else.
inline QByteArray node(const Keyspace &space, qint64 number)
{
    return space.name("node:" + QByteArray::number(number));
}

//! What a node writes to see whether Redis takes it.
inline QByteArray watch(const Keyspace &space, qint64 node)
{
    return space.name("watch:" + QByteArray::number(node));
}

//! Set: the nodes at which the account has a device; forgotten when nobody says so again.
inline QByteArray nodesOf(const Keyspace &space, const AccountId &account)
{
    return space.name("at:", account);
}

//! The last messages of a room, at most so many, for those who read them next.
inline QByteArray newest(const Keyspace &space, const RoomId &room, int limit)
{
    return space.name("newest:" + QByteArray::number(limit) + ':' + room.toBytes());
}

//! The one field of an entry of a stream.
inline constexpr char field[] = "s";

} // namespace jjak::engine::keys
