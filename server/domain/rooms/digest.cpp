// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/rooms/digest.h"

#include <algorithm>
#include <cstdint>

namespace jjak::domain {

namespace {

constexpr int letters = 3, bitCount = Digest::byteCount * 8;

//! The finalizer of MurmurHash3: neighbouring triples get bits far apart.
int bitOf(QChar a, QChar b, QChar c)
{
    std::uint64_t x = std::uint64_t(a.unicode()) << 32 | std::uint64_t(b.unicode()) << 16 | c.unicode();
    x = (x ^ x >> 33) * 0xff51afd7ed558ccdULL;
    x = (x ^ x >> 33) * 0xc4ceb9fe1a85ec53ULL;
    return int((x ^ x >> 33) % bitCount);
}

} // namespace

void Digest::add(QStringView text)
{
    char *bits = m_bits.data();
    for (qsizetype i = 0; i + letters <= text.size(); ++i) {
        const int bit = bitOf(text[i], text[i + 1], text[i + 2]);
        bits[bit / 8] = char(bits[bit / 8] | 1 << bit % 8);
    }
}

QList<int> Digest::bitsOf(QStringView text)
{
    QList<int> out;
    for (qsizetype i = 0; i + letters <= text.size(); ++i)
        out.append(bitOf(text[i], text[i + 1], text[i + 2]));
    return out;
}

bool Digest::mayHave(const QList<int> &bits) const
{
    return m_bits.size() != byteCount || std::ranges::all_of(bits, [this](int bit) { return (m_bits[bit / 8] >> bit % 8 & 1) != 0; });
}

} // namespace jjak::domain
