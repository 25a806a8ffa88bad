// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

#include "client/desktop/kit/plain_scroll.h"

namespace jjak::desktop {

//! Asks for as much room as its content wants, and scrolls where the screen has less: for dialogs in large text.
class FittingScroll final : public PlainScroll {
    Q_OBJECT

public:
    using PlainScroll::PlainScroll;
    QSize sizeHint() const override
    {
        const int width = std::max(widget()->sizeHint().width(), widget()->minimumWidth());
        const int height = widget()->hasHeightForWidth() ? widget()->heightForWidth(width) : widget()->sizeHint().height();
        return {width + verticalScrollBar()->sizeHint().width(), height};
    }
    QSize minimumSizeHint() const override
    {
        const int width = std::max(widget()->minimumSizeHint().width(), widget()->minimumWidth());
        return {width + verticalScrollBar()->sizeHint().width(), fontMetrics().lineSpacing() * 4};
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::LayoutRequest)
            updateGeometry(); // the content wants another height, so this does
        return PlainScroll::eventFilter(watched, event);
    }
};

} // namespace jjak::desktop
