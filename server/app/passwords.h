// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace jjak::app {

//! How much work a password hash costs.
struct HashCost {
    quint64 operations = 1;              //!< passes
    size_t memory = size_t(46) << 20;    //!< bytes; 46 MiB and one pass as OWASP's Password Storage Cheat Sheet gives it
};

//! argon2id (RFC 9106) in libsodium's text form. Slow on purpose; any thread.
QByteArray hashPassword(const QString &password, const HashCost &cost);
bool verifyPassword(const QByteArray &hash, const QString &password);
bool needsRehash(const QByteArray &hash, const HashCost &cost);

} // namespace jjak::app
