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

ShortcutDialog::ShortcutDialog(const Theme &theme, const Commands &commands, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setWindowTitle(tr("Keys"));
    struct Line {
        QString keys;
        QString text;
    };
    QList<Line> lines;
    for (const QAction *action : commands.all())
        lines.append({action->shortcut().toString(QKeySequence::NativeText), action->text()});
    const auto native = [](QKeyCombination key) { return QKeySequence(key).toString(QKeySequence::NativeText); };
    lines.append({native(Qt::Key_Return), tr("Send the message; say yes to a proposal")});
    lines.append({native(Qt::SHIFT | Qt::Key_Return), tr("New line in the message")});
    lines.append({tr("%1 or %2", "two keys").arg(native(Qt::Key_D), native(Qt::Key_Escape)), tr("Say no to a proposal")});
    lines.append({native(Qt::Key_Up), tr("In an empty message: edit your last one")});
    lines.append({tr("%1 or %2", "two keys").arg(native(Qt::CTRL | Qt::Key_Up), native(Qt::CTRL | Qt::Key_Down)), tr("Choose the message to reply to")});
    lines.append({native(Qt::Key_Escape), tr("Give up the reply or the edit")});
    lines.append({native(Qt::SHIFT | Qt::Key_F10), tr("Among the messages: what can be done with one")});

    auto *inner = new QWidget;
    auto *grid = new QGridLayout(inner);
    grid->setHorizontalSpacing(theme.px(24));
    grid->setVerticalSpacing(theme.px(6));
    grid->setColumnStretch(1, 1);
    for (int i = 0; i < lines.size(); ++i) {
        auto *keys = makeLabel(inner, Tone::Strong);
        keys->setWordWrap(false);
        keys->setText(lines[i].keys);
        auto *text = makeLabel(inner);
        text->setText(lines[i].text);
        grid->addWidget(keys, i, 0, Qt::AlignTop);
        grid->addWidget(text, i, 1);
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
