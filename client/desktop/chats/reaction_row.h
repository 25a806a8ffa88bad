// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QMenu;
class QToolButton;

namespace jjak::desktop {

class Theme;

//! A line of a menu with emojis to react with: the usual ones, and those that the message has already. Left and Right go
//! through them, Up and Down on in the menu.
class ReactionRow final : public QWidget {
    Q_OBJECT

public:
    //! `present`: what the message has; `mine`: which of these are one's own.
    ReactionRow(const Theme &theme, const QStringList &present, const QStringList &mine, QMenu *menu);

    static QStringList usual();
    QList<QToolButton *> buttons() const { return m_buttons; }

Q_SIGNALS:
    void chosen(const QString &emoji);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QMenu *m_menu;
    QList<QToolButton *> m_buttons;
};

} // namespace jjak::desktop
