// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/reach.h"

#include <algorithm>

namespace jjak {

int kilometres(Reach reach)
{
    static constexpr std::array steps{0, 2, 5, 10, 20, 50, 100, 20'016}; // half of the Earth's circumference
    return steps[size_t(reach)];
}

bool covers(Reach reach, Cell a, Cell b)
{
    if (reach == Reach::Anywhere || a == b)
        return true;
    return reach != Reach::SameArea && distanceKm(a, b) <= kilometres(reach) + a.sizeKm() / 2.0;
}

Reach stepBetween(Cell a, Cell b)
{
    return *std::ranges::find_if(allReaches, [&](Reach reach) { return covers(reach, a, b); });
}

} // namespace jjak
