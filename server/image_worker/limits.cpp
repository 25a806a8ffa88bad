// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/image_worker/limits.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <malloc.h>
#include <memory>
#include <pthread.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace jjak::image_worker {

namespace {

constexpr rlim_t MiB = 1024 * 1024;
// 50 megapixels of 16 bits a channel are 400 MB, and 200 MB once they are reduced to 8; the libraries take another 300 MB.
constexpr rlim_t memory = 1024 * MiB;
constexpr rlim_t seconds = 15;
constexpr rlim_t fileSize = 32 * MiB;
constexpr rlim_t files = 16;
constexpr size_t threadStack = 1024 * 1024;

bool limit(__rlimit_resource what, rlim_t most)
{
    rlimit now{};
    if (getrlimit(what, &now) != 0)
        return false;
    const rlim_t allowed = std::min(most, now.rlim_max);
    const rlimit next{allowed, allowed};
    return setrlimit(what, &next) == 0;
}

//! Qt scales on threads. Each would reserve 8 MiB of stack and 64 MiB of heap from the memory that is limited.
bool makeThreadsSmall()
{
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    const bool small = pthread_attr_setstacksize(&attributes, threadStack) == 0 && pthread_setattr_default_np(&attributes) == 0;
    pthread_attr_destroy(&attributes);
    return small && (isSanitized || mallopt(M_ARENA_MAX, 1) == 1);
}

using Filter = std::unique_ptr<void, decltype(&seccomp_release)>;

bool allowPlainCalls(const Filter &filter)
{
    static constexpr std::array calls{
        SCMP_SYS(read),         SCMP_SYS(write),        SCMP_SYS(lseek),      SCMP_SYS(close),           SCMP_SYS(fstat),        SCMP_SYS(munmap),       SCMP_SYS(mremap),       SCMP_SYS(brk),
        SCMP_SYS(madvise),      SCMP_SYS(futex),        SCMP_SYS(exit),       SCMP_SYS(exit_group),      SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sched_yield),
        SCMP_SYS(clock_gettime), SCMP_SYS(gettid),      SCMP_SYS(getpid),     SCMP_SYS(set_robust_list), SCMP_SYS(rseq),         SCMP_SYS(getrandom),    SCMP_SYS(restart_syscall), SCMP_SYS(sched_getaffinity),
        SCMP_SYS(eventfd2), SCMP_SYS(pipe2), // each of Qt's threads wants to be woken
    };
    return std::ranges::all_of(calls, [&](int call) { return seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0) == 0; });
}

//! Memory that is no code, sizes of open files, threads that are no processes, signals (abort) only to oneself.
bool allowWithConditions(const Filter &filter)
{
    return seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0
           && seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0
           && seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(newfstatat), 1, SCMP_A3(SCMP_CMP_MASKED_EQ, AT_EMPTY_PATH, AT_EMPTY_PATH)) == 0
           && seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(clone), 1, SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD)) == 0
           // Its flags are behind a pointer, which no filter can follow; told that it does not exist, glibc takes clone().
           && seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0
           && seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, SCMP_A0(SCMP_CMP_EQ, scmp_datum_t(getpid()))) == 0;
}

} // namespace

bool limitResources()
{
    // Ends with the server; does not keep it waiting; can never have more rights than now.
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return false;
    setpriority(PRIO_PROCESS, 0, 10); // fails only where it stands further back already
    return limit(RLIMIT_CORE, 0) && limit(RLIMIT_CPU, seconds) && limit(RLIMIT_FSIZE, fileSize) && limit(RLIMIT_NOFILE, files) && makeThreadsSmall()
           && (isSanitized || limit(RLIMIT_AS, memory));
}

bool shutDoors()
{
    if (isSanitized)
        return true;
    const Filter filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)), &seccomp_release);
    return filter && seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1) == 0 && allowPlainCalls(filter) && allowWithConditions(filter) && seccomp_load(filter.get()) == 0;
}

} // namespace jjak::image_worker
