// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <string_view>

#include "common/base/error.h"

//! Who may do what in a group: one table, which the server obeys, PROTOCOL.md shows and clients draw their buttons from.
namespace jjak {

//! What a member may do in a group; everywhere else all are `Member`.
enum class MemberRole { Owner, Moderator, Member, ReadOnly };

inline constexpr std::array allMemberRoles{MemberRole::Owner, MemberRole::Moderator, MemberRole::Member, MemberRole::ReadOnly};

//! What can be done in a group.
enum class Right { Read, Write, React, EditOwn, DeleteOwn, DeleteOthers, Invite, RemoveMember, BanMember, UnbanMember, MuteMember, Rename, SlowMode, SetExpiry, Appoint, HandOver, Leave };

//! Some roles.
class RoleSet {
public:
    constexpr RoleSet() = default;
    constexpr RoleSet(std::initializer_list<MemberRole> roles)
    {
        for (const MemberRole role : roles)
            m_bits |= 1U << unsigned(role);
    }
    constexpr bool has(MemberRole role) const { return (m_bits >> unsigned(role) & 1U) != 0; }
    constexpr bool isEmpty() const { return m_bits == 0; }

private:
    unsigned m_bits = 0;
};

//! One right: who has it, and where it is done to somebody, to whom an owner and a moderator may do it.
struct RightRow {
    Right right = Right::Read;
    std::string_view command; //!< which asks for it
    ErrorCode refusal = ErrorCode::RoomRole; //!< the answer to everybody else
    RoleSet who;
    RoleSet ownerTo = {};
    RoleSet moderatorTo = {};
    std::string_view meaning;
};

namespace roles_detail {

using enum MemberRole;
inline constexpr RoleSet all{Owner, Moderator, Member, ReadOnly}, writers{Owner, Moderator, Member}, moderators{Owner, Moderator}, owner{Owner};
inline constexpr RoleSet allButOwner{Moderator, Member, ReadOnly}, plain{Member, ReadOnly};

} // namespace roles_detail

//! In the order of Right. To delete one's own words takes no role: they are one's own.
inline constexpr std::array rights = [] {
    using namespace roles_detail;
    return std::array{
        RightRow{Right::Read, "room.history", ErrorCode::RoomRole, all, {}, {}, "read everything, from the start"},
        RightRow{Right::Write, "room.send", ErrorCode::RoomReadOnly, writers, {}, {}, "write"},
        RightRow{Right::React, "message.react", ErrorCode::RoomReadOnly, writers, {}, {}, "react to messages"},
        RightRow{Right::EditOwn, "message.edit", ErrorCode::RoomReadOnly, writers, {}, {}, "edit one's own messages"},
        RightRow{Right::DeleteOwn, "message.delete", ErrorCode::RoomRole, all, {}, {}, "delete one's own messages"},
        RightRow{Right::DeleteOthers, "message.delete", ErrorCode::MessageNotOwn, moderators, all, all, "delete messages of others, whatever their role is"},
        RightRow{Right::Invite, "group.invite", ErrorCode::RoomRole, writers, {}, {}, "invite"},
        RightRow{Right::RemoveMember, "group.remove", ErrorCode::RoomRole, moderators, allButOwner, plain, "take somebody out"},
        RightRow{Right::BanMember, "group.remove", ErrorCode::RoomRole, moderators, allButOwner, plain, "take somebody out and keep them out"},
        RightRow{Right::UnbanMember, "group.unban", ErrorCode::RoomRole, moderators, allButOwner, plain, "let a banned one be invited again"},
        RightRow{Right::MuteMember, "group.mute", ErrorCode::RoomRole, moderators, allButOwner, plain, "mute somebody for a time, and let them write again"},
        RightRow{Right::Rename, "group.rename", ErrorCode::RoomRole, moderators, {}, {}, "rename the group"},
        RightRow{Right::SlowMode, "group.slow", ErrorCode::RoomRole, moderators, {}, {}, "set the slow mode; whoever may do this is not slowed down"},
        RightRow{Right::SetExpiry, "room.expiry", ErrorCode::RoomRole, moderators, {}, {}, "say how long messages are kept"},
        RightRow{Right::Appoint, "group.appoint", ErrorCode::RoomRole, moderators, allButOwner, plain, "give somebody one of these roles"},
        RightRow{Right::HandOver, "group.appoint", ErrorCode::RoomRole, owner, allButOwner, {}, "make somebody the owner in one's own place"},
        RightRow{Right::Leave, "room.leave", ErrorCode::RoomRole, all, {}, {}, "leave"},
    };
}();

constexpr const RightRow &rowOf(Right right)
{
    return rights[std::size_t(right)];
}

//! Whether a member of that role has the right at all.
constexpr bool mayDo(Right right, MemberRole role)
{
    return rowOf(right).who.has(role);
}

//! Whether a right is done to somebody: then mayDo() alone is not enough.
constexpr bool isDoneToSomebody(Right right)
{
    return !rowOf(right).ownerTo.isEmpty();
}

//! Whether a member of that role may do it to another one of the target's role.
constexpr bool mayDoTo(Right right, MemberRole role, MemberRole target)
{
    if (!mayDo(right, role))
        return false;
    return (role == MemberRole::Owner ? rowOf(right).ownerTo : rowOf(right).moderatorTo).has(target);
}

//! Whether a member may give another one that role: a role is given by whoever could also take it.
constexpr bool mayAppoint(MemberRole role, MemberRole target, MemberRole to)
{
    if (to == MemberRole::Owner)
        return mayDoTo(Right::HandOver, role, target);
    return mayDoTo(Right::Appoint, role, target) && mayDoTo(Right::Appoint, role, to);
}

static_assert([] {
    for (std::size_t i = 0; i < rights.size(); ++i) {
        if (std::size_t(rights[i].right) != i)
            return false;
    }
    return true;
}(), "the rows stand in the order of Right");

} // namespace jjak
