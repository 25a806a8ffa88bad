// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/banner.h"

#include "client/desktop/kit/icons.h"
#include "client/desktop/kit/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace jjak::desktop {

Banner::Banner(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_icon(new QLabel(this)), m_label(new QLabel(this)), m_action(new QPushButton(this))
{
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_action->setProperty("kind", u"link"_s);
    m_action->setCursor(Qt::PointingHandCursor);
    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_icon);
    row->addWidget(m_label, 1);
    row->addWidget(m_action);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    hide();
    connect(&theme, &Theme::changed, this, &Banner::refresh);
    refresh();
}

void Banner::say(Tone tone, const QString &text, const QString &action)
{
    m_tone = tone;
    m_label->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(text); // screen readers hear changes of names; Qt 6.4 sends no alerts
    refresh();
    show();
}

void Banner::clear()
{
    hide();
    m_label->clear();
    setAccessibleName({});
}

QString Banner::text() const
{
    return m_label->text();
}

QColor Banner::toneColor() const
{
    const Tokens &tokens = m_theme.tokens();
    switch (m_tone) {
    case Tone::Info: return tokens.focus;
    case Tone::Good: return tokens.success;
    case Tone::Warning: return tokens.warning;
    case Tone::Bad: return tokens.danger;
    }
    return tokens.focus;
}

QString Banner::toneIcon() const
{
    switch (m_tone) {
    case Tone::Info: return u"info"_s;
    case Tone::Good: return u"check"_s;
    case Tone::Warning: return u"offline"_s;
    case Tone::Bad: return u"warning"_s;
    }
    return u"info"_s;
}

void Banner::refresh()
{
    layout()->setContentsMargins(m_theme.px(14), m_theme.px(3), m_theme.px(10), m_theme.px(3));
    layout()->setSpacing(m_theme.px(8));
    m_icon->setPixmap(iconPixmap(toneIcon(), m_theme.px(18), toneColor(), devicePixelRatioF()));
    update();
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().raised);
    painter.fillRect(QRect(0, 0, m_theme.px(4), height()), toneColor());
}

} // namespace jjak::desktop
