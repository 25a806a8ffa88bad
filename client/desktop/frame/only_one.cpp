// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/frame/only_one.h"

#include <QLocalSocket>

namespace jjak::desktop {

namespace {

constexpr int patienceMs = 500;

} // namespace

OnlyOne::OnlyOne(QString path, QObject *parent) : QObject(parent), m_path(std::move(path))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *other = m_server.nextPendingConnection()) {
            other->deleteLater(); // to knock is to say everything
            Q_EMIT wanted();
        }
    });
}

bool OnlyOne::claim()
{
    QLocalSocket other;
    other.connectToServer(m_path);
    if (other.waitForConnected(patienceMs))
        return false;
    QLocalServer::removeServer(m_path); // of one that was killed
    m_server.listen(m_path);            // where that fails there may be two: better than none
    return true;
}

} // namespace jjak::desktop
