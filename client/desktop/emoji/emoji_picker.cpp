// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/emoji/emoji_picker.h"

#include <QApplication>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <algorithm>
#include <utility>

#include "client/core/emoji.h"
#include "client/desktop/emoji/emoji_grid.h"
#include "client/desktop/emoji/recent_emoji.h"
#include "client/desktop/kit/icons.h"
#include "client/desktop/kit/tab_order.h"
#include "client/desktop/kit/theme.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int recentGroup = 0; // the others follow in the order of EmojiGroup
constexpr int widest = 400, highest = 400, edge = 8;

//! What stands for a group: a picture that is in it.
const QStringList &groupSigns()
{
    static const QStringList signs{u"🕘"_s, u"😀"_s, u"👋"_s, u"❤️"_s, u"🐶"_s, u"🍔"_s, u"⚽"_s, u"🚗"_s, u"💡"_s, u"✅"_s};
    return signs;
}

} // namespace

EmojiPicker::EmojiPicker(const Theme &theme, client::Settings &settings, QWidget *parent)
    : Translated(parent), m_theme(theme), m_settings(settings), m_owner(parent), m_search(new QLineEdit(this)), m_group(new QButtonGroup(this)),
      m_grid(new EmojiGrid(theme, this)), m_name(makeLabel(this, Tone::Muted)), m_none(makeLabel(this, Tone::Muted))
{
    hide();
    setAttribute(Qt::WA_StyledBackground);
    setProperty("panel", u"card"_s);
    build();
    connectParts();
    retranslate();
    keepTabAsSeen(this);
}

