// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "client/desktop/context.h"
#include "client/desktop/translated.h"

class QPushButton;

namespace jjak::desktop {

class TableActions;
class TableCard;

//! Below a post: the coffee table it offers, and with one's own post the button to offer one.
class PostTable final : public Translated<QWidget> {
    Q_OBJECT

public:
    PostTable(Context &context, TableActions &actions, QWidget *parent = nullptr);

    //! A post with no id: none is shown. Before the server has told, the table is only known to those who have to do with it.
    void setPost(const protocol::Post &post);
    //! The server has told of it.
    void setOpened(const protocol::Post &post, const std::optional<protocol::Table> &table);

    //! nullptr without a table.
    TableCard *card() const;
    QPushButton *offerButton() const { return m_offer; }

protected:
    void retranslate() override;

private:
    void refresh();
    void take(const protocol::Table &table);
    void lookAgain(TableId table);

    Context &m_context;
    TableActions &m_actions;
    protocol::Post m_post;
    TableCard *m_card;
    QPushButton *m_offer;
};

} // namespace jjak::desktop
