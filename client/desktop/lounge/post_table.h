// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "client/core/lounge/table_pages.h"
#include "client/desktop/context.h"
#include "client/desktop/translated.h"

class QPushButton;

namespace jjak::desktop {

class TableActions;
class TableCard;

//! Below a post: the coffee table it offers, as far as that is known, and with one's own post the button to offer one. The
//! server does not tell which table a post has: known are those one has to do with, and those that were listed.
class PostTable final : public Translated<QWidget> {
    Q_OBJECT

public:
    PostTable(Context &context, TableActions &actions, QWidget *parent = nullptr);

    //! Those that were listed; it has to outlive this.
    void setListed(const client::TablePages *listed) { m_listed = listed; }
    //! A post with no id: none is shown.
    void setPost(const protocol::Post &post);

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
    const client::TablePages *m_listed = nullptr;
    protocol::Post m_post;
    TableCard *m_card;
    QPushButton *m_offer;
};

} // namespace jjak::desktop
