// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/edit/line_editor.h"

#include "client/terminal/text/width.h"

namespace jjak::terminal {

namespace {
constexpr qsizetype remembered = 200;
}

void LineEditor::setText(const QString &text)
{
    setText(text, text.size());
}

void LineEditor::setText(const QString &text, qsizetype cursor)
{
    m_text = text;
    m_cursor = std::clamp<qsizetype>(cursor, 0, text.size());
}

void LineEditor::insert(const QString &typed)
{
    m_text.insert(m_cursor, typed);
    m_cursor += typed.size();
}

void LineEditor::backspace()
{
    const qsizetype from = previousBoundary(m_text, m_cursor);
    m_text.remove(from, m_cursor - from);
    m_cursor = from;
}

void LineEditor::erase()
{
    if (m_cursor < m_text.size())
        m_text.remove(m_cursor, nextBoundary(m_text, m_cursor) - m_cursor);
}

void LineEditor::left()
{
    m_cursor = previousBoundary(m_text, m_cursor);
}

void LineEditor::right()
{
    m_cursor = nextBoundary(m_text, m_cursor);
}

qsizetype LineEditor::wordStart() const
{
    qsizetype at = m_cursor;
    while (at > 0 && m_text[at - 1].isSpace())
        --at;
    while (at > 0 && !m_text[at - 1].isSpace())
        --at;
    return at;
}

void LineEditor::wordLeft()
{
    m_cursor = wordStart();
}

void LineEditor::wordRight()
{
    while (m_cursor < m_text.size() && m_text[m_cursor].isSpace())
        ++m_cursor;
    while (m_cursor < m_text.size() && !m_text[m_cursor].isSpace())
        ++m_cursor;
}

void LineEditor::eraseRange(qsizetype from, qsizetype to)
{
    if (from == to)
        return; // what was erased before can still be put back
    m_erased = m_text.mid(from, to - from);
    m_text.remove(from, to - from);
    m_cursor = from;
}

void LineEditor::eraseWord()
{
    eraseRange(wordStart(), m_cursor);
}

void LineEditor::eraseRest()
{
    eraseRange(m_cursor, m_text.size());
}

void LineEditor::eraseBefore()
{
    eraseRange(0, m_cursor);
}

QString LineEditor::take()
{
    const QString line = m_text;
    if (!line.isEmpty() && (m_history.isEmpty() || m_history.last() != line))
        m_history += line;
    if (m_history.size() > remembered)
        m_history.removeFirst();
    m_place = m_history.size();
    m_present.clear();
    setText({});
    return line;
}

void LineEditor::older()
{
    if (m_place == 0)
        return;
    if (m_place == m_history.size())
        m_present = m_text;
    setText(m_history[--m_place]);
}

void LineEditor::newer()
{
    if (m_place == m_history.size())
        return;
    ++m_place;
    setText(m_place == m_history.size() ? m_present : m_history[m_place]);
}

} // namespace jjak::terminal
