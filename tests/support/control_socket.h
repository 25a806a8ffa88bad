// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/frame.h"

namespace jjak::test {

//! The operator's end of a running server's control socket: one command at a time, each waits for its answer.
class ControlSocket {
public:
    //! Of the server that works on that data folder.
    explicit ControlSocket(const QString &folder);
    ~ControlSocket();
    ControlSocket(const ControlSocket &) = delete;
    ControlSocket &operator=(const ControlSocket &) = delete;

    bool isOpen() const { return m_socket >= 0; }
    //! What the server answered; `unavailable` when it did not within 10 s.
    template <class C>
    Result<typename C::Reply> ask(const C &command)
    {
        const qint64 id = ++m_id;
        const auto answer = exchange(protocol::encodeRequest(id, command), id);
        return answer ? protocol::decode<typename C::Reply>(QJsonValue(*answer)) : Result<typename C::Reply>(answer.error());
    }
    //! Opens an event that seats people from now on, for an hour.
    Result<protocol::EventInfo> openEvent(int seats = limits::seats, std::optional<QString> script = {});

private:
    Result<QJsonObject> exchange(const QByteArray &line, qint64 id);
    std::optional<QByteArray> readLine();

    int m_socket = -1;
    qint64 m_id = 0;
    QByteArray m_read;
};

} // namespace jjak::test
