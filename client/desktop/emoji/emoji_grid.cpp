// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/emoji/emoji_grid.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>

#include "client/core/emoji.h"
#include "client/desktop/kit/message_text.h"
#include "client/desktop/kit/theme.h"

namespace jjak::desktop {

namespace {

constexpr int cell = 40;

//! Draws one emoji in its cell, with a mark on the current one.
class CellDelegate final : public QStyledItemDelegate {
public:
    CellDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {m_theme.px(cell), m_theme.px(cell)}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = m_theme.tokens();
        const bool current = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (current || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(current && option.state.testFlag(QStyle::State_HasFocus) ? QPen(t.focus, 2) : QPen(Qt::NoPen));
            painter->setBrush(current ? t.accentSoft : t.raised);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), m_theme.px(8), m_theme.px(8));
        }
        QFont font = m_theme.font(TextStyle::Title);
        font.setWeight(QFont::Normal);
        painter->setFont(font);
        painter->setPen(t.text);
        painter->drawText(option.rect, Qt::AlignCenter | Qt::TextSingleLine, desktop::displayText(index.data().toString()));
        painter->restore();
    }

private:
    const Theme &m_theme;
};

} // namespace

QString spokenEmoji(const QString &emoji)
{
    const client::NamedEmoji *known = client::nameOfEmoji(emoji);
    return known ? known->name().replace(u'_', u' ') : emoji;
}

QVariant EmojiModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return spokenEmoji(QStringListModel::data(index, Qt::DisplayRole).toString());
    return QStringListModel::data(index, role);
}

Qt::ItemFlags EmojiModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

EmojiGrid::EmojiGrid(const Theme &theme, QWidget *parent) : QListView(parent), m_theme(theme)
{
    setModel(&m_model);
    setItemDelegate(new CellDelegate(theme, this));
    setViewMode(IconMode);
    setMovement(Static);
    setResizeMode(Adjust);
    setWrapping(true);
    setUniformItemSizes(true);
    setSpacing(0);
    setGridSize({theme.px(cell), theme.px(cell)});
    setSelectionMode(SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // the lines keep their length
    setVerticalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    connect(this, &QListView::clicked, this, &EmojiGrid::choose);
}

void EmojiGrid::setEmoji(const QStringList &emoji)
{
    setGridSize({m_theme.px(cell), m_theme.px(cell)});
    m_model.setStringList(emoji);
    setCurrentIndex(m_model.index(0));
    scrollToTop();
}

int EmojiGrid::columns() const
{
    return std::max(1, viewport()->width() / gridSize().width());
}

QModelIndex EmojiGrid::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int count = m_model.rowCount(), now = currentIndex().row(), page = std::max(1, viewport()->height() / gridSize().height()) * columns();
    const auto at = [&](int row) { return m_model.index(std::clamp(row, 0, std::max(0, count - 1))); };
    switch (action) {
    case MoveLeft: return at(now - 1);
    case MoveRight: return at(now + 1);
    case MoveUp: return at(now < columns() ? now : now - columns());
    case MoveDown: return at(now + columns());
    case MovePageUp: return at(now - page);
    case MovePageDown: return at(now + page);
    case MoveHome: return at(0);
    case MoveEnd: return at(count - 1);
    default: return QListView::moveCursor(action, modifiers);
    }
}

void EmojiGrid::keyPressEvent(QKeyEvent *event)
{
    const bool printable = !event->text().isEmpty() && event->text()[0].isPrint() && !event->text()[0].isSpace();
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) && currentIndex().isValid())
        choose();
    else if (event->key() == Qt::Key_Up && currentIndex().row() < columns())
        Q_EMIT leftUpwards();
    else if (printable && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)))
        Q_EMIT typed(event->text());
    else
        QListView::keyPressEvent(event);
}

void EmojiGrid::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT currentEmojiChanged(current.data().toString());
}

} // namespace jjak::desktop
