// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace jjak::storage {

//! Makes a database fit for use: a new file (readable by its owner only) when there is none, an older schema brought up to date.
//! Throws StartupError, and leaves it as it is, when it is no SQLite file, belongs to another program, was written by a newer
//! version, is damaged, or cannot be opened; of PostgreSQL when it cannot be reached, is too old, or a move into it is not
//! complete. Call it under the folder's lock, before any connection is opened. `shared`: other servers may be at work on it; only PostgreSQL
//! can do that.
void prepareDatabase(const QString &address, bool shared = false);

//! Looks at a file that nobody has declared sound yet; up to which step its schema has come. Throws StartupError when it is no SQLite
//! file, belongs to another program, was written by a newer version or is damaged.
int inspectDatabase(class Connection &connection, const QString &path);

} // namespace jjak::storage
