// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <optional>

#include "client/core/state/state.h"

namespace jjak::client {

//! What is kept in the SecretStore: a device token and whose it is, so that the cache can be shown before the first reply.
struct StoredToken {
    Account account;
    QString token;
};

QByteArray encodeToken(const StoredToken &stored);
//! nullopt for what encodeToken() has not written.
std::optional<StoredToken> decodeToken(const QByteArray &bytes);

} // namespace jjak::client
