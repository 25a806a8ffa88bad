// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/cache/rows.h"

#include <QJsonDocument>

#include "common/protocol/commands.h"
#include "common/protocol/described_codec.h"

namespace jjak::client::rows {

using namespace Qt::StringLiterals;

namespace {

QStringList firstVersion()
{
    return {
        u"CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"_s,
        u"CREATE TABLE room (id BLOB PRIMARY KEY, have INTEGER NOT NULL, json BLOB NOT NULL) WITHOUT ROWID"_s,
        u"CREATE TABLE message (room BLOB NOT NULL, seq INTEGER NOT NULL, author INTEGER NOT NULL, kind INTEGER NOT NULL, text TEXT NOT NULL, "
        "at INTEGER NOT NULL, cid BLOB, PRIMARY KEY (room, seq)) WITHOUT ROWID"_s,
        u"CREATE TABLE draft (room BLOB PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID"_s,
        u"CREATE TABLE scroll (room BLOB PRIMARY KEY, seq INTEGER NOT NULL) WITHOUT ROWID"_s,
        u"CREATE TABLE outbox (position INTEGER PRIMARY KEY AUTOINCREMENT, room BLOB NOT NULL, cid BLOB NOT NULL UNIQUE, text TEXT NOT NULL, "
        "created INTEGER NOT NULL, state INTEGER NOT NULL, code TEXT NOT NULL, field TEXT NOT NULL, reason TEXT NOT NULL, retry INTEGER NOT NULL, "
        "seq INTEGER NOT NULL)"_s,
    };
}

//! Of dates: what is kept about their rooms, what their hosts say, and the events to be reminded of.
QStringList secondVersion()
{
    return {
        u"CREATE TABLE date_room (room BLOB PRIMARY KEY, json BLOB NOT NULL) WITHOUT ROWID"_s,
        u"CREATE TABLE words (script BLOB NOT NULL, language TEXT NOT NULL, json BLOB NOT NULL, PRIMARY KEY (script, language)) WITHOUT ROWID"_s,
        u"CREATE TABLE reminder (event BLOB PRIMARY KEY, start INTEGER NOT NULL, said INTEGER NOT NULL) WITHOUT ROWID"_s,
    };
}

//! Messages that can be changed, and that answer others.
QStringList thirdVersion()
{
    return {
        u"ALTER TABLE room ADD COLUMN changed INTEGER NOT NULL DEFAULT 0"_s,
        u"ALTER TABLE message ADD COLUMN reply INTEGER"_s,
        u"ALTER TABLE message ADD COLUMN edited INTEGER"_s,
        u"ALTER TABLE message ADD COLUMN deleted INTEGER"_s,
        u"ALTER TABLE message ADD COLUMN reactions BLOB"_s,
        u"ALTER TABLE message ADD COLUMN change INTEGER NOT NULL DEFAULT 0"_s,
        u"ALTER TABLE outbox ADD COLUMN reply INTEGER NOT NULL DEFAULT 0"_s,
    };
}

//! A column can only hold an object.
struct Reactions {
    QList<protocol::Reaction> reactions;
    static constexpr std::string_view title = "Reactions";
    static constexpr auto fields() { return std::tuple(protocol::field("reactions", &Reactions::reactions, "Of one message.")); }
};

template <class T>
std::optional<T> decodeJson(const QByteArray &json)
{
    const auto value = protocol::decode<T>(QJsonValue(QJsonDocument::fromJson(json).object()));
    return value ? std::optional(*value) : std::nullopt;
}

std::optional<Time> readTime(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(fromMs(value.toLongLong()));
}

} // namespace

QStringList schema(int from)
{
    QStringList statements;
    if (from < 1)
        statements += firstVersion();
    if (from < 2)
        statements += secondVersion();
    if (from < 3)
        statements += thirdVersion();
    return statements << u"PRAGMA user_version=%1"_s.arg(schemaVersion);
}

QByteArray encodeRoom(const protocol::Room &room)
{
    return protocol::encode(room);
}

std::optional<protocol::Room> decodeRoom(const QByteArray &json)
{
    QJsonObject room = QJsonDocument::fromJson(json).object();
    // Written before changes were counted.
    if (!room.isEmpty() && !room.contains("changes"_L1))
        room.insert("changes"_L1, 0);
    const auto value = protocol::decode<protocol::Room>(QJsonValue(room));
    return value ? std::optional(*value) : std::nullopt;
}

QByteArray encodeDateRoom(const DateRoom &room)
{
    return protocol::encode(room);
}

std::optional<DateRoom> decodeDateRoom(const QByteArray &json)
{
    return decodeJson<DateRoom>(json);
}

QByteArray encodeWords(const Words &words)
{
    protocol::cmd::Texts texts;
    for (auto it = words.cbegin(); it != words.cend(); ++it)
        texts.texts.append({it.key(), it.value()});
    return protocol::encode(texts);
}

Words decodeWords(const QByteArray &json)
{
    Words words;
    if (const auto texts = decodeJson<protocol::cmd::Texts>(json))
        for (const auto &text : texts->texts)
            words.insert(text.key, text.text);
    return words;
}

protocol::Message readMessage(const QSqlQuery &query)
{
    protocol::Message message;
    message.seq = query.value(0).toLongLong();
    message.author = query.value(1).toInt();
    message.kind = protocol::MessageKind(query.value(2).toInt());
    message.text = query.value(3).toString();
    message.at = fromMs(query.value(4).toLongLong());
    if (!query.value(5).isNull())
        message.cid = ClientId::fromBytes(query.value(5).toByteArray());
    if (!query.value(6).isNull())
        message.reply = query.value(6).toLongLong();
    message.edited = readTime(query.value(7));
    message.deleted = readTime(query.value(8));
    if (const auto held = query.value(9).isNull() ? std::nullopt : decodeJson<Reactions>(query.value(9).toByteArray()))
        message.reactions = held->reactions;
    if (const qint64 change = query.value(10).toLongLong(); change > 0)
        message.change = change;
    return message;
}

QVariantList messageValues(RoomId room, const protocol::Message &message)
{
    const QVariant none(QMetaType::fromType<QByteArray>());
    const auto time = [&](const std::optional<Time> &at) { return at ? QVariant(toMs(*at)) : none; };
    return {room.toBytes(), message.seq, message.author, int(message.kind), message.text.isNull() ? u""_s : message.text, toMs(message.at),
            message.cid ? QVariant(message.cid->toBytes()) : none, message.reply ? QVariant(*message.reply) : none, time(message.edited), time(message.deleted),
            message.reactions ? QVariant(protocol::encode(Reactions{*message.reactions})) : none, changeOf(message)};
}

OutboxEntry readOutbox(const QSqlQuery &query)
{
    OutboxEntry entry;
    entry.room = RoomId::fromBytes(query.value(0).toByteArray());
    entry.cid = ClientId::fromBytes(query.value(1).toByteArray());
    entry.text = query.value(2).toString();
    entry.created = fromMs(query.value(3).toLongLong());
    entry.state = OutboxEntry::State(query.value(4).toInt());
    entry.error.code = errorCodeFrom(query.value(5).toString()).value_or(ErrorCode::Unavailable);
    entry.error.field = query.value(6).toString();
    entry.error.reason = query.value(7).toString();
    entry.error.retry = Duration(query.value(8).toLongLong());
    entry.seq = query.value(9).toLongLong();
    entry.reply = query.value(10).toLongLong();
    return entry;
}

QVariantList outboxValues(const OutboxEntry &entry)
{
    const auto code = nameOf(entry.error.code);
    const auto text = [](const QString &value) { return value.isNull() ? u""_s : value; };
    return {entry.room.toBytes(), entry.cid.toBytes(), text(entry.text), toMs(entry.created), int(entry.state), QString::fromUtf8(code.data(), qsizetype(code.size())), text(entry.error.field),
            text(entry.error.reason), qint64(entry.error.retry.count()), entry.seq, entry.reply};
}

} // namespace jjak::client::rows
