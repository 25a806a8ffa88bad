// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/chats/composer_bar.h"

#include <QHBoxLayout>

#include "client/desktop/kit/elided_label.h"
#include "client/desktop/kit/icons.h"
#include "client/desktop/kit/theme.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

ComposerBar::ComposerBar(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_icon(new QLabel(this)), m_text(new ElidedLabel(this)), m_close(makeIconButton(this, theme, u"close"_s))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme.px(4), 0, 0, theme.px(4));
    layout->setSpacing(theme.px(8));
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_close);
    connect(&theme, &Theme::changed, this, &ComposerBar::refreshIcon);
}

void ComposerBar::showTask(const QString &icon, const QString &text)
{
    m_iconName = icon;
    m_text->setText(text);
    refreshIcon();
}

QString ComposerBar::text() const
{
    return m_text->text();
}

void ComposerBar::setCloseName(const QString &name)
{
    nameButton(m_close, name);
}

void ComposerBar::refreshIcon()
{
    if (!m_iconName.isEmpty())
        m_icon->setPixmap(iconPixmap(m_iconName, m_theme.px(18), m_theme.tokens().accentStrong, devicePixelRatioF()));
}

} // namespace jjak::desktop
