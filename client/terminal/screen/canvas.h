// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace jjak::terminal {

//! How something looks; the terminal decides which colours and attributes that are.
enum class Style { Plain, Faint, Strong, Title, Mine, Theirs, Host, Accent, Warning, Failure, Selected, Bar };

//! One column of the screen. A glyph that is wider than one column leaves the cells behind it empty.
struct Cell {
    QString text = QStringLiteral(" ");
    Style style = Style::Plain;
    bool operator==(const Cell &) const = default;
};

//! A screen as a grid of cells: drawn into by the panels, painted by the terminal, compared by tests. It clips, never wraps.
class Canvas {
public:
    Canvas(int rows, int columns);

    int rows() const { return m_rows; }
    int columns() const { return m_columns; }
    const Cell &at(int row, int column) const { return m_cells[size_t(row) * size_t(m_columns) + size_t(column)]; }

    //! Draws text from there, at most \a most columns wide (-1: to the edge), cut with "…". Returns the columns it took.
    int put(int row, int column, const QString &text, Style style = Style::Plain, int most = -1);
    void fill(int row, int column, int rows, int columns, Style style, const QString &glyph = QStringLiteral(" "));

    //! Within the canvas; -1 for none.
    void setCursor(int row, int column);
    //! -1: no cursor is shown.
    int cursorRow() const { return m_cursorRow; }
    int cursorColumn() const { return m_cursorColumn; }

    //! Line by line, without spaces at the ends.
    QStringList toText() const;

private:
    Cell &cell(int row, int column) { return m_cells[size_t(row) * size_t(m_columns) + size_t(column)]; }
    void clearGlyph(int row, int column);

    int m_rows, m_columns;
    std::vector<Cell> m_cells;
    int m_cursorRow = -1, m_cursorColumn = -1;
};

} // namespace jjak::terminal
