// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include "client/core/cache/outbox_entry.h"
#include "client/core/cache/post_draft.h"
#include "client/core/cache/sqlite_file.h"
#include "client/core/remind/reminders.h"
#include "client/core/state/state.h"

namespace jjak::client {

//! What of one account lies on this computer: rooms and messages for reading without a connection, and what exists only
//! here - drafts and the outbox. The process may be killed at any moment: what belongs together is written together.
//! What the server also knows is collected for a moment and written in one transaction; the outbox is written through to
//! the disk before the call returns. It knows no network and shows nothing.
class Cache final : public QObject {
    Q_OBJECT

public:
    struct Opened {
        bool stored = true;   //!< false: it cannot be written to the disk and lives in memory
        bool rebuilt = false; //!< was damaged or of a newer program; it lies beside as "….damaged"
        int saved = 0;        //!< outbox entries and drafts that were taken over from the damaged one
    };

    explicit Cache(QObject *parent = nullptr);
    ~Cache() override;

    //! Path of the file, or ":memory:".
    Opened open(const QString &path);
    void close();
    //! Closes and deletes the file.
    void erase();
    //! Deletes what the server also knows; drafts and the outbox stay.
    void eraseReadable();
    bool isOpen() const { return m_file.isOpen(); }

    //! Reads all rooms (with `have` and `changed`), what is kept about those of dates, and the words of scripts into the state.
    void load(State &state);
    //! Whether a complete listing of rooms was ever stored.
    bool isListed();
    void setListed();
    void putRoom(const RoomEntry &entry);
    void removeRoom(RoomId room);

    void putDateRoom(RoomId room, const DateRoom &kept);
    void putWords(ScriptId script, const QString &language, const Words &words);

    Reminders reminders();
    void putReminder(const OccasionId &id, const Reminder &reminder);
    void removeReminder(const OccasionId &id);

    //! Members of groups whose messages are hidden, and by which block.
    void putHidden(RoomId room, const QList<int> &members); //!< all who are hidden there

    //! Replaces what is held, unless that is of a later change. What is held now, in the same order.
    QList<protocol::Message> putMessages(RoomId room, const QList<protocol::Message> &messages);
    //! Everything that there is from one number to another is here; what is not here in between is gone.
    void cover(RoomId room, qint64 from, qint64 upTo);
    std::optional<protocol::Message> message(RoomId room, qint64 seq);
    //! What there is right below `before`, in order of seq, at most `limit`; as far as nothing is missing in between.
    QList<protocol::Message> messagesBefore(RoomId room, qint64 before, int limit);
    //! The newest one that is here.
    std::optional<protocol::Message> newest(RoomId room);
    //! When that member's newest message was stored, as far as it is here.
    Time latestBy(RoomId room, int author);
    //! Deletes the messages whose time is over, and tells which.
    QHash<RoomId, QList<qint64>> dropExpired(Time now);
    //! When the time of the next one is over.
    std::optional<Time> nextExpiry();
    //! Deletes everything up to that number.
    void dropUpTo(RoomId room, qint64 floor);

    QHash<RoomId, QString> drafts();
    //! Empty removes.
    void putDraft(RoomId room, const QString &text);
    //! Of a post in the lounge; an empty one removes.
    KeptPostDraft postDraft();
    void putPostDraft(const KeptPostDraft &kept);
    qint64 scrollPosition(RoomId room);
    void putScrollPosition(RoomId room, qint64 seq);

    //! All entries, in the order in which they are to be sent.
    std::vector<OutboxEntry> outbox();
    //! Behind all others, replacing one of the same cid. On the disk when it returns true.
    bool addOutbox(const OutboxEntry &entry);
    //! Changes state, error, seq of the entry of that cid.
    bool updateOutbox(const OutboxEntry &entry);
    bool removeOutbox(ClientId cid);

    //! Ends the transaction that is collecting.
    void commit();

private:
    enum class Schema { Fine, Newer, Failed };
    Schema prepareSchema();
    int schemaOfFile();
    std::vector<OutboxEntry> outboxOf(int version);
    KeptPostDraft postDraftOf(int version);
    bool openFile(const QString &path) { return m_file.open(path) && prepareSchema() == Schema::Fine; }
    void collect();
    bool writeThrough(const QString &sql, const QVariantList &values);
    Opened rebuild(const QString &path);
    void openInMemory();
    void scrub();

    SqliteFile m_file;
    QString m_path;
    QTimer m_commit, m_scrub;
    bool m_collecting = false;
};

} // namespace jjak::client
