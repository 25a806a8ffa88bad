// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include "common/base/rng.h"

namespace jjak::storage {

inline constexpr int secretBytes = 32;

//! The server's secret in the file secret.key of the data folder: drawn from rng and stored (0600, synced) at the first
//! start, the same ever after; it is never replaced. Throws StartupError when it cannot be read or made, has the wrong
//! length, or may be read by others.
QByteArray loadOrCreateSecret(const QString &folder, Rng &rng);

} // namespace jjak::storage
