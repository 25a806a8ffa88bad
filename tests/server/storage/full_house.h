// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/storage/scratch.h"

namespace jjak::storage {

//! Leaves rows in every table, and in sequences numbers of rows that are gone. tst_move finds a table that was forgotten here.
void fillEveryTable(Scratch &s);

} // namespace jjak::storage
