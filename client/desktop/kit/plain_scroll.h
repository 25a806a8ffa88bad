// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>
#include <QScrollBar>

namespace jjak::desktop {

//! Scrolls its content up and down when it is higher than the room there is; never sideways, without a frame, and takes no focus.
class PlainScroll : public QScrollArea {
    Q_OBJECT

public:
    explicit PlainScroll(QWidget *content, QWidget *parent = nullptr) : QScrollArea(parent)
    {
        setWidgetResizable(true);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setFocusPolicy(Qt::NoFocus);
        setFrameShape(NoFrame);
        setWidget(content);
    }
};

} // namespace jjak::desktop
