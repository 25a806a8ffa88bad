// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/chats/message_view.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>

#include "client/desktop/kit/rows_accessible.h"

namespace jjak::desktop {

namespace {

constexpr int flashMs = 1800;
constexpr double flashStrength = 0.22;
constexpr int estimate = 48; // of a row that was never measured; a wrong one only moves the scroll bar a little

} // namespace

MessageView::MessageView(QWidget *parent) : QAbstractItemView(parent)
{
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    setFrameShape(NoFrame);
    m_flashing.setSingleShot(true);
    m_flashing.setInterval(flashMs);
    connect(&m_flashing, &QTimer::timeout, this, [this] { flash({}); });
    installRowsAccessibility();
}

void MessageView::flash(const QModelIndex &index)
{
    m_flashed = index;
    if (index.isValid())
        m_flashing.start();
    viewport()->update();
}

void MessageView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous);
    tellCurrentRow(*this);
}

void MessageView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier) // the Menu key comes as a contextMenuEvent
        askForMenuOfCurrent();
    else
        QAbstractItemView::keyPressEvent(event);
    if (event->key() == Qt::Key_End) // also when the newest is the current one already
        scrollToEnd();
}

void MessageView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard)
        askForMenuOfCurrent();
    else if (const QModelIndex index = indexAt(event->pos()); index.isValid())
        Q_EMIT menuWanted(index, event->pos());
}

void MessageView::askForMenuOfCurrent()
{
    if (!currentIndex().isValid())
        return;
    scrollTo(currentIndex());
    Q_EMIT menuWanted(currentIndex(), visualRect(currentIndex()).center());
}

void MessageView::setMessages(client::MessageListModel *messages, QAbstractItemModel *shown)
{
    m_messages = messages;
    m_follow = true;
    setModel(shown ? shown : messages);
}

void MessageView::reset()
{
    QAbstractItemView::reset();
    m_heights.reset(model() ? model()->rowCount() : 0, estimate);
    m_anchorRow = 0;
    m_anchorTop = 0;
    settle();
}

void MessageView::doItemsLayout()
{
    m_heights.forget(0, m_heights.count() - 1);
    settle();
    QAbstractItemView::doItemsLayout();
}

void MessageView::scrollToEnd()
{
    m_follow = true;
    settle();
}

QStyleOptionViewItem MessageView::optionFor(int row, const QRect &rect) const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = rect;
    const QModelIndex index = model()->index(row, 0);
    option.state.setFlag(QStyle::State_Selected, selectionModel() && selectionModel()->isSelected(index));
    option.state.setFlag(QStyle::State_HasFocus, hasFocus() && currentIndex() == index);
    option.state.setFlag(QStyle::State_MouseOver, rect.contains(viewport()->mapFromGlobal(QCursor::pos())) && viewport()->underMouse());
    return option;
}

int MessageView::measured(int row)
{
    if (!m_heights.isMeasured(row)) {
        const QRect room(0, 0, m_width, 1);
        m_heights.measure(row, std::max(1, itemDelegate()->sizeHint(optionFor(row, room), model()->index(row, 0)).height()));
    }
    return m_heights.height(row);
}

void MessageView::fillUpwards()
{
    while (m_anchorTop > 0 && m_anchorRow > 0) {
        --m_anchorRow;
        m_anchorTop -= measured(m_anchorRow);
    }
    while (m_anchorRow + 1 < m_heights.count() && m_anchorTop + measured(m_anchorRow) <= 0) {
        m_anchorTop += measured(m_anchorRow);
        ++m_anchorRow;
    }
}

//! Measures what is in sight below the anchor; answers where the last of it ends.
int MessageView::fillDownwards()
{
    int y = m_anchorTop, row = m_anchorRow;
    for (; row < m_heights.count() && y < viewport()->height(); ++row)
        y += measured(row);
    m_lastVisible = row - 1;
    return y;
}

