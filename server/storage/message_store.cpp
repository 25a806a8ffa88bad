// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/message_store.h"

#include <algorithm>
#include <limits>

#include "server/storage/search_store.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const std::optional<QList<protocol::Reaction>> &reactions)
{
    QStringList lines;
    for (const protocol::Reaction &reaction : reactions.value_or(QList<protocol::Reaction>())) {
        QString line = reaction.emoji;
        for (const int member : reaction.members)
            line += u' ' + QString::number(member);
        lines.append(line);
    }
    return lines.join(u'\n');
}

QList<protocol::Reaction> reactionsFrom(const QString &text)
{
    QList<protocol::Reaction> out;
    for (const QString &line : text.split(u'\n')) {
        const QStringList words = line.split(u' ');
        protocol::Reaction reaction{words.first(), {}};
        for (const QString &word : words.mid(1))
            reaction.members.append(word.toInt());
        out.append(reaction);
    }
    return out;
}

QString textOf(const QList<int> &numbers)
{
    QStringList words;
    for (const int number : numbers)
        words.append(QString::number(number));
    return words.join(u' ');
}

QList<int> numbersFrom(const QString &text)
{
    QList<int> out;
    for (const QString &word : text.split(u' '))
        out.append(word.toInt());
    return out;
}

protocol::Message message(Row &row)
{
    protocol::Message out;
    std::optional<QString> reactions, mentions;
    row.to(out.seq, out.author, out.kind, out.text, out.at, out.cid, out.reply, out.edited, out.deleted, reactions, out.change, mentions, out.expires);
    if (mentions)
        out.mentions = numbersFrom(*mentions);
    if (reactions)
        out.reactions = reactionsFrom(*reactions);
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
    m_database.change(u"INSERT INTO message (room, seq, author, kind, text, at, device, cid, reply, mentions, expires) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s, row.room, *seq, m.author, m.kind, m.text, m.at,
                      row.device, m.cid, m.reply, m.mentions ? std::optional(textOf(*m.mentions)) : std::nullopt, m.expires);
    const bool said = m.kind != protocol::MessageKind::Notice; // what is only told of somebody is nothing they wrote
    if (m.author != 0 && m_database.change(u"UPDATE member SET written = written + ?, read = ?, got = max(got, ?), spoke = coalesce(?, spoke) WHERE room = ? AND number = ?"_s, said, *seq, *seq,
                                               said ? std::optional(m.at) : std::nullopt, row.room, m.author)
            == 0)
        m_database.refuse("an author is a member");
    if (*seq % messagesOfDigest == 0)
        writeDigest(m_database, row.room, *seq);
    return m_database.failure() == Database::Failure::None ? *seq : 0;
}

std::optional<app::MessageRow> SqlMessageStore::byClientId(DeviceId device, ClientId cid)
{
    auto found = m_database.first(
        u"SELECT room, device, seq, author, kind, text, at, cid, reply, edited, deleted, reactions, change, mentions, expires FROM message WHERE device = ? AND cid = ?"_s,
        [](Row &row) {
            app::MessageRow out;
            row.to(out.room, out.device);
            out.message = message(row);
            return out;
        },
        device, cid);
    if (!found)
        return gone(device, cid);
    addFile(found->room, found->message);
    return found;
}

std::optional<app::MessageRow> SqlMessageStore::gone(DeviceId device, ClientId cid)
{
    return m_database.first(
        u"SELECT room, device, seq, at, cid FROM sent WHERE device = ? AND cid = ?"_s,
        [](Row &row) {
            app::MessageRow out;
            row.to(out.room, out.device, out.message.seq, out.message.at, out.message.cid);
            out.message.deleted = out.message.at;
            return out;
        },
        device, cid);
}

//! Few messages carry something, so that it is looked up for those alone.
void SqlMessageStore::addFile(RoomId room, protocol::Message &m)
{
    if (m.deleted || (m.kind != protocol::MessageKind::Image && m.kind != protocol::MessageKind::File))
        return;
    m.file = m_database.first(
        u"SELECT name, bytes, type, width, height, thumbnail FROM attachment WHERE room = ? AND seq = ?"_s,
        [](Row &row) {
            protocol::Attachment out;
            row.to(out.name, out.bytes, out.type, out.width, out.height, out.thumbnail);
            return out;
        },
        room, m.seq);
}

QList<protocol::Message> SqlMessageStore::withFiles(RoomId room, QList<protocol::Message> messages)
{
    for (protocol::Message &m : messages)
        addFile(room, m);
    return messages;
}

std::optional<protocol::Message> SqlMessageStore::find(RoomId room, qint64 seq)
{
    auto found = m_database.first(u"SELECT seq, author, kind, text, at, cid, reply, edited, deleted, reactions, change, mentions, expires FROM message WHERE room = ? AND seq = ?"_s, message, room, seq);
    if (found)
        addFile(room, *found);
    return found;
}

qint64 SqlMessageStore::change(RoomId room, const protocol::Message &m)
{
    const auto number = m_database.value<qint64>(u"UPDATE room SET changes = changes + 1 WHERE id = ? RETURNING changes"_s, room);
    const QString reactions = textOf(m.reactions);
    if (!number
        || m_database.change(u"UPDATE message SET text = ?, edited = ?, deleted = ?, reactions = ?, change = ? WHERE room = ? AND seq = ?"_s, m.text, m.edited, m.deleted, reactions.isEmpty() ? std::nullopt : std::optional(reactions), number, room, m.seq) == 0)
        m_database.refuse("a change needs a message");
    return m_database.failure() == Database::Failure::None ? *number : 0;
}

