// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/database.h"
#include "server/storage/sqlite_driver.h"

namespace jjak::storage {

//! The driver of a database that is a file, for tests that look behind it.
inline SqliteDriver &sqliteOf(Database &database)
{
    return dynamic_cast<SqliteDriver &>(database.driver());
}

} // namespace jjak::storage
