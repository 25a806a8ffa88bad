// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "client/desktop/context.h"
#include "client/desktop/translated.h"

class QAction;
class QActionGroup;
class QLabel;
class QMenu;
class QToolButton;

namespace jjak::desktop {

class Avatar;
class ElidedLabel;

//! Above a conversation: with whom, how far away, who can read it, and the way out of it.
class ConversationHeader final : public Translated<QWidget> {
    Q_OBJECT

public:
    explicit ConversationHeader(Context &context, QWidget *parent = nullptr);

    void setRoom(const protocol::Room &room);
    //! In a narrow window there is a way back to the list.
    void setBackVisible(bool visible);
    QToolButton *menuButton() const { return m_menu; }
    QToolButton *tableButton() const { return m_table; }

Q_SIGNALS:
    void backWanted();
    void leaveWanted();
    void blockWanted();
    void reportWanted();
    void searchWanted();
    //! Of a group or a table: who is in it.
    void membersWanted();
    //! Of a coffee table: what can be done with it.
    void tableWanted();

protected:
    void retranslate() override;

private:
    void refresh();
    void refreshMenu();
    QString detail() const;
    void makeExpiryMenu(QMenu *menu);

    Context &m_context;
    protocol::Room m_room;
    QToolButton *m_back;
    Avatar *m_avatar;
    ElidedLabel *m_name;
    QLabel *m_demo;
    ElidedLabel *m_detail;
    QToolButton *m_table;
    QToolButton *m_menu;
    QAction *m_members;
    QAction *m_search;
    QAction *m_silent;
    QMenu *m_expiry = nullptr;
    QActionGroup *m_expiries = nullptr;
    QAction *m_leave;
    QAction *m_block;
    QAction *m_report;
};

} // namespace jjak::desktop
