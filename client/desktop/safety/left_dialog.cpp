// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/safety/left_dialog.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "client/desktop/kit/icons.h"
#include "client/desktop/kit/theme.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

LeftDialog::LeftDialog(const Theme &theme, const QString &name, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setWindowTitle(tr("You are out"));
    auto *sign = new QLabel(this);
    sign->setPixmap(iconPixmap(u"shield"_s, theme.px(40), theme.tokens().success, devicePixelRatioF()));
    auto *heading = makeLabel(this, Tone::Title);
    heading->setText(tr("You are out"));
    auto *body = makeLabel(this);
    body->setText(name.isEmpty() ? tr("Nothing more can reach you from there. Do you want to do more?") : tr("%1 cannot write to you there any more. Do you want to do more?").arg(name));
    body->setMinimumWidth(theme.px(340));
    setAccessibleDescription(body->text());

    auto *block = makeButton(this, Kind::Danger);
    block->setText(tr("&Block"));
    block->setShortcut(Qt::Key_B);
    auto *report = makeButton(this);
    report->setText(tr("&Report"));
    report->setShortcut(Qt::Key_R);
    auto *close = makeButton(this, Kind::Quiet);
    close->setText(tr("Nothing more"));

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(block);
    buttons->addWidget(report);
    buttons->addStretch();
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20));
    layout->setSpacing(theme.px(12));
    layout->addWidget(sign);
    layout->addWidget(heading);
    layout->addWidget(body);
    layout->addSpacing(theme.px(8));
    layout->addLayout(buttons);
    connect(block, &QPushButton::clicked, this, [this] {
        Q_EMIT blockWanted();
        accept();
    });
    connect(report, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT reportWanted();
    });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    block->setFocus();
}

} // namespace jjak::desktop
