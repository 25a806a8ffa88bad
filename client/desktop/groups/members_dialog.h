// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "client/desktop/context.h"

class QComboBox;
class QLabel;
class QListWidget;
class QMenu;
class QPushButton;

namespace jjak::desktop {

//! Who is in a group, and what one may do there: everything that one's role allows, and nothing else. Follows the group.
class MembersDialog final : public QDialog {
    Q_OBJECT

public:
    MembersDialog(Context &context, RoomId group, QWidget *parent);

    QListWidget *list() const { return m_list; }
    QPushButton *inviteButton() const { return m_invite; }
    QPushButton *renameButton() const { return m_rename; }
    QComboBox *slowMode() const { return m_slow; }
    //! What can be done with the member of that number; the caller owns it. Empty when there is nothing.
    QMenu *menuOf(int member);
    QString error() const;

Q_SIGNALS:
    void blockWanted(int member);
    void reportWanted(int member);

private:
    void build();
    void refresh();
    void showMenu();
    void rename();
    QString lineOf(const protocol::Member &member) const;
    void addMutes(QMenu &menu, int member);
    void addRoles(QMenu &menu, const protocol::Member &member);
    client::Callback<> answered();

    Context &m_context;
    const RoomId m_group;
    QLabel *m_heading;
    QListWidget *m_list;
    QLabel *m_error;
    QPushButton *m_actions;
    QPushButton *m_invite;
    QPushButton *m_rename;
    QLabel *m_slowLabel;
    QComboBox *m_slow;
};

} // namespace jjak::desktop
