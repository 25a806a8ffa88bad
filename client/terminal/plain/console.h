// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>
#include <QStringList>

namespace jjak::terminal {

//! Lines in, lines out: standard input and output without any control of the terminal but hiding a password.
class Console final : public QObject {
    Q_OBJECT

public:
    explicit Console(QObject *parent = nullptr);
    ~Console() override;

    //! Begins to read: when somebody listens, not before.
    void begin();
    void write(const QString &line);
    //! Rings where output is a terminal; a file or a pipe gets nothing.
    void bell();
    //! What is typed from now on is not shown, where input is a terminal.
    void hideTyping(bool hide);
    static bool isInputTerminal();

Q_SIGNALS:
    void lineRead(const QString &line);
    //! No more lines will come.
    void ended();

private:
    void readInput();

    QSocketNotifier m_notifier;
    QByteArray m_buffer;
    bool m_hidden = false;
};

} // namespace jjak::terminal
