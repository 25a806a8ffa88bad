// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "common/base/time.h"

//! Who counts for how popular a post is.
namespace jjak::domain {

//! What somebody, who is not its author, did with a post.
struct Deed {
    std::optional<Time> liked = std::nullopt; //!< since when
    int comments = 0;
    bool counts = false; //!< the account was old enough when they did the first of it
    bool operator==(const Deed &) const = default;
    bool isNothing() const { return !liked && comments == 0; }
};

//! Whether what an account does now counts.
bool isGrownUp(Time created, Time now, Duration least);

//! The deed with a like, or without. `grown`: whether it counts if it is the first.
Deed liking(const Deed &before, bool on, Time now, bool grown);
//! The deed with so many comments more, or fewer.
Deed commenting(const Deed &before, int more, bool grown);

//! How many people more (or fewer) count when one deed becomes the other.
int peopleMore(const Deed &before, const Deed &after);

} // namespace jjak::domain
