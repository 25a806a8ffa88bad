// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <algorithm>
#include <deque>

#include "common/base/time.h"

namespace jjak::client {

//! How many chunks may be under way at once: one at first, more while answers come quickly, so that on a slow line nothing
//! else waits behind them for long.
class Window {
public:
    static constexpr int most = 4;
    static constexpr Duration quick = 1s;

    bool isFull() const { return int(m_sent.size()) >= m_size; }
    bool isEmpty() const { return m_sent.empty(); }
    void sent()
    {
        m_sent.emplace_back();
        m_sent.back().start();
    }
    //! One of them was answered.
    void answered()
    {
        if (m_sent.empty())
            return;
        const bool isQuick = Duration(m_sent.front().elapsed()) < quick;
        m_sent.pop_front();
        m_size = isQuick ? std::min(m_size + 1, most) : 1;
    }
    //! What was under way will not be answered any more.
    void clear() { m_sent.clear(); }

private:
    std::deque<QElapsedTimer> m_sent;
    int m_size = 1;
};

} // namespace jjak::client
