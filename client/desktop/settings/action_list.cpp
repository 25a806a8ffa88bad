// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/settings/action_list.h"

#include <QHBoxLayout>

#include "client/desktop/kit/theme.h"
#include "client/desktop/makers.h"

namespace jjak::desktop {

ActionList::ActionList(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(theme.px(8));
}

void ActionList::clear()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

void ActionList::setLines(const QList<Line> &lines)
{
    clear();
    for (const Line &line : lines)
        m_layout->addWidget(makeLine(line));
}

void ActionList::setSentence(const QString &sentence)
{
    clear();
    auto *label = makeLabel(this, Tone::Muted);
    label->setText(sentence);
    m_layout->addWidget(label);
}

QWidget *ActionList::makeLine(const Line &line)
{
    auto *widget = new QWidget(this);
    auto *text = makeLabel(widget);
    text->setText(line.text);
    auto *detail = makeLabel(widget, Tone::Muted);
    detail->setText(line.detail);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(text);
    words->addWidget(detail);
    auto *layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(m_theme.px(12));
    layout->addLayout(words, 1);
    if (!line.action.isEmpty()) {
        auto *button = makeButton(widget);
        button->setText(line.action);
        button->setAccessibleName(line.actionName);
        layout->addWidget(button, 0, Qt::AlignVCenter);
        connect(button, &QPushButton::clicked, this, [trigger = line.trigger] { trigger(); });
    }
    return widget;
}

} // namespace jjak::desktop
