// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/groups/group_dialog.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QVBoxLayout>

#include "client/core/sentences.h"
#include "client/desktop/groups/people_list.h"
#include "client/desktop/kit/tab_order.h"
#include "client/desktop/makers.h"
#include "common/rules/limits.h"

namespace jjak::desktop {

GroupDialog::GroupDialog(Context &context, std::optional<RoomId> group, QWidget *parent)
    : QDialog(parent), m_context(context), m_group(group), m_people(new PeopleList(context, this)), m_error(makeLabel(this, Tone::Danger)), m_action(makeButton(this, Kind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    build();
    connect(m_people, &PeopleList::chosenChanged, this, &GroupDialog::refresh);
    connect(m_action, &QPushButton::clicked, this, &GroupDialog::act);
    refresh();
    keepTabAsSeen(this);
    (m_name ? static_cast<QWidget *>(m_name) : m_people)->setFocus();
}

void GroupDialog::build()
{
    const Theme &theme = m_context.theme;
    setWindowTitle(m_group ? tr("Invite people") : tr("New group"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20));
    layout->setSpacing(theme.px(10));
    auto *heading = makeLabel(this, Tone::Title);
    heading->setText(windowTitle());
    layout->addWidget(heading);
    if (!m_group) {
        m_name = new QLineEdit(this);
        m_name->setMaxLength(limits::roomNameCodePoints);
        m_name->setPlaceholderText(tr("Name of the group"));
        m_name->setAccessibleName(tr("Name of the group"));
        layout->addWidget(m_name);
        connect(m_name, &QLineEdit::textChanged, this, &GroupDialog::refresh);
        connect(m_name, &QLineEdit::returnPressed, this, [this] {
            if (m_action->isEnabled())
                act();
        });
    }
    auto *explain = makeLabel(this, Tone::Muted);
    explain->setText(m_people->isEmpty() ? tr("You can invite people with whom you have a conversation. There is nobody yet.")
                                         : tr("Whoever you choose gets an invitation. They join when they accept it, and can then read everything that was written."));
    explain->setMinimumWidth(theme.px(360));
    layout->addWidget(explain);
    m_people->setVisible(!m_people->isEmpty());
    m_people->setMinimumHeight(theme.px(180));
    layout->addWidget(m_people, 1);
    m_error->hide();
    layout->addWidget(m_error);
    m_action->setText(m_group ? tr("Invite") : tr("Open the group"));
    auto *cancel = makeButton(this);
    cancel->setText(tr("Cancel"));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_action);
    layout->addLayout(buttons);
}

QString GroupDialog::error() const
{
    return m_error->isVisibleTo(this) ? m_error->text() : QString();
}

void GroupDialog::refresh()
{
    m_action->setEnabled(m_group ? !m_people->chosen().isEmpty() : !m_name->text().trimmed().isEmpty());
}

void GroupDialog::act()
{
    m_action->setEnabled(false);
    m_error->hide();
    if (m_group)
        return inviteNext(m_people->chosen());
    const QPointer<GroupDialog> self(this);
    m_context.session.createGroup(m_name->text().trimmed(), m_people->chosen(), [self](const Result<RoomId> &result) {
        if (!self)
            return;
        if (!result)
            return self->refuse(result.error());
        Q_EMIT self->created(*result);
        self->accept();
    });
}

//! One after the other, so that what is refused is said of the first it happens to; who is invited already stays it.
void GroupDialog::inviteNext(QList<RoomId> left)
{
    if (left.isEmpty())
        return accept();
    const RoomId next = left.takeFirst();
    const QPointer<GroupDialog> self(this);
    m_context.session.invite(*m_group, next, [self, left](const Result<> &result) {
        if (!self)
            return;
        if (result)
            self->inviteNext(left);
        else
            self->refuse(result.error());
    });
}

void GroupDialog::refuse(const Error &error)
{
    m_error->setText(error.code == ErrorCode::StrangerLimit ? tr("You can invite somebody who has written to you. One of these has not yet.") : client::sentence(error));
    m_error->show();
    refresh();
}

} // namespace jjak::desktop
