// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <memory>

#include "tests/support/keeper.h"

namespace jjak::test {

//! One server of another project for one test program: in a temporary folder of its own, as an unprivileged user (root's tests
//! take "nobody"), known by process ids. With the object, or with the program however that ends, its processes and its folder go.
//! Does not know what the server says or when it is ready. One thread.
class PrivateServer {
public:
    //! Where the folder is. Memory is for those whose data need not be on a disk: there, where the machine has enough of it.
    enum class Place { Disk, Memory };

    //! Processes that work in the folder and run `executable` are the server; `endSignal` ("QUIT") ends them when nobody else has.
    //! Throws std::runtime_error, as everything here that cannot be done.
    PrivateServer(const QString &executable, const QString &endSignal, Place place = Place::Disk);
    ~PrivateServer();
    Q_DISABLE_COPY_MOVE(PrivateServer)

    //! Readable and writable for the server and for us, for nobody else. Its path is short enough for sockets in it.
    QString folder() const { return m_keeper->folder(); }
    //! Runs a program to its end in the folder, as the server's user.
    void run(const QString &program, const QStringList &arguments, const QByteArray &input = {});

    //! Starts the server; not yet: waits until it serves.
    void launch(const QString &program, const QStringList &arguments);
    bool isRunning();
    //! The process that was launched; 0 when it does not run.
    qint64 pid() const { return m_process.processId(); }
    //! That process and the server's others, for as long as they are there.
    QList<qint64> processes() const;
    //! Signals the launched process and waits for it, at most a minute.
    void end(int signal);
    void kill();   //!< kill -9 of all processes; they are gone when it returns
    void freeze(); //!< SIGSTOP of all
    void thaw();   //!< SIGCONT of all
    //! What the server has written since it was launched.
    QString log() const;

private:
    const QString m_executable;
    std::unique_ptr<Keeper> m_keeper;
    QProcess m_process;
};

//! Runs a program to its end as who we are.
void runToEnd(const QString &program, const QStringList &arguments);

} // namespace jjak::test
