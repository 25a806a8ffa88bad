// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/card_column.h"

#include <QLabel>
#include <QVBoxLayout>

#include "client/desktop/kit/theme.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int side = 8, indent = 10; // at 100 %

} // namespace

QVBoxLayout *makeCardColumn(QWidget *parent, const Theme &theme, const ColumnSpace &space)
{
    auto *column = new QVBoxLayout(makePanel(parent, u"card"_s));
    column->setContentsMargins(theme.px(side), theme.px(space.above), theme.px(side), theme.px(space.below));
    column->setSpacing(theme.px(space.between));
    return column;
}

void addWords(QVBoxLayout *column, QLabel *words, const Theme &theme, int below)
{
    words->setContentsMargins(theme.px(indent), 0, theme.px(indent), theme.px(below));
    column->addWidget(words);
}

} // namespace jjak::desktop
