// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/load_clients.h"
#include "tests/bench/percentiles.h"
#include "tests/support/prepared.h"

namespace jjak::bench {

using test::LoadClients;
using test::nowNs;

//! Signed-in Jjak clients that write messages and note when they are acknowledged and delivered.
class JjakLoad {
public:
    //! people: one client each, signed in by their tokens; rooms: roomSize consecutive people share one.
    JjakLoad(std::vector<quint16> ports, std::vector<test::PreparedPerson> people, std::vector<RoomId> rooms, int roomSize);

    //! Connects and signs in all; false when that fails.
    bool signIn();

    struct Result {
        double seconds = 0;
        quint64 acknowledged = 0, refused = 0, delivered = 0;
        Percentiles ack, delivery;
    };
    //! Every client sends its next message when the last one was acknowledged.
    Result closedLoop(int seconds);
    //! So many messages a second in all, whatever comes back; waits for what is outstanding at the end.
    Result openLoop(int perSecond, int seconds);

    LoadClients &clients() { return m_clients; }

private:
    void onText(int client, QByteArrayView payload);
    void write(int client);
    void drain();

    std::vector<test::PreparedPerson> m_people;
    std::vector<RoomId> m_rooms;
    int m_roomSize;
    LoadClients m_clients;
    SystemRng m_rng;
    int m_signedIn = 0;
    bool m_closedLoop = false, m_writing = false;
    quint64 m_sent = 0;
    Result m_result;
};

} // namespace jjak::bench