void EmojiPicker::build()
{
    m_search->setClearButtonEnabled(true);
    m_name->setWordWrap(false);
    m_none->setAlignment(Qt::AlignCenter);
    auto *groups = new QHBoxLayout;
    groups->setSpacing(0);
    for (int i = 0; i < groupSigns().size(); ++i) {
        auto *button = new QToolButton(this);
        button->setText(groupSigns()[i]);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setStyleSheet(u"QToolButton { padding: %1px; }"_s.arg(m_theme.px(3)));
        groups->addWidget(button, 1);
        m_group->addButton(button, i);
        m_groups.append(button);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(m_theme.px(12), m_theme.px(12), m_theme.px(12), m_theme.px(8));
    layout->setSpacing(m_theme.px(6));
    layout->addWidget(m_search);
    layout->addLayout(groups);
    layout->addWidget(m_grid, 1);
    layout->addWidget(m_none, 1);
    layout->addWidget(m_name);
}

void EmojiPicker::connectParts()
{
    connect(m_search, &QLineEdit::textChanged, this, &EmojiPicker::fill);
    connect(m_search, &QLineEdit::returnPressed, m_grid, &EmojiGrid::choose);
    connect(m_group, &QButtonGroup::idClicked, this, &EmojiPicker::showGroup);
    connect(m_grid, &EmojiGrid::chosen, this, &EmojiPicker::take);
    connect(m_grid, &EmojiGrid::currentEmojiChanged, this, &EmojiPicker::tell);
    connect(m_grid, &QAbstractItemView::entered, this, [this](const QModelIndex &index) { tell(index.data().toString()); });
    connect(m_grid, &EmojiGrid::leftUpwards, m_search, qOverload<>(&QWidget::setFocus));
    connect(m_grid, &EmojiGrid::typed, this, [this](const QString &text) {
        m_search->setFocus();
        m_search->insert(text);
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { focusMoved(now); });
    m_search->installEventFilter(this);
}

void EmojiPicker::retranslate()
{
    setAccessibleName(tr("Choose an emoji"));
    m_search->setPlaceholderText(tr("Search by name"));
    m_search->setAccessibleName(tr("Search for an emoji by its name"));
    m_grid->setAccessibleName(tr("Emoji"));
    m_none->setText(tr("No emoji of that name."));
    const QStringList names{tr("Used last"), tr("Faces"), tr("People and hands"), tr("Hearts and feelings"), tr("Animals and nature"),
                            tr("Food and drink"), tr("Activities"), tr("Places and travel"), tr("Things"), tr("Signs")};
    for (int i = 0; i < m_groups.size(); ++i)
        nameButton(m_groups[i], names[i]);
}

void EmojiPicker::open(const QRect &anchor, QWidget *after, Chosen chosen)
{
    QWidget *room = m_owner->window();
    setParent(room); // over everything, also over what stands beside its owner
    m_after = after;
    m_chosen = std::move(chosen);
    const int gap = m_theme.px(edge);
    const QSize size(std::min(m_theme.px(widest), room->width() - 2 * gap), std::min(m_theme.px(highest), room->height() - 2 * gap));
    const QRect beside(room->mapFromGlobal(anchor.topLeft()), anchor.size());
    const int above = beside.top() - gap - size.height();
    const int y = above >= gap ? above : std::min(beside.bottom() + gap, room->height() - gap - size.height());
    setGeometry(std::clamp(beside.right() - size.width(), gap, std::max(gap, room->width() - gap - size.width())), std::max(gap, y), size.width(), size.height());
    m_search->clear();
    m_groups[recentGroup]->setEnabled(!recentEmoji(m_settings).isEmpty());
    m_groups[m_groups[recentGroup]->isEnabled() ? recentGroup : recentGroup + 1]->setChecked(true);
    show();
    raise();
    fill();
    m_search->setFocus(Qt::PopupFocusReason);
    qApp->installEventFilter(this);
}

void EmojiPicker::close()
{
    if (!isVisible())
        return;
    qApp->removeEventFilter(this);
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    m_chosen = nullptr;
    hide();
    if (hadFocus && m_after)
        m_after->setFocus(Qt::PopupFocusReason);
}

void EmojiPicker::take(const QString &emoji)
{
    if (emoji.isEmpty() || !m_chosen)
        return;
    const Chosen chosen = std::exchange(m_chosen, nullptr);
    noteEmoji(m_settings, emoji);
    close();
    chosen(emoji);
}

//! What is searched for, else the group that is chosen.
void EmojiPicker::fill()
{
    QStringList shown;
    const QString wanted = m_search->text().trimmed().remove(u':').replace(u' ', u'_');
    const int group = m_group->checkedId();
    if (!wanted.isEmpty())
        std::ranges::transform(client::emojiLike(wanted), std::back_inserter(shown), &client::NamedEmoji::emoji);
    else if (group == recentGroup)
        shown = recentEmoji(m_settings);
    else
        for (const client::NamedEmoji &known : client::namedEmoji())
            if (int(known.group) == group - 1)
                shown.append(known.emoji);
    m_grid->setEmoji(shown);
    m_grid->setVisible(!shown.isEmpty());
    m_none->setVisible(shown.isEmpty());
    tell(m_grid->current());
}

void EmojiPicker::showGroup(int)
{
    if (m_search->text().isEmpty())
        fill();
    else
        m_search->clear(); // fills
}

void EmojiPicker::tell(const QString &emoji)
{
    const client::NamedEmoji *known = client::nameOfEmoji(emoji);
    m_name->setText(known ? u"%1  :%2:"_s.arg(known->emoji, known->name()) : emoji.isEmpty() ? u" "_s : emoji);
}

void EmojiPicker::focusMoved(const QWidget *now)
{
    if (isVisible() && now && !isAncestorOf(now))
        close();
}

void EmojiPicker::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    event->accept(); // keys in here mean nothing to what lies below
}

bool EmojiPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down) {
        m_grid->setFocus(Qt::TabFocusReason);
        return true;
    }
    const auto *widget = event->type() == QEvent::MouseButtonPress ? qobject_cast<QWidget *>(watched) : nullptr;
    if (widget && widget != this && !isAncestorOf(widget))
        close();
    else if (watched == parent() && event->type() == QEvent::Resize)
        close();
    return false;
}

} // namespace jjak::desktop
