// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/core/session.h"
#include "client/core/settings/secret_stores.h"
#include "tests/sim/chat_exchange.h"
#include "tests/sim/chat_talk.h"

namespace jjak::sim {

//! One device of a person: the whole client core as the programs have it, without a window; what its owner does with it
//! without much thought, and what they remember of that.
class Device {
public:
    //! The cache lies in `folder`. `number` 0 makes the account, all others sign in to it.
    Device(Exchange &exchange, Rng &rng, const QString &owner, int number, const QString &folder);

    //! The program starts, also again after it has ended.
    void start();
    void end() { m_session.reset(); }
    void signIn();
    //! Does something and tells what; empty when there was nothing to do.
    QString act(Talk &deeds);

    client::Session &session() { return *m_session; }
    const client::Session &session() const { return *m_session; }
    QString name() const { return QStringLiteral("%1/%2").arg(m_owner).arg(m_number); }
    AccountId account() const { return m_account; }
    DeviceId id() const { return m_id; }
    //! Everything that was wanted is done or refused for good.
    bool isAtRest() const;

    struct Said {
        RoomId room;
        ClientId cid;
        QString text;
        bool isLoose = false; //!< sent again after a refusal, so that its place among the others is not its owner's any more
    };
    const QList<Said> &said() const { return m_said; }
    bool isDiscarded(ClientId cid) const { return m_discarded.contains(cid); }
    //! Up to where its owner has looked.
    qint64 marked(RoomId room) const { return m_marked.value(room); }
    //! The rooms whose models are open, with them.
    const QMap<RoomId, client::MessageListModel *> &open() const { return m_open; }
    //! What the client has told its owner and should not have; empty when there is nothing.
    QString complaint() const { return m_complaint; }

private:
    QString meet(Talk &deeds);
    QString say(RoomId room, Talk &deeds);
    QString change(RoomId room, Talk &deeds);
    QString look(RoomId room, Talk &deeds);
    QString join(Talk &deeds);
    QString gather(Talk &deeds);
    QString govern(const protocol::Room &group, Talk &deeds);
    void forget(RoomId room);
    QString set(RoomId room, Talk &deeds);
    QString tidy(RoomId room, Talk &deeds);
    bool sayOnce(RoomId room, qint64 replyTo);
    std::optional<protocol::Message> anyMessage(RoomId room, bool mine);
    client::Callback<> answered();
    void messageArrived(RoomId room, const protocol::Message &message);
    static QString called(RoomId room) { return QString::fromLatin1(room.toText().left(4)); }
    int any(int bound) { return int(m_rng.below(quint64(bound))); }

    Exchange &m_exchange;
    Rng &m_rng;
    QString m_owner;
    int m_number;
    QString m_folder;
    client::MemoryStore m_secrets;
    SeededRng m_own; //!< the client's chance: ids, pauses
    AccountId m_account;
    DeviceId m_id;
    QList<Said> m_said;
    QSet<ClientId> m_discarded;
    QHash<RoomId, qint64> m_marked;
    QMap<RoomId, client::MessageListModel *> m_open;
    QSet<std::pair<RoomId, qint64>> m_heard; //!< messages that were told since the program's start
    QString m_complaint;
    int m_words = 0;
    int m_asked = 0; //!< requests without an answer
    int m_starts = 0;
    std::unique_ptr<client::Session> m_session; //!< last: it calls back into the others
};

} // namespace jjak::sim
