// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/packaging/confinement.h"

#include <QSet>
#include <cerrno>
#include <linux/seccomp.h>
#include <memory>
#include <seccomp.h>
#include <stdexcept>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace jjak::test {

using namespace Qt::StringLiterals;

namespace {

using Rules = std::unique_ptr<void, decltype(&seccomp_release)>;

Rules rules(quint32 action)
{
    return Rules(seccomp_init(action), &seccomp_release);
}

//! Every value of a setting, in order.
QByteArrayList valuesOf(const QByteArray &unit, const QByteArray &setting)
{
    QByteArrayList out;
    for (const QByteArray &line : unit.split('\n'))
        if (line.startsWith(setting + '='))
            out += line.sliced(setting.size() + 1).trimmed();
    return out;
}

//! The system calls of a word: itself, or of a group ("@file-system") what systemd says is in it.
QSet<QByteArray> callsOf(const QByteArray &word)
{
    if (!word.startsWith('@'))
        return {word};
    QProcess systemd;
    systemd.start(u"systemd-analyze"_s, {u"syscall-filter"_s, QString::fromLatin1(word)});
    if (!systemd.waitForFinished() || systemd.exitCode() != 0)
        throw std::runtime_error("systemd-analyze knows no " + word.toStdString());
    QSet<QByteArray> out;
    for (const QByteArray &line : systemd.readAllStandardOutput().split('\n').mid(1))
        if (const QByteArray name = line.trimmed(); !name.isEmpty() && !name.startsWith('#'))
            out += callsOf(name);
    return out;
}

//! The first line allows, a line with "~" takes away.
QSet<QByteArray> allowedCalls(const QByteArray &unit)
{
    QSet<QByteArray> allowed;
    for (QByteArray line : valuesOf(unit, "SystemCallFilter")) {
        const bool takesAway = line.startsWith('~');
        for (const QByteArray &word : line.sliced(takesAway ? 1 : 0).split(' '))
            takesAway ? allowed -= callsOf(word) : allowed += callsOf(word);
    }
    return allowed;
}

std::vector<sock_filter> compiled(const Rules &from)
{
    const std::unique_ptr<FILE, decltype(&std::fclose)> file(std::tmpfile(), &std::fclose);
    std::vector<sock_filter> out;
    if (!file || seccomp_export_bpf(from.get(), ::fileno(file.get())) != 0)
        throw std::runtime_error("a filter cannot be made");
    out.resize(size_t(::lseek(::fileno(file.get()), 0, SEEK_END)) / sizeof(sock_filter));
    if (::pread(::fileno(file.get()), out.data(), out.size() * sizeof(sock_filter), 0) != ssize_t(out.size() * sizeof(sock_filter)))
        throw std::runtime_error("a filter cannot be read");
    return out;
}

//! No memory that can be written and run.
Rules withoutWritableCode()
{
    Rules out = rules(SCMP_ACT_ALLOW);
    constexpr auto both = scmp_datum_t(PROT_EXEC | PROT_WRITE);
    seccomp_rule_add(out.get(), SCMP_ACT_ERRNO(EPERM), SCMP_SYS(mmap), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, both, both));
    for (const int call : {SCMP_SYS(mprotect), SCMP_SYS(pkey_mprotect)})
        seccomp_rule_add(out.get(), SCMP_ACT_ERRNO(EPERM), call, 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, PROT_EXEC));
    return out;
}

//! Sockets of three kinds and no other.
Rules withThreeFamilies()
{
    Rules out = rules(SCMP_ACT_ALLOW);
    for (scmp_datum_t family = 0; family < AF_MAX; ++family)
        if (family != AF_UNIX && family != AF_INET && family != AF_INET6)
            seccomp_rule_add(out.get(), SCMP_ACT_ERRNO(EAFNOSUPPORT), SCMP_SYS(socket), 1, SCMP_A0(SCMP_CMP_EQ, family));
    return out;
}

} // namespace

Confinement::Confinement(const QByteArray &unit)
{
    if (valuesOf(unit, "MemoryDenyWriteExecute") != QByteArrayList{"yes"} || valuesOf(unit, "RestrictAddressFamilies") != QByteArrayList{"AF_UNIX AF_INET AF_INET6"}
        || valuesOf(unit, "SystemCallErrorNumber") != QByteArrayList{"EPERM"})
        throw std::runtime_error("the unit confines in another way than this test knows");
    const Rules calls = rules(SCMP_ACT_ERRNO(EPERM));
    int known = 0;
    for (const QByteArray &name : allowedCalls(unit))
        if (const int call = seccomp_syscall_resolve_name(name.constData()); call >= 0) // below 0: of other machines
            known += seccomp_rule_add(calls.get(), SCMP_ACT_ALLOW, call, 0) == 0;
    if (known < 100)
        throw std::runtime_error("the unit allows next to nothing");
    m_filters += {compiled(withoutWritableCode()), compiled(withThreeFamilies())};
    m_filters.append(compiled(calls)); // last: it may forbid the call by which they come into force
}

void Confinement::confine(QProcess &process) const
{
    process.setChildProcessModifier([this] { // between fork and exec, hence nothing but system calls
        bool good = ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
        for (const Filter &filter : m_filters) {
            const sock_fprog program{static_cast<unsigned short>(filter.size()), const_cast<sock_filter *>(filter.data())};
            good = good && ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
        }
        if (!good)
            ::_exit(126);
    });
}

} // namespace jjak::test
