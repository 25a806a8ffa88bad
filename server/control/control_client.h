// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalSocket>

#include "common/protocol/frame.h"

namespace jjak::control {

//! The operator's end of the control socket: one command at a time, each waits for its answer. Knows no sentences but those
//! of the line itself.
class ControlClient {
public:
    //! The data folder of the server.
    explicit ControlClient(QString folder) : m_folder(std::move(folder)) {}

    //! Empty when it is connected, else a sentence for the operator.
    QString connect();

    //! unavailable when the server did not answer.
    template <class C>
    Result<typename C::Reply> ask(const C &command)
    {
        const auto answer = exchange(protocol::encodeRequest(++m_id, command));
        return answer ? protocol::decode<typename C::Reply>(QJsonValue(*answer)) : Result<typename C::Reply>(answer.error());
    }

private:
    Result<QJsonObject> exchange(const QByteArray &line);

    QString m_folder;
    QLocalSocket m_socket;
    qint64 m_id = 0;
};

//! The folder of a server that was not told another one; the same rule as jjakd's.
QString usualFolder();

} // namespace jjak::control