QList<protocol::Message> SqlMessageStore::changes(RoomId room, qint64 after, int limit, Time now)
{
    return withFiles(room, m_database.list(u"SELECT seq, author, kind, text, at, cid, reply, edited, deleted, reactions, change, mentions, expires FROM message WHERE room = ? AND change > ? AND (expires IS NULL OR expires > ?) ORDER BY change LIMIT ?"_s, message, room, after, now, limit));
}

void SqlMessageStore::keepEarlier(RoomId room, const protocol::Message &m)
{
    m_database.change(u"INSERT INTO earlier (room, seq, change, at, text) VALUES (?, ?, ?, ?, ?)"_s, room, m.seq, m.change.value_or(0), m.edited.value_or(m.at), m.text);
}

QList<protocol::Message> SqlMessageStore::earlier(RoomId room, qint64 seq)
{
    return m_database.list(
        u"SELECT e.seq, m.author, m.kind, e.text, e.at FROM earlier e JOIN message m ON m.room = e.room AND m.seq = e.seq WHERE e.room = ? AND e.seq = ? ORDER BY e.change"_s,
        [](Row &row) {
            protocol::Message out;
            row.to(out.seq, out.author, out.kind, out.text, out.at);
            return out;
        },
        room, seq);
}

void SqlMessageStore::forgetEarlier(RoomId room, qint64 seq)
{
    m_database.change(u"DELETE FROM earlier WHERE room = ? AND seq = ?"_s, room, seq);
}

QList<protocol::Message> SqlMessageStore::page(RoomId room, std::optional<qint64> before, std::optional<qint64> after, int limit, Time now)
{
    if (after)
        return withFiles(room, m_database.list(u"SELECT seq, author, kind, text, at, cid, reply, edited, deleted, reactions, change, mentions, expires FROM message WHERE room = ? AND seq > ? AND (expires IS NULL OR expires > ?) ORDER BY seq LIMIT ?"_s, message, room, *after, now, limit));
    QList<protocol::Message> out;
    if (before)
        out = m_database.list(u"SELECT seq, author, kind, text, at, cid, reply, edited, deleted, reactions, change, mentions, expires FROM message WHERE room = ? AND seq < ? AND (expires IS NULL OR expires > ?) ORDER BY seq DESC LIMIT ?"_s, message, room, *before, now, limit);
    else
        out = m_database.list(u"SELECT seq, author, kind, text, at, cid, reply, edited, deleted, reactions, change, mentions, expires FROM message WHERE room = ? AND (expires IS NULL OR expires > ?) ORDER BY seq DESC LIMIT ?"_s, message, room, now, limit);
    std::ranges::reverse(out);
    return withFiles(room, std::move(out));
}

QList<QList<protocol::Message>> SqlMessageStore::newest(const QList<app::RoomRow> &rooms, int limit, Time now)
{
    QList<QList<protocol::Message>> out(rooms.size());
    if (limit == 1 && rooms.size() > 1) {
        findLast(rooms, now, out);
        return out;
    }
    for (qsizetype i = 0; i < rooms.size(); ++i) {
        if (rooms[i].head > 0)
            out[i] = page(rooms[i].id, std::nullopt, std::nullopt, limit, now);
    }
    return out;
}

// A statement for each room costs more than what it reads. The ids of the rooms go as one value, one behind the other, and beside it a
// number for each: of its last message, and of its place there. That those numbers are within a range is what makes PostgreSQL expect
// few of them: otherwise it reads the whole table as long as that is of some ten thousand messages, and takes twenty times as long.
void SqlMessageStore::findLast(const QList<app::RoomRow> &rooms, Time now, QList<QList<protocol::Message>> &out)
{
    const qint64 count = rooms.size();
    QByteArray ids;
    QStringList numbers;
    for (qint64 i = 0; i < count; ++i) {
        ids += rooms[i].id.toBytes();
        if (rooms[i].head > rooms[i].floor)
            numbers.append(QString::number(rooms[i].head * count + i));
    }
    if (numbers.isEmpty())
        return;
    const auto found = m_database.list(
        u"SELECT CAST(wanted.value AS BIGINT) % ?, m.seq, m.author, m.kind, m.text, m.at, m.cid, m.reply, m.edited, m.deleted, m.reactions, m.change, m.mentions, m.expires "
        "FROM json_each(?) wanted CROSS JOIN message m ON m.room = substr(?, CAST(1 + 16 * (CAST(wanted.value AS BIGINT) % ?) AS INTEGER), 16) AND m.seq = CAST(wanted.value AS BIGINT) / ? "
        "WHERE CAST(wanted.value AS BIGINT) BETWEEN 1 AND ? AND (m.expires IS NULL OR m.expires > ?)"_s,
        [](Row &row) {
            const auto place = row.next<qint64>();
            return std::pair{place, message(row)};
        },
        count, u'[' + numbers.join(u',') + u']', ids, count, count, std::numeric_limits<qint64>::max(), now);
    for (const auto &[place, last] : found)
        out[place] = withFiles(rooms[place].id, {last});
    for (qint64 i = 0; i < count; ++i) {
        if (out[i].isEmpty() && rooms[i].head > rooms[i].floor) // the last one has expired
            out[i] = page(rooms[i].id, std::nullopt, std::nullopt, 1, now);
    }
}

} // namespace jjak::storage
