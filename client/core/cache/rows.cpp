// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/cache/rows.h"

#include <QJsonArray>
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

//! Messages whose time ends, so that numbers without a message are no gaps: what is known is told by spans of numbers. And
//! files, mentions and members who are hidden.
QStringList fourthVersion()
{
    return {
        u"CREATE TABLE span (room BLOB NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (room, first)) WITHOUT ROWID"_s,
        u"INSERT INTO span SELECT room, MIN(seq), MAX(seq) FROM (SELECT room, seq, seq - ROW_NUMBER() OVER (PARTITION BY room ORDER BY seq) AS island FROM message) GROUP BY room, island"_s,
        u"ALTER TABLE message ADD COLUMN file BLOB"_s,
        u"ALTER TABLE message ADD COLUMN mentions TEXT"_s,
        u"ALTER TABLE message ADD COLUMN expires INTEGER"_s,
        u"CREATE INDEX message_expires ON message (expires) WHERE expires IS NOT NULL"_s,
        u"ALTER TABLE outbox ADD COLUMN mentions TEXT NOT NULL DEFAULT ''"_s,
        u"ALTER TABLE outbox ADD COLUMN file BLOB"_s,
        u"CREATE TABLE hidden (room BLOB NOT NULL, member INTEGER NOT NULL, PRIMARY KEY (room, member)) WITHOUT ROWID"_s,
    };
}

//! The post that somebody is about to write in the lounge.
QStringList fifthVersion()
{
    return {
        u"CREATE TABLE post_draft (only INTEGER PRIMARY KEY CHECK (only = 1), title TEXT NOT NULL, text TEXT NOT NULL, tags TEXT NOT NULL, cid BLOB)"_s,
    };
}

//! Coffee tables to be reminded of, beside events.
QStringList sixthVersion()
{
    return {
        u"ALTER TABLE reminder RENAME COLUMN event TO occasion"_s,
        u"ALTER TABLE reminder ADD COLUMN is_table INTEGER NOT NULL DEFAULT 0"_s,
    };
}

//! Pictures of the post that somebody is about to write.
QStringList seventhVersion()
{
    return {
        u"ALTER TABLE post_draft ADD COLUMN pictures BLOB"_s,
    };
}

//! How an outgoing file stands in its column. Paths may hold anything.
struct StoredFile {
    QString path; //!< base64
    QString name; //!< the same
    qint64 bytes = 0;
    qint64 modified = 0;
    bool image = false;
    static constexpr std::string_view title = "StoredFile";
    static constexpr auto fields(auto each)
    {
        using protocol::field;
        return each(field("path", &StoredFile::path, "Where it lies."), field("name", &StoredFile::name, "What to call it."), field("bytes", &StoredFile::bytes, "Its size."),
                          field("modified", &StoredFile::modified, "Of the file, in ms."), field("image", &StoredFile::image, "Shown as an image."));
    }
};

QString armoured(const QString &text)
{
    return QString::fromLatin1(text.toUtf8().toBase64());
}

QString plain(const QString &text)
{
    return QString::fromUtf8(QByteArray::fromBase64(text.toLatin1()));
}

QString joined(const QList<int> &numbers)
{
    QStringList out;
    for (const int number : numbers)
        out.append(QString::number(number));
    return out.join(u',');
}

QList<int> numbersOf(const QString &text)
{
    QList<int> out;
    for (const QString &number : text.split(u',', Qt::SkipEmptyParts))
        out.append(number.toInt());
    return out;
}

//! A column can only hold an object.
struct Reactions {
    QList<protocol::Reaction> reactions;
    static constexpr std::string_view title = "Reactions";
    static constexpr auto fields(auto each) { return each(protocol::field("reactions", &Reactions::reactions, "Of one message.")); }
};

//! The same.
struct Pictures {
    QList<protocol::Picture> pictures;
    static constexpr std::string_view title = "Pictures";
    static constexpr auto fields(auto each) { return each(protocol::field("pictures", &Pictures::pictures, "Of one draft.")); }
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
    if (from < 4)
        statements += fourthVersion();
    if (from < 5)
        statements += fifthVersion();
    if (from < 6)
        statements += sixthVersion();
    if (from < 7)
        statements += seventhVersion();
    return statements << u"PRAGMA user_version=%1"_s.arg(schemaVersion);
}

