// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace jjak::test {

//! Where a test program keeps its rows. The same program runs on both; see tests/CMakeLists.txt.
enum class Engine { Sqlite, Postgres };

//! What the environment says in JJAK_TEST_ENGINE: sqlite, which is also meant when it says nothing, or postgresql.
Engine engine();

//! The address of a database with all tables and no rows, on this program's own PostgreSQL, which is started for the first who
//! asks and ends with the program. There is one: who was given it before has lost his rows. Ends the program when it cannot be had.
QString emptyPostgres();
//! The address of a database without rows on the engine that the environment says: in memory, without tables yet, or emptyPostgres().
QString freshDatabase();

} // namespace jjak::test
