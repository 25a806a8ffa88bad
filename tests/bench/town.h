// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <vector>

#include "server/app/services.h"
#include "server/storage/store_set.h"

namespace jjak::bench {

//! A data folder as a server has it after a while: people, each in ten direct rooms, and Korean messages in them.
class Town {
public:
    static constexpr int roomsOfEach = 10;

    Town(int rooms, int messagesInEach);
    //! One more room, of the first two people, in which they have written so much; one message in a thousand has the rare word.
    RoomId longConversation(int messages);

    QString path() const { return m_folder.filePath(QStringLiteral("jjak.sqlite")); }
    const std::vector<app::Identity> &people() const { return m_people; }
    //! Said in about every tenth message; in one of a thousand; never.
    static QString commonWord();
    static QString rareWord();
    static QString unsaidWord();

private:
    void addRoom(storage::Database &database, RoomId id, const app::Identity &one, const app::Identity &other, int messages);
    QString sentence();

    QTemporaryDir m_folder;
    SeededRng m_rng{20261121};
    std::vector<app::Identity> m_people;
    std::vector<QString> m_words;
    Time m_now;
};

//! A reading connection as the server's readers are, and what it takes to answer a command.
class ReadingDesk {
public:
    explicit ReadingDesk(const QString &path) : m_set(path, storage::OpenAs::Reader) {}
    //! The answer's frame.
    QByteArray ask(const app::Identity &who, const protocol::Command &command);
    storage::Database &database() { return m_set.database(); }

private:
    storage::StoreSet m_set;
    app::Policy m_policy;
    app::ScriptShelf m_shelf;
    SystemRng m_rng;
};

//! Statements that look at every row of a table or index, as SQLite plans them.
QStringList walks(storage::Database &database);

} // namespace jjak::bench
