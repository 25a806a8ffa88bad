// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/rules/roles.h"
#include "tests/e2e/asker.h"
#include "tests/support/prepared.h"
#include "tests/support/server_process.h"

namespace jjak::e2e {

//! What PROTOCOL.md says about one right: the cells of its table, as they stand there.
struct DocumentedRight {
    QString meaning, command;
    QStringList cells; //!< by role

    //! What an actor is answered who does it, and where it is done to somebody, to a member of that role.
    QString answerTo(MemberRole actor, std::optional<MemberRole> target) const;
};

//! The table of rights in PROTOCOL.md.
QList<DocumentedRight> documentedRights();

//! One thing that somebody does in a group: the command that asks for a right, and to whom it is done.
struct RoleCell {
    Right right = Right::Read;
    MemberRole actor = MemberRole::Owner;
    std::optional<MemberRole> target = std::nullopt;
    std::optional<MemberRole> appointed = std::nullopt; //!< which role the target is to get
    int minutes = 10;                                   //!< of a mute; 0 takes it away
    bool oneself = false;                               //!< the actor is also the target

    QString text() const;
};

//! Every right, done by every role, and to every role where it is done to somebody; also to oneself.
QList<RoleCell> everyCell();

//! A real server with a group for each cell. In each are two of every role but the owner, numbers from 1, and each has written one message.
class RoleScene {
public:
    explicit RoleScene(int groups);

    bool start();
    //! Does what the cell says in that group.
    Told act(const RoleCell &cell, int group);
    //! All rows that belong to the group, as text.
    QStringList rows(int group) const;

private:
    void fill(test::Preparation &preparation, RoomId room);
    QJsonObject argsOf(const RoleCell &cell, RoomId group);
    int targetOf(const RoleCell &cell) const;

    SystemRng m_rng;
    Time m_now;
    test::ServerProcess m_server;
    std::vector<test::PreparedPerson> m_people; //!< by number in the groups, from 0; behind them the friend of all
    std::vector<RoomId> m_groups;
    std::vector<RoomId> m_direct; //!< of the friend with everybody
    std::vector<std::unique_ptr<Asker>> m_askers; //!< one of each role
};

} // namespace jjak::e2e
