// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace jjak::storage {

//! Makes a database fit for use: a new file (readable by its owner only) when there is none, an older schema brought up to date.
//! Throws StartupError, and leaves it as it is, when it is no SQLite file, belongs to another program, was written by a newer
//! version, is damaged, or cannot be opened; of PostgreSQL when it cannot be reached or is too old. Call it under the
//! folder's lock, before any connection is opened.
void prepareDatabase(const QString &address);

} // namespace jjak::storage
