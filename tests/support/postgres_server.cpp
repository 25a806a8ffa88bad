// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/postgres_server.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QThread>
#include <QUrl>
#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <stdexcept>
#include <sys/file.h>
#include <sys/shm.h>
#include <unistd.h>

namespace jjak::test {

using namespace Qt::StringLiterals;

namespace {

//! One test program at a time, also when others are killed in the middle.
class FileLock {
public:
    explicit FileLock(const QString &path) : m_file(::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0644))
    {
        if (m_file < 0 || ::flock(m_file, LOCK_EX) != 0)
            throw std::runtime_error(u"%1 cannot be locked"_s.arg(path).toStdString());
    }
    ~FileLock() { ::close(m_file); }
    Q_DISABLE_COPY_MOVE(FileLock)

private:
    int m_file;
};

//! Debian's folders, the newest version first; they are not on the PATH.
QStringList programFolders()
{
    const QString all = u"/usr/lib/postgresql"_s;
    QStringList versions = QDir(all).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    std::ranges::sort(versions, std::greater(), [](const QString &version) { return version.toDouble(); });
    QStringList out;
    for (const QString &version : versions)
        out.append(all + u'/' + version + u"/bin"_s);
    return out;
}

//! Copies a data folder with its owner, who need not be us.
void copy(const QString &from, const QString &to)
{
    runToEnd(u"cp"_s, {u"-a"_s, u"--reflink=auto"_s, from, to});
}

//! Another number after each change of makeCluster(), so that the folders of before are not taken.
constexpr int recipe = 1;

//! For this version of PostgreSQL and this user, who owns what is in it.
QString templateFolder()
{
    QString version = QFileInfo(PostgresServer::program(u"postgres"_s)).canonicalFilePath();
    version = version.mid(1).replace(QRegularExpression(u"[^A-Za-z0-9.]+"_s), u"-"_s);
    return QStringLiteral(JJAK_BIN_DIR "/../postgres-template/%1.%2.%3").arg(version).arg(::getuid()).arg(recipe);
}

//! A stopped server with the database "jjak", and the superuser "jjak" without a password: who reaches the socket may come in.
void makeCluster(PrivateServer &server, const QString &data)
{
    server.run(PostgresServer::program(u"initdb"_s), {u"--no-sync"_s, u"--username=jjak"_s, u"--auth=trust"_s, u"--encoding=UTF8"_s, u"--locale=C"_s, u"--pgdata"_s, data});
    // As few files as it takes: they are copied for every test program.
    server.run(PostgresServer::program(u"postgres"_s), {u"--single"_s, u"-F"_s, u"-D"_s, data, u"template1"_s},
               "ALTER DATABASE postgres RENAME TO jjak\nALTER DATABASE template0 IS_TEMPLATE false\nDROP DATABASE template0\n");
}

//! Copies the template into `data`; makes both when nobody has before.
void provideCluster(PrivateServer &server, const QString &data)
{
    const QString kept = templateFolder();
    QDir().mkpath(QFileInfo(kept).path());
    if (const FileLock lock(kept + u".lock"_s); !QFileInfo::exists(kept)) {
        const QString half = kept + u".half"_s;
        makeCluster(server, data);
        QDir(half).removeRecursively();
        copy(data, half);
        if (!QDir().rename(half, kept))
            throw std::runtime_error("the template of the data folder cannot be kept");
        return;
    }
    copy(kept, data);
}

} // namespace

PostgresServer::PostgresServer(Fsync fsync) : m_fsync(fsync), m_server(program(u"postgres"_s), u"QUIT"_s, fsync == Fsync::Off ? PrivateServer::Place::Memory : PrivateServer::Place::Disk)
{
    provideCluster(m_server, data());
    start();
}

PostgresServer::PostgresServer(const PostgresServer &original, Fsync fsync) : m_fsync(fsync), m_server(program(u"postgres"_s), u"QUIT"_s, fsync == Fsync::Off ? PrivateServer::Place::Memory : PrivateServer::Place::Disk)
{
    m_server.run(program(u"pg_basebackup"_s), {u"--host"_s, original.folder(), u"--username=jjak"_s, u"--pgdata"_s, data(), u"--checkpoint=fast"_s, u"--no-sync"_s, u"--write-recovery-conf"_s});
    start();
}

PostgresServer::~PostgresServer() = default;

QString PostgresServer::program(const QString &name)
{
    QString path = QStandardPaths::findExecutable(name, programFolders());
    if (path.isEmpty())
        path = QStandardPaths::findExecutable(name);
    if (path.isEmpty())
        throw std::runtime_error(
            u"PostgreSQL is needed: there is no %1 in /usr/lib/postgresql/*/bin, nor on the PATH. ./test installs it; by hand it is the package postgresql."_s.arg(name).toStdString());
    return path;
}

QString PostgresServer::address() const
{
    return u"postgresql:///jjak?host=%1&user=jjak"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(folder(), "/")));
}

void PostgresServer::listenAt(const QString &address)
{
    stop();
    m_address = address;
    QFile rules(data() + u"/pg_hba.conf"_s);
    if (!rules.open(QIODevice::Append) || rules.write("host all all " + address.toLatin1() + "/24 trust\n") < 0)
        throw std::runtime_error("who may come in cannot be written");
    rules.close();
    start();
}

void PostgresServer::start()
{
    QStringList arguments{u"-D"_s, data(), u"-c"_s, u"listen_addresses="_s + m_address, u"-c"_s, u"unix_socket_directories="_s + folder(),
                          // In the data folder and not with the machine's, where a kill -9 would leave it.
                          u"-c"_s, u"dynamic_shared_memory_type=mmap"_s, u"-c"_s, u"max_pred_locks_per_transaction=1024"_s, u"-c"_s, u"max_pred_locks_per_page=64"_s};
    if (m_fsync == Fsync::Off)
        arguments += {u"-c"_s, u"fsync=off"_s, u"-c"_s, u"full_page_writes=off"_s, u"-c"_s, u"max_wal_size=128MB"_s}; // its log may be in memory
    m_server.launch(program(u"postgres"_s), arguments);
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < 60'000 && m_server.isRunning(); QThread::msleep(2))
        if (lockFileLine(1).toLongLong() == pid() && lockFileLine(8) == "ready")
            return;
    throw std::runtime_error("PostgreSQL does not serve:\n" + log().toStdString());
}

void PostgresServer::stop(Mode mode)
{
    m_server.thaw();
    m_server.end(mode == Mode::Fast ? SIGINT : SIGQUIT);
}

void PostgresServer::kill()
{
    m_server.kill();
    forgetSharedMemory();
}

QByteArray PostgresServer::lockFileLine(int n) const
{
    QFile file(data() + u"/postmaster.pid"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split('\n').value(n - 1).trimmed() : QByteArray();
}

//! A server that was killed leaves a System V segment, which shows to its successor that it is gone. All its processes are, or end as soon as
//! they notice: one that was born while they were killed.
void PostgresServer::forgetSharedMemory()
{
    const QByteArray id = lockFileLine(7).simplified().split(' ').value(1);
    if (id.isEmpty())
        return;
    QElapsedTimer timer;
    shmid_ds segment{};
    for (timer.start(); timer.elapsed() < 10'000 && ::shmctl(id.toInt(), IPC_STAT, &segment) == 0 && segment.shm_nattch > 0;)
        QThread::msleep(2);
    ::shmctl(id.toInt(), IPC_RMID, nullptr);
}

} // namespace jjak::test
