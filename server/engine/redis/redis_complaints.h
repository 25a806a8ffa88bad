// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace jjak::engine {

//! The oldest Redis that will do: XINFO STREAM tells of deleted entries from there on, which is how a reader learns what it missed.
inline constexpr int oldestRedis = 7;

//! What is wrong with a Redis that tells this about itself (INFO: server, memory, replication, cluster), a sentence for the operator each.
QList<QString> redisComplaints(const QByteArray &info);

} // namespace jjak::engine
