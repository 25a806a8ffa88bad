// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/spec.h"
#include "common/protocol/values.h"

//! What members may do in groups. Who may what: common/rules/roles.h, also a table in PROTOCOL.md.
namespace jjak::protocol::cmd {

struct Created {
    RoomId room;
    static constexpr std::string_view title = "Created";
    static constexpr auto fields(auto each) { return each(field("room", &Created::room, "The group's room.")); }
};

struct CreateGroup {
    using Reply = Created;
    ClientId cid;
    QString name;
    QList<RoomId> with;
    static constexpr Spec spec{"group.create", Access::SignedIn, Route::Write, Family::Safety, "Opens a group of which one is the owner, and invites the others of some direct rooms."};
    static constexpr auto fields(auto each)
    {
        return each(field("cid", &CreateGroup::cid, "The same for every repetition of this group."), field("name", &CreateGroup::name, "What to call it.", Rule::line(1, limits::roomNameCodePoints)),
                          field("with", &CreateGroup::with, "Direct rooms with those to invite.", Rule::upTo(limits::groupMembers - 1)));
    }
};

struct Invite {
    using Reply = Empty;
    RoomId room;
    RoomId with;
    static constexpr Spec spec{"group.invite", Access::SignedIn, Route::Write, Family::Safety, "Invites the other of a direct room; who is a member or invited already stays it."};
    static constexpr auto fields(auto each) { return each(field("room", &Invite::room, "The group."), field("with", &Invite::with, "The direct room with whom to invite.")); }
};

struct Joined {
    std::optional<RoomId> room;
    static constexpr std::string_view title = "Joined";
    static constexpr auto fields(auto each) { return each(field("room", &Joined::room, "After accepting: the group's room.")); }
};

struct AnswerInvitation {
    using Reply = Joined;
    InvitationId invitation;
    bool accept = false;
    static constexpr Spec spec{"group.answer", Access::SignedIn, Route::Write, Family::Safety, "Accepts or refuses an invitation; a refusal is told to nobody."};
    static constexpr auto fields(auto each) { return each(field("invitation", &AnswerInvitation::invitation, "Which one."), field("accept", &AnswerInvitation::accept, "Whether one joins.")); }
};

struct Remove {
    using Reply = Empty;
    RoomId room;
    int member = 0;
    bool ban = false;
    static constexpr Spec spec{"group.remove", Access::SignedIn, Route::Write, Family::Safety, "Takes a member out of the group, who then sees nothing new of it; a banned one cannot be invited again."};
    static constexpr auto fields(auto each)
    {
        return each(field("room", &Remove::room, "The group."), field("member", &Remove::member, "Whom.", Rule::range(1, 1000)), field("ban", &Remove::ban, "Also keeps them out."));
    }
};

struct Unban {
    using Reply = Empty;
    RoomId room;
    int member = 0;
    static constexpr Spec spec{"group.unban", Access::SignedIn, Route::Write, Family::Safety, "A banned one can be invited again."};
    static constexpr auto fields(auto each) { return each(field("room", &Unban::room, "The group."), field("member", &Unban::member, "Whom.", Rule::range(1, 1000))); }
};

struct Mute {
    using Reply = Empty;
    RoomId room;
    int member = 0;
    int minutes = 0;
    static constexpr Spec spec{"group.mute", Access::SignedIn, Route::Write, Family::Safety, "A member may read but not write for a time."};
    static constexpr auto fields(auto each)
    {
        return each(field("room", &Mute::room, "The group."), field("member", &Mute::member, "Whom.", Rule::range(1, 1000)),
                          field("minutes", &Mute::minutes, "For how long from now; 0: may write again.", Rule::range(0, std::chrono::duration_cast<std::chrono::minutes>(limits::muteLongest).count())));
    }
};

struct Rename {
    using Reply = Empty;
    RoomId room;
    QString name;
    static constexpr Spec spec{"group.rename", Access::SignedIn, Route::Write, Family::Safety, "Gives the group another name."};
    static constexpr auto fields(auto each) { return each(field("room", &Rename::room, "The group."), field("name", &Rename::name, "What to call it.", Rule::line(1, limits::roomNameCodePoints))); }
};

struct SlowDown {
    using Reply = Empty;
    RoomId room;
    int seconds = 0;
    static constexpr Spec spec{"group.slow", Access::SignedIn, Route::Write, Family::Safety, "Slow mode: members wait so long between two of their messages; owner and moderators do not."};
    static constexpr auto fields(auto each) { return each(field("room", &SlowDown::room, "The group."), field("seconds", &SlowDown::seconds, "How long; 0: off.", Rule::range(0, limits::slowSeconds))); }
};

struct Appoint {
    using Reply = Empty;
    RoomId room;
    int member = 0;
    MemberRole role = MemberRole::Member;
    static constexpr Spec spec{"group.appoint", Access::SignedIn, Route::Write, Family::Safety, "Gives a member another role. Making somebody the owner hands the group over: oneself is a moderator then."};
    static constexpr auto fields(auto each)
    {
        return each(field("room", &Appoint::room, "The group."), field("member", &Appoint::member, "Whom.", Rule::range(1, 1000)), field("role", &Appoint::role, "What they are from now on."));
    }
};

} // namespace jjak::protocol::cmd
