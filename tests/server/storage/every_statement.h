// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/storage/scratch.h"

namespace jjak::storage {

//! Calls every function of every store, so that the connection has seen every statement there is: Database::statements().
void useEveryStatement(Scratch &s);

} // namespace jjak::storage
