// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/message_delegate.h"

#include "client/desktop/kit/message_layout.h"
#include "client/desktop/kit/message_painter.h"
#include "client/desktop/kit/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>

namespace jjak::desktop {

namespace {

constexpr qsizetype mostRemembered = 50'000; // some 5 MB; beyond that it is cheaper to measure again

int viewWidth(const QStyleOptionViewItem &option)
{
    // A list asks for sizes before it knows rectangles: the viewport tells the width then.
    if (option.rect.width() > 0)
        return option.rect.width();
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view != nullptr ? view->viewport()->width() : 400;
}

} // namespace

MessageDelegate::MessageDelegate(const Theme &theme, QObject *parent, Reader reader)
    : QStyledItemDelegate(parent), m_theme(theme), m_reader(std::move(reader))
{
    connect(&theme, &Theme::changed, this, [this] { m_heights.clear(); });
}

void MessageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const MessageRow row = m_reader(index);
    const MessageLook look{.focused = option.state.testFlag(QStyle::State_HasFocus),
                           .selected = option.state.testFlag(QStyle::State_Selected) && option.state.testFlag(QStyle::State_Active)};
    paintMessage(*painter, option.rect.topLeft(), option.rect.width(), row, layOut(row, option.rect.width(), m_theme), look, m_theme);
}

QSize MessageDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = viewWidth(option);
    const MessageRow row = m_reader(index);
    const size_t fingerprint = row.fingerprint();
    const auto known = m_heights.constFind(row.id);
    if (known != m_heights.constEnd() && known->width == width && known->fingerprint == fingerprint)
        return {width, known->height};
    const int height = int(layOut(row, width, m_theme).height);
    if (!row.id.isEmpty()) {
        if (m_heights.size() >= mostRemembered)
            m_heights.clear();
        m_heights.insert(row.id, {width, fingerprint, height});
    }
    return {width, height};
}

QUrl MessageDelegate::linkAt(const QStyleOptionViewItem &option, const QModelIndex &index, const QPoint &point) const
{
    const MessageRow row = m_reader(index);
    return layOut(row, option.rect.width(), m_theme).linkAt(point - option.rect.topLeft());
}

QRect MessageDelegate::takenAt(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const MessageLayout layout = layOut(m_reader(index), option.rect.width(), m_theme);
    return layout.bubble.united(layout.time).united(layout.state).toAlignedRect().translated(option.rect.topLeft());
}

bool MessageDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *mouse = event->type() == QEvent::MouseButtonRelease ? static_cast<QMouseEvent *>(event) : nullptr;
    if (mouse == nullptr || mouse->button() != Qt::LeftButton)
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    const MessageRow row = m_reader(index);
    const MessageLayout layout = layOut(row, option.rect.width(), m_theme);
    const QPointF point = mouse->position() - option.rect.topLeft();
    if (const QUrl url = layout.linkAt(point); !url.isEmpty())
        Q_EMIT linkActivated(url, index);
    else if (const int reaction = layout.reactionAt(point); reaction >= 0)
        Q_EMIT reactionActivated(index, row.reactions[reaction].emoji);
    else if (layout.quote.contains(point))
        Q_EMIT quoteActivated(index);
    else if (layout.image.contains(point))
        Q_EMIT imageActivated(index);
    else if (layout.file.contains(point))
        Q_EMIT fileActivated(index);
    else if (row.state == SendState::Failed && (layout.state.contains(point) || layout.failure.contains(point)))
        Q_EMIT failureActivated(index);
    else
        return false;
    return true;
}

bool MessageDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const MessageRow row = m_reader(index);
    const MessageLayout layout = layOut(row, option.rect.width(), m_theme);
    const QPointF point = event->pos() - option.rect.topLeft();
    QString tip;
    if (const QUrl url = layout.linkAt(point); !url.isEmpty())
        tip = plainAddress(url);
    else if (const int reaction = layout.reactionAt(point); reaction >= 0)
        tip = row.reactions[reaction].names;
    else if (layout.state.contains(point))
        tip = sendStateText(row.state);
    else if (layout.bubble.contains(point))
        tip = row.timeText;
    QToolTip::showText(event->globalPos(), tip.toHtmlEscaped(), view);
    return true;
}

} // namespace jjak::desktop
