// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <memory>

#include "tests/support/postgres_server.h"

namespace jjak::test {

//! A real jjakd on a free port of this machine and a data folder of its own, with JJAK_TEST_ENGINE=postgresql on a PostgreSQL of its
//! own, too. Killed with the object.
class ServerProcess {
public:
    //! Settings as environment variables ("JJAK_NEARBY_PROPOSAL_TIME" …), beside those every test needs (generous limits).
    explicit ServerProcess(const QHash<QString, QString> &settings = {});
    ~ServerProcess();

    //! One more setting from the next start on.
    void set(const QString &name, const QString &value) { m_environment.insert(name, value); }
    //! Starts it on the data folder, and the same port as before if it has run already. false after 20 s or when it ends before it is ready.
    bool start();
    void kill();      //!< kill -9
    bool terminate(); //!< SIGTERM; true when it ended with code 0 within 10 s
    void pause();     //!< SIGSTOP
    void resume();    //!< SIGCONT

    QString url() const { return QStringLiteral("ws://127.0.0.1:%1/").arg(m_port); }
    //! 0: of one that takes no connections.
    quint16 port() const { return m_port; }
    qint64 pid() const { return m_process.processId(); }
    QString folder() const { return m_folder.filePath(QStringLiteral("data")); }
    //! What storage::Database takes as an address.
    QString database() const { return m_postgres ? m_postgres->address() : folder() + QStringLiteral("/jjak.sqlite"); }
    //! The whole log so far.
    QString log() const;

    //! Seconds of processor time used so far, in user and system mode together.
    double cpuSeconds() const;
    qint64 residentBytes() const;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<PostgresServer> m_postgres;
    QProcessEnvironment m_environment;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace jjak::test
