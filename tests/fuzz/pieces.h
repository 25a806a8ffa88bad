// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <vector>

namespace jjak::fuzz {

//! Hands `bytes` to `take` in pieces that `seed` decides on; 0 means in one piece, 1 byte by byte. Every piece ends where its memory
//! ends, so that the address sanitizer sees a read beyond it; the next piece overwrites it, so that nothing can lean on it.
template <class Take>
void inPieces(std::span<const std::uint8_t> bytes, std::uint8_t seed, Take take)
{
    const std::size_t longest = seed == 0 ? bytes.size() : 16;
    std::vector<char> memory(longest);
    std::uint32_t state = seed;
    while (!bytes.empty()) {
        state = state * 1664525u + 1013904223u;
        const std::size_t wanted = seed == 0 ? bytes.size() : seed == 1 ? 1 : 1 + (state >> 24) % longest;
        const auto piece = bytes.first(std::min(wanted, bytes.size()));
        bytes = bytes.subspan(piece.size());
        const auto place = std::span<char>(memory).last(piece.size());
        std::copy(piece.begin(), piece.end(), place.begin());
        take(place);
    }
}

//! Ends the run: libFuzzer writes the input down as a finding.
inline void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "finding: %s\n", what);
    std::abort();
}

} // namespace jjak::fuzz