QByteArray encodeRoom(const protocol::Room &room)
{
    return protocol::encode(room);
}

std::optional<protocol::Room> decodeRoom(const QByteArray &json)
{
    QJsonObject room = QJsonDocument::fromJson(json).object();
    // Written before there were these.
    if (!room.isEmpty())
        for (const auto &[name, value] : std::initializer_list<std::pair<QLatin1StringView, QJsonValue>>{
                 {"changes"_L1, 0}, {"expiry"_L1, u"off"_s}, {"floor"_L1, 0}, {"slow"_L1, 0}, {"silent"_L1, false}, {"active"_L1, room.value("opened"_L1)}})
            if (!room.contains(name))
                room.insert(name, value);
    QJsonArray members = room.value("members"_L1).toArray();
    for (qsizetype i = 0; i < members.size(); ++i) {
        QJsonObject member = members[i].toObject();
        for (const auto &[name, value] : std::initializer_list<std::pair<QLatin1StringView, QJsonValue>>{{"got"_L1, 0}, {"role"_L1, u"member"_s}, {"banned"_L1, false}})
            if (!member.contains(name))
                member.insert(name, value);
        member.remove("presence"_L1);
        members[i] = member;
    }
    room.insert("members"_L1, members);
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
    if (!query.value(11).isNull())
        message.file = decodeJson<protocol::Attachment>(query.value(11).toByteArray());
    if (!query.value(12).isNull())
        message.mentions = numbersOf(query.value(12).toString());
    message.expires = readTime(query.value(13));
    return message;
}

QVariantList messageValues(RoomId room, const protocol::Message &message)
{
    const QVariant none(QMetaType::fromType<QByteArray>());
    const auto time = [&](const std::optional<Time> &at) { return at ? QVariant(toMs(*at)) : none; };
    return {room.toBytes(), message.seq, message.author, int(message.kind), message.text.isNull() ? u""_s : message.text, toMs(message.at),
            message.cid ? QVariant(message.cid->toBytes()) : none, message.reply ? QVariant(*message.reply) : none, time(message.edited), time(message.deleted),
            message.reactions ? QVariant(protocol::encode(Reactions{*message.reactions})) : none, changeOf(message),
            message.file ? QVariant(protocol::encode(*message.file)) : none, message.mentions ? QVariant(joined(*message.mentions)) : none, time(message.expires)};
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
    entry.mentions = numbersOf(query.value(11).toString());
    if (const auto file = query.value(12).isNull() ? std::nullopt : decodeJson<StoredFile>(query.value(12).toByteArray()))
        entry.file = OutgoingFile{plain(file->path), plain(file->name), file->bytes, fromMs(file->modified), file->image};
    return entry;
}

QVariantList outboxValues(const OutboxEntry &entry)
{
    const auto code = nameOf(entry.error.code);
    const auto text = [](const QString &value) { return value.isNull() ? u""_s : value; };
    const auto file = entry.file ? QVariant(protocol::encode(StoredFile{armoured(entry.file->path), armoured(entry.file->name), entry.file->bytes, toMs(entry.file->modified), entry.file->image}))
                                 : QVariant(QMetaType::fromType<QByteArray>());
    return {entry.room.toBytes(), entry.cid.toBytes(), text(entry.text), toMs(entry.created), int(entry.state), QString::fromUtf8(code.data(), qsizetype(code.size())), text(entry.error.field),
            text(entry.error.reason), qint64(entry.error.retry.count()), entry.seq, entry.reply, joined(entry.mentions), file};
}

QByteArray encodePictures(const QList<protocol::Picture> &pictures)
{
    return protocol::encode(Pictures{pictures});
}

QList<protocol::Picture> decodePictures(const QByteArray &json)
{
    const auto held = decodeJson<Pictures>(json);
    return held ? held->pictures : QList<protocol::Picture>();
}

} // namespace jjak::client::rows
