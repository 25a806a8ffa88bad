// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/tab_order.h"

#include <QChildEvent>
#include <QLayout>
#include <QLineEdit>
#include <QPointer>
#include <QScrollArea>
#include <utility>

namespace jjak::desktop {

namespace {

void collect(const QLayout *layout, QWidgetList &out);

void collect(QWidget *widget, QWidgetList &out)
{
    if (widget->focusPolicy() & Qt::TabFocus)
        out.append(widget);
    const auto *scroll = qobject_cast<QScrollArea *>(widget);
    if (scroll && scroll->widget())
        collect(scroll->widget(), out);
    else if (widget->layout())
        collect(widget->layout(), out);
    else if (auto *line = widget->findChild<QLineEdit *>(); line && line->focusProxy() == widget)
        out.append(line); // of a spin box: where it is left behind, Qt 6.4 goes from there back into the box
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

//! Waits until layouts within a part have changed, and puts things in order once for all that changed by then.
class Keeper final : public QObject {
public:
    Keeper(QWidget *widget, QWidget *changing) : QObject(changing), m_widget(widget) { watch(changing); }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::ChildPolished)
            watch(static_cast<QChildEvent *>(event)->child());
        if (event->type() == QEvent::LayoutRequest && !std::exchange(m_waits, true))
            QMetaObject::invokeMethod(this, &Keeper::order, Qt::QueuedConnection);
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

    void order()
    {
        m_waits = false;
        if (m_widget)
            tabAsSeen(m_widget);
    }

    QPointer<QWidget> m_widget;
    bool m_waits = false;
};

} // namespace

void tabAsSeen(QWidget *widget)
{
    QWidgetList order;
    collect(widget, order);
    for (qsizetype i = 1; i < order.size(); ++i)
        QWidget::setTabOrder(order[i - 1], order[i]);
}

void keepTabAsSeen(QWidget *widget, QWidget *changing)
{
    new Keeper(widget, changing);
    tabAsSeen(widget);
}

} // namespace jjak::desktop
