// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/reading_column.h"

#include <QHBoxLayout>

#include "client/desktop/kit/theme.h"

namespace jjak::desktop {

namespace {

constexpr int margin = 12, columnShare = 1000; // the margins grow only when the column has all it may have

} // namespace

QWidget *makeReadingPage(QWidget *column, const Theme &theme, int width)
{
    auto *page = new QWidget;
    const auto fit = [column, &theme, width] { column->setMaximumWidth(theme.px(width)); };
    QObject::connect(&theme, &Theme::changed, column, fit);
    fit();
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(theme.px(margin), 0, theme.px(margin), 0);
    row->addStretch(1);
    row->addWidget(column, columnShare);
    row->addStretch(1);
    return page;
}

} // namespace jjak::desktop
