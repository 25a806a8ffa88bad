// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <array>
#include <optional>
#include <string_view>

#include "common/base/ids.h"
#include "common/base/time.h"
#include "common/protocol/codec.h"
#include "common/protocol/describe.h"
#include "common/rules/limits.h"
#include "common/rules/reach.h"
#include "common/rules/roles.h"

//! The values that commands, replies and events are made of.
namespace jjak::protocol {

enum class Crowd { Few, Ten, Fifty };
enum class Answer { Open, Accepted };
enum class Outcome { Accepted, Refused, TimedOut, Gone };
enum class RoomKind { Direct, Date, Table, Group };
enum class MessageKind { Text, Image, File, Host, Notice };
enum class ReportReason { Harassment, Spam, Underage, Threat, Sexual, Other };
enum class SessionEnd { SignedOut, Revoked, Replaced };
//! What an account may do beside what everybody may.
enum class Role { User, Moderator, Operator };
using jjak::MemberRole; // what it may do: common/rules/roles.h
//! How long a room's messages are kept.
enum class Expiry { Off, Hour, Day, Week, Month };
//! What others see of a person over all their devices. Nothing finer is ever told.
enum class Presence { Online, Away, Recently };

JJAK_ENUM(Reach, "same_area", "2km", "5km", "10km", "20km", "50km", "100km", "anywhere");
JJAK_ENUM(Crowd, "few", "10+", "50+");
JJAK_ENUM(Answer, "open", "accepted");
JJAK_ENUM(Outcome, "accepted", "refused", "timed_out", "gone");
JJAK_ENUM(RoomKind, "direct", "date", "table", "group");
JJAK_ENUM(MessageKind, "text", "image", "file", "host", "notice");
JJAK_ENUM(ReportReason, "harassment", "spam", "underage", "threat", "sexual", "other");
JJAK_ENUM(SessionEnd, "signed_out", "revoked", "replaced");
JJAK_ENUM(Role, "user", "moderator", "operator");
JJAK_ENUM(MemberRole, "owner", "moderator", "member", "read_only");
JJAK_ENUM(Expiry, "off", "1h", "1d", "7d", "30d");
JJAK_ENUM(Presence, "online", "away", "recently");

//! A person waiting in Nearby, as they see it themselves.
struct Ticket {
    Cell cell;
    Reach reach = Reach::Km10;
    Time since;
    static constexpr std::string_view title = "Ticket";
    static constexpr auto fields(auto each)
    {
        return each(field("cell", &Ticket::cell, "The place, as a cell."), field("reach", &Ticket::reach, "How far the person looks."),
                          field("since", &Ticket::since, "Waiting since."));
    }
    bool operator==(const Ticket &) const = default;
};

//! Two tickets put together, as one of the two sees it.
struct Proposal {
    ProposalId proposal;
    Time deadline;
    Answer mine = Answer::Open;
    bool demo = false;
    static constexpr std::string_view title = "Proposal";
    static constexpr auto fields(auto each)
    {
        return each(field("proposal", &Proposal::proposal, "Its id."), field("deadline", &Proposal::deadline, "When it ends by itself, in server time."),
                          field("mine", &Proposal::mine, "One's own answer so far."), field("demo", &Proposal::demo, "The other side is a demo person."));
    }
    bool operator==(const Proposal &) const = default;
};

//! How a proposal ended, told to both at once.
struct Ended {
    ProposalId proposal;
    Outcome outcome = Outcome::Gone;
    bool mine = false;
    std::optional<RoomId> room;
    static constexpr std::string_view title = "Ended";
    static constexpr auto fields(auto each)
    {
        return each(field("proposal", &Ended::proposal, "Which proposal."), field("outcome", &Ended::outcome, "How it ended."),
                          field("mine", &Ended::mine, "It ended so because of oneself: one's own refusal, silence or leaving."),
                          field("room", &Ended::room, "After both accepted: the room."));
    }
    bool operator==(const Ended &) const = default;
};

//! Everything Nearby knows about one account. A higher version replaces a lower one.
struct Nearby {
    qint64 version = 0;
    std::optional<Ticket> ticket;
    std::optional<Proposal> proposal;
    std::optional<Ended> ended;
    std::optional<Crowd> crowd;
    static constexpr std::string_view title = "Nearby";
    static constexpr auto fields(auto each)
    {
        return each(field("version", &Nearby::version, "Grows with every change."), field("ticket", &Nearby::ticket, "Present while waiting or in a proposal."),
                          field("proposal", &Nearby::proposal, "Present while a proposal is open."), field("ended", &Nearby::ended, "The proposal that ended last, until the next one."),
                          field("crowd", &Nearby::crowd, "How many wait within the reach, roughly; only while waiting."));
    }
    bool operator==(const Nearby &) const = default;
};

//! One emoji under a message, and who put it there.
struct Reaction {
    QString emoji;
    QList<int> members;
    static constexpr std::string_view title = "Reaction";
    static constexpr auto fields(auto each)
    {
        return each(field("emoji", &Reaction::emoji, "The emoji.", Rule::line(1, limits::emojiCodePoints)), field("members", &Reaction::members, "Numbers of members, the first one first.", Rule::range(1, 1000)));
    }
    bool operator==(const Reaction &) const = default;
};

//! What an image or file message carries beside its text, which is the caption. The bytes are fetched with `file.fetch`.
struct Attachment {
    QString name;
    qint64 bytes = 0;
    QString type;
    int width = 0;
    int height = 0;
    qint64 thumbnail = 0;
    static constexpr std::string_view title = "Attachment";
    static constexpr auto fields(auto each)
    {
        return each(field("name", &Attachment::name, "The file's name, made harmless by the server.", Rule::line(1, limits::fileNameCodePoints)), field("bytes", &Attachment::bytes, "Its size.", Rule::range(0, limits::fileBytes)),
                          field("type", &Attachment::type, "`image/jpeg` or `image/png` for an image; of a file `application/octet-stream`: nobody has looked into it.", Rule::line(1, 64)),
                          field("width", &Attachment::width, "Of an image, in pixels; else 0.", Rule::range(0, limits::imageSide)), field("height", &Attachment::height, "The same.", Rule::range(0, limits::imageSide)),
                          field("thumbnail", &Attachment::thumbnail, "Size of its thumbnail in bytes; 0: there is none.", Rule::range(0, limits::fileBytes)));
    }
    bool operator==(const Attachment &) const = default;
};

//! One message of a room. The author is the number of a member in that room, 0 for the host; it names nobody elsewhere.
struct Message {
    qint64 seq = 0;
    int author = 0;
    MessageKind kind = MessageKind::Text;
    QString text;
    Time at;
    std::optional<ClientId> cid;
    std::optional<qint64> reply = std::nullopt;
    std::optional<Time> edited = std::nullopt;
    std::optional<Time> deleted = std::nullopt;
    std::optional<QList<Reaction>> reactions = std::nullopt;
    std::optional<qint64> change = std::nullopt;
    std::optional<Attachment> file = std::nullopt;
    std::optional<QList<int>> mentions = std::nullopt;
    std::optional<Time> expires = std::nullopt;
    static constexpr std::string_view title = "Message";
    static constexpr auto fields(auto each)
    {
        return each(field("seq", &Message::seq, "1, 2, 3 … in its room, without gaps.", Rule::range(1, qint64(1) << 53)),
                          field("author", &Message::author, "Number of the member; 0: the host.", Rule::range(0, 1000)), field("kind", &Message::kind, "What it is."),
                          field("text", &Message::text, "The text; of an image or file its caption; of a notice its code and arguments (see Notices); of a host's line its key in the script and its arguments, with a space before each.", Rule::text(0, limits::messageCodePoints)),
                          field("at", &Message::at, "When it was stored."), field("cid", &Message::cid, "The id its author's device gave it."),
                          field("reply", &Message::reply, "Seq of the message it answers.", Rule::range(1, qint64(1) << 53)), field("edited", &Message::edited, "When its words were changed last."),
                          field("deleted", &Message::deleted, "When it was deleted; then `text` is empty."), field("reactions", &Message::reactions, "The oldest first; absent when there are none.", Rule::range(1, limits::reactionsPerMessage)),
                          field("change", &Message::change, "Number of the room's change that made it what it is; absent as long as it was never changed.", Rule::range(1, qint64(1) << 53)),
                          field("file", &Message::file, "What an image or file message carries; absent once it is deleted or its file has expired."),
                          field("mentions", &Message::mentions, "Numbers of members who are mentioned.", Rule::range(1, limits::mentionsPerMessage)),
                          field("expires", &Message::expires, "From then on it is gone, everywhere; absent: it stays."));
    }
    bool operator==(const Message &) const = default;
};

//! One person in a room.
struct Member {
    int number = 0;
    QString name;
    bool demo = false;
    bool left = false;
    qint64 read = 0;
    qint64 got = 0;
    MemberRole role = MemberRole::Member;
    std::optional<Time> muted = std::nullopt;
    bool banned = false;
    std::optional<Presence> presence = std::nullopt;
    static constexpr std::string_view title = "Member";
    static constexpr auto fields(auto each)
    {
        return each(field("number", &Member::number, "The member's number in this room.", Rule::range(1, 1000)), field("name", &Member::name, "The name borne here; in a date the alias.", Rule::line(0, 64)),
                          field("demo", &Member::demo, "A demo person, not a human."), field("left", &Member::left, "Has left the room."),
                          field("read", &Member::read, "Has read up to this seq; 0 when it is not shown."), field("got", &Member::got, "Has received up to this seq on some device; 0 when it is not shown."),
                          field("role", &Member::role, "What the member may do in a group."), field("muted", &Member::muted, "May not write before this moment."),
                          field("banned", &Member::banned, "Was banned and cannot be invited again; then also `left`."),
                          field("presence", &Member::presence, "Whether they are there; absent: not shown, or not lately."));
    }
    bool operator==(const Member &) const = default;
};

//! A room as one of its members sees it. Unread is head minus one's own read position.
struct Room {
    RoomId room;
    qint64 version = 0;
    RoomKind kind = RoomKind::Direct;
    Time opened;
    qint64 head = 0;
    int me = 0;
    QList<Member> members;
    std::optional<Reach> distance;
    std::optional<Message> newest;
    std::optional<Time> expires;
    qint64 changes = 0;
    std::optional<QString> name = std::nullopt;
    Expiry expiry = Expiry::Off;
    qint64 floor = 0;
    int slow = 0;
    bool silent = false;
    Time active = {};
    static constexpr std::string_view title = "Room";
    static constexpr auto fields(auto each)
    {
        return each(field("room", &Room::room, "Its id."), field("version", &Room::version, "Grows with every change of the room or its members; not with messages, read positions and presence."), field("kind", &Room::kind, "What sort of room."),
                          field("opened", &Room::opened, "When it was opened."), field("head", &Room::head, "Seq of its newest message, 0 when empty."),
                          field("me", &Room::me, "One's own member number.", Rule::range(1, 1000)), field("members", &Room::members, "Everybody in it.", Rule::range(1, 1000)),
                          field("distance", &Room::distance, "The distance step between the two, frozen when the room was opened."),
                          field("newest", &Room::newest, "The newest message, for the list."),
                          field("expires", &Room::expires, "From then on the room and all its messages are gone, here and in every client."),
                          field("changes", &Room::changes, "How many changes of its messages there were; who knows fewer pulls with `room.changes`."),
                          field("name", &Room::name, "A group's name.", Rule::line(1, limits::roomNameCodePoints)),
                          field("expiry", &Room::expiry, "How long new messages are kept."),
                          field("floor", &Room::floor, "All messages up to this seq are gone, and read positions are not below it."),
                          field("slow", &Room::slow, "Slow mode of a group: seconds between two messages of a member; 0: off.", Rule::range(0, limits::slowSeconds)),
                          field("silent", &Room::silent, "Oneself wants no notifications from here."),
                          field("active", &Room::active, "When its newest message came, also one that is gone, or else when it was opened."));
    }
    bool operator==(const Room &) const = default;
};

//! An invitation to a group that waits for an answer.
struct Invitation {
    InvitationId invitation;
    QString name;
    RoomId from;
    int members = 0;
    Time at;
    static constexpr std::string_view title = "Invitation";
    static constexpr auto fields(auto each)
    {
        return each(field("invitation", &Invitation::invitation, "Its id."), field("name", &Invitation::name, "The group's name.", Rule::line(1, limits::roomNameCodePoints)),
                          field("from", &Invitation::from, "The direct room with whoever invites."), field("members", &Invitation::members, "How many are in the group.", Rule::range(0, 1000)),
                          field("at", &Invitation::at, "Since when."));
    }
    bool operator==(const Invitation &) const = default;
};

//! A member of a group whom this account has blocked there: its clients do not show what that member writes.
struct HiddenMember {
    RoomId room;
    int member = 0;
    static constexpr std::string_view title = "HiddenMember";
    static constexpr auto fields(auto each) { return each(field("room", &HiddenMember::room, "The group."), field("member", &HiddenMember::member, "Who.", Rule::range(1, 1000))); }
    bool operator==(const HiddenMember &) const = default;
};

//! What others may see of an account. Each is mutual: who does not show it does not see it of others either.
struct Settings {
    bool presence = true;
    bool read = true;
    bool typing = true;
    static constexpr std::string_view title = "Settings";
    static constexpr auto fields(auto each)
    {
        return each(field("presence", &Settings::presence, "Whether one is there."), field("read", &Settings::read, "How far one has read and received."),
                          field("typing", &Settings::typing, "That one is writing."));
    }
    bool operator==(const Settings &) const = default;
};

//! A signed-in client of the account.
struct DeviceInfo {
    DeviceId device;
    QString label;
    Time since;
    Time used;
    bool current = false;
    static constexpr std::string_view title = "Device";
    static constexpr auto fields(auto each)
    {
        return each(field("device", &DeviceInfo::device, "Its id."), field("label", &DeviceInfo::label, "What its owner called it.", Rule::line(0, 64)),
                          field("since", &DeviceInfo::since, "Signed in since."), field("used", &DeviceInfo::used, "Last seen."), field("current", &DeviceInfo::current, "The asking device itself."));
    }
    bool operator==(const DeviceInfo &) const = default;
};

//! Somebody this account has blocked, under the name they were met by.
struct BlockInfo {
    BlockId block;
    QString name;
    Time since;
    static constexpr std::string_view title = "Block";
    static constexpr auto fields(auto each)
    {
        return each(field("block", &BlockInfo::block, "Its id."), field("name", &BlockInfo::name, "The name the person bore; empty when they were only proposed.", Rule::line(0, 64)),
                          field("since", &BlockInfo::since, "Blocked since."));
    }
    bool operator==(const BlockInfo &) const = default;
};

} // namespace jjak::protocol
