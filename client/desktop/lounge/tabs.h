// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabBar>
#include <QToolButton>

namespace jjak::desktop {

//! A row of a few choices, moved through with the arrow keys. In little room its words end in "…"; it never scrolls, and the
//! buttons that Qt has for that do not exist for screen readers.
class Tabs final : public QTabBar {
    Q_OBJECT

public:
    explicit Tabs(QWidget *parent) : QTabBar(parent)
    {
        setExpanding(false);
        setUsesScrollButtons(false);
        setElideMode(Qt::ElideRight);
        const auto buttons = findChildren<QToolButton *>();
        for (QToolButton *button : buttons)
            button->setAccessibleName({});
    }
};

} // namespace jjak::desktop
