// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/throttle.h"

#include <algorithm>
#include <cmath>

namespace jjak::app {

namespace {

constexpr qsizetype mostNames = 100'000; //!< beyond it full buckets are forgotten: they say the same as none

} // namespace

Duration Throttle::take(const QString &name, Time now)
{
    if (m_buckets.size() >= mostNames)
        forgetFull(now);
    auto it = m_buckets.find(name);
    if (it == m_buckets.end())
        it = m_buckets.insert(name, {m_burst, now});
    const double minutes = std::chrono::duration<double, std::ratio<60>>(now - it->at).count();
    it->level = std::min(m_burst, it->level + std::max(0.0, minutes) * m_perMinute);
    it->at = now;
    if (it->level < 1)
        return Duration(qint64(std::ceil((1 - it->level) / m_perMinute * 60'000)));
    it->level -= 1;
    return Duration(0);
}

void Throttle::forgetFull(Time now)
{
    m_buckets.removeIf([&](const auto &entry) {
        const double minutes = std::chrono::duration<double, std::ratio<60>>(now - entry->at).count();
        return entry->level + minutes * m_perMinute >= m_burst;
    });
    if (m_buckets.size() >= mostNames)
        m_buckets.clear();
}

} // namespace jjak::app
