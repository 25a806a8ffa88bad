// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QLocalServer>
#include <mutex>

#include "server/app/ports/fan_out.h"

namespace jjak::operate {

//! Where the operator's own programs speak to the server: a local socket in the data folder, open to the server's user and
//! to root only. Lines of the protocol's own frames, one command at a time, without hello and without an account; so only commands
//! are taken that need none. Lives in the thread that made it, in its event loop; it knows nothing of what commands do.
class ControlSocket final : public app::FanOut {
public:
    //! In the ids of its connections, and in no others.
    static constexpr app::ConnectionId mark = app::ConnectionId(1) << 63;
    static constexpr int connections = 8;
    static constexpr qint64 lineBytes = 1024 * 1024;

    ControlSocket();
    ~ControlSocket() override;

    //! The error for the operator; empty: it listens. A socket that an earlier server left at that path is replaced, so the
    //! caller has to hold the data folder's lock. The door must outlive close(). `first`: see firstConnection().
    QString listen(const QString &path, app::FrontDoor &door, app::ConnectionId first = 0);
    //! Lets go of everybody; what comes back later is dropped.
    void close();

    //! Any thread. Only answers to connections of its own mean something here.
    void release(std::vector<app::Outgoing> batch) override;

private:
    //! One program that is connected.
    struct Peer {
        QLocalSocket *socket = nullptr;
        bool asked = false; //!< its answer has not come yet
    };

    void accept();
    void read(app::ConnectionId id);
    void obey(app::ConnectionId id, QByteArrayView line);
    void deliver();

    app::FrontDoor *m_door = nullptr;
    app::ConnectionId m_last = mark;
    QHash<app::ConnectionId, Peer> m_peers;
    std::mutex m_mutex;                        //!< guards m_answers
    std::vector<app::ToConnection> m_answers;
    QLocalServer m_server;
};

} // namespace jjak::operate
