// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/dates/script.h"

#include <algorithm>

namespace jjak::domain {

int Script::rounds() const
{
    return int(std::ranges::count(acts, DatePhase::Topic, &Act::phase));
}

} // namespace jjak::domain
