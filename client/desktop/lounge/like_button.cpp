// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/like_button.h"

#include "client/desktop/kit/icons.h"
#include "client/desktop/kit/theme.h"
#include "client/desktop/lounge/post_words.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

LikeButton::LikeButton(const Theme &theme, QWidget *parent) : QToolButton(parent), m_theme(theme)
{
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::StrongFocus);
    setStyleSheet(u"QToolButton:disabled { background: transparent; }"_s);
    set(0, false, false);
}

void LikeButton::set(int likes, bool liked, bool mine)
{
    m_likes = likes;
    m_liked = liked;
    m_mine = mine;
    setEnabled(!mine);
    setIcon(themedIcon(m_theme, liked ? u"date-filled"_s : u"date"_s, liked ? IconTone::Accent : IconTone::Muted));
    setText(countText(likes));
    retranslate();
}

void LikeButton::retranslate()
{
    const QString what = m_mine ? tr("You wrote this yourself") : m_liked ? tr("You like this; press to take it back") : tr("Like");
    setToolTip(what);
    setAccessibleName(tr("%1, %2", "what a press does, how many like it").arg(what, likesText(m_likes)));
}

} // namespace jjak::desktop
