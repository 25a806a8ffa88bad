// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/chats/link_dialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>
#include <algorithm>

#include "client/desktop/kit/icons.h"
#include "client/desktop/kit/message_text.h"
#include "client/desktop/kit/theme.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int fewestLines = 2, mostLines = 6;

//! The whole address, broken into lines, left to right whatever is in it.
QPlainTextEdit *makeAddress(const QString &address, const Theme &theme, QWidget *parent)
{
    auto *box = new QPlainTextEdit(parent);
    QTextOption option;
    option.setTextDirection(Qt::LeftToRight);
    option.setWrapMode(QTextOption::WrapAnywhere);
    box->document()->setDefaultTextOption(option);
    box->setPlainText(address);
    box->setReadOnly(true);
    box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box->setTabChangesFocus(true);
    const int lines = int(address.size()) * box->fontMetrics().averageCharWidth() / theme.px(320) + 1;
    box->setFixedHeight(std::clamp(lines, fewestLines, mostLines) * box->fontMetrics().lineSpacing() + theme.px(24));
    return box;
}

} // namespace

LinkDialog::LinkDialog(const Theme &theme, const QUrl &url, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    const QString host = plainHost(url);
    setWindowTitle(tr("Open the link?"));
    auto *heading = makeLabel(this, Tone::Title);
    heading->setText(tr("Open %1?").arg(host));
    auto *text = makeLabel(this);
    text->setText(tr("The browser will show this page, and its owner will see that somebody came. Open it only if you trust who sent it."));
    text->setMinimumWidth(theme.px(360));
    auto *letters = makeLabel(this, Tone::Muted);
    letters->setText(tr("The message shows it as %1. Letters of other scripts can look like ones you know.").arg(displayText(url.host())));
    letters->setVisible(url.host() != host);
    auto *address = makeAddress(plainAddress(url), theme, this);
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
    layout->addWidget(letters);
    layout->addWidget(address);
    layout->addSpacing(theme.px(8));
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(copy, &QPushButton::clicked, this, [this, url] {
        QGuiApplication::clipboard()->setText(plainAddress(url));
        reject();
    });
    connect(open, &QPushButton::clicked, this, [this, url] {
        Q_EMIT openWanted(url);
        accept();
    });
    cancel->setFocus();
}

} // namespace jjak::desktop
