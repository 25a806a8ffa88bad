// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/makers.h"

#include <QStyle>

#include "client/desktop/kit/icons.h"
#include "client/desktop/kit/theme.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

QString nameOf(Tone tone)
{
    switch (tone) {
    case Tone::Plain: return {};
    case Tone::Muted: return u"muted"_s;
    case Tone::Strong: return u"strong"_s;
    case Tone::Title: return u"title"_s;
    case Tone::Display: return u"display"_s;
    case Tone::Danger: return u"danger"_s;
    case Tone::Success: return u"success"_s;
    }
    return {};
}

QString nameOf(Kind kind)
{
    switch (kind) {
    case Kind::Plain: return {};
    case Kind::Primary: return u"primary"_s;
    case Kind::Quiet: return u"quiet"_s;
    case Kind::Danger: return u"danger"_s;
    case Kind::Link: return u"link"_s;
    }
    return {};
}

} // namespace

QLabel *makeLabel(QWidget *parent, Tone tone)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("tone", nameOf(tone));
    return label;
}

void setTone(QLabel *label, Tone tone)
{
    if (label->property("tone").toString() == nameOf(tone))
        return;
    label->setProperty("tone", nameOf(tone));
    label->style()->unpolish(label);
    label->style()->polish(label);
}

QPushButton *makeButton(QWidget *parent, Kind kind)
{
    auto *button = new QPushButton(parent);
    button->setProperty("kind", nameOf(kind));
    button->setAutoDefault(false);
    return button;
}

QToolButton *makeIconButton(QWidget *parent, const Theme &theme, const QString &icon)
{
    auto *button = new QToolButton(parent);
    button->setIcon(themedIcon(theme, icon));
    button->setFocusPolicy(Qt::StrongFocus); // reachable by Tab, other than Qt's default for tool buttons
    return button;
}

void nameButton(QAbstractButton *button, const QString &name)
{
    button->setAccessibleName(name);
    button->setToolTip(name);
}

QWidget *makePanel(QWidget *parent, const QString &panel)
{
    auto *widget = new QWidget(parent);
    widget->setAttribute(Qt::WA_StyledBackground);
    widget->setProperty("panel", panel);
    return widget;
}

} // namespace jjak::desktop
