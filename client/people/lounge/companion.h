// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <map>
#include <memory>

#include "client/core/session.h"
#include "client/people/lounge/table_manners.h"

namespace jjak::people {

//! A demo person's part at coffee tables: offers one with a post of their own, sits down at others', says a few words in their
//! rooms, and goes again. They need a name in the lounge, which somebody else takes (Regular).
class Companion final : public QObject {
    Q_OBJECT

public:
    //! How long they wait before they look around again, and before they say something.
    struct Pace {
        Duration lookFrom = 20s, lookTo = 90s, sayFrom = 1500ms, sayTo = 5s;
    };
    //! Session and generator have to outlive it.
    Companion(client::Session &session, int number, Speech speech, Rng &rng, const Pace &pace, QObject *parent = nullptr);

private:
    //! What is said in one room.
    struct Chat {
        std::unique_ptr<TableTalk> talk;
        std::unique_ptr<QTimer> next; //!< the next thing to say
        QString heard;                //!< what to answer; empty: to greet
        std::optional<Time> people;   //!< when one of them said something last
    };

    void later();
    void goOn();
    void lookAround(const QList<protocol::Table> &mine);
    void leaveOld(const QList<protocol::Table> &mine);
    void offer();
    void sitDown();

    bool isTable(RoomId room) const;
    Chat &chat(RoomId room);
    void heard(RoomId room, const protocol::Message &message);
    void sayNext(RoomId room);
    Duration between(Duration from, Duration to);

    client::Session &m_session;
    const int m_number;
    const Speech m_speech;
    Rng &m_rng;
    const Pace m_pace;
    QTimer m_next;
    std::map<RoomId, Chat> m_chats;
};

} // namespace jjak::people
