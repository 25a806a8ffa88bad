// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/time.h"

//! How popular a post is: the published formula of the lounge, which clients print in their help.
//!
//! A post counts `people`: those who liked it or commented on it, each once, without its author, and only whose accounts
//! were at least three days old when they did. What it is worth halves with every half-life: (1 + people) · 2^(−age / half-life).
//! Which of two posts is worth more never changes by time passing alone, since both halve at once; so the logarithm with the moment of
//! writing in place of the age is a number that is stored, and changed only by people.
namespace jjak::popularity {

inline constexpr Duration grownUp = std::chrono::days(3); //!< how old an account has to be to count
inline constexpr Duration day = 24h, week = std::chrono::days(7);
inline constexpr Duration dayHalfLife = day / 2, weekHalfLife = week / 2;
inline constexpr int postsOfOneAuthor = 2;  //!< the best ones of each author stand in the list, and no more
inline constexpr qint64 unit = 1'000'000; //!< of the stored number: so much more is worth twice as much

//! The number by which posts are ordered, the greater the better. people ≥ 0, written after 1970.
qint64 rank(int people, Time written, Duration halfLife);

} // namespace jjak::popularity
