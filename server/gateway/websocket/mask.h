// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace jjak::gateway {

//! The four bytes a client frame is masked with, in the order of the wire (RFC 6455 §5.3).
using MaskKey = std::array<char, 4>;

//! Masks or unmasks in place, eight bytes at a time; `offset` is how far into the frame's payload `bytes` begins.
inline void applyMask(std::span<char> bytes, const MaskKey &key, std::size_t offset) noexcept
{
    std::array<char, 8> turned{};
    for (std::size_t i = 0; i < turned.size(); ++i)
        turned[i] = key[(offset + i) & 3];
    std::uint64_t pattern = 0;
    std::memcpy(&pattern, turned.data(), sizeof pattern);

    std::size_t at = 0;
    for (; at + sizeof pattern <= bytes.size(); at += sizeof pattern) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, sizeof word);
        word ^= pattern;
        std::memcpy(bytes.data() + at, &word, sizeof word);
    }
    for (; at < bytes.size(); ++at)
        bytes[at] = static_cast<char>(bytes[at] ^ turned[at & 7]);
}

} // namespace jjak::gateway
