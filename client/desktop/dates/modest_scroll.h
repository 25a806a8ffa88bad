// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>

#include "client/desktop/kit/plain_scroll.h"

namespace jjak::desktop {

//! Shares a column with something else: never higher than its content wants in the width it has, and scrolls in less.
class ModestScroll final : public PlainScroll {
    Q_OBJECT

public:
    using PlainScroll::PlainScroll;
    QSize minimumSizeHint() const override { return {0, fontMetrics().lineSpacing() * 4}; }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        PlainScroll::resizeEvent(event);
        fit();
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool done = PlainScroll::eventFilter(watched, event);
        if (watched == widget() && event->type() == QEvent::LayoutRequest)
            fit();
        return done;
    }

private:
    //! As if the bar were there: else it could appear because it is there.
    void fit()
    {
        const int inside = width() - verticalScrollBar()->sizeHint().width();
        setMaximumHeight(widget()->hasHeightForWidth() ? widget()->heightForWidth(inside) : widget()->sizeHint().height());
    }
};

} // namespace jjak::desktop
