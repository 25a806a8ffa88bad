// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/tab_order.h"

#include <QChildEvent>
#include <QLayout>
#include <QScrollArea>
#include <utility>

namespace jjak::desktop {

namespace {

void collect(const QLayout *layout, QWidgetList &out);

//! Of what has no layout: the line of a spin box, from which Qt 6.4 goes back into the box where it was left behind; buttons that lie
//! upon a list.
void collectParts(QWidget *widget, QWidgetList &out)
{
    const auto parts = widget->findChildren<QWidget *>();
    for (QWidget *part : parts)
        if ((part->focusPolicy() & Qt::TabFocus) && part->window() == widget->window())
            out.append(part);
}

void collect(QWidget *widget, QWidgetList &out)
{
    if (widget->focusPolicy() & Qt::TabFocus)
        out.append(widget);
    const auto *scroll = qobject_cast<QScrollArea *>(widget);
    if (scroll && scroll->widget())
        collect(scroll->widget(), out);
    else if (widget->layout())
        collect(widget->layout(), out);
    else
        collectParts(widget, out);
}

void collect(const QLayout *layout, QWidgetList &out)
{
    for (int i = 0; i < layout->count(); ++i) {
        if (QWidget *widget = layout->itemAt(i)->widget())
            collect(widget, out);
        else if (const QLayout *inner = layout->itemAt(i)->layout())
            collect(inner, out);
    }
}

void order(QWidget *window)
{
    QWidgetList all;
    collect(window, all);
    for (qsizetype i = 1; i < all.size(); ++i)
        QWidget::setTabOrder(all[i - 1], all[i]);
}

//! Waits until layouts have changed, and puts things in order once for all that changed by then.
class Keeper final : public QObject {
public:
    explicit Keeper(QWidget *window) : QObject(window), m_window(window) { watch(window); }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::ChildPolished)
            watch(static_cast<QChildEvent *>(event)->child());
        if (event->type() == QEvent::LayoutRequest && !std::exchange(m_waits, true))
            QMetaObject::invokeMethod(this, &Keeper::keep, Qt::QueuedConnection);
        return false;
    }

private:
    void watch(QObject *part)
    {
        part->installEventFilter(this); // anew for what is watched already: that is still once
        const auto inner = part->findChildren<QWidget *>();
        for (QWidget *one : inner)
            one->installEventFilter(this);
    }

    void keep()
    {
        m_waits = false;
        order(m_window);
    }

    QWidget *m_window; //!< owns this
    bool m_waits = false;
};

} // namespace

void keepTabAsSeen(QWidget *window)
{
    new Keeper(window);
    order(window);
}

} // namespace jjak::desktop
