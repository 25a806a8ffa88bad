// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/frame/shortcut_dialog.h"

#include <QGridLayout>
#include <QScrollArea>

#include "client/desktop/frame/commands.h"
#include "client/desktop/kit/theme.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

void addLine(QGridLayout *grid, const KeyLine &line)
{
    const int row = grid->rowCount();
    auto *keys = makeLabel(grid->parentWidget(), Tone::Strong);
    keys->setWordWrap(false);
    keys->setText(line.keysText());
    auto *text = makeLabel(grid->parentWidget());
    text->setText(line.text);
    grid->addWidget(keys, row, 0, Qt::AlignTop);
    grid->addWidget(text, row, 1);
}

} // namespace

ShortcutDialog::ShortcutDialog(const Theme &theme, const Commands &commands, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setWindowTitle(tr("Keys"));
    auto *inner = new QWidget;
    auto *grid = new QGridLayout(inner);
    grid->setHorizontalSpacing(theme.px(24));
    grid->setVerticalSpacing(theme.px(6));
    grid->setColumnStretch(1, 1);
    for (const auto &[title, lines] : {std::pair(tr("Everywhere"), commands.lines()), std::pair(tr("In one of the places"), Commands::linesOfPages())}) {
        auto *part = makeLabel(inner, Tone::Muted);
        part->setText(title);
        grid->addWidget(part, grid->rowCount(), 0, 1, 2);
        for (const KeyLine &line : lines)
            addLine(grid, line);
    }
    auto *heading = makeLabel(this, Tone::Title);
    heading->setText(tr("Keys"));
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("List of all keys"));
    scroll->setWidget(inner);
    auto *close = makeButton(this, Kind::Primary);
    close->setText(tr("Close"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20));
    layout->setSpacing(theme.px(12));
    layout->addWidget(heading);
    layout->addWidget(scroll, 1);
    layout->addWidget(close, 0, Qt::AlignRight);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    close->setFocus();
    resize(theme.px(520), theme.px(600));
}

} // namespace jjak::desktop
