// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>

#include "client/core/cache/cache.h"
#include "client/core/net/link_times.h"
#include "common/protocol/commands.h"

namespace jjak::client {

//! Sends what somebody wrote, room by room in order, one at a time in each, under the same client id until the server
//! confirms or refuses it; what it has not confirmed is in the cache before it is sent. Files are carried by another, and
//! nothing waits for them. It does not know why it may send.
class Outbox final : public QObject {
    Q_OBJECT

public:
    using Send = std::function<void(const protocol::cmd::Send &, std::function<void(Result<protocol::cmd::Sent>)>)>;

    //! Begins to carry a file; uploaded() follows, unless the connection ends before.
    using Upload = std::function<void(const OutboxEntry &)>;

    //! All arguments have to outlive the outbox. `send` calls back once, never during the call.
    Outbox(Cache &cache, Send send, Upload upload, const LinkTimes &times, QObject *parent = nullptr);

    //! Takes what the cache holds; stops sending.
    void load();
    //! Forgets all entries here, not in the cache; stops sending.
    void forget();
    //! The room may be sent to: signed in, and everything older of the room is here.
    void start(RoomId room);
    //! No room may be sent to.
    void stop();

    void add(const OutboxEntry &entry);
    //! Moves a refused entry behind all others and sends it again; under `fresh` when the server knows its id for
    //! another text.
    void retry(ClientId cid, ClientId fresh, Time now);
    //! false when it is being sent at this moment (a file never is) or not there.
    bool discard(ClientId cid);
    //! How a file has ended.
    void uploaded(RoomId room, ClientId cid, const Result<protocol::cmd::Sent> &answer) { answered(room, cid, answer); }
    //! So much of a file is at the server. True when another percent is.
    bool progress(ClientId cid, qint64 sent);
    //! Forgets everything of a room that is gone for good, also what is being sent.
    void drop(RoomId room);
    //! This message is here now: whatever entry it is, has arrived. `mine`: written by oneself.
    void messageHere(RoomId room, const protocol::Message &message, bool mine);
    //! All messages up to `have` are here, or will be pulled when somebody scrolls back to them.
    void haveUpTo(RoomId room, qint64 have);

    std::vector<OutboxEntry> entries(RoomId room) const;
    std::optional<OutboxEntry> entry(ClientId cid) const;
    QList<ClientId> files() const;
    QList<RoomId> rooms() const;
    int count(RoomId room, OutboxEntry::State state) const;
    int size() const;

Q_SIGNALS:
    void changed(jjak::RoomId room);
    //! The server has stored the entry. Emitted before the entry goes.
    void confirmed(const jjak::client::OutboxEntry &entry, qint64 seq, jjak::Time at);
    void refused(const jjak::client::OutboxEntry &entry);
    //! The entry is there no more, whatever became of it.
    void removed(const jjak::client::OutboxEntry &entry);
    //! A host does not let anybody, or this one, write now: what waits in the room is not kept but given back, in order,
    //! a line each. Emitted after the entries have gone.
    void returned(jjak::RoomId room, const QString &text, const jjak::Error &error);

private:
    void next(RoomId room);
    void carry(RoomId room);
    void answered(RoomId room, ClientId cid, const Result<protocol::cmd::Sent> &answer);
    void giveBack(RoomId room, const Error &error);
    void pause(RoomId room, Duration wait);
    OutboxEntry *find(ClientId cid);
    void remove(ClientId cid);

    Cache &m_cache;
    Send m_send;
    Upload m_upload;
    LinkTimes m_times;
    std::vector<OutboxEntry> m_entries; //!< in order of sending; seldom more than a few
    QSet<RoomId> m_open;                //!< may be sent to
    QSet<RoomId> m_paused;              //!< the server asked to wait
    QHash<RoomId, ClientId> m_inFlight;
    QSet<ClientId> m_carried; //!< files that are under way
};

} // namespace jjak::client
