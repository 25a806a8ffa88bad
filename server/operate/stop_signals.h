// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSocketNotifier>
#include <csignal>
#include <functional>
#include <memory>

namespace jjak::operate {

//! Turns SIGTERM, SIGINT and SIGHUP into one call in the event loop. A second signal while the server is stopping ends the
//! process at once: nothing that was acknowledged is lost by that.
class StopSignals {
public:
    //! Make it before any thread is started, so that all inherit the mask. Throws std::runtime_error.
    explicit StopSignals(std::function<void(int signal)> stop);
    ~StopSignals();
    Q_DISABLE_COPY_MOVE(StopSignals)

private:
    void arrived();

    std::function<void(int)> m_stop;
    sigset_t m_before;
    int m_descriptor = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace jjak::operate
