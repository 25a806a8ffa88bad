// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <vector>

namespace jjak::desktop {

//! The heights of many rows, most of them only estimated: tells in logarithmic time where a row begins and which row is at
//! a place, so that a view need not measure what nobody sees. (A Fenwick tree over the heights.)
class RowHeights {
public:
    void reset(int count, int estimate);
    //! Puts rows in front of `row`; at the end this takes logarithmic time, elsewhere linear.
    void insert(int row, int count, int estimate);
    void remove(int row, int count);

    int count() const { return int(m_rows.size()); }
    bool isMeasured(int row) const { return m_rows[size_t(row)].measured; }
    int height(int row) const { return m_rows[size_t(row)].height; }
    void measure(int row, int height);
    //! The heights stay as estimates.
    void forget(int from, int to);

    //! Sum of the heights above the row; row may be count().
    qint64 top(int row) const;
    qint64 total() const { return top(count()); }
    //! The row at that distance from the top, kept within the rows; -1 when there are none.
    int rowAt(qint64 y) const;

private:
    struct Row {
        int height = 0;
        bool measured = false;
    };
    void rebuild();
    void append(int height);

    std::vector<Row> m_rows;
    std::vector<qint64> m_sums; //!< m_sums[i] is the sum of the heights of the rows i - lowbit(i) … i - 1; index 0 unused
};

} // namespace jjak::desktop
