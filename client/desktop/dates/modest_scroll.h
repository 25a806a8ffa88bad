// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>

namespace jjak::desktop {

//! Shares a column with something else: never higher than its content wants in the width it has, and scrolls in less.
class ModestScroll final : public QScrollArea {
    Q_OBJECT

public:
    explicit ModestScroll(QWidget *content, QWidget *parent = nullptr) : QScrollArea(parent)
    {
        setWidgetResizable(true);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setFocusPolicy(Qt::NoFocus);
        setFrameShape(NoFrame);
        setWidget(content);
    }
    QSize minimumSizeHint() const override { return {0, fontMetrics().lineSpacing() * 4}; }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QScrollArea::resizeEvent(event);
        fit();
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool done = QScrollArea::eventFilter(watched, event);
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
