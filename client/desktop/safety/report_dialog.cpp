// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/safety/report_dialog.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPointer>
#include <QRadioButton>
#include <QVBoxLayout>

#include "client/core/sentences.h"
#include "client/desktop/forms/fitting_scroll.h"
#include "client/desktop/kit/tab_order.h"
#include "client/desktop/makers.h"
#include "common/protocol/values.h"

namespace jjak::desktop {

namespace {

constexpr int noteLines = 3;

} // namespace

ReportDialog::ReportDialog(Context &context, client::Whom whom, const QString &name, QWidget *parent)
    : ReportDialog(context, name,
                   whom.room ? tr("A moderator will see the last %n message(s) of this conversation. The other person is not told.", nullptr, limits::reportMessages)
                             : tr("A moderator will look at it. The other person is not told."),
                   [&context, whom](protocol::ReportReason reason, const QString &note, bool block, const Sent &sent) { context.session.report(whom, reason, note, block, sent); }, parent)
{
}

ReportDialog::ReportDialog(Context &context, const QString &name, const QString &evidence, Send send, QWidget *parent)
    : QDialog(parent), m_context(context), m_how(std::move(send)), m_reasons(new QButtonGroup(this)), m_note(new QPlainTextEdit(this)),
      m_block(new QCheckBox(tr("Also &block, so that we never meet again"), this)), m_error(makeLabel(this, Tone::Danger)), m_send(makeButton(this, Kind::Danger))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    const QString title = name.isEmpty() ? tr("Report this person") : tr("Report %1").arg(name);
    setWindowTitle(title);
    auto *heading = makeLabel(this, Tone::Title);
    heading->setText(title);
    auto *explain = makeLabel(this, Tone::Muted);
    explain->setText(evidence);
    explain->setMinimumWidth(context.theme.px(380));
    auto *label = makeLabel(this);
    label->setText(tr("What should the moderators know? (optional)"));
    label->setBuddy(m_note);
    m_note->setAccessibleName(label->text());
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(fontMetrics().lineSpacing() * noteLines + context.theme.px(28));
    m_block->setChecked(true);
    m_error->hide();
    m_send->setText(tr("Send the report"));
    auto *cancel = makeButton(this);
    cancel->setText(tr("Cancel"));

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_send);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(context.theme.px(24), context.theme.px(20), context.theme.px(24), context.theme.px(20));
    layout->setSpacing(context.theme.px(10));
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, context.theme.px(4), 0);
    column->setSpacing(context.theme.px(10));
    for (QWidget *widget : {static_cast<QWidget *>(heading), static_cast<QWidget *>(explain), makeReasons(), static_cast<QWidget *>(label), static_cast<QWidget *>(m_note),
                            static_cast<QWidget *>(m_block), static_cast<QWidget *>(m_error)})
        column->addWidget(widget);
    layout->addWidget(new FittingScroll(inside, this), 1);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, &ReportDialog::send);
    keepTabAsSeen(this);
    m_reasons->button(0)->setFocus();
}

QWidget *ReportDialog::makeReasons()
{
    auto *box = new QWidget(this);
    box->setAccessibleName(tr("Reason"));
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    for (int i = 0; i <= int(protocol::ReportReason::Other); ++i) {
        auto *button = new QRadioButton(client::label(protocol::ReportReason(i)), box);
        m_reasons->addButton(button, i);
        layout->addWidget(button);
    }
    m_reasons->button(0)->setChecked(true);
    return box;
}

void ReportDialog::send()
{
    m_send->setEnabled(false);
    const bool block = m_block->isChecked();
    const QPointer<ReportDialog> self(this);
    m_how(protocol::ReportReason(m_reasons->checkedId()), m_note->toPlainText().trimmed(), block, [self, block](const Result<> &result) {
        if (!self)
            return;
        if (result) {
            Q_EMIT self->reported(block);
            self->accept();
            return;
        }
        self->m_error->setText(client::sentence(result.error()));
        self->m_error->show();
        self->m_send->setEnabled(true);
    });
}

} // namespace jjak::desktop
