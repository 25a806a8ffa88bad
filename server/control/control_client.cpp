// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/control_client.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QStandardPaths>

namespace jjak::control {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 10'000; //!< ms

}

QString usualFolder()
{
    const QString told = qEnvironmentVariable("JJAK_DATA_FOLDER");
    return told.isEmpty() ? QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)).filePath(u"jjakd"_s) : told;
}

QString ControlClient::connect()
{
    const QString path = QDir(QDir(m_folder).absolutePath()).filePath(u"control.sock"_s);
    m_socket.connectToServer(path);
    if (m_socket.waitForConnected(patience))
        return {};
    if (m_socket.error() == QLocalSocket::SocketAccessError)
        return u"Only the user that jjakd runs as, or root, may speak to the server on %1."_s.arg(m_folder);
    return u"No server runs on the data folder %1; start jjakd, or name its folder with --data."_s.arg(m_folder);
}

Result<QJsonObject> ControlClient::exchange(const QByteArray &line)
{
    m_socket.write(line + '\n');
    const QDeadlineTimer deadline(patience);
    while (!deadline.hasExpired()) {
        while (m_socket.canReadLine()) {
            const auto frame = protocol::parseServerFrame(m_socket.readLine().trimmed());
            const auto *answered = frame ? std::get_if<protocol::Answered>(&*frame) : nullptr;
            if (!answered || (answered->re != m_id && answered->re != 0)) // 0: refused before the command was read
                continue;
            if (const auto *error = std::get_if<Error>(&answered->result))
                return *error;
            return std::get<QJsonObject>(answered->result);
        }
        if (!m_socket.waitForReadyRead(int(deadline.remainingTime())) && m_socket.bytesAvailable() == 0)
            break;
    }
    return ErrorCode::Unavailable;
}

} // namespace jjak::control
