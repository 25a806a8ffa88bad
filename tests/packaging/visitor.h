// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslSocket>
#include <functional>

namespace jjak::test {

//! A client that comes over TLS from an address of this machine that the test chooses (all of 127.0.0.0/8 are), and says and hears no
//! more than tests of a proxy need. Waits with an event loop.
class Visitor {
public:
    //! Connects and asks for a WebSocket, with further header lines, each with CRLF.
    Visitor(const QString &from, quint16 port, const QByteArray &lines = {});
    //! Connects and asks for a page.
    static QByteArray get(quint16 port, const QByteArray &path);

    //! Of the answer to the handshake; 0 when none came.
    int status();
    //! Says hello; the server's cell_km, by which servers can be told apart here. 0 when there is no answer.
    int node();
    //! The server's answer to a command in JSON; empty when none came.
    QByteArray ask(const QByteArray &json);
    //! Whether a ping is answered.
    bool isHeard();
    bool isOpen();
    //! Waits for the other side to end the connection.
    bool isClosed(int milliseconds = 10'000);

private:
    bool waitFor(const std::function<bool()> &condition, int milliseconds = 10'000);
    //! Waits for a frame with that first byte and takes its payload, throwing away what came before it.
    QByteArray frame(int first);

    QSslSocket m_socket;
    QByteArray m_unread;
    int m_status = -1;
};

} // namespace jjak::test
