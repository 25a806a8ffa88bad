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
        quint64 acknowledged = 0, refused = 0, delivered = 0, read = 0;
        Percentiles ack, delivery, reading;
    };
    //! Every client sends its next message when the last one was acknowledged.
    Result closedLoop(int seconds);
    //! From then on everybody also opens their room, before every so manieth of their messages in a closed loop. 0: nobody.
    void readBeforeEvery(int messages) { m_readBeforeEvery = messages; }
    //! So many messages a second in all, whatever comes back; waits for what is outstanding at the end.
    Result openLoop(int perSecond, int seconds);

    LoadClients &clients() { return m_clients; }

private:
    void onText(int client, QByteArrayView payload);
    void write(int client);
    void read(int client);
    void drain();

    std::vector<test::PreparedPerson> m_people;
    std::vector<RoomId> m_rooms;
    int m_roomSize;
    LoadClients m_clients;
    SystemRng m_rng;
    int m_signedIn = 0, m_readBeforeEvery = 0;
    bool m_closedLoop = false, m_writing = false;
    quint64 m_sent = 0;
    Result m_result;
};

} // namespace jjak::bench
