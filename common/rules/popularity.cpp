// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/popularity.h"

#include <cmath>

namespace jjak::popularity {

qint64 rank(int people, Time written, Duration halfLife)
{
    // The moment is divided first in whole half-lives: milliseconds since 1970 times a million are near the end of 64 bits.
    const qint64 at = toMs(written), life = halfLife.count();
    const qint64 moment = at / life * unit + at % life * unit / life;
    return moment + std::llround(std::log2(1.0 + people) * double(unit));
}

} // namespace jjak::popularity
