// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/cache/cache.h"

#include <QFile>

#include "client/core/cache/rows.h"
#include "client/core/log.h"

namespace jjak::client {

using namespace Qt::StringLiterals;

namespace {

// Long enough to take in a burst, short enough that a kill loses nothing worth telling (the server has it all).
constexpr Duration collectTime = 30ms;
// So long what is deleted may still stand in the journal beside the file.
constexpr Duration scrubTime = 1s;

void removeFiles(const QString &path)
{
    for (const auto suffix : {""_L1, "-wal"_L1, "-shm"_L1})
        QFile::remove(path + suffix);
}

QByteArray bytesOf(const OccasionId &id)
{
    return std::visit([](const auto &one) { return one.toBytes(); }, id);
}

} // namespace

Cache::Cache(QObject *parent) : QObject(parent)
{
    m_commit.setSingleShot(true);
    m_commit.setInterval(collectTime);
    connect(&m_commit, &QTimer::timeout, this, &Cache::commit);
    m_scrub.setSingleShot(true);
    m_scrub.setInterval(scrubTime);
    connect(&m_scrub, &QTimer::timeout, this, &Cache::scrub);
}

Cache::~Cache()
{
    close();
}

Cache::Opened Cache::open(const QString &path)
{
    close();
    m_path = path;
    const Schema schema = m_file.open(path) ? prepareSchema() : Schema::Failed;
    if (schema == Schema::Fine)
        return {};
    if (schema == Schema::Newer || m_file.isDamaged()) {
        qCWarning(logCache) << "begun anew, because:" << m_file.reason();
        return rebuild(path);
    }
    openInMemory();
    return {false, false, 0};
}

//! A full or read-only disk: without a cache on it one can still talk.
void Cache::openInMemory()
{
    m_path = u":memory:"_s;
    if (!openFile(m_path))
        qCCritical(logCache) << "there is no SQLite:" << m_file.reason();
}

void Cache::close()
{
    commit();
    m_scrub.stop();
    m_file.close();
}

void Cache::erase()
{
    close();
    if (m_path != ":memory:"_L1 && !m_path.isEmpty())
        removeFiles(m_path);
}

void Cache::eraseReadable()
{
    collect();
    for (const QString &statement : {u"DELETE FROM message"_s, u"DELETE FROM span"_s, u"DELETE FROM room"_s, u"DELETE FROM scroll"_s, u"DELETE FROM fact"_s, u"DELETE FROM date_room"_s, u"DELETE FROM words"_s})
        m_file.exec(statement);
    scrub();
}

//! What was deleted leaves the journal as well; in the file itself it is overwritten (secure_delete).
void Cache::scrub()
{
    commit();
    m_scrub.stop();
    m_file.exec(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
}

int Cache::schemaOfFile()
{
    QSqlQuery query = m_file.run(u"PRAGMA user_version"_s);
    return query.next() ? query.value(0).toInt() : -1;
}

Cache::Schema Cache::prepareSchema()
{
    const int version = schemaOfFile();
    if (version == rows::schemaVersion)
        return Schema::Fine;
    if (version < 0 || version > rows::schemaVersion)
        return version > 0 ? Schema::Newer : Schema::Failed;
    bool ok = m_file.exec(u"BEGIN IMMEDIATE"_s);
    for (const QString &statement : rows::schema(version))
        ok = ok && m_file.exec(statement);
    return m_file.exec(ok ? u"COMMIT"_s : u"ROLLBACK"_s) && ok ? Schema::Fine : Schema::Failed;
}

//! Takes what exists nowhere else out of the damaged file as far as it can be read, sets the file aside, begins anew.
Cache::Opened Cache::rebuild(const QString &path)
{
    std::vector<OutboxEntry> entries;
    QHash<RoomId, QString> texts;
    KeptPostDraft post;
    if (m_file.isOpen()) {
        const int version = schemaOfFile();
        entries = outboxOf(version);
        texts = drafts();
        post = postDraftOf(version);
    }
    m_file.close();
    const QString aside = path + u".damaged"_s;
    removeFiles(aside);
    for (const auto suffix : {""_L1, "-wal"_L1, "-shm"_L1})
        QFile::rename(path + suffix, aside + suffix);
    Opened opened{true, true, 0};
    if (!openFile(path)) {
        opened.stored = false;
        openInMemory();
    }
    for (const OutboxEntry &entry : entries)
        opened.saved += addOutbox(entry) ? 1 : 0;
    for (auto it = texts.cbegin(); it != texts.cend(); ++it, ++opened.saved)
        putDraft(it.key(), it.value());
    if (!post.draft.isEmpty()) {
        putPostDraft(post);
        ++opened.saved;
    }
    commit();
    return opened;
}

void Cache::collect()
{
    if (m_collecting || !m_file.isOpen())
        return;
    m_collecting = m_file.exec(u"BEGIN IMMEDIATE"_s);
    m_commit.start();
}

void Cache::commit()
{
    m_commit.stop();
    if (!m_collecting)
        return;
    m_collecting = false;
    if (!m_file.exec(u"COMMIT"_s))
        m_file.exec(u"ROLLBACK"_s);
}

//! In a transaction of its own that has reached the disk when this returns (together with everything before it).
bool Cache::writeThrough(const QString &sql, const QVariantList &values)
{
    commit();
    m_file.exec(u"PRAGMA synchronous=FULL"_s);
    const bool ok = m_file.exec(sql, values);
    m_file.exec(u"PRAGMA synchronous=NORMAL"_s);
    return ok;
}

void Cache::load(State &state)
{
    QSqlQuery query = m_file.run(u"SELECT json, have, changed FROM room"_s);
    while (query.next())
        if (const auto room = rows::decodeRoom(query.value(0).toByteArray()))
            state.rooms.insert(room->room, RoomEntry{*room, query.value(1).toLongLong(), {}, state.listing, query.value(2).toLongLong(), room->slow > 0 ? latestBy(room->room, room->me) : Time()});
    QSqlQuery hidden = m_file.run(u"SELECT room, member FROM hidden ORDER BY room, member"_s);
    while (hidden.next())
        state.hidden[RoomId::fromBytes(hidden.value(0).toByteArray())].append(hidden.value(1).toInt());
    QSqlQuery dates = m_file.run(u"SELECT room, json FROM date_room"_s);
    while (dates.next())
        if (const auto kept = rows::decodeDateRoom(dates.value(1).toByteArray()))
            state.dateRooms.insert(RoomId::fromBytes(dates.value(0).toByteArray()), *kept);
    QSqlQuery words = m_file.run(u"SELECT script, language, json FROM words"_s);
    while (words.next())
        state.words.put(ScriptId::fromBytes(words.value(0).toByteArray()), words.value(1).toString(), rows::decodeWords(words.value(2).toByteArray()));
}

bool Cache::isListed()
{
    return m_file.run(u"SELECT 1 FROM fact WHERE name = 'listed'"_s).next();
}

void Cache::setListed()
{
    collect();
    m_file.exec(u"INSERT OR REPLACE INTO fact (name, value) VALUES ('listed', '1')"_s);
}

void Cache::putRoom(const RoomEntry &entry)
{
    collect();
    m_file.exec(u"INSERT OR REPLACE INTO room (id, have, changed, json) VALUES (?, ?, ?, ?)"_s, {entry.room.room.toBytes(), entry.have, entry.changed, rows::encodeRoom(entry.room)});
}

void Cache::removeRoom(RoomId room)
{
    collect();
    for (const auto sql : {u"DELETE FROM room WHERE id = ?", u"DELETE FROM message WHERE room = ?", u"DELETE FROM span WHERE room = ?", u"DELETE FROM draft WHERE room = ?", u"DELETE FROM scroll WHERE room = ?",
                           u"DELETE FROM date_room WHERE room = ?"})
        m_file.exec(QString::fromUtf16(sql), {room.toBytes()});
    m_scrub.start();
}

void Cache::putDateRoom(RoomId room, const DateRoom &kept)
{
    collect();
    m_file.exec(u"INSERT OR REPLACE INTO date_room (room, json) VALUES (?, ?)"_s, {room.toBytes(), rows::encodeDateRoom(kept)});
}

void Cache::putHidden(RoomId room, const QList<int> &members)
{
    collect();
    m_file.exec(u"DELETE FROM hidden WHERE room = ?"_s, {room.toBytes()});
    for (const int member : members)
        m_file.exec(u"INSERT INTO hidden (room, member) VALUES (?, ?)"_s, {room.toBytes(), member});
}

void Cache::putWords(ScriptId script, const QString &language, const Words &words)
{
    collect();
    m_file.exec(u"INSERT OR REPLACE INTO words (script, language, json) VALUES (?, ?, ?)"_s, {script.toBytes(), language, rows::encodeWords(words)});
}

Reminders Cache::reminders()
{
    Reminders out;
    QSqlQuery query = m_file.run(u"SELECT occasion, is_table, start, said FROM reminder"_s);
    while (query.next()) {
        const QByteArray id = query.value(0).toByteArray();
        const bool isTable = query.value(1).toBool();
        out.insert(isTable ? OccasionId(TableId::fromBytes(id)) : OccasionId(EventId::fromBytes(id)), {fromMs(query.value(2).toLongLong()), query.value(3).toInt()});
    }
    return out;
}

void Cache::putReminder(const OccasionId &id, const Reminder &reminder)
{
    writeThrough(u"INSERT OR REPLACE INTO reminder (occasion, is_table, start, said) VALUES (?, ?, ?, ?)"_s, {bytesOf(id), std::holds_alternative<TableId>(id), toMs(reminder.from), reminder.said});
}

void Cache::removeReminder(const OccasionId &id)
{
    collect();
    m_file.exec(u"DELETE FROM reminder WHERE occasion = ?"_s, {bytesOf(id)});
}

QHash<RoomId, QString> Cache::drafts()
{
    QHash<RoomId, QString> out;
    QSqlQuery query = m_file.run(u"SELECT room, text FROM draft"_s);
    while (query.next())
        out.insert(RoomId::fromBytes(query.value(0).toByteArray()), query.value(1).toString());
    return out;
}

void Cache::putDraft(RoomId room, const QString &text)
{
    collect();
    if (text.isEmpty())
        m_file.exec(u"DELETE FROM draft WHERE room = ?"_s, {room.toBytes()});
    else
        m_file.exec(u"INSERT OR REPLACE INTO draft (room, text) VALUES (?, ?)"_s, {room.toBytes(), text});
}

KeptPostDraft Cache::postDraft()
{
    return postDraftOf(rows::schemaVersion);
}

//! Also out of a file that could not be brought up to date.
KeptPostDraft Cache::postDraftOf(int version)
{
    if (version < 5)
        return {};
    QSqlQuery query = m_file.run(version < 7 ? u"SELECT title, text, tags, cid, NULL FROM post_draft"_s : u"SELECT title, text, tags, cid, pictures FROM post_draft"_s);
    if (!query.next())
        return {};
    KeptPostDraft kept{{query.value(0).toString(), query.value(1).toString(), query.value(2).toString().split(u'\n', Qt::SkipEmptyParts), rows::decodePictures(query.value(4).toByteArray())}, {}};
    if (!query.value(3).isNull())
        kept.cid = ClientId::fromBytes(query.value(3).toByteArray());
    return kept;
}

void Cache::putPostDraft(const KeptPostDraft &kept)
{
    collect();
    const QVariant none(QMetaType::fromType<QByteArray>());
    if (kept.draft.isEmpty())
        m_file.exec(u"DELETE FROM post_draft"_s);
    else
        m_file.exec(u"INSERT OR REPLACE INTO post_draft (only, title, text, tags, cid, pictures) VALUES (1, ?, ?, ?, ?, ?)"_s,
                    {rows::present(kept.draft.title), rows::present(kept.draft.text), rows::present(kept.draft.tags.join(u'\n')), kept.cid ? QVariant(kept.cid->toBytes()) : none,
                     kept.draft.pictures.isEmpty() ? none : QVariant(rows::encodePictures(kept.draft.pictures))});
}

qint64 Cache::scrollPosition(RoomId room)
{
    QSqlQuery query = m_file.run(u"SELECT seq FROM scroll WHERE room = ?"_s, {room.toBytes()});
    return query.next() ? query.value(0).toLongLong() : 0;
}

void Cache::putScrollPosition(RoomId room, qint64 seq)
{
    collect();
    m_file.exec(u"INSERT OR REPLACE INTO scroll (room, seq) VALUES (?, ?)"_s, {room.toBytes(), seq});
}

//! A file that was set aside may be of an earlier version.
std::vector<OutboxEntry> Cache::outboxOf(int version)
{
    std::vector<OutboxEntry> out;
    QString sql = u"SELECT room, cid, text, created, state, code, field, reason, retry, seq, reply, mentions, file FROM outbox ORDER BY position"_s;
    if (version < 4)
        sql = u"SELECT room, cid, text, created, state, code, field, reason, retry, seq, reply, '', NULL FROM outbox ORDER BY position"_s;
    if (version < 3)
        sql = u"SELECT room, cid, text, created, state, code, field, reason, retry, seq, 0, '', NULL FROM outbox ORDER BY position"_s;
    QSqlQuery query = m_file.run(sql);
    while (query.next())
        out.push_back(rows::readOutbox(query));
    return out;
}

std::vector<OutboxEntry> Cache::outbox()
{
    return outboxOf(rows::schemaVersion);
}

bool Cache::addOutbox(const OutboxEntry &entry)
{
    return writeThrough(u"INSERT OR REPLACE INTO outbox (room, cid, text, created, state, code, field, reason, retry, seq, reply, mentions, file) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                        rows::outboxValues(entry));
}

bool Cache::updateOutbox(const OutboxEntry &entry)
{
    const QVariantList values = rows::outboxValues(entry);
    return writeThrough(u"UPDATE outbox SET state = ?, code = ?, field = ?, reason = ?, retry = ?, seq = ? WHERE cid = ?"_s, values.mid(4, 6) << entry.cid.toBytes());
}

bool Cache::removeOutbox(ClientId cid)
{
    // Not forced to the disk: after a power loss it would be sent once more under the same cid, which has no effect.
    collect();
    return m_file.exec(u"DELETE FROM outbox WHERE cid = ?"_s, {cid.toBytes()});
}

} // namespace jjak::client
