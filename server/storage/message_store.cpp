// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/message_store.h"

#include <algorithm>

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

protocol::Message message(Row &row)
{
    protocol::Message out;
    row.to(out.seq, out.author, out.kind, out.text, out.at, out.cid);
    return out;
}

} // namespace

qint64 SqlMessageStore::append(const app::MessageRow &row)
{
    const protocol::Message &m = row.message;
    const auto seq = m_database.value<qint64>(u"UPDATE room SET head = head + 1, active = max(active, ?) WHERE id = ? RETURNING head"_s, m.at, row.room);
    if (!seq) {
        m_database.refuse("a message needs a room");
        return 0;
    }
    m_database.change(u"INSERT INTO message (room, seq, author, kind, text, at, device, cid) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s, row.room, *seq, m.author, m.kind, m.text, m.at, row.device, m.cid);
    if (m.author != 0 && m_database.change(u"UPDATE member SET written = written + 1, read = ? WHERE room = ? AND number = ?"_s, *seq, row.room, m.author) == 0)
        m_database.refuse("an author is a member");
    return m_database.failure() == Database::Failure::None ? *seq : 0;
}

std::optional<app::MessageRow> SqlMessageStore::byClientId(DeviceId device, ClientId cid)
{
    return m_database.first(
        u"SELECT room, device, seq, author, kind, text, at, cid FROM message WHERE device = ? AND cid = ?"_s,
        [](Row &row) {
            app::MessageRow out;
            row.to(out.room, out.device);
            out.message = message(row);
            return out;
        },
        device, cid);
}

QList<protocol::Message> SqlMessageStore::page(RoomId room, std::optional<qint64> before, std::optional<qint64> after, int limit)
{
    if (after)
        return m_database.list(u"SELECT seq, author, kind, text, at, cid FROM message WHERE room = ? AND seq > ? ORDER BY seq LIMIT ?"_s, message, room, *after, limit);
    QList<protocol::Message> out;
    if (before)
        out = m_database.list(u"SELECT seq, author, kind, text, at, cid FROM message WHERE room = ? AND seq < ? ORDER BY seq DESC LIMIT ?"_s, message, room, *before, limit);
    else
        out = m_database.list(u"SELECT seq, author, kind, text, at, cid FROM message WHERE room = ? ORDER BY seq DESC LIMIT ?"_s, message, room, limit);
    std::ranges::reverse(out);
    return out;
}

} // namespace jjak::storage
