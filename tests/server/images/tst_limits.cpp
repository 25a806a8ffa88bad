// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryFile>
#include <QTest>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <functional>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "server/image_worker/limits.h"

using namespace jjak::image_worker;

namespace {

//! How a process ended that tried something: its exit code, or minus the signal.
int endOf(const std::function<int()> &attempt)
{
    const pid_t pid = ::fork();
    if (pid == 0)
        ::_exit(attempt());
    int status = 0;
    if (pid < 0 || ::waitpid(pid, &status, 0) != pid)
        return -1000;
    return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

constexpr int denied = 1, worked = 0, notShutIn = 99;

//! The answer of a system call inside.
int inside(const std::function<long()> &call)
{
    return endOf([&] {
        if (!limitResources() || !shutDoors())
            return notShutIn;
        errno = 0;
        return call() < 0 && (errno == EPERM || errno == ENOSYS) ? denied : worked;
    });
}

long most(__rlimit_resource what)
{
    rlimit limit{};
    return getrlimit(what, &limit) == 0 && limit.rlim_cur == limit.rlim_max ? long(limit.rlim_max) : -1;
}

} // namespace

//! What the worker can still do once it has shut itself in, should a picture take it over.
class TestLimits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void doorsAreShut_data()
    {
        QTest::addColumn<std::function<long()>>("call");
        QTest::addColumn<int>("answer");
        const auto row = [](const char *name, int answer, const std::function<long()> &call) { QTest::newRow(name) << call << answer; };
        row("reads a file", denied, [] { return long(::open("/etc/passwd", O_RDONLY)); });
        row("makes a file", denied, [] { return long(::open("/tmp/jjak-should-not-be", O_WRONLY | O_CREAT, 0600)); });
        row("removes a file", denied, [] { return long(::unlink("/tmp/jjak-should-not-be")); });
        row("opens a socket", denied, [] { return long(::socket(AF_INET, SOCK_STREAM, 0)); });
        row("opens a local socket", denied, [] { return long(::socket(AF_UNIX, SOCK_STREAM, 0)); });
        row("starts a program", denied, [] { return long(::execl("/bin/true", "true", nullptr)); });
        row("forks", denied, [] { return long(::fork()); });
        row("kills its parent", denied, [] { return long(::kill(::getppid(), 0)); });
        row("kills another thread group", denied, [] { return ::syscall(SYS_tgkill, ::getppid(), ::getppid(), 0); });
        row("traces", denied, [] { return ::syscall(SYS_ptrace, 0, 0, 0, 0); });
        row("reads another's memory", denied, [] { return ::syscall(SYS_process_vm_readv, ::getppid(), nullptr, 0, nullptr, 0, 0); });
        row("makes code", denied, [] { return ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? -1L : 0L; });
        row("raises its limits", denied, [] {
            const rlimit more{RLIM_INFINITY, RLIM_INFINITY};
            return long(::setrlimit(RLIMIT_AS, &more));
        });
        row("takes memory", worked, [] { return ::mmap(nullptr, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? -1L : 0L; });
        row("starts a thread", worked, [] {
            int seen = 0;
            std::thread([&seen] { seen = 1; }).join();
            return seen == 1 ? 0L : -1L;
        });
    }
    void doorsAreShut()
    {
        QFETCH(std::function<long()>, call);
        if (isSanitized)
            QSKIP("sanitizers make calls of their own");
        QTEST(inside(call), "answer");
    }
    void resourcesAreLimited()
    {
        QCOMPARE(endOf([] {
                     const bool right = limitResources() && (isSanitized || most(RLIMIT_AS) == 1L << 30) && most(RLIMIT_CPU) == 15 && most(RLIMIT_FSIZE) == 32L << 20 && most(RLIMIT_NOFILE) == 16 && most(RLIMIT_CORE) == 0
                                        && ::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1;
                     return right ? 0 : 1;
                 }),
                 0);
    }
    void memoryEnds()
    {
        if (isSanitized)
            QSKIP("sanitizers reserve more than that");
        QCOMPARE(inside([] { return ::mmap(nullptr, size_t(1) << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED && errno == ENOMEM ? 0L : 1L; }), worked);
        QCOMPARE(endOf([] { return limitResources() && ::mmap(nullptr, size_t(1) << 30, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED && errno == ENOMEM ? 0 : 1; }), 0);
    }
    void aFileThatGrowsTooLargeEndsIt()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        const int end = endOf([&] {
            if (!limitResources() || ::lseek(file.handle(), 32 << 20, SEEK_SET) < 0)
                return notShutIn;
            return ::write(file.handle(), "x", 1) == 1 ? 0 : 1;
        });
        QCOMPARE(end, -SIGXFSZ);
    }
};

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
