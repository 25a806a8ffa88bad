// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>
#include <termios.h>

#include "client/terminal/edit/key.h"
#include "client/terminal/screen/canvas.h"

namespace jjak::terminal {

//! The terminal: paints a Canvas, tells keys, sizes and signals, and gives the terminal back as it was, also after a crash.
//! There is at most one. It knows nothing of what it shows. The only user of ncurses.
class CursesScreen final : public QObject {
    Q_OBJECT

public:
    //! Standard input and output are a terminal that can place the cursor.
    static bool isPossible();

    explicit CursesScreen(QObject *parent = nullptr);
    ~CursesScreen() override;

    int rows() const;
    int columns() const;
    void paint(const Canvas &canvas);
    //! Paints everything anew at the next paint().
    void forget();
    void bell();
    //! Whether the terminal's window has the keyboard; true where the terminal does not tell.
    bool hasFocus() const { return m_focus; }
    //! What the window is called; only for text of this program, never of others.
    void setTitle(const QString &title);

Q_SIGNALS:
    void keyPressed(const jjak::terminal::Key &key);
    //! A text that was pasted, possibly of several lines.
    void pasted(const QString &text);
    void resized();
    void focusChanged();
    //! SIGTERM, SIGHUP, SIGINT.
    void endWanted();

private:
    void readKeys();
    void readSignals();
    void key(int code, bool isFunction);
    bool pasting(int code, bool isFunction);
    int attributes(Style style) const;

    QSocketNotifier m_input, m_signals;
    bool m_colour = false;
    bool m_title = false;
    bool m_focus = true;
    bool m_alt = false;
    bool m_isPasting = false;
    QString m_paste;
};

} // namespace jjak::terminal
