// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/chats/row_heights.h"

#include <algorithm>
#include <bit>

namespace jjak::desktop {

namespace {

size_t lowBit(size_t i)
{
    return i & (~i + 1);
}

} // namespace

void RowHeights::reset(int count, int estimate)
{
    m_rows.assign(size_t(count), {estimate, false});
    rebuild();
}

void RowHeights::insert(int row, int count, int estimate)
{
    if (row == this->count()) {
        for (int i = 0; i < count; ++i)
            append(estimate);
        return;
    }
    m_rows.insert(m_rows.begin() + row, size_t(count), {estimate, false});
    rebuild();
}

void RowHeights::remove(int row, int count)
{
    m_rows.erase(m_rows.begin() + row, m_rows.begin() + row + count);
    rebuild();
}

void RowHeights::append(int height)
{
    if (m_sums.empty())
        m_sums.push_back(0);
    m_rows.push_back({height, false});
    const size_t i = m_rows.size();
    qint64 sum = height;
    for (size_t step = 1; step < lowBit(i); step *= 2)
        sum += m_sums[i - step];
    m_sums.push_back(sum);
}

void RowHeights::rebuild()
{
    m_sums.assign(m_rows.size() + 1, 0);
    for (size_t i = 1; i < m_sums.size(); ++i) {
        m_sums[i] += m_rows[i - 1].height;
        const size_t parent = i + lowBit(i);
        if (parent < m_sums.size())
            m_sums[parent] += m_sums[i];
    }
}

void RowHeights::measure(int row, int height)
{
    Row &held = m_rows[size_t(row)];
    const int grown = height - held.height;
    held = {height, true};
    for (size_t i = size_t(row) + 1; grown != 0 && i < m_sums.size(); i += lowBit(i))
        m_sums[i] += grown;
}

void RowHeights::forget(int from, int to)
{
    for (int row = from; row <= to; ++row)
        m_rows[size_t(row)].measured = false;
}

qint64 RowHeights::top(int row) const
{
    qint64 sum = 0;
    for (size_t i = size_t(row); i > 0; i -= lowBit(i))
        sum += m_sums[i];
    return sum;
}

int RowHeights::rowAt(qint64 y) const
{
    if (m_rows.empty())
        return -1;
    size_t found = 0;
    for (size_t step = std::bit_floor(m_rows.size()); step > 0; step /= 2) {
        if (found + step <= m_rows.size() && m_sums[found + step] <= y) {
            found += step;
            y -= m_sums[found];
        }
    }
    return int(std::min(found, m_rows.size() - 1));
}

} // namespace jjak::desktop
