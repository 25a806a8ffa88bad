// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/card_flow.h"

#include "client/desktop/kit/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace jjak::desktop {

Card::Card(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    const auto fit = [this] { setContentsMargins(m_theme.px(16), m_theme.px(16), m_theme.px(16), m_theme.px(16)); };
    fit();
    connect(&theme, &Theme::changed, this, [this, fit] {
        fit();
        update();
    });
}

void Card::setClickable(bool clickable)
{
    m_clickable = clickable;
    setFocusPolicy(clickable ? Qt::StrongFocus : Qt::NoFocus);
    setAttribute(Qt::WA_Hover, clickable);
    setCursor(clickable ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

bool Card::event(QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::event(event);
}

void Card::keyPressEvent(QKeyEvent *event)
{
    const bool press = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (!m_clickable || !press)
        return QWidget::keyPressEvent(event);
    Q_EMIT clicked();
}

void Card::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_clickable && event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT clicked();
    QWidget::mouseReleaseEvent(event);
}

void Card::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lifted = m_clickable && underMouse();
    const QPen edge = hasFocus() ? QPen(tokens.focus, 2) : QPen(lifted ? tokens.control : tokens.outline, 1);
    painter.setPen(edge);
    painter.setBrush(lifted ? mixed(tokens.surface, tokens.raised, 0.5) : tokens.surface);
    const double inset = edge.widthF() / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), m_theme.px(16), m_theme.px(16));
}

CardFlow::CardFlow(int columnWidth, int gap, QWidget *parent) : QLayout(parent), m_columnWidth(columnWidth), m_gap(gap)
{
    setContentsMargins(0, 0, 0, 0);
}

CardFlow::~CardFlow() = default;

int CardFlow::columnsFor(int width) const
{
    return std::max(1, (width + m_gap) / (m_columnWidth + m_gap));
}

void CardFlow::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
}

int CardFlow::count() const
{
    return int(m_items.size());
}

QLayoutItem *CardFlow::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[std::size_t(index)].get() : nullptr;
}

QLayoutItem *CardFlow::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem *item = m_items[std::size_t(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

Qt::Orientations CardFlow::expandingDirections() const
{
    return Qt::Horizontal;
}

bool CardFlow::hasHeightForWidth() const
{
    return true;
}

int CardFlow::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize CardFlow::minimumSize() const
{
    QSize size;
    for (const auto &item : m_items)
        size = size.expandedTo(item->minimumSize());
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

QSize CardFlow::sizeHint() const
{
    const int width = std::max(m_columnWidth, minimumSize().width());
    return {width, heightForWidth(width)};
}

void CardFlow::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int CardFlow::arrange(const QRect &rect, bool apply) const
{
    const QRect inner = rect.marginsRemoved(contentsMargins());
    const int columns = columnsFor(inner.width());
    const int width = (inner.width() - m_gap * (columns - 1)) / columns;
    std::vector<QLayoutItem *> shown;
    for (const auto &item : m_items) {
        if (!item->isEmpty())
            shown.push_back(item.get());
    }
    int y = inner.top();
    for (std::size_t first = 0; first < shown.size(); first += std::size_t(columns)) {
        const std::size_t end = std::min(shown.size(), first + std::size_t(columns));
        int height = 0;
        for (std::size_t i = first; i < end; ++i)
            height = std::max(height, shown[i]->hasHeightForWidth() ? shown[i]->heightForWidth(width) : shown[i]->sizeHint().height());
        for (std::size_t i = first; apply && i < end; ++i)
            shown[i]->setGeometry(QRect(inner.left() + int(i - first) * (width + m_gap), y, width, height));
        y += height + m_gap;
    }
    const int used = shown.empty() ? 0 : y - m_gap - inner.top();
    return used + contentsMargins().top() + contentsMargins().bottom();
}

} // namespace jjak::desktop
