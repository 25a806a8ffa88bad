// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <algorithm>
#include <vector>

namespace jjak::bench {

//! Latencies in nanoseconds, told in milliseconds.
class Percentiles {
public:
    void add(qint64 ns) { m_values.push_back(ns); }
    size_t count() const { return m_values.size(); }
    double at(double share)
    {
        if (m_values.empty())
            return 0;
        std::ranges::sort(m_values);
        return double(m_values[std::min(m_values.size() - 1, size_t(share * double(m_values.size())))]) / 1e6;
    }
    QString text() { return QStringLiteral("p50 %1 ms, p90 %2 ms, p99 %3 ms, max %4 ms").arg(at(0.5), 0, 'f', 2).arg(at(0.9), 0, 'f', 2).arg(at(0.99), 0, 'f', 2).arg(at(1), 0, 'f', 2); }

private:
    std::vector<qint64> m_values;
};

} // namespace jjak::bench