void MessageView::settle()
{
    const int count = m_heights.count(), height = viewport()->height();
    if (m_width != viewport()->width()) {
        m_width = viewport()->width();
        m_heights.forget(0, count - 1);
    }
    if (count == 0) {
        m_lastVisible = -1;
        m_atEnd = true;
    } else {
        m_anchorRow = std::clamp(m_anchorRow, 0, count - 1);
        if (m_follow) {
            m_anchorRow = count - 1;
            m_anchorTop = height - measured(m_anchorRow);
        }
        fillUpwards();
        int end = fillDownwards();
        if (m_lastVisible == count - 1 && end < height) { // never scrolled beyond the newest; a few stand at the bottom
            m_anchorTop += height - end;
            fillUpwards();
            end = fillDownwards();
        } else if (m_anchorRow == 0 && m_anchorTop > 0) {
            const bool allInSight = m_lastVisible == count - 1;
            m_anchorTop = allInSight ? std::max(0, height - (end - m_anchorTop)) : 0;
            end = fillDownwards();
        }
        m_atEnd = m_lastVisible == count - 1 && end <= height + 2;
        m_follow = m_atEnd;
    }
    syncScrollBar();
    viewport()->update();
    Q_EMIT sightChanged();
    askForOlder();
}

void MessageView::syncScrollBar()
{
    m_syncing = true;
    QScrollBar *bar = verticalScrollBar();
    const int height = viewport()->height();
    bar->setPageStep(height);
    bar->setSingleStep(std::max(16, fontMetrics().lineSpacing() * 2));
    bar->setRange(0, int(std::max<qint64>(0, m_heights.total() - height)));
    bar->setValue(m_follow ? bar->maximum() : verticalOffset());
    m_syncing = false;
}

int MessageView::verticalOffset() const
{
    return m_heights.count() == 0 ? 0 : int(m_heights.top(m_anchorRow)) - m_anchorTop;
}

//! Near the top the next page is fetched before its absence is seen. Queued: not while a model is in the middle of a change.
void MessageView::askForOlder()
{
    if (!m_messages || !m_messages->hasOlder() || m_messages->isFetching() || !isVisible() || verticalOffset() > 2 * viewport()->height())
        return;
    QMetaObject::invokeMethod(m_messages, &client::MessageListModel::fetchOlder, Qt::QueuedConnection);
}

void MessageView::scrollContentsBy(int, int dy)
{
    if (m_syncing || m_heights.count() == 0)
        return;
    const int value = verticalScrollBar()->value();
    m_follow = value == verticalScrollBar()->maximum();
    if (value == 0) {
        m_anchorRow = 0;
        m_anchorTop = 0;
    } else if (std::abs(dy) <= 3 * viewport()->height()) {
        m_anchorTop += dy;
    } else { // a jump: no use in measuring what lies between
        m_anchorRow = m_heights.rowAt(value);
        m_anchorTop = int(m_heights.top(m_anchorRow)) - value;
    }
    settle();
}

QRect MessageView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_heights.count())
        return {};
    const qint64 top = m_heights.top(index.row()) - m_heights.top(m_anchorRow) + m_anchorTop;
    return {0, int(top), viewport()->width(), m_heights.height(index.row())};
}

void MessageView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid() || index.row() >= m_heights.count())
        return;
    const int height = viewport()->height(), own = measured(index.row());
    const QRect rect = visualRect(index);
    if (hint == EnsureVisible && rect.top() >= 0 && rect.bottom() < height)
        return;
    m_follow = false;
    m_anchorRow = index.row();
    const bool above = rect.top() < 0 || own > height;
    switch (hint) {
    case EnsureVisible: m_anchorTop = above ? 0 : height - own; break;
    case PositionAtTop: m_anchorTop = 0; break;
    case PositionAtBottom: m_anchorTop = height - own; break;
    case PositionAtCenter: m_anchorTop = (height - own) / 2; break;
    }
    settle();
}

