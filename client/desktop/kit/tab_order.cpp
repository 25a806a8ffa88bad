// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/tab_order.h"

#include <QLayout>
#include <QScrollArea>

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

} // namespace

void tabAsSeen(QWidget *widget)
{
    QWidgetList order;
    collect(widget, order);
    for (qsizetype i = 1; i < order.size(); ++i)
        QWidget::setTabOrder(order[i - 1], order[i]);
}

} // namespace jjak::desktop
