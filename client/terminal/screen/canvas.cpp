// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/screen/canvas.h"

#include <algorithm>

#include "client/terminal/text/width.h"

namespace jjak::terminal {

Canvas::Canvas(int rows, int columns) : m_rows(std::max(1, rows)), m_columns(std::max(1, columns)), m_cells(size_t(m_rows) * size_t(m_columns)) {}

//! What is left of a wide glyph that is drawn over becomes spaces.
void Canvas::clearGlyph(int row, int column)
{
    int from = column;
    while (from > 0 && cell(row, from).text.isEmpty())
        --from;
    for (int c = from; c < m_columns && (c == from || cell(row, c).text.isEmpty()); ++c)
        cell(row, c).text = QStringLiteral(" ");
}

int Canvas::put(int row, int column, const QString &text, Style style, int most)
{
    if (row < 0 || row >= m_rows || column < 0 || column >= m_columns)
        return 0;
    const int space = most < 0 ? m_columns - column : std::min(most, m_columns - column);
    int at = column;
    for (const Glyph &glyph : glyphs(truncated(text, space))) {
        if (at + glyph.width > column + space)
            break;
        for (int c = at; c < at + glyph.width; ++c) {
            clearGlyph(row, c);
            cell(row, c) = {c == at ? glyph.text : QString(), style};
        }
        at += glyph.width;
    }
    return at - column;
}

void Canvas::fill(int row, int column, int rows, int columns, Style style, const QString &glyph)
{
    for (int r = std::max(0, row); r < std::min(m_rows, row + rows); ++r) {
        for (int c = std::max(0, column); c < std::min(m_columns, column + columns); ++c) {
            clearGlyph(r, c);
            cell(r, c) = {glyph, style};
        }
    }
}

void Canvas::setCursor(int row, int column)
{
    m_cursorRow = std::min(row, m_rows - 1);
    m_cursorColumn = std::min(column, m_columns - 1);
}

QStringList Canvas::toText() const
{
    QStringList lines;
    for (int row = 0; row < m_rows; ++row) {
        QString line;
        for (int column = 0; column < m_columns; ++column)
            line += at(row, column).text;
        while (line.endsWith(u' '))
            line.chop(1);
        lines += line;
    }
    return lines;
}

} // namespace jjak::terminal
