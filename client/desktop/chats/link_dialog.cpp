// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/chats/link_dialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include "client/desktop/kit/icons.h"
#include "client/desktop/kit/theme.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

LinkDialog::LinkDialog(const Theme &theme, const QUrl &url, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    // The host as machines write it: letters that only look like others cannot hide in it.
    const QString host = QString::fromLatin1(QUrl::toAce(url.host()));
    setWindowTitle(tr("Open the link?"));
    auto *heading = makeLabel(this, Tone::Title);
    heading->setText(tr("Open %1?").arg(host.isEmpty() ? url.scheme() : host));
    auto *text = makeLabel(this);
    text->setText(tr("The browser will show this page, and its owner will see that somebody came. Open it only if you trust who sent it."));
    text->setMinimumWidth(theme.px(360));
    auto *address = new QLineEdit(url.toString(QUrl::FullyEncoded), this);
    address->setReadOnly(true);
    address->setCursorPosition(0);
    address->setAccessibleName(tr("Whole address"));
    auto *cancel = makeButton(this);
    cancel->setText(tr("Cancel"));
    auto *copy = makeButton(this);
    copy->setText(tr("Copy"));
    auto *open = makeButton(this, Kind::Primary);
    open->setText(tr("Open in the browser"));
    open->setIcon(themedIcon(theme, u"external"_s, IconTone::OnAccent));

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(copy);
    buttons->addWidget(open);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20));
    layout->setSpacing(theme.px(12));
    layout->addWidget(heading);
    layout->addWidget(text);
    layout->addWidget(address);
    layout->addSpacing(theme.px(8));
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(copy, &QPushButton::clicked, this, [this, url] {
        QGuiApplication::clipboard()->setText(url.toString(QUrl::FullyEncoded));
        reject();
    });
    connect(open, &QPushButton::clicked, this, [this, url] {
        Q_EMIT openWanted(url);
        accept();
    });
    cancel->setFocus();
}

} // namespace jjak::desktop
