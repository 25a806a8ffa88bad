// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include "client/core/lounge/table_pages.h"
#include "client/desktop/context.h"
#include "client/desktop/translated.h"

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace jjak::desktop {

class EmptyState;
class TableActions;
class TableCard;

//! The coffee tables that have not ended, the next first, as cards below each other. They are asked for anew whenever somebody
//! comes to look, and now and then while they look; what one does oneself is seen at once.
class TableFeed final : public Translated<QWidget> {
    Q_OBJECT

public:
    TableFeed(Context &context, TableActions &actions, QWidget *parent = nullptr);

    //! Only those that this is about; empty: all.
    void look(const QString &text);
    void refresh();
    void focusFirst();

    const client::TablePages &pages() const { return *m_pages; }
    const QList<TableCard *> &cards() const { return m_cards; }
    EmptyState *empty() const { return m_empty; }
    QPushButton *moreButton() const { return m_more; }
    QPushButton *retryButton() const { return m_retry; }
    QString note() const;

Q_SIGNALS:
    //! There are others now, or the answer is here.
    void changed();
    //! None is offered: to one's own posts, each of which can offer one.
    void ownPostsWanted();

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeColumn();
    void fill();
    TableCard *cardOf(const protocol::Table &table);
    void refreshWords();
    void act();

    Context &m_context;
    TableActions &m_actions;
    client::TablePages *m_pages;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QVBoxLayout *m_column = nullptr;
    QList<TableCard *> m_cards;
    QPushButton *m_more, *m_retry;
    QLabel *m_note;
    QTimer m_again;
};

} // namespace jjak::desktop
