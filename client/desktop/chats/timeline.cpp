// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/chats/timeline.h"

#include <QEvent>
#include <QScrollBar>
#include <algorithm>

#include "client/desktop/chats/floating_day.h"
#include "client/desktop/chats/message_jump.h"
#include "client/desktop/chats/message_view.h"
#include "client/desktop/kit/icons.h"
#include "client/desktop/makers.h"
#include "common/rules/limits.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

using Model = client::MessageListModel;

namespace {

constexpr qint64 mostCounted = 9999;

} // namespace

Timeline::Timeline(Context &context, MessageView &messages, QWidget &place)
    : QObject(&place), m_context(context), m_messages(messages), m_place(place), m_pill(makeButton(&messages, Kind::Primary)), m_jump(new MessageJump(context.theme, messages))
{
    new FloatingDay(context.theme, messages);
    m_pill->setIcon(themedIcon(context.theme, u"down"_s, IconTone::OnAccent));
    m_pill->hide();
    connect(&messages, &MessageView::sightChanged, this, &Timeline::refresh);
    connect(m_pill, &QPushButton::clicked, this, &Timeline::toUnread);
    connect(m_jump, &MessageJump::ended, this, &Timeline::refresh);
    connect(messages.verticalScrollBar(), &QAbstractSlider::actionTriggered, m_jump, &MessageJump::cancel); // who scrolls goes their own way
    messages.installEventFilter(this);
}

const client::RoomEntry *Timeline::entry() const
{
    return m_messages.messages() ? m_context.session.state().room(m_messages.messages()->room()) : nullptr;
}

//! At the first unread message; else where they stood; else at the end, where the view is by itself.
void Timeline::open()
{
    const Model *model = m_messages.messages();
    const qint64 stood = m_context.session.scrollPosition(model->room());
    const qint64 seq = model->unreadLineSeq() >= 0 ? model->unreadLineSeq() + 1 : stood;
    if (seq > 0)
        m_jump->lead(seq, MessageJump::Wanted::OrNext, [this](int row) { toRow(row); });
    m_open = true;
    refresh();
}

void Timeline::close()
{
    m_open = false;
    const Model *model = m_messages.messages();
    if (!model)
        return;
    m_jump->cancel();
    const int first = m_messages.firstVisibleRow();
    const bool atEnd = m_messages.isAtEnd() || first < 0;
    m_context.session.setScrollPosition(model->room(), atEnd ? 0 : model->index(first, 0).data(Model::SeqRole).toLongLong());
}

void Timeline::toRow(int row)
{
    m_messages.scrollTo(m_messages.model()->index(row, 0), QAbstractItemView::PositionAtTop);
}

void Timeline::showMessage(qint64 seq)
{
    m_jump->lead(seq, MessageJump::Wanted::Exactly, [this](int row) {
        const QModelIndex index = m_messages.model()->index(row, 0);
        m_messages.setCurrentIndex(index);
        const bool high = m_messages.visualRect(index).height() > m_messages.viewport()->height();
        m_messages.scrollTo(index, high ? QAbstractItemView::PositionAtTop : QAbstractItemView::EnsureVisible);
        m_messages.flash(index);
    });
}

void Timeline::toUnread()
{
    Model *model = m_messages.messages();
    const client::RoomEntry *now = entry();
    const protocol::Member *me = now ? client::meIn(now->room) : nullptr;
    if (!model || !me || client::unread(now->room) <= 0) {
        toNewest();
        return;
    }
    model->resetUnreadLine();
    m_jump->lead(me->read + 1, MessageJump::Wanted::OrNext, [this](int row) { toRow(row); });
}

bool Timeline::toNewest()
{
    m_jump->cancel();
    if (m_messages.isAtEnd())
        return false;
    m_messages.scrollToEnd();
    return true;
}

bool Timeline::cancel()
{
    return m_jump->cancel();
}

void Timeline::refresh()
{
    const client::RoomEntry *now = entry();
    if (!now)
        return;
    markRead();
    const qint64 unread = client::unread(now->room);
    if (m_messages.isAtEnd() && m_pill->hasFocus())
        m_messages.setFocus(); // the keyboard is not left in the void
    m_pill->setVisible(!m_messages.isAtEnd());
    m_pill->setText(unread > 0 ? tr("%n new", nullptr, int(std::min(unread, mostCounted))) : tr("To the newest"));
    m_pill->setAccessibleDescription(unread > 0 ? tr("Goes to the first message you have not seen.") : QString());
    placePill();
}

//! Not before it is known where to begin, and not while a jump goes on: what is in sight then is not what is being looked at.
void Timeline::markRead()
{
    const Model *model = m_messages.messages();
    const int last = m_messages.lastVisibleRow();
    if (!m_open || m_jump->isUnderWay() || !m_place.isVisible() || !m_place.isActiveWindow())
        return;
    for (int row = last; row >= 0 && row > last - limits::historyPage; --row) { // what waits to be sent has no number yet
        const qint64 seq = model->index(row, 0).data(Model::SeqRole).toLongLong();
        if (seq > 0)
            return m_context.session.markRead(model->room(), seq);
    }
}

bool Timeline::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &Timeline::placePill, Qt::QueuedConnection);
    return false;
}

void Timeline::placePill()
{
    m_pill->adjustSize();
    const int gap = m_context.theme.px(12);
    m_pill->move((m_messages.viewport()->width() - m_pill->width()) / 2, m_messages.height() - m_pill->height() - gap);
    m_pill->raise();
}

} // namespace jjak::desktop
