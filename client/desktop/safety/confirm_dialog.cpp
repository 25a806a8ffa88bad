// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/safety/confirm_dialog.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "client/desktop/kit/tab_order.h"
#include "client/desktop/kit/theme.h"

namespace jjak::desktop {

ConfirmDialog::ConfirmDialog(const Theme &theme, const QString &title, const QString &text, const QString &action, QWidget *parent, Kind kind)
    : QDialog(parent), m_action(makeButton(this, kind))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setModal(true);
    auto *heading = makeLabel(this, Tone::Title);
    heading->setText(title);
    auto *body = makeLabel(this);
    body->setText(text);
    body->setMinimumWidth(theme.px(340));
    auto *cancel = makeButton(this);
    cancel->setText(tr("Cancel"));
    m_action->setText(action);
    setAccessibleDescription(text);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_action);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20));
    layout->setSpacing(theme.px(12));
    layout->addWidget(heading);
    layout->addWidget(body);
    layout->addSpacing(theme.px(8));
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_action, &QPushButton::clicked, this, &QDialog::accept);
    keepTabAsSeen(this);
    cancel->setDefault(true); // a stray Enter does nothing
    cancel->setFocus();
}

} // namespace jjak::desktop
