// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/operate/stop_signals.h"

#include <stdexcept>
#include <sys/signalfd.h>
#include <unistd.h>

namespace jjak::operate {

StopSignals::StopSignals(std::function<void(int)> stop) : m_stop(std::move(stop))
{
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&signals, signal);
    pthread_sigmask(SIG_BLOCK, &signals, &m_before);
    m_descriptor = signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC);
    if (m_descriptor < 0) {
        pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
        throw std::runtime_error("signals cannot be watched");
    }
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] { arrived(); });
}

StopSignals::~StopSignals()
{
    m_notifier.reset();
    ::close(m_descriptor);
    pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

void StopSignals::arrived()
{
    signalfd_siginfo info;
    if (::read(m_descriptor, &info, sizeof info) != sizeof info)
        return;
    m_notifier->setEnabled(false);
    pthread_sigmask(SIG_SETMASK, &m_before, nullptr); // the next one does what signals do
    m_stop(int(info.ssi_signo));
}

} // namespace jjak::operate