QModelIndex MessageView::indexAt(const QPoint &point) const
{
    int y = m_anchorTop;
    for (int row = m_anchorRow; row <= m_lastVisible; ++row) {
        if (point.y() >= y && point.y() < y + m_heights.height(row))
            return model()->index(row, 0);
        y += m_heights.height(row);
    }
    return {};
}

QModelIndex MessageView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int count = m_heights.count();
    if (count == 0)
        return {};
    if (!currentIndex().isValid() && action != MoveHome && action != MoveEnd) // one begins with what is in sight
        return model()->index(std::clamp(m_lastVisible, 0, count - 1), 0);
    const int now = currentIndex().row();
    const int page = std::max(1, m_lastVisible - m_anchorRow);
    int row = now;
    switch (action) {
    case MoveUp:
    case MovePrevious:
    case MoveLeft: row = now - 1; break;
    case MoveDown:
    case MoveNext:
    case MoveRight: row = now + 1; break;
    case MovePageUp: row = now - page; break;
    case MovePageDown: row = now + page; break;
    case MoveHome: row = 0; break;
    case MoveEnd: row = count - 1; break;
    }
    return model()->index(std::clamp(row, 0, count - 1), 0);
}

void MessageView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    const QModelIndex index = indexAt(rect.center());
    if (selectionModel())
        selectionModel()->select(index.isValid() ? QItemSelection(index, index) : QItemSelection(), command);
}

QRegion MessageView::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QItemSelectionRange &range : selection) {
        for (int row = std::max(range.top(), m_anchorRow); row <= std::min(range.bottom(), m_lastVisible); ++row)
            region += visualRect(model()->index(row, 0));
    }
    return region;
}

void MessageView::rowsInserted(const QModelIndex &parent, int first, int last)
{
    QAbstractItemView::rowsInserted(parent, first, last);
    const int count = last - first + 1;
    m_heights.insert(first, count, estimate);
    if (first <= m_anchorRow && m_heights.count() > count)
        m_anchorRow += count;
    // Neighbours may have got another place in their group, and with it another height.
    if (first > 0)
        m_heights.forget(first - 1, first - 1);
    if (last + 1 < m_heights.count())
        m_heights.forget(last + 1, last + 1);
    settle();
}

void MessageView::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    QAbstractItemView::rowsAboutToBeRemoved(parent, first, last);
    m_heights.remove(first, last - first + 1);
    if (first < m_anchorRow)
        m_anchorRow = std::max(first, m_anchorRow - (last - first + 1));
    // The model still has the rows: lay out when they are gone.
    QMetaObject::invokeMethod(this, &MessageView::settle, Qt::QueuedConnection);
}

void MessageView::dataChanged(const QModelIndex &from, const QModelIndex &to, const QList<int> &roles)
{
    QAbstractItemView::dataChanged(from, to, roles);
    if (!from.isValid() || to.row() >= m_heights.count())
        return;
    m_heights.forget(from.row(), to.row());
    settle();
}

void MessageView::updateGeometries()
{
    QAbstractItemView::updateGeometries();
    syncScrollBar(); // the base class resets the range
}

void MessageView::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event);
    settle();
}

void MessageView::changeEvent(QEvent *event)
{
    QAbstractItemView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange || event->type() == QEvent::LanguageChange)
        doItemsLayout();
}

void MessageView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    int y = m_anchorTop;
    for (int row = m_anchorRow; row <= m_lastVisible && row < m_heights.count(); ++row) {
        const QRect rect(0, y, viewport()->width(), m_heights.height(row));
        if (rect.intersects(event->rect())) {
            painter.save();
            if (m_flashed.isValid() && m_flashed.row() == row) {
                QColor mark = palette().color(QPalette::Highlight);
                mark.setAlphaF(flashStrength);
                painter.fillRect(rect, mark);
            }
            itemDelegate()->paint(&painter, optionFor(row, rect), model()->index(row, 0));
            painter.restore();
        }
        y += rect.height();
    }
}

} // namespace jjak::desktop
