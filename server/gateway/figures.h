// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <atomic>

namespace jjak::gateway {

//! Counts for the metrics; written by I/O threads, read from any.
struct Figures {
    std::atomic<qint64> connections{0}, signedIn{0};
    std::atomic<quint64> accepted{0}, refusedConnections{0}, framesIn{0}, framesOut{0}, malformed{0}, cutSlow{0}, timedOut{0}, rateLimited{0};
};

} // namespace jjak::gateway
