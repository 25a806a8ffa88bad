// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "client/core/cache/cache.h"
#include "client/core/cache/rows.h"

namespace jjak::client {

using namespace Qt::StringLiterals;
using protocol::Message;

QList<Message> Cache::putMessages(RoomId room, const QList<Message> &messages)
{
    collect();
    const QString sql = u"INSERT INTO message (room, seq, author, kind, text, at, cid, reply, edited, deleted, reactions, change, file, mentions, expires) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                        "ON CONFLICT (room, seq) DO UPDATE SET author = excluded.author, kind = excluded.kind, text = excluded.text, at = excluded.at, cid = excluded.cid, "
                        "reply = excluded.reply, edited = excluded.edited, deleted = excluded.deleted, reactions = excluded.reactions, change = excluded.change, "
                        "file = excluded.file, mentions = excluded.mentions, expires = excluded.expires WHERE excluded.change >= message.change"_s;
    QList<Message> held;
    for (const Message &one : messages) {
        const bool kept = m_file.run(sql, rows::messageValues(room, one)).numRowsAffected() == 0;
        held.append(kept ? message(room, one.seq).value_or(one) : one);
        if (one.deleted)
            m_scrub.start();
    }
    for (qsizetype first = 0, next = 0; first < messages.size(); first = next) {
        for (++next; next < messages.size() && messages[next].seq == messages[next - 1].seq + 1;)
            ++next;
        cover(room, messages[first].seq, messages[next - 1].seq);
    }
    return held;
}

//! Spans that touch are one.
void Cache::cover(RoomId room, qint64 from, qint64 upTo)
{
    if (from > upTo)
        return;
    collect();
    const QVariantList touching{room.toBytes(), upTo + 1, from - 1};
    QSqlQuery query = m_file.run(u"SELECT MIN(first), MAX(last), COUNT(*) FROM span WHERE room = ? AND first <= ? AND last >= ?"_s, touching);
    if (query.next() && query.value(2).toInt() > 0) {
        const qint64 first = query.value(0).toLongLong(), last = query.value(1).toLongLong();
        if (query.value(2).toInt() == 1 && first <= from && last >= upTo)
            return;
        from = std::min(from, first);
        upTo = std::max(upTo, last);
        query.finish();
        m_file.exec(u"DELETE FROM span WHERE room = ? AND first <= ? AND last >= ?"_s, touching);
    }
    m_file.exec(u"INSERT INTO span (room, first, last) VALUES (?, ?, ?)"_s, {room.toBytes(), from, upTo});
}

std::optional<Message> Cache::message(RoomId room, qint64 seq)
{
    QSqlQuery query = m_file.run(u"SELECT seq, author, kind, text, at, cid, reply, edited, deleted, reactions, change, file, mentions, expires FROM message WHERE room = ? AND seq = ?"_s, {room.toBytes(), seq});
    return query.next() ? std::optional(rows::readMessage(query)) : std::nullopt;
}

QList<Message> Cache::messagesBefore(RoomId room, qint64 before, int limit)
{
    QSqlQuery span = m_file.run(u"SELECT first, last FROM span WHERE room = ? AND first < ? ORDER BY first DESC LIMIT 1"_s, {room.toBytes(), before});
    if (!span.next() || span.value(1).toLongLong() < before - 1)
        return {};
    QList<Message> messages;
    QSqlQuery query = m_file.run(u"SELECT seq, author, kind, text, at, cid, reply, edited, deleted, reactions, change, file, mentions, expires FROM message WHERE room = ? AND seq < ? AND seq >= ? ORDER BY seq DESC LIMIT ?"_s,
                                 {room.toBytes(), before, span.value(0), limit});
    while (query.next())
        messages.append(rows::readMessage(query));
    std::reverse(messages.begin(), messages.end());
    return messages;
}

std::optional<Message> Cache::newest(RoomId room)
{
    QSqlQuery query = m_file.run(u"SELECT seq, author, kind, text, at, cid, reply, edited, deleted, reactions, change, file, mentions, expires FROM message WHERE room = ? ORDER BY seq DESC LIMIT 1"_s, {room.toBytes()});
    return query.next() ? std::optional(rows::readMessage(query)) : std::nullopt;
}

Time Cache::latestBy(RoomId room, int author)
{
    QSqlQuery query = m_file.run(u"SELECT at FROM message WHERE room = ? AND author = ? ORDER BY seq DESC LIMIT 1"_s, {room.toBytes(), author});
    return query.next() ? fromMs(query.value(0).toLongLong()) : Time();
}

QHash<RoomId, QList<qint64>> Cache::dropExpired(Time now)
{
    QHash<RoomId, QList<qint64>> dropped;
    QSqlQuery query = m_file.run(u"SELECT room, seq FROM message WHERE expires <= ? ORDER BY seq"_s, {toMs(now)});
    while (query.next())
        dropped[RoomId::fromBytes(query.value(0).toByteArray())].append(query.value(1).toLongLong());
    query.finish();
    if (dropped.isEmpty())
        return dropped;
    collect();
    m_file.exec(u"DELETE FROM message WHERE expires <= ?"_s, {toMs(now)});
    m_scrub.start();
    return dropped;
}

std::optional<Time> Cache::nextExpiry()
{
    QSqlQuery query = m_file.run(u"SELECT MIN(expires) FROM message WHERE expires IS NOT NULL"_s);
    return query.next() && !query.value(0).isNull() ? std::optional(fromMs(query.value(0).toLongLong())) : std::nullopt;
}

void Cache::dropUpTo(RoomId room, qint64 floor)
{
    collect();
    m_file.exec(u"DELETE FROM message WHERE room = ? AND seq <= ?"_s, {room.toBytes(), floor});
    cover(room, 1, floor);
    m_scrub.start();
}

} // namespace jjak::client
