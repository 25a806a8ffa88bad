// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace jjak::desktop {

class Theme;

//! What an empty page shows instead of nothing: a drawing, a sentence of comfort, and the one thing to do next.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    //! `icon` is the name of a line icon, which the drawing is built around.
    EmptyState(const Theme &theme, const QString &icon, QWidget *parent = nullptr);

    //! Plain texts; without a caption there is no button.
    void setTexts(const QString &title, const QString &text, const QString &action = {});

    [[nodiscard]] QPushButton *button() const { return m_action; }

Q_SIGNALS:
    void actionTriggered();

private:
    class Drawing;
    void refresh();

    const Theme &m_theme;
    QWidget *m_column;
    Drawing *m_drawing;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_action;
};

} // namespace jjak::desktop
