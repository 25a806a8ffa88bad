// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server_process.h"

#include <QElapsedTimer>
#include <QFile>
#include <QThread>
#include <csignal>
#include <unistd.h>

#include "tests/support/engine.h"

namespace jjak::test {

using namespace Qt::StringLiterals;

ServerProcess::ServerProcess(const QHash<QString, QString> &settings) : m_environment(QProcessEnvironment::systemEnvironment())
{
    const QHash<QString, QString> base{{u"JJAK_LIMITS_CONNECTIONS_PER_ADDRESS"_s, u"100000"_s}, {u"JJAK_LIMITS_RATE_FACTOR"_s, u"1000"_s},
                                       {u"JJAK_SIGN_IN_PER_ADDRESS_PER_MINUTE"_s, u"100000"_s}, {u"JJAK_SIGN_IN_PER_NAME_PER_MINUTE"_s, u"100000"_s},
                                       {u"JJAK_SIGN_IN_HASH_MEMORY_MIB"_s, u"1"_s},             {u"JJAK_LOG_LEVEL"_s, u"warning"_s}};
    for (const auto &values : {base, settings}) {
        for (auto it = values.cbegin(); it != values.cend(); ++it)
            m_environment.insert(it.key(), it.value());
    }
    if (engine() == Engine::Postgres) {
        m_postgres = std::make_unique<PostgresServer>();
        m_environment.insert(u"JJAK_DATA_DATABASE"_s, m_postgres->address());
    }
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(m_folder.filePath(u"log"_s), QIODevice::Append); // a pipe that nobody reads would hold the server up
}

ServerProcess::~ServerProcess()
{
    kill();
}

bool ServerProcess::start()
{
    const QString portFile = m_folder.filePath(u"port"_s);
    QFile::remove(portFile);
    m_process.setProcessEnvironment(m_environment);
    m_process.start(QStringLiteral(JJAK_BIN_DIR "/jjakd"), {u"--data"_s, folder(), u"--port"_s, QString::number(m_port), u"--port-file"_s, portFile});
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < 20'000; QThread::msleep(2)) {
        QFile file(portFile);
        if (file.open(QIODevice::ReadOnly)) {
            bool good = false;
            m_port = file.readAll().trimmed().toUShort(&good);
            return good;
        }
        if (m_process.waitForFinished(1) || m_process.state() == QProcess::NotRunning)
            return false;
    }
    return false;
}

void ServerProcess::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    ::kill(pid_t(m_process.processId()), SIGCONT);
    m_process.kill();
    m_process.waitForFinished();
}

bool ServerProcess::terminate()
{
    m_process.terminate();
    const bool ended = m_process.waitForFinished(10'000);
    return ended && m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
}

void ServerProcess::pause()
{
    ::kill(pid_t(m_process.processId()), SIGSTOP);
}

void ServerProcess::resume()
{
    ::kill(pid_t(m_process.processId()), SIGCONT);
}

QString ServerProcess::log() const
{
    QFile file(m_folder.filePath(u"log"_s));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

double ServerProcess::cpuSeconds() const
{
    QFile file(u"/proc/%1/stat"_s.arg(m_process.processId()));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray line = file.readAll();
    const auto fields = line.mid(line.lastIndexOf(')') + 2).split(' '); // the name before it may hold blanks; see proc(5)
    return double(fields.value(11).toLongLong() + fields.value(12).toLongLong()) / double(sysconf(_SC_CLK_TCK));
}

qint64 ServerProcess::residentBytes() const
{
    QFile file(u"/proc/%1/statm"_s.arg(m_process.processId()));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE) : 0;
}

} // namespace jjak::test
