// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>

namespace jjak::desktop {

//! One Jjak for each folder of data: a second start brings the first one up, which may be in the tray, and ends. Two of
//! them would be one device twice.
class OnlyOne final : public QObject {
    Q_OBJECT

public:
    //! `path` of the socket by which they find each other, in a folder that only this user can write to.
    explicit OnlyOne(QString path, QObject *parent = nullptr);

    //! true: go on. false: another one is there and has been told. Waits half a second at most.
    bool claim();

Q_SIGNALS:
    //! Somebody has started another one.
    void wanted();

private:
    QString m_path;
    QLocalServer m_server;
};

} // namespace jjak::desktop
