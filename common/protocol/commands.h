// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <tuple>

#include "common/protocol/cluster_commands.h"
#include "common/protocol/date_commands.h"
#include "common/protocol/file_commands.h"
#include "common/protocol/group_commands.h"
#include "common/protocol/lounge_commands.h"
#include "common/protocol/message_commands.h"
#include "common/protocol/picture_commands.h"
#include "common/protocol/room_commands.h"
#include "common/protocol/spec.h"
#include "common/protocol/table_commands.h"
#include "common/protocol/values.h"

//! What clients may ask. Every struct names its answer in Reply.
namespace jjak::protocol::cmd {

struct HelloReply {
    int protocol = limits::protocolVersion;
    QString server;
    Time time;
    int cellKm = limits::cellKm;
    int minimumAge = limits::minimumAge;
    int heartbeat = int(limits::heartbeat.count());
    QList<QString> features;
    static constexpr std::string_view title = "HelloReply";
    static constexpr auto fields(auto each)
    {
        return each(field("protocol", &HelloReply::protocol, "The version both will speak."), field("server", &HelloReply::server, "Program and version.", Rule::line(0, 64)),
                          field("time", &HelloReply::time, "The server's clock, for countdowns."), field("cellKm", &HelloReply::cellKm, "Size of the grid's cells in km.", Rule::range(1, 10)),
                          field("minimumAge", &HelloReply::minimumAge, "Youngest age for an account.", Rule::range(0, 150)),
                          field("heartbeat", &HelloReply::heartbeat, "Send a WebSocket ping at least this often, in ms.", Rule::range(1000, 600'000)),
                          field("features", &HelloReply::features, "Names of what this server can.", Rule::upTo(64)));
    }
};

struct Hello {
    using Reply = HelloReply;
    int protocol = limits::protocolVersion;
    QString client;
    QList<QString> features;
    static constexpr Spec spec{"hello", Access::Public, Route::Session, Family::Session, "First of all: who speaks, and what they can."};
    static constexpr auto fields(auto each)
    {
        return each(field("protocol", &Hello::protocol, "The highest version the client speaks.", Rule::range(0, 1000)), field("client", &Hello::client, "Program and version.", Rule::line(1, 64)),
                          field("features", &Hello::features, "Names of what the client can.", Rule::upTo(64)));
    }
};

struct SignedIn {
    AccountId account;
    DeviceId device;
    QString name;
    std::optional<QString> token;
    bool demo = false;
    Role role = Role::User;
    static constexpr std::string_view title = "SignedIn";
    static constexpr auto fields(auto each)
    {
        return each(field("account", &SignedIn::account, "The account, known to nobody else."), field("device", &SignedIn::device, "This device."),
                          field("name", &SignedIn::name, "The account's name.", Rule::line(0, 64)), field("token", &SignedIn::token, "A new device token: replace the old one by it.", Rule::line(43, 43)),
                          field("demo", &SignedIn::demo, "A demo account."), field("role", &SignedIn::role, "What the account may do."));
    }
};

struct SignUp {
    using Reply = SignedIn;
    ClientId attempt;
    QString name;
    QString password;
    Day birth;
    QString device;
    std::optional<QString> demoKey;
    static constexpr Spec spec{"account.sign_up", Access::Public, Route::Password, Family::Auth, "Makes an account and signs this device in."};
    static constexpr auto fields(auto each)
    {
        return each(field("attempt", &SignUp::attempt, "The same for every repetition of this attempt."), field("name", &SignUp::name, "Name to sign in with, also shown in rooms.", Rule::line(limits::nameMin, limits::nameMax)),
                          field("password", &SignUp::password, "At least 8 characters.", Rule::line(1, limits::passwordMax)), field("birth", &SignUp::birth, "Date of birth; only the fact of being old enough is kept."),
                          field("device", &SignUp::device, "What to call this device.", Rule::line(1, 64)), field("demoKey", &SignUp::demoKey, "The operator's key that marks a demo person.", Rule::line(1, 64)));
    }
};

struct SignIn {
    using Reply = SignedIn;
    ClientId attempt;
    QString name;
    QString password;
    QString device;
    static constexpr Spec spec{"account.sign_in", Access::Public, Route::Password, Family::Auth, "Signs this device in."};
    static constexpr auto fields(auto each)
    {
        return each(field("attempt", &SignIn::attempt, "The same for every repetition of this attempt."), field("name", &SignIn::name, "The account's name.", Rule::line(1, 64)),
                          field("password", &SignIn::password, "Its password.", Rule::line(1, limits::passwordMax)), field("device", &SignIn::device, "What to call this device.", Rule::line(1, 64)));
    }
};

struct Resume {
    using Reply = SignedIn;
    QString token;
    static constexpr Spec spec{"session.resume", Access::Public, Route::Write, Family::Auth, "Signs in with a device token; may answer with its successor."};
    static constexpr auto fields(auto each) { return each(field("token", &Resume::token, "The device token.", Rule::line(43, 43))); }
};

struct SignOut {
    using Reply = Empty;
    static constexpr Spec spec{"session.sign_out", Access::SignedIn, Route::Write, Family::Auth, "Ends this device's session; its token is void."};
    static constexpr auto fields(auto each) { return each(); }
};

struct DeviceList {
    QList<DeviceInfo> devices;
    static constexpr std::string_view title = "DeviceList";
    static constexpr auto fields(auto each) { return each(field("devices", &DeviceList::devices, "All of them, the latest used first.")); }
};

struct ListDevices {
    using Reply = DeviceList;
    static constexpr Spec spec{"device.list", Access::SignedIn, Route::Read, Family::Read, "The devices that are signed in."};
    static constexpr auto fields(auto each) { return each(); }
};

struct RevokeDevice {
    using Reply = Empty;
    DeviceId device;
    static constexpr Spec spec{"device.revoke", Access::SignedIn, Route::Write, Family::Safety, "Signs another device out and closes its connection."};
    static constexpr auto fields(auto each) { return each(field("device", &RevokeDevice::device, "Which one.")); }
};

struct Snapshot {
    Time time;
    Nearby nearby;
    BlindDate blindDate;
    QList<EventInfo> events;
    QList<Room> rooms;
    bool more = false;
    QList<Invitation> invitations;
    Settings settings;
    QList<HiddenMember> hidden;
    static constexpr std::string_view title = "Snapshot";
    static constexpr auto fields(auto each)
    {
        return each(field("time", &Snapshot::time, "The server's clock."), field("nearby", &Snapshot::nearby, "Ticket and proposal, in full."),
                          field("blindDate", &Snapshot::blindDate, "Lobby, date and pairs, in full."), field("events", &Snapshot::events, "Events that have not ended, the next first.", Rule::upTo(limits::eventsPage)),
                          field("rooms", &Snapshot::rooms, "The first page of rooms, the latest active first; `members` has the read positions."),
                          field("more", &Snapshot::more, "There are more rooms: go on with `room.list`."),
                          field("invitations", &Snapshot::invitations, "To groups, that wait for an answer, the latest first.", Rule::upTo(limits::openInvitations)), field("settings", &Snapshot::settings, "What others may see."),
                          field("hidden", &Snapshot::hidden, "In groups: whom one has blocked there.", Rule::upTo(limits::hiddenMembers)));
    }
};

struct Sync {
    using Reply = Snapshot;
    static constexpr Spec spec{"sync.snapshot", Access::SignedIn, Route::Read, Family::Read, "Everything that lives, after each sign-in or resume."};
    static constexpr auto fields(auto each) { return each(); }
};

struct Seek {
    using Reply = Nearby;
    Cell cell;
    Reach reach = Reach::Km10;
    static constexpr Spec spec{"nearby.seek", Access::SignedIn, Route::Write, Family::Nearby, "Waits for somebody within reach; again with other values to change the search."};
    static constexpr auto fields(auto each) { return each(field("cell", &Seek::cell, "The place, snapped by the client."), field("reach", &Seek::reach, "How far to look.")); }
};

struct CancelSeek {
    using Reply = Nearby;
    static constexpr Spec spec{"nearby.cancel", Access::SignedIn, Route::Write, Family::Nearby, "Stops waiting; an open proposal ends."};
    static constexpr auto fields(auto each) { return each(); }
};

struct Accept {
    using Reply = Nearby;
    ProposalId proposal;
    static constexpr Spec spec{"proposal.accept", Access::SignedIn, Route::Write, Family::Nearby, "Says yes; when both have, a direct room opens."};
    static constexpr auto fields(auto each) { return each(field("proposal", &Accept::proposal, "Which proposal.")); }
};

struct Decline {
    using Reply = Nearby;
    ProposalId proposal;
    static constexpr Spec spec{"proposal.decline", Access::SignedIn, Route::Write, Family::Nearby, "Says no; the pair is kept apart and the search ends."};
    static constexpr auto fields(auto each) { return each(field("proposal", &Decline::proposal, "Which proposal.")); }
};

struct Blocked {
    BlockId block;
    static constexpr std::string_view title = "Blocked";
    static constexpr auto fields(auto each) { return each(field("block", &Blocked::block, "The block, to be undone by.")); }
};

struct Block {
    using Reply = Blocked;
    std::optional<RoomId> room;
    std::optional<ProposalId> proposal;
    std::optional<int> member;
    std::optional<PostId> post = std::nullopt;
    std::optional<CommentId> comment = std::nullopt;
    static constexpr Spec spec{"safety.block", Access::SignedIn, Route::Write, Family::Safety, "Blocks a person of a room or proposal: leaves the direct room, ends the proposal; in a date the seat is hidden from now on."};
    static constexpr auto fields(auto each)
    {
        return each(field("room", &Block::room, "The room with them; one of this, `proposal`, `post` and `comment`."), field("proposal", &Block::proposal, "The proposal with them."),
                          field("member", &Block::member, "Whom of the room; needed where there are more than two.", Rule::range(1, 1000)),
                          field("post", &Block::post, "In the lounge: the author of this post."), field("comment", &Block::comment, "In the lounge: the author of this comment."));
    }
};

struct BlockList {
    QList<BlockInfo> blocks;
    static constexpr std::string_view title = "BlockList";
    static constexpr auto fields(auto each) { return each(field("blocks", &BlockList::blocks, "The latest first.")); }
};

struct ListBlocks {
    using Reply = BlockList;
    static constexpr Spec spec{"safety.blocks", Access::SignedIn, Route::Read, Family::Read, "Whom this account has blocked."};
    static constexpr auto fields(auto each) { return each(); }
};

struct Unblock {
    using Reply = Empty;
    BlockId block;
    static constexpr Spec spec{"safety.unblock", Access::SignedIn, Route::Write, Family::Safety, "Undoes a block."};
    static constexpr auto fields(auto each) { return each(field("block", &Unblock::block, "Which block.")); }
};

struct Reported {
    ReportId report;
    static constexpr std::string_view title = "Reported";
    static constexpr auto fields(auto each) { return each(field("report", &Reported::report, "The report.")); }
};

struct Report {
    using Reply = Reported;
    ClientId cid;
    std::optional<RoomId> room;
    std::optional<ProposalId> proposal;
    ReportReason reason = ReportReason::Other;
    QString note;
    bool block = true;
    std::optional<int> member;
    std::optional<PostId> post = std::nullopt;
    std::optional<CommentId> comment = std::nullopt;
    static constexpr Spec spec{"safety.report", Access::SignedIn, Route::Write, Family::Safety, "Reports the other person; the last ten messages are kept as they were. Also for rooms left up to 30 days ago."};
    static constexpr auto fields(auto each)
    {
        return each(field("cid", &Report::cid, "The same for every repetition of this report."), field("room", &Report::room, "The room; one of this, `proposal`, `post` and `comment`."),
                          field("proposal", &Report::proposal, "The proposal."), field("reason", &Report::reason, "Why."),
                          field("note", &Report::note, "In one's own words.", Rule::text(0, 1000)), field("block", &Report::block, "Also block the person."),
                          field("member", &Report::member, "Whom of the room; needed where there are more than two.", Rule::range(1, 1000)),
                          field("post", &Report::post, "In the lounge: this post, which is kept as it is."), field("comment", &Report::comment, "In the lounge: this comment, the same."));
    }
};

} // namespace jjak::protocol::cmd

namespace jjak::protocol {

template <class... C>
struct CommandTypes {
    static constexpr size_t count = sizeof...(C);
};

//! Every command there is: the registry. A new one is added here and then has to be handled, or nothing compiles.
using Registry = CommandTypes<cmd::Hello, cmd::SignUp, cmd::SignIn, cmd::Resume, cmd::SignOut, cmd::ListDevices, cmd::RevokeDevice, cmd::Sync, cmd::ListRooms, cmd::Seek, cmd::CancelSeek, cmd::Accept,
                              cmd::Decline, cmd::History, cmd::Changes, cmd::Send, cmd::Edit, cmd::Erase, cmd::React, cmd::Read, cmd::Got, cmd::ReadAll, cmd::Silence, cmd::SetExpiry, cmd::Search,
                              cmd::SetAway, cmd::ChangeSettings, cmd::Typing, cmd::Leave, cmd::CreateGroup, cmd::Invite, cmd::AnswerInvitation, cmd::Remove, cmd::Unban, cmd::Mute, cmd::Rename,
                              cmd::SlowDown, cmd::Appoint, cmd::Offer, cmd::Finish, cmd::Withdraw, cmd::Fetch, cmd::OfferPicture, cmd::FinishPicture, cmd::FetchPicture, cmd::Block, cmd::ListBlocks,
                              cmd::Unblock, cmd::Report, cmd::OpenEvent, cmd::CloseEvent, cmd::ListEvents, cmd::ScriptTexts, cmd::EnterDate, cmd::LeaveDate, cmd::Pick, cmd::Shoot, cmd::OpenPair,
                              cmd::SetRole, cmd::LookAtProfile, cmd::Introduce, cmd::LookUpAuthor, cmd::ListPosts, cmd::FindPosts, cmd::CountNews, cmd::OpenPost, cmd::ViewPost, cmd::ListComments,
                              cmd::WritePost, cmd::EditPost, cmd::ErasePost, cmd::LikePost, cmd::WriteComment, cmd::EditComment, cmd::EraseComment, cmd::LikeComment, cmd::LookAtBoard,
                              cmd::OfferTable, cmd::JoinTable, cmd::LeaveTable, cmd::AdmitToTable, cmd::RenameTable, cmd::RemoveFromTable, cmd::CloseTable, cmd::KeepTable, cmd::ThankHost,
                              cmd::LookAtTable, cmd::ListTables, cmd::LookAtCluster, cmd::ListLetters, cmd::ShowLetter, cmd::ReplayLetter, cmd::DropLetter>;

inline constexpr size_t commandCount = Registry::count;

template <class C>
concept IsCommand = std::is_same_v<decltype(C::spec), const Spec>;

//! Any one command: which it is and its fields, shared between copies and never changed. No std::variant: that one's copies, moves and
//! visits were compiled for all commands wherever one of them was used, and took more than half of the time of building.
class Command {
public:
    template <IsCommand C>
    Command(C command) : m_spec(&C::spec), m_held(std::make_shared<const C>(std::move(command)))
    {
    }
    const Spec &spec() const { return *m_spec; }
    template <IsCommand C>
    bool is() const
    {
        return m_spec == &C::spec;
    }
    //! Null when it is another one.
    template <IsCommand C>
    const C *as() const
    {
        return is<C>() ? static_cast<const C *>(m_held.get()) : nullptr;
    }
    //! Only for one that is().
    template <IsCommand C>
    const C &get() const
    {
        Q_ASSERT(is<C>());
        return *static_cast<const C *>(m_held.get());
    }

private:
    const Spec *m_spec;
    std::shared_ptr<const void> m_held;
};

//! Calls f.template operator()<C>() for every command type, in the registry's order.
template <class F>
void forEachCommand(F &&f)
{
    [&]<class... C>(CommandTypes<C...>) { (f.template operator()<C>(), ...); }(Registry());
}

//! Calls f with the command as what it is, and returns what that returns: the same type for every command.
template <class F>
decltype(auto) visit(F &&f, const Command &command)
{
    return [&]<class... C>(CommandTypes<C...>) -> decltype(auto) {
        using Out = std::invoke_result_t<F &, const cmd::Hello &>;
        using Call = Out (*)(F &, const Command &);
        static constexpr std::array specs{&C::spec...};
        static constexpr std::array<Call, sizeof...(C)> calls{[](F &call, const Command &held) -> Out { return call(held.get<C>()); }...};
        return calls[size_t(std::ranges::find(specs, &command.spec()) - specs.begin())](f, command);
    }(Registry());
}

//! Decodes the arguments of the command of that name: unknown_command, or bad_field with a path below "args".
Result<Command> decodeCommand(QStringView name, const QJsonObject &args);

} // namespace jjak::protocol
