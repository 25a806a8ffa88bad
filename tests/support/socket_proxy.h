// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryDir>
#include <atomic>
#include <thread>

namespace jjak::test {

//! Stands between clients and a unix socket, and can lose what goes through. Passes everything on until told otherwise.
class SocketProxy {
public:
    //! `target`: the socket to pass on to; clients find one of the same name in folder().
    explicit SocketProxy(const QString &target);
    ~SocketProxy();
    Q_DISABLE_COPY_MOVE(SocketProxy)

    QString folder() const { return m_folder.path(); }
    void loseAnswers(bool on) { m_loseAnswers = on; } //!< of the target: they are read and thrown away
    void cut();                                        //!< ends all connections there are; new ones are let in

private:
    void run();

    QTemporaryDir m_folder;
    const QString m_target;
    int m_listener = -1, m_wake[2] = {-1, -1};
    std::atomic_bool m_loseAnswers = false, m_cut = false, m_stop = false;
    std::thread m_thread;
};

} // namespace jjak::test
