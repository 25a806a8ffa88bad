// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/chats/floating_day.h"

#include <QDateTime>
#include <QScrollBar>

#include "client/desktop/chats/message_rows.h"
#include "client/desktop/chats/message_view.h"
#include "client/desktop/kit/theme.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

using Model = client::MessageListModel;

namespace {

constexpr int restMs = 1200;

} // namespace

FloatingDay::FloatingDay(const Theme &theme, MessageView &messages) : QLabel(&messages), m_theme(theme), m_messages(messages)
{
    hide();
    setTextFormat(Qt::PlainText);
    setProperty("tone", u"day"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, &QWidget::hide);
    connect(messages.verticalScrollBar(), &QAbstractSlider::actionTriggered, this, &FloatingDay::appear, Qt::QueuedConnection); // when it has moved
    connect(&messages, &MessageView::sightChanged, this, [this] {
        if (m_rest.isActive())
            refresh();
    });
}

void FloatingDay::appear()
{
    m_rest.start();
    refresh();
}

void FloatingDay::refresh()
{
    const int row = m_messages.firstVisibleRow();
    const QModelIndex first = row >= 0 ? m_messages.model()->index(row, 0) : QModelIndex();
    const bool said = first.isValid() && first.data(Model::DayStartRole).toBool() && m_messages.visualRect(first).top() > -m_theme.px(20);
    setVisible(first.isValid() && !said && !m_messages.isAtEnd());
    if (!isVisible())
        return;
    setText(dayText(first.data(Model::AtRole).toDateTime().date()));
    adjustSize();
    move((m_messages.viewport()->width() - width()) / 2, m_theme.px(8));
    raise();
}

} // namespace jjak::desktop
