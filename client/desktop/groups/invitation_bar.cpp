// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/groups/invitation_bar.h"

#include <QHBoxLayout>
#include <QPointer>
#include <QVBoxLayout>

#include "client/core/sentences.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

InvitationBar::InvitationBar(Context &context, QWidget *parent) : Translated(parent), m_context(context), m_cards(new QVBoxLayout(this))
{
    m_cards->setContentsMargins(0, 0, 0, 0);
    m_cards->setSpacing(context.theme.px(8));
    connect(&context.session, &client::Session::invitationsChanged, this, &InvitationBar::retranslate);
    connect(&context.session, &client::Session::signedOut, this, &InvitationBar::retranslate);
    retranslate();
}

void InvitationBar::retranslate()
{
    while (QLayoutItem *item = m_cards->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const protocol::Invitation &invitation : m_context.session.invitations())
        m_cards->addWidget(makeCard(invitation));
    setVisible(m_cards->count() > 0);
}

QWidget *InvitationBar::makeCard(const protocol::Invitation &invitation)
{
    const Theme &theme = m_context.theme;
    QWidget *card = makePanel(this, u"card"_s);
    auto *text = makeLabel(card);
    const client::RoomEntry *from = m_context.session.state().room(invitation.from);
    const QString members = tr("%n member(s)", nullptr, invitation.members);
    text->setText(from ? tr("%1 invites you to “%2” (%3)", "who · the group · how many members").arg(client::titleOf(m_context.session.state(), from->room), invitation.name, members)
                       : tr("You are invited to “%1” (%2)", "the group · how many members").arg(invitation.name, members));
    auto *yes = makeButton(card, Kind::Primary);
    yes->setText(tr("Join"));
    yes->setAccessibleDescription(text->text());
    auto *no = makeButton(card, Kind::Quiet);
    no->setText(tr("No, thanks"));
    no->setAccessibleDescription(text->text());
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(no);
    buttons->addWidget(yes);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10));
    layout->addWidget(text);
    layout->addLayout(buttons);
    connect(yes, &QPushButton::clicked, this, [this, id = invitation.invitation] { answer(id, true); });
    connect(no, &QPushButton::clicked, this, [this, id = invitation.invitation] { answer(id, false); });
    return card;
}

void InvitationBar::answer(InvitationId id, bool accept)
{
    setEnabled(false);
    m_context.session.answerInvitation(id, accept, [self = QPointer<InvitationBar>(this)](const Result<std::optional<RoomId>> &result) {
        if (!self)
            return;
        self->setEnabled(true);
        if (!result)
            Q_EMIT self->said(client::sentence(result.error()));
        else if (*result)
            Q_EMIT self->joined(**result);
    });
}

} // namespace jjak::desktop
