// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace jjak::terminal {

//! One line that is being typed: text, cursor, what was typed before. It moves by glyphs and knows no screen.
class LineEditor {
public:
    const QString &text() const { return m_text; }
    qsizetype cursor() const { return m_cursor; }
    bool isEmpty() const { return m_text.isEmpty(); }
    //! Replaces the text; the cursor goes to its end.
    void setText(const QString &text);
    void setText(const QString &text, qsizetype cursor);

    void insert(const QString &typed);
    void backspace();
    void erase();
    void left();
    void right();
    void home() { m_cursor = 0; }
    void end() { m_cursor = m_text.size(); }
    void wordLeft();
    void wordRight();
    //! Ctrl+W: the word before the cursor. Ctrl+K: the rest. Ctrl+U: everything before the cursor.
    void eraseWord();
    void eraseRest();
    void eraseBefore();
    //! Ctrl+Y: what one of these erased last.
    void putBack() { insert(m_erased); }

    //! Takes the text out and remembers it.
    QString take();
    //! Goes through what was taken; what is typed at this moment is the last of it.
    void older();
    void newer();

private:
    qsizetype wordStart() const;
    void eraseRange(qsizetype from, qsizetype to);

    QString m_text;
    qsizetype m_cursor = 0;
    QString m_erased;
    QStringList m_history;
    qsizetype m_place = 0; //!< in the history; its size means: the present line
    QString m_present;
};

} // namespace jjak::terminal
