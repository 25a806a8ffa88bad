// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <initializer_list>
#include <vector>

namespace jjak::app {

//! How often a number fell into which range, for the metrics. One thread adds, any thread reads.
class Histogram {
public:
    static constexpr std::size_t most = 16;

    //! What it holds. The last count is of all above the last bound.
    struct Reading {
        std::vector<double> bounds;
        std::vector<std::uint64_t> counts;
        double sum = 0;
    };

    //! The upper bounds of the ranges, growing, each belonging to its range; at most `most`.
    Histogram(std::initializer_list<double> bounds) : m_bounds(bounds) {}

    void add(double number)
    {
        const auto range = std::ranges::lower_bound(m_bounds, number) - m_bounds.begin();
        m_counts[std::size_t(range)].fetch_add(1, std::memory_order_relaxed);
        m_sum.store(m_sum.load(std::memory_order_relaxed) + number, std::memory_order_relaxed);
    }

    Reading read() const
    {
        Reading out{m_bounds, {}, m_sum.load(std::memory_order_relaxed)};
        for (std::size_t i = 0; i <= m_bounds.size(); ++i)
            out.counts.push_back(m_counts[i].load(std::memory_order_relaxed));
        return out;
    }

private:
    const std::vector<double> m_bounds;
    std::array<std::atomic<std::uint64_t>, most + 1> m_counts{};
    std::atomic<double> m_sum{0};
};

} // namespace jjak::app
