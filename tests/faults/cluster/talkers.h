// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>

#include "tests/faults/cluster/checker.h"
#include "tests/faults/cluster/crowd.h"

namespace jjak::faults {

//! People who talk in rooms of four, half of them at each of two nodes, and stay there whatever happens; with the logs of it. Does not know the nodes.
class Talkers {
public:
    //! Writes them into the database; before the nodes start. Everybody writes every so many ms.
    Talkers(const QString &database, int people, int every);

    //! Half of them go to that port, from the calling thread's network. Twice.
    void begin(quint16 port);
    //! All are there, and nobody has waited long for an answer.
    bool served() const;
    bool waitUntilServed(int seconds) const;
    OperationLog &log() { return *m_log; }
    //! They end what they have begun. false when somebody still waits for something after a minute.
    bool becomeQuiet();
    //! Once, after becomeQuiet(). Throws when a log or the database cannot be read.
    Findings judge();

private:
    QTemporaryDir m_folder;
    const QString m_database;
    const int m_every;
    std::vector<test::PreparedPerson> m_people;
    std::vector<RoomId> m_rooms;
    std::unique_ptr<OperationLog> m_log;
    std::vector<std::unique_ptr<Crowd>> m_crowds;
};

//! How many streams each node owns, by its name; without those that nobody owns or whose lease is over.
QHash<QString, int> streamsOwned(const QString &database);

} // namespace jjak::faults
