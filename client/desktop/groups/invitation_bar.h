// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "client/desktop/context.h"
#include "client/desktop/translated.h"

class QVBoxLayout;

namespace jjak::desktop {

//! The invitations to groups that wait for an answer: who invites, to what, yes or no. Not there when there are none.
class InvitationBar final : public Translated<QWidget> {
    Q_OBJECT

public:
    explicit InvitationBar(Context &context, QWidget *parent = nullptr);

Q_SIGNALS:
    void joined(jjak::RoomId room);
    void said(const QString &sentence);

protected:
    void retranslate() override;

private:
    QWidget *makeCard(const protocol::Invitation &invitation);
    void answer(InvitationId id, bool accept);

    Context &m_context;
    QVBoxLayout *m_cards;
};

} // namespace jjak::desktop
