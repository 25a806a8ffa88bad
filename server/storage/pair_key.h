// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

#include "common/base/ids.h"

namespace jjak::storage {

//! Names two accounts, whichever of them comes first: the smaller id, then the larger.
inline QByteArray pairKey(AccountId a, AccountId b)
{
    return std::min(a, b).toBytes() + std::max(a, b).toBytes();
}

} // namespace jjak::storage
