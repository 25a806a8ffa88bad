// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/lounge/deed.h"

#include <algorithm>

namespace jjak::domain {

namespace {

Deed after(const Deed &before, Deed now, bool grown)
{
    now.counts = before.isNothing() ? grown : before.counts;
    return now.isNothing() ? Deed() : now;
}

int counted(const Deed &deed)
{
    return !deed.isNothing() && deed.counts ? 1 : 0;
}

} // namespace

bool isGrownUp(Time created, Time now, Duration least)
{
    return now - created >= least;
}

Deed liking(const Deed &before, bool on, Time now, bool grown)
{
    Deed out = before;
    if (!on)
        out.liked.reset();
    else if (!before.liked)
        out.liked = now;
    return after(before, out, grown);
}

Deed commenting(const Deed &before, int more, bool grown)
{
    Deed out = before;
    out.comments = std::max(0, before.comments + more);
    return after(before, out, grown);
}

int peopleMore(const Deed &before, const Deed &after)
{
    return counted(after) - counted(before);
}

} // namespace jjak::domain
