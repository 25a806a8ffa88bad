// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/frame/rail.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QPainter>
#include <QStyle>

#include "client/desktop/kit/badge.h"
#include "client/desktop/kit/icons.h"
#include "client/desktop/kit/theme.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int leastWidth = 76;
constexpr int places = 5;

} // namespace

RailButton::RailButton(const Theme &theme, const QString &icon, QWidget *parent) : QToolButton(parent), m_theme(theme)
{
    setIcon(themedIcon(theme, icon));
    setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize RailButton::sizeHint() const
{
    const QSize whole = QToolButton::sizeHint();
    return m_narrow ? whole : whole.expandedTo({m_theme.px(leastWidth), 0});
}

void RailButton::setNarrow(bool narrow)
{
    m_narrow = narrow;
    setProperty("rail", narrow ? u"narrow"_s : QString()); // little room around the words
    style()->unpolish(this);
    style()->polish(this);
    updateGeometry();
}

void RailButton::setUnread(int unread)
{
    m_unread = unread;
    update();
}

void RailButton::paintEvent(QPaintEvent *event)
{
    QToolButton::paintEvent(event);
    if (m_unread <= 0)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QSizeF size = badgeSize(m_unread, m_theme);
    const double right = std::min<double>(width() - m_theme.px(4), width() / 2.0 + m_theme.px(8) + size.width());
    paintBadge(painter, QRectF(0, m_theme.px(4), right, size.height()), m_unread, false, m_theme);
}

Rail::Rail(const Theme &theme, QWidget *parent)
    : Translated(parent), m_theme(theme), m_layout(new QBoxLayout(QBoxLayout::TopToBottom, this)), m_buttons(new QButtonGroup(this))
{
    setAttribute(Qt::WA_StyledBackground);
    int place = 0;
    for (const QString &icon : {u"nearby"_s, u"date"_s, u"chats"_s, u"lounge"_s, u"settings"_s}) {
        auto *button = new RailButton(theme, icon, this);
        m_buttons->addButton(button, place++);
        m_layout->addWidget(button);
    }
    m_layout->addStretch();
    m_buttons->button(0)->setChecked(true);
    connect(m_buttons, &QButtonGroup::idClicked, this, &Rail::chosen);
    connect(&theme, &Theme::changed, this, &Rail::refreshSizes);
    retranslate();
    refreshSizes();
}

bool Rail::isHorizontal() const
{
    return m_layout->direction() == QBoxLayout::LeftToRight;
}

void Rail::refreshSizes()
{
    const int gap = m_theme.px(isHorizontal() ? 2 : 6);
    m_layout->setContentsMargins(gap, gap, gap, gap);
    m_layout->setSpacing(gap);
    for (int i = 0; i < places; ++i) {
        button(i)->setIconSize({m_theme.px(24), m_theme.px(24)});
        button(i)->setNarrow(isHorizontal());
    }
}

void Rail::retranslate()
{
    m_buttons->button(0)->setText(tr("Nearby"));
    m_buttons->button(1)->setText(tr("Blind date"));
    m_buttons->button(2)->setText(tr("Chats"));
    m_buttons->button(3)->setText(tr("Lounge"));
    m_buttons->button(4)->setText(tr("Settings"));
    refreshNames();
}

void Rail::refreshNames()
{
    for (int place = 0; place < places; ++place) {
        RailButton *one = button(place);
        one->setAccessibleName(one->unread() > 0 ? tr("%1, %n new", "a place of the program", one->unread()).arg(one->text()) : one->text());
        one->setToolTip(tr("%1 (Ctrl+%2)").arg(one->text()).arg(place + 1));
    }
}

RailButton *Rail::button(int place) const
{
    return static_cast<RailButton *>(m_buttons->button(place));
}

int Rail::current() const
{
    return m_buttons->checkedId();
}

void Rail::setCurrent(int place)
{
    m_buttons->button(place)->setChecked(true);
}

void Rail::setUnread(int place, int unread)
{
    button(place)->setUnread(unread);
    refreshNames();
}

void Rail::setHorizontal(bool horizontal)
{
    const auto direction = horizontal ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    if (m_layout->direction() == direction)
        return;
    m_layout->setDirection(direction);
    refreshSizes();
    for (int i = 0; i < places; ++i)
        m_layout->setStretch(i, horizontal ? 1 : 0);
    m_layout->setStretch(places, horizontal ? 0 : 1);
}

void Rail::focusCurrent()
{
    m_buttons->checkedButton()->setFocus();
}

} // namespace jjak::desktop
