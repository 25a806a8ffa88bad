// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/chats/hover_button.h"

#include <QMouseEvent>
#include <algorithm>

#include "client/desktop/chats/message_view.h"
#include "client/desktop/kit/icons.h"
#include "client/desktop/kit/message_delegate.h"
#include "client/desktop/kit/theme.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

using Model = client::MessageListModel;

bool hasMenu(const QModelIndex &index)
{
    return index.isValid() && index.data(Model::SeqRole).toLongLong() > 0 && !index.data(Model::DeletedRole).toBool()
        && index.data(Model::KindRole).value<protocol::MessageKind>() != protocol::MessageKind::Notice;
}

} // namespace

HoverButton::HoverButton(const Theme &theme, MessageView &messages, const MessageDelegate &delegate)
    : Translated(messages.viewport()), m_theme(theme), m_messages(messages), m_delegate(delegate)
{
    setIcon(themedIcon(theme, u"more"_s));
    setFocusPolicy(Qt::NoFocus);
    hide();
    messages.viewport()->installEventFilter(this);
    connect(&messages, &MessageView::sightChanged, this, &QWidget::hide);
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (m_index.isValid())
            Q_EMIT menuWanted(m_index, geometry().bottomLeft());
    });
    retranslate();
}

void HoverButton::retranslate()
{
    nameButton(this, tr("What can be done with this message"));
}

bool HoverButton::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::MouseMove)
        follow(m_messages.indexAt(static_cast<QMouseEvent *>(event)->position().toPoint()));
    else if (event->type() == QEvent::Leave)
        hide();
    return false;
}

void HoverButton::follow(const QModelIndex &index)
{
    if (m_index == index && isVisible())
        return;
    m_index = index;
    setVisible(hasMenu(index));
    if (!isVisible())
        return;
    adjustSize();
    QStyleOptionViewItem option;
    option.rect = m_messages.visualRect(index);
    const QRect taken = m_delegate.takenAt(option, index);
    const int gap = m_theme.px(4), most = m_messages.viewport()->width() - width();
    const int x = index.data(Model::MineRole).toBool() ? taken.left() - gap - width() : taken.right() + gap;
    move(std::clamp(x, 0, std::max(0, most)), std::max(0, taken.bottom() - height()));
    raise();
}

} // namespace jjak::desktop
