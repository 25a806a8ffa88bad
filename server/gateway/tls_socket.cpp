// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/tls_socket.h"

#include <algorithm>
#include <unistd.h>
#include <utility>

namespace jjak::gateway {

namespace {

constexpr qint64 inQt = 16 * 1024;      //!< how much may lie in Qt's buffers on its way out: one TLS record
constexpr qint64 readBuffer = 64 * 1024;

} // namespace

TlsSocket::TlsSocket(int descriptor, const QSslConfiguration &configuration, app::ConnectionId id, SocketOwner &owner, qsizetype bufferLimit, std::function<void()> readable)
    : Socket(id, owner, bufferLimit)
{
    QObject::connect(&m_socket, &QSslSocket::readyRead, &m_socket, std::move(readable));
    QObject::connect(&m_socket, &QSslSocket::disconnected, &m_socket, [this] { broken(); });
    QObject::connect(&m_socket, &QSslSocket::errorOccurred, &m_socket, [this] { broken(); });
    QObject::connect(&m_socket, &QSslSocket::encryptedBytesWritten, &m_socket, [this] { flush(); });
    if (!m_socket.setSocketDescriptor(descriptor)) {
        ::close(descriptor);
        broken();
        return;
    }
    m_socket.setReadBufferSize(readBuffer);
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket.setSocketOption(QAbstractSocket::SendBufferSizeSocketOption, kernelBufferBytes);
    m_socket.setSslConfiguration(configuration);
    m_socket.startServerEncryption();
}

bool TlsSocket::write(OutQueue &queue)
{
    if (m_socket.state() != QAbstractSocket::ConnectedState)
        return false;
    if (std::exchange(m_writing, true)) // Qt's flush() says encryptedBytesWritten on its way
        return true;
    bool good = true;
    while (good && !queue.isEmpty() && m_socket.isEncrypted() && m_socket.bytesToWrite() + m_socket.encryptedBytesToWrite() < inQt) {
        iovec entry{};
        queue.fill(&entry, 1);
        const qint64 written = m_socket.write(static_cast<const char *>(entry.iov_base), std::min(qint64(entry.iov_len), inQt));
        good = written >= 0;
        queue.written(std::max<qint64>(written, 0));
        m_socket.flush();
    }
    m_writing = false;
    return good;
}

void TlsSocket::endOfStream()
{
    m_socket.disconnectFromHost();
}

} // namespace jjak::gateway
