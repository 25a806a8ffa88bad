// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/people/load/histogram.h"

#include <algorithm>
#include <bit>

namespace jjak::people {

int Histogram::bucketOf(std::int64_t microseconds)
{
    const auto value = std::uint64_t(std::max<std::int64_t>(0, microseconds));
    if (value < steps)
        return int(value);
    const int shift = std::bit_width(value) - 7; // keeps the seven highest bits
    const int bucket = (shift + 1) * steps + int(value >> shift) - steps;
    return std::min(bucket, steps * powers - 1);
}

std::int64_t Histogram::upperEnd(int bucket)
{
    if (bucket < steps)
        return bucket;
    const int shift = bucket / steps - 1;
    return ((std::int64_t(bucket % steps) + steps + 1) << shift) - 1;
}

void Histogram::add(std::int64_t microseconds)
{
    ++m_buckets[size_t(bucketOf(microseconds))];
    ++m_count;
    m_max = std::max(m_max, microseconds);
}

std::int64_t Histogram::quantile(double share) const
{
    const auto wanted = std::int64_t(share * double(m_count) + 0.5);
    std::int64_t seen = 0;
    for (int bucket = 0; bucket < steps * powers; ++bucket) {
        seen += m_buckets[size_t(bucket)];
        if (seen > 0 && seen >= wanted)
            return std::min(upperEnd(bucket), m_max);
    }
    return m_max;
}

} // namespace jjak::people
