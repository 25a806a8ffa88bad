// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/date_values.h"
#include "common/protocol/table_values.h"
#include "common/protocol/values.h"

//! What the server tells by itself.
namespace jjak::protocol::ev {

struct NearbyState {
    Nearby nearby;
    static constexpr std::string_view name = "nearby.state";
    static constexpr std::string_view doc = "Ticket or proposal changed; replaces what has a lower version.";
    static constexpr auto fields(auto each) { return each(field("nearby", &NearbyState::nearby, "All of it.")); }
};

struct RoomState {
    Room room;
    static constexpr std::string_view name = "room.state";
    static constexpr std::string_view doc = "A room was opened or its members changed; replaces what has a lower version.";
    static constexpr auto fields(auto each) { return each(field("room", &RoomState::room, "All of it.")); }
};

struct RoomMessage {
    RoomId room;
    Message message;
    static constexpr std::string_view name = "room.message";
    static constexpr std::string_view doc = "A new message. Who sees a gap before it pulls with `room.history`.";
    static constexpr auto fields(auto each) { return each(field("room", &RoomMessage::room, "Where."), field("message", &RoomMessage::message, "The message.")); }
};

struct RoomChanged {
    RoomId room;
    Message message;
    static constexpr std::string_view name = "room.changed";
    static constexpr std::string_view doc = "A message was edited, deleted or reacted to, or its file is gone. Who misses a change before it pulls with `room.changes`.";
    static constexpr auto fields(auto each) { return each(field("room", &RoomChanged::room, "Where."), field("message", &RoomChanged::message, "The message as it is now.")); }
};

struct RoomRead {
    RoomId room;
    int member = 0;
    qint64 seq = 0;
    static constexpr std::string_view name = "room.read";
    static constexpr std::string_view doc = "A member, or another device of one's own, has read further.";
    static constexpr auto fields(auto each)
    {
        return each(field("room", &RoomRead::room, "Where."), field("member", &RoomRead::member, "Who.", Rule::range(1, 1000)), field("seq", &RoomRead::seq, "Up to this message."));
    }
};

struct RoomGot {
    RoomId room;
    int member = 0;
    qint64 seq = 0;
    static constexpr std::string_view name = "room.got";
    static constexpr std::string_view doc = "A member has received further, on some device.";
    static constexpr auto fields(auto each)
    {
        return each(field("room", &RoomGot::room, "Where."), field("member", &RoomGot::member, "Who.", Rule::range(1, 1000)), field("seq", &RoomGot::seq, "Up to this message."));
    }
};

struct RoomPresence {
    RoomId room;
    int member = 0;
    std::optional<Presence> presence;
    static constexpr std::string_view name = "room.presence";
    static constexpr std::string_view doc = "A member comes, goes or is away.";
    static constexpr auto fields(auto each)
    {
        return each(field("room", &RoomPresence::room, "Where."), field("member", &RoomPresence::member, "Who.", Rule::range(1, 1000)),
                          field("presence", &RoomPresence::presence, "What is shown of them from now on; absent: nothing."));
    }
};

struct InvitationsState {
    QList<Invitation> invitations;
    static constexpr std::string_view name = "group.invitations";
    static constexpr std::string_view doc = "Another invitation waits, or one does no more; replaces what was told before.";
    static constexpr auto fields(auto each) { return each(field("invitations", &InvitationsState::invitations, "All of them, the latest first.", Rule::upTo(limits::openInvitations))); }
};

struct HiddenState {
    QList<HiddenMember> hidden;
    static constexpr std::string_view name = "safety.hidden";
    static constexpr std::string_view doc = "Somebody was blocked in a group or is no more, on whatever device; replaces what was told before.";
    static constexpr auto fields(auto each) { return each(field("hidden", &HiddenState::hidden, "All of them.", Rule::upTo(limits::hiddenMembers))); }
};

struct SettingsState {
    Settings settings;
    static constexpr std::string_view name = "account.settings";
    static constexpr std::string_view doc = "What others may see was changed, on whatever device. Ask for the rooms again: what is shown of others has changed as well.";
    static constexpr auto fields(auto each) { return each(field("settings", &SettingsState::settings, "All of them.")); }
};

struct TableState {
    Table table;
    static constexpr std::string_view name = "table.state";
    static constexpr std::string_view doc = "A table that one has to do with, or had until now, has changed; replaces what has a lower version.";
    static constexpr auto fields(auto each) { return each(field("table", &TableState::table, "All of it.")); }
};

struct FileProgress {
    UploadId upload;
    qint64 offset = 0;
    std::optional<QString> error;
    static constexpr std::string_view name = "file.progress";
    static constexpr std::string_view doc = "The answer to every chunk of an upload.";
    static constexpr auto fields(auto each)
    {
        return each(field("upload", &FileProgress::upload, "Which upload."), field("offset", &FileProgress::offset, "So many bytes are there now.", Rule::range(0, limits::fileBytes)),
                          field("error", &FileProgress::error, "The chunk was not taken: code of the error (`upload.gone`, `upload.offset`, `file.too_large`, `unavailable`).", Rule::line(1, 64)));
    }
};

struct RoomTyping {
    RoomId room;
    int member = 0;
    static constexpr std::string_view name = "room.typing";
    static constexpr std::string_view doc = "A member is writing; forget it after 5 s.";
    static constexpr auto fields(auto each) { return each(field("room", &RoomTyping::room, "Where."), field("member", &RoomTyping::member, "Who.", Rule::range(1, 1000))); }
};

struct DateState {
    BlindDate blindDate;
    static constexpr std::string_view name = "date.state";
    static constexpr std::string_view doc = "Lobby, date or pairs changed; replaces what has a lower version.";
    static constexpr auto fields(auto each) { return each(field("blindDate", &DateState::blindDate, "All of it.")); }
};

struct EventState {
    EventInfo event;
    static constexpr std::string_view name = "event.state";
    static constexpr std::string_view doc = "An event was opened, changed or closed; told to everybody.";
    static constexpr auto fields(auto each) { return each(field("event", &EventState::event, "All of it.")); }
};

struct SessionEnded {
    SessionEnd reason = SessionEnd::Revoked;
    static constexpr std::string_view name = "session.ended";
    static constexpr std::string_view doc = "This device is signed out; the connection closes.";
    static constexpr auto fields(auto each) { return each(field("reason", &SessionEnded::reason, "Why.")); }
};

struct Resync {
    static constexpr std::string_view name = "sync.resync";
    static constexpr std::string_view doc = "Something may have been missed: ask for a snapshot.";
    static constexpr auto fields(auto each) { return each(); }
};

} // namespace jjak::protocol::ev

namespace jjak::protocol {

//! Every event there is.
using Event = std::variant<ev::NearbyState, ev::RoomState, ev::RoomMessage, ev::RoomChanged, ev::RoomRead, ev::RoomGot, ev::RoomPresence, ev::RoomTyping, ev::InvitationsState, ev::HiddenState, ev::SettingsState, ev::TableState, ev::FileProgress, ev::DateState, ev::EventState, ev::SessionEnded, ev::Resync>;

//! Calls f.template operator()<E>() for every event type.
template <class F>
void forEachEvent(F &&f)
{
    [&]<size_t... I>(std::index_sequence<I...>) { (f.template operator()<std::variant_alternative_t<I, Event>>(), ...); }(std::make_index_sequence<std::variant_size_v<Event>>());
}

} // namespace jjak::protocol
