// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/desktop/context.h"
#include "client/desktop/kit/card_flow.h"
#include "client/desktop/translated.h"
#include "common/protocol/date_values.h"

class QLabel;
class QPushButton;

namespace jjak::desktop {

//! Two arrows have met: who it was, until when both may say that they want their room, and the button that says it, or leads there.
class PairCard final : public Translated<Card> {
    Q_OBJECT

public:
    explicit PairCard(Context &context, QWidget *parent = nullptr);

    //! With their room when both have said so.
    void setPair(const protocol::Pair &pair, std::optional<RoomId> room = std::nullopt);
    QPushButton *button() const { return m_open; }

Q_SIGNALS:
    void said(const QString &sentence);
    void roomWanted(jjak::RoomId room);

protected:
    void retranslate() override;
    void paintEvent(QPaintEvent *event) override;

private:
    void open();

    Context &m_context;
    protocol::Pair m_pair;
    std::optional<RoomId> m_room;
    bool m_asking = false;
    QWidget *m_space;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_open;
};

} // namespace jjak::desktop
