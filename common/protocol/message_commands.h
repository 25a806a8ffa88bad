// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/spec.h"
#include "common/protocol/values.h"

//! What clients may do with messages that are there already.
namespace jjak::protocol::cmd {

//! What a change has made of a message.
struct Changed {
    Message message;
    static constexpr std::string_view title = "Changed";
    static constexpr auto fields(auto each) { return each(field("message", &Changed::message, "The message as it is now.")); }
};

struct Edit {
    using Reply = Changed;
    RoomId room;
    qint64 seq = 0;
    QString text;
    static constexpr Spec spec{"message.edit", Access::SignedIn, Route::Write, Family::Send, "Gives one's own text message other words; everybody sees that it was edited."};
    static constexpr auto fields(auto each)
    {
        return each(field("room", &Edit::room, "Which room."), field("seq", &Edit::seq, "Which message.", Rule::range(1, qint64(1) << 53)),
                          field("text", &Edit::text, "The new words.", Rule::text(1, limits::messageCodePoints)));
    }
};

struct Erase {
    using Reply = Changed;
    RoomId room;
    qint64 seq = 0;
    static constexpr Spec spec{"message.delete", Access::SignedIn, Route::Write, Family::Send, "Deletes one's own message for everybody: its number stays, its words and reactions are gone."};
    static constexpr auto fields(auto each) { return each(field("room", &Erase::room, "Which room."), field("seq", &Erase::seq, "Which message.", Rule::range(1, qint64(1) << 53))); }
};

struct React {
    using Reply = Changed;
    RoomId room;
    qint64 seq = 0;
    QString emoji;
    bool on = true;
    static constexpr Spec spec{"message.react", Access::SignedIn, Route::Write, Family::Send, "Puts one's reaction to a message, or takes it back."};
    static constexpr auto fields(auto each)
    {
        return each(field("room", &React::room, "Which room."), field("seq", &React::seq, "Which message.", Rule::range(1, qint64(1) << 53)),
                          field("emoji", &React::emoji, "One emoji.", Rule::line(1, limits::emojiCodePoints)), field("on", &React::on, "false takes it back."));
    }
};

struct ChangePage {
    QList<Message> messages;
    qint64 upTo = 0;
    bool more = false;
    static constexpr std::string_view title = "ChangePage";
    static constexpr auto fields(auto each)
    {
        return each(field("messages", &ChangePage::messages, "As they are now, in the order of their changes."), field("upTo", &ChangePage::upTo, "All changes up to this number are told."),
                          field("more", &ChangePage::more, "There are later ones."));
    }
};

struct Changes {
    using Reply = ChangePage;
    RoomId room;
    qint64 after = 0;
    static constexpr Spec spec{"room.changes", Access::SignedIn, Route::Read, Family::Read, "Messages that were changed after a change that is known."};
    static constexpr auto fields(auto each)
    {
        return each(field("room", &Changes::room, "Which room."), field("after", &Changes::after, "The number of the last change that is known.", Rule::range(0, qint64(1) << 53)));
    }
};

} // namespace jjak::protocol::cmd
