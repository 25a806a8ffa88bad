// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace jjak::storage {

//! Makes the database file fit for use: a new one (readable by its owner only) when there is none, an older schema
//! brought up to date. Throws StartupError, and leaves the file as it is, when it is no SQLite file, belongs to another
//! program, was written by a newer version, is damaged, or cannot be opened. Call it under the folder's lock, before any
//! connection is opened.
void prepareDatabase(const QString &path);

} // namespace jjak::storage
