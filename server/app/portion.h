// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>

namespace jjak::app {

//! How much is run in one transaction beside other servers: less when one of them was in the way, and more again as it goes well.
class Portion {
public:
    explicit Portion(size_t most) : m_most(most), m_size(most) {}

    size_t size() const { return m_size; }
    void wentWell() { m_size = std::min(m_most, m_size + 1 + m_size / 8); }
    //! Of that size, and so often.
    void wasInTheWay(size_t tried, int times) { m_size = std::max<size_t>(1, tried >> std::min(times, 8)); }

private:
    size_t m_most, m_size;
};

} // namespace jjak::app
