// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/chats/reaction_row.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QMenu>
#include <algorithm>

#include "client/core/emoji.h"
#include "client/desktop/kit/message_text.h"
#include "client/desktop/kit/theme.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int inALine = 6;

} // namespace

QStringList ReactionRow::usual()
{
    return client::usualReactions();
}

ReactionRow::ReactionRow(const Theme &theme, const QStringList &present, const QStringList &mine, QMenu *menu) : QWidget(menu), m_menu(menu)
{
    QStringList emojis = usual();
    for (const QString &emoji : present)
        if (!emojis.contains(emoji))
            emojis.append(emoji);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(theme.px(4), 0, theme.px(4), theme.px(4));
    layout->setSpacing(theme.px(2));
    QFont font = theme.font(TextStyle::Title);
    font.setWeight(QFont::Normal);
    for (const QString &emoji : emojis) {
        auto *button = new QToolButton(this);
        button->setText(displayText(emoji));
        button->setFont(font);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setCheckable(true);
        button->setChecked(mine.contains(emoji));
        nameButton(button, button->isChecked() ? tr("Take back %1").arg(emoji) : tr("React with %1").arg(emoji));
        button->installEventFilter(this);
        connect(button, &QAbstractButton::clicked, this, [this, emoji] { Q_EMIT chosen(emoji); });
        layout->addWidget(button, int(m_buttons.size()) / inALine, int(m_buttons.size()) % inALine);
        m_buttons.append(button);
    }
    setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(m_buttons.first());
}

bool ReactionRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<QKeyEvent *>(event)->key();
    const qsizetype at = m_buttons.indexOf(static_cast<QToolButton *>(watched));
    if (key == Qt::Key_Left || key == Qt::Key_Right)
        m_buttons[std::clamp<qsizetype>(at + (key == Qt::Key_Left ? -1 : 1), 0, m_buttons.size() - 1)]->setFocus(Qt::TabFocusReason);
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        m_buttons[at]->click();
    else if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_Escape)
        return QCoreApplication::sendEvent(m_menu, event); // the menu goes on, or closes
    else
        return false;
    return true;
}

} // namespace jjak::desktop
