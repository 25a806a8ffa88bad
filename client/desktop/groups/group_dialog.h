// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "client/desktop/context.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace jjak::desktop {

class PeopleList;

//! Opens a group with a name and the people who are invited, or invites more people to one that is there. What is refused
//! is said in the dialog, which stays as it is.
class GroupDialog final : public QDialog {
    Q_OBJECT

public:
    //! `group`: whom to invite to it; none: a new group.
    GroupDialog(Context &context, std::optional<RoomId> group, QWidget *parent);

    QLineEdit *nameEdit() const { return m_name; }
    PeopleList *people() const { return m_people; }
    QPushButton *actionButton() const { return m_action; }
    QString error() const;

Q_SIGNALS:
    //! A new group; not told when people were only invited.
    void created(jjak::RoomId room);

private:
    void build();
    void refresh();
    void act();
    void inviteNext(QList<RoomId> left);
    void refuse(const Error &error);

    Context &m_context;
    std::optional<RoomId> m_group;
    QLineEdit *m_name = nullptr;
    PeopleList *m_people;
    QLabel *m_error;
    QPushButton *m_action;
};

} // namespace jjak::desktop
