// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

#include "tests/faults/power_disk.h"

namespace jjak::faults {

//! Puts all SQLite files of this process on a PowerDisk for as long as it lives: it is SQLite's default VFS, which the
//! QSQLITE plugin uses too. For one connection at a time: locks are granted without asking.
class PowerVfs {
public:
    explicit PowerVfs(PowerDisk &disk);
    ~PowerVfs();
    PowerVfs(const PowerVfs &) = delete;
    PowerVfs &operator=(const PowerVfs &) = delete;

private:
    sqlite3_vfs m_vfs{};
};

} // namespace jjak::faults
