// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/gateway/rfc6455_cases.h"

#include <QByteArray>
#include <QList>
#include <QTcpSocket>

#include <functional>

namespace jjak::gateway::test {

//! What came back from a server that echoes.
struct Answer {
    struct Frame {
        int opcode = 0;
        QByteArray payload;
    };
    int status = 0; //!< of HTTP; 0: none
    QList<Frame> frames;
    bool ended = false; //!< the server has closed the connection
};

//! Bytes for a server, and the judgement on its answer.
struct ProbeCase {
    QByteArray name;
    QByteArray opening;                         //!< what is sent at once
    QByteArray afterwards;                      //!< what is sent when a 101 has come
    std::function<bool(const Answer &)> passes; //!< may be asked at any time
};

//! The case through the handshake: with `together`, the frames stand in the same write as the handshake.
ProbeCase probeFor(const FrameCase &c, bool together = false);
ProbeCase probeFor(const HandshakeCase &c);

//! A raw client that plays one case to a server and writes down the answer.
class Probe {
public:
    Probe(ProbeCase what, quint16 port, std::function<void()> onActivity);

    bool isConnected() const { return m_connected; }
    bool passes() const { return m_case.passes(m_answer); }
    const QByteArray &name() const { return m_case.name; }

private:
    void read();
    bool readHead();
    bool readFrame();

    ProbeCase m_case;
    Answer m_answer;
    QByteArray m_unread;
    bool m_connected = false;
    QTcpSocket m_socket;
};

//! Plays all cases to the server, many at a time, until all pass and then nothing changes, or nothing happens any more.
//! Returns the names of the cases that do not pass.
QList<QByteArray> failedBy(quint16 port, const QList<ProbeCase> &cases);

} // namespace jjak::gateway::test
