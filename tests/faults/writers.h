// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <deque>

#include "tests/support/load_clients.h"
#include "tests/support/prepared.h"

namespace jjak::test {

//! A message somebody wrote, and what they were told about it.
struct Written {
    ClientId cid;
    int number = 0; //!< counts up for each writer
    qint64 seq = 0; //!< 0: not acknowledged (yet)
};

//! People who write without pause, note every acknowledgement, and after an interruption send again, with the same ids and
//! in the same order, what was not acknowledged. They survive their server.
class Writers {
public:
    //! roomSize consecutive people share one of the rooms.
    Writers(std::vector<PreparedPerson> people, std::vector<RoomId> rooms, int roomSize);

    //! Connects to a server that has just been started, signs in and writes for so long; then the connections are dropped.
    //! false when the sign-in fails.
    bool work(quint16 port, int milliseconds) { return session(port, milliseconds, true); }
    //! Like work(), but writes nothing new and ends when everything is acknowledged.
    bool finish(quint16 port);

    quint64 acknowledged() const;
    quint64 written() const;
    //! What was wrong with an answer while it came in, empty if nothing.
    const QString &contradiction() const { return m_contradiction; }

    //! Compared with what is stored: how much of the acknowledged is missing or stands elsewhere, how much is stored twice,
    //! how many numbers are left out, and how many messages of one writer stand in another order than they were written.
    struct Verdict {
        qint64 lost = 0, doubled = 0, gaps = 0, disordered = 0;
    };
    Verdict compare(app::Stores &stores) const;

private:
    struct Writer {
        PreparedPerson person;
        RoomId room;
        std::deque<Written> open; //!< in order of writing
        std::vector<Written> acknowledged;
        QHash<qint64, ClientId> requests; //!< of this connection
        qint64 nextRequest = 10;
        int nextNumber = 1;
    };
    bool session(quint16 port, int milliseconds, bool writeMore);
    bool allAcknowledged() const;
    void onText(int index, QByteArrayView payload);
    void send(int index, const Written &message);
    void writeNext(int index);

    std::vector<Writer> m_writers;
    LoadClients *m_clients = nullptr;
    SystemRng m_rng;
    int m_signedIn = 0;
    bool m_writeMore = false;
    QString m_contradiction;
};

} // namespace jjak::test
