// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/spec.h"
#include "common/protocol/values.h"

//! What clients may do in rooms, and with what they show of themselves there.
namespace jjak::protocol::cmd {

struct RoomList {
    QList<Room> rooms;
    bool more = false;
    static constexpr std::string_view title = "RoomList";
    static constexpr auto fields(auto each) { return each(field("rooms", &RoomList::rooms, "The next page, the latest active first."), field("more", &RoomList::more, "There are still more.")); }
};

struct ListRooms {
    using Reply = RoomList;
    std::optional<RoomId> after;
    static constexpr Spec spec{"room.list", Access::SignedIn, Route::Read, Family::Read, "A page of the account's rooms, those with the newest message first."};
    static constexpr auto fields(auto each) { return each(field("after", &ListRooms::after, "Go on behind this room; without it from the start.")); }
};

struct Page {
    QList<Message> messages;
    qint64 head = 0;
    static constexpr std::string_view title = "Page";
    static constexpr auto fields(auto each) { return each(field("messages", &Page::messages, "In order of seq."), field("head", &Page::head, "Seq of the room's newest message.")); }
};

struct History {
    using Reply = Page;
    RoomId room;
    std::optional<qint64> before;
    std::optional<qint64> after;
    int limit = limits::historyPage;
    static constexpr Spec spec{"room.history", Access::SignedIn, Route::Read, Family::Read, "A page of messages: the last ones below `before`, or the first ones above `after`."};
    static constexpr auto fields(auto each)
    {
        return each(field("room", &History::room, "Which room."), field("before", &History::before, "Only messages with a smaller seq.", Rule::range(1, qint64(1) << 53)),
                          field("after", &History::after, "Only messages with a larger seq; wins over `before`.", Rule::range(0, qint64(1) << 53)),
                          field("limit", &History::limit, "At most so many.", Rule::range(1, limits::historyPage)));
    }
};

struct Sent {
    qint64 seq = 0;
    Time at;
    static constexpr std::string_view title = "Sent";
    static constexpr auto fields(auto each) { return each(field("seq", &Sent::seq, "The message's number."), field("at", &Sent::at, "When it was stored.")); }
};

struct Send {
    using Reply = Sent;
    RoomId room;
    ClientId cid;
    QString text;
    std::optional<qint64> reply = std::nullopt;
    std::optional<QList<int>> mentions = std::nullopt;
    static constexpr Spec spec{"room.send", Access::SignedIn, Route::Write, Family::Send, "Stores a message; the answer means: on disk."};
    static constexpr auto fields(auto each)
    {
        return each(field("room", &Send::room, "Which room."), field("cid", &Send::cid, "The same for every repetition of this message."),
                          field("text", &Send::text, "What to say.", Rule::text(1, limits::messageCodePoints)),
                          field("reply", &Send::reply, "Seq of the message it answers.", Rule::range(1, qint64(1) << 53)),
                          field("mentions", &Send::mentions, "In a group: members whom it mentions.", Rule::range(1, limits::mentionsPerMessage)));
    }
};

struct Read {
    using Reply = Empty;
    RoomId room;
    qint64 seq = 0;
    static constexpr Spec spec{"room.read", Access::SignedIn, Route::Write, Family::Read, "Has read up to here; never moves back."};
    static constexpr auto fields(auto each) { return each(field("room", &Read::room, "Which room."), field("seq", &Read::seq, "Up to this message.", Rule::range(0, qint64(1) << 53))); }
};

struct Got {
    using Reply = Empty;
    RoomId room;
    qint64 seq = 0;
    static constexpr Spec spec{"room.got", Access::SignedIn, Route::Write, Family::Read, "Has received up to here, and stored it; never moves back. Of no effect in a date."};
    static constexpr auto fields(auto each) { return each(field("room", &Got::room, "Which room."), field("seq", &Got::seq, "Up to this message.", Rule::range(0, qint64(1) << 53))); }
};

struct ReadAll {
    using Reply = Empty;
    static constexpr Spec spec{"room.read_all", Access::SignedIn, Route::Write, Family::Read, "Has read everything in all rooms."};
    static constexpr auto fields(auto each) { return each(); }
};

struct Silence {
    using Reply = Empty;
    RoomId room;
    bool silent = true;
    static constexpr Spec spec{"room.silence", Access::SignedIn, Route::Write, Family::Read, "Wants no notifications from a room, on none of one's devices."};
    static constexpr auto fields(auto each) { return each(field("room", &Silence::room, "Which room."), field("silent", &Silence::silent, "false: wants them again.")); }
};

struct SetExpiry {
    using Reply = Empty;
    RoomId room;
    Expiry expiry = Expiry::Off;
    static constexpr Spec spec{"room.expiry", Access::SignedIn, Route::Write, Family::Safety, "How long messages from now on are kept: either of the two in a direct room, owner and moderators in a group; not in a date."};
    static constexpr auto fields(auto each) { return each(field("room", &SetExpiry::room, "Which room."), field("expiry", &SetExpiry::expiry, "How long.")); }
};

struct Hit {
    RoomId room;
    Message message;
    static constexpr std::string_view title = "Hit";
    static constexpr auto fields(auto each) { return each(field("room", &Hit::room, "Where."), field("message", &Hit::message, "The message.")); }
    bool operator==(const Hit &) const = default;
};

struct Found {
    QList<Hit> hits;
    std::optional<QString> next;
    static constexpr std::string_view title = "Found";
    static constexpr auto fields(auto each)
    {
        return each(field("hits", &Found::hits, "The latest first.", Rule::upTo(limits::searchPage)), field("next", &Found::next, "Where the next page goes on; absent: that was all.", Rule::line(1, 64)));
    }
};

struct Search {
    using Reply = Found;
    QString text;
    std::optional<RoomId> room;
    std::optional<QString> after;
    static constexpr Spec spec{"room.search", Access::SignedIn, Route::Read, Family::Search, "Messages that contain the text, also inside of words, in one room or in all of them; case does not matter. Captions and file names count."};
    static constexpr auto fields(auto each)
    {
        return each(field("text", &Search::text, "What to look for.", Rule::line(1, limits::searchCodePoints)), field("room", &Search::room, "Only there."),
                          field("after", &Search::after, "The `next` of the page before.", Rule::line(1, 64)));
    }
};

struct SetAway {
    using Reply = Empty;
    bool away = true;
    static constexpr Spec spec{"presence.away", Access::SignedIn, Route::Write, Family::Read, "Nobody has touched this device for five minutes, or somebody does again. One is away when all connected devices are."};
    static constexpr auto fields(auto each) { return each(field("away", &SetAway::away, "Whether.")); }
};

struct ChangeSettings {
    using Reply = Empty;
    Settings settings;
    static constexpr Spec spec{"account.settings", Access::SignedIn, Route::Write, Family::Safety, "What others may see of this account; all devices are told."};
    static constexpr auto fields(auto each) { return each(field("settings", &ChangeSettings::settings, "All of them.")); }
};

struct Typing {
    using Reply = Empty;
    RoomId room;
    static constexpr Spec spec{"room.typing", Access::SignedIn, Route::Read, Family::Typing, "Is writing at this moment; ends by itself after 5 s."};
    static constexpr auto fields(auto each) { return each(field("room", &Typing::room, "Which room.")); }
};

struct Leave {
    using Reply = Empty;
    RoomId room;
    static constexpr Spec spec{"room.leave", Access::SignedIn, Route::Write, Family::Safety, "Leaves for good; the other side is told, the history stays readable."};
    static constexpr auto fields(auto each) { return each(field("room", &Leave::room, "Which room.")); }
};

} // namespace jjak::protocol::cmd
