// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/desktop/context.h"
#include "client/desktop/kit/card_flow.h"
#include "client/desktop/translated.h"

class QLabel;
class QPushButton;

namespace jjak::desktop {

//! Who one is in the lounge, what of it who can see, and the way to change it.
class MyProfileCard final : public Translated<Card> {
    Q_OBJECT

public:
    explicit MyProfileCard(Context &context, QWidget *parent = nullptr);

    QPushButton *editButton() const { return m_edit; }
    QPushButton *writtenButton() const { return m_written; }
    QPushButton *likedButton() const { return m_liked; }
    //! All of it, line by line.
    QString text() const;

Q_SIGNALS:
    void editWanted();
    void feedWanted(jjak::protocol::Feed feed);

protected:
    void retranslate() override;

private:
    void refresh();

    Context &m_context;
    QLabel *m_name, *m_line, *m_details, *m_seen;
    QPushButton *m_edit, *m_written, *m_liked;
};

} // namespace jjak::desktop
