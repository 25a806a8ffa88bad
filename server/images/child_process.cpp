// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/images/child_process.h"

#include <QDeadlineTimer>
#include <QVarLengthArray>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace jjak::images {

namespace {

constexpr int napMs = 1;

//! A pipe whose ends no other program inherits, also when one is started at this moment.
class Pipe {
public:
    Pipe()
    {
        if (::pipe2(m_ends.data(), O_CLOEXEC) != 0)
            m_ends = {-1, -1};
    }
    ~Pipe()
    {
        closeOne(0);
        closeOne(1);
    }
    Q_DISABLE_COPY_MOVE(Pipe)

    bool isOpen() const { return m_ends[0] >= 0; }
    int reader() const { return m_ends[0]; }
    int writer() const { return m_ends[1]; }
    void closeWriter() { closeOne(1); }

private:
    void closeOne(size_t i)
    {
        if (m_ends[i] >= 0)
            ::close(m_ends[i]);
        m_ends[i] = -1;
    }
    std::array<int, 2> m_ends{-1, -1};
};

//! Nothing to read, nowhere to complain, answers into the pipe, and no other file.
class Descriptors {
public:
    explicit Descriptors(int out)
    {
        posix_spawn_file_actions_init(&m_actions);
        posix_spawn_file_actions_adddup2(&m_actions, out, STDOUT_FILENO);
        posix_spawn_file_actions_addopen(&m_actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_addopen(&m_actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addclosefrom_np(&m_actions, STDERR_FILENO + 1);
    }
    ~Descriptors() { posix_spawn_file_actions_destroy(&m_actions); }
    Q_DISABLE_COPY_MOVE(Descriptors)
    const posix_spawn_file_actions_t *get() const { return &m_actions; }

private:
    posix_spawn_file_actions_t m_actions;
};

//! A session of its own, so that one signal ends all of it, and signals as they are by nature: the server's threads block some.
class Attributes {
public:
    Attributes()
    {
        sigset_t none, all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_init(&m_attributes);
        posix_spawnattr_setsigmask(&m_attributes, &none);
        posix_spawnattr_setsigdefault(&m_attributes, &all);
        posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSID);
    }
    ~Attributes() { posix_spawnattr_destroy(&m_attributes); }
    Q_DISABLE_COPY_MOVE(Attributes)
    const posix_spawnattr_t *get() const { return &m_attributes; }

private:
    posix_spawnattr_t m_attributes;
};

QList<QByteArray> environment()
{
    QList<QByteArray> out{"LC_ALL=C.UTF-8"};
    for (const char *name : {"LD_LIBRARY_PATH", "QT_PLUGIN_PATH"})
        if (qEnvironmentVariableIsSet(name))
            out.append(QByteArray(name) + '=' + qgetenv(name));
    return out;
}

//! As exec wants it; valid as long as the list.
QVarLengthArray<char *, 8> pointersTo(QList<QByteArray> &words)
{
    QVarLengthArray<char *, 8> out;
    for (QByteArray &word : words)
        out.append(word.data());
    out.append(nullptr);
    return out;
}

int start(pid_t &pid, const QByteArray &program, const QList<QByteArray> &arguments, int out)
{
    QList<QByteArray> words{program}, variables = environment();
    words += arguments;
    const Descriptors descriptors(out);
    const Attributes attributes;
    return ::posix_spawn(&pid, program.constData(), descriptors.get(), attributes.get(), pointersTo(words).data(), pointersTo(variables).data());
}

//! Until the other side closes; false when the time is over or it says more than it may.
bool listen(int reader, QByteArray &said, const QDeadlineTimer &deadline, qsizetype mostBytes)
{
    std::array<char, 1024> buffer;
    while (true) {
        pollfd wanted{reader, POLLIN, 0};
        const int ready = ::poll(&wanted, 1, int(deadline.remainingTime()));
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0)
            return false;
        const ssize_t size = ::read(reader, buffer.data(), buffer.size());
        if (size == 0)
            return true;
        if (size < 0)
            return false;
        said.append(buffer.data(), size);
        if (said.size() > mostBytes)
            return false;
    }
}

//! Its status once it has ended; nullopt when the time is over before.
std::optional<int> waitFor(pid_t pid, const QDeadlineTimer &deadline)
{
    int status = 0;
    while (true) {
        const pid_t ended = ::waitpid(pid, &status, WNOHANG);
        if (ended == pid)
            return status;
        if ((ended < 0 && errno != EINTR) || deadline.hasExpired())
            return std::nullopt;
        ::poll(nullptr, 0, napMs); // it has closed its output, so its end is near
    }
}

} // namespace

ChildEnd runChild(const QByteArray &program, const QList<QByteArray> &arguments, Duration time, qsizetype mostBytes)
{
    Pipe pipe;
    if (!pipe.isOpen())
        return {ChildEnd::How::NotStarted, errno};
    pid_t pid = 0;
    if (const int error = start(pid, program, arguments, pipe.writer()); error != 0)
        return {ChildEnd::How::NotStarted, error};
    pipe.closeWriter();
    const QDeadlineTimer deadline(time);
    ChildEnd end;
    std::optional<int> status;
    if (listen(pipe.reader(), end.said, deadline, mostBytes))
        status = waitFor(pid, deadline);
    if (!status) {
        ::kill(-pid, SIGKILL);
        int late = 0;
        while (::waitpid(pid, &late, 0) < 0 && errno == EINTR) { }
        end.how = ChildEnd::How::Killed;
        end.code = SIGKILL;
        return end;
    }
    end.how = WIFEXITED(*status) ? ChildEnd::How::Exited : ChildEnd::How::Killed;
    end.code = WIFEXITED(*status) ? WEXITSTATUS(*status) : WTERMSIG(*status);
    return end;
}

} // namespace jjak::images
