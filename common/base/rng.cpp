// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/rng.h"

#include <QRandomGenerator>
#include <cstring>

namespace jjak {

std::uint64_t Rng::below(std::uint64_t bound)
{
    const std::uint64_t refuse = (0 - bound) % bound; // the part of 2^64 that would make small results likelier
    std::uint64_t value = 0;
    do
        fill({reinterpret_cast<std::uint8_t *>(&value), sizeof value});
    while (value < refuse);
    return value % bound;
}

void SystemRng::fill(std::span<std::uint8_t> bytes)
{
    for (std::size_t i = 0; i < bytes.size(); i += 4) {
        const quint32 word = QRandomGenerator::system()->generate();
        std::memcpy(bytes.data() + i, &word, std::min<std::size_t>(4, bytes.size() - i));
    }
}

void SeededRng::fill(std::span<std::uint8_t> bytes)
{
    for (std::size_t i = 0; i < bytes.size(); i += 8) {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        z ^= z >> 31;
        for (std::size_t k = 0; k < 8 && i + k < bytes.size(); ++k)
            bytes[i + k] = std::uint8_t(z >> (8 * k));
    }
}

} // namespace jjak
