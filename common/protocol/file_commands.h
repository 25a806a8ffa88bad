// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/room_commands.h"
#include "common/protocol/spec.h"
#include "common/protocol/values.h"

//! How images and files go up and down. Their bytes travel in binary frames: see Files in PROTOCOL.md.
namespace jjak::protocol::cmd {

struct Ticket {
    UploadId upload;
    qint64 offset = 0;
    int chunk = limits::chunkBytes;
    std::optional<qint64> sent;
    static constexpr std::string_view title = "UploadTicket";
    static constexpr auto fields(auto each)
    {
        return each(field("upload", &Ticket::upload, "The upload, good for this device only."), field("offset", &Ticket::offset, "So many bytes are here already: go on there.", Rule::range(0, limits::fileBytes)),
                          field("chunk", &Ticket::chunk, "Most bytes of a chunk.", Rule::range(1, limits::frameBytes)), field("sent", &Ticket::sent, "Seq of the message, when it was sent already.", Rule::range(1, qint64(1) << 53)));
    }
};

struct Offer {
    using Reply = Ticket;
    RoomId room;
    ClientId cid;
    QString name;
    qint64 bytes = 0;
    bool image = false;
    QString caption;
    std::optional<qint64> reply = std::nullopt;
    static constexpr Spec spec{"file.offer", Access::SignedIn, Route::Write, Family::Files, "Begins an upload, or goes on with it: the same client id gets the same ticket. Nobody sees anything before `file.finish`."};
    static constexpr auto fields(auto each)
    {
        return each(field("room", &Offer::room, "Which room."), field("cid", &Offer::cid, "The same for every repetition of this message."),
                          field("name", &Offer::name, "The file's name; what could do harm in it is taken out.", Rule::line(0, 1000)), field("bytes", &Offer::bytes, "Its size.", Rule::range(1, qint64(1) << 53)),
                          field("image", &Offer::image, "To be shown as an image: JPEG, PNG or WebP."), field("caption", &Offer::caption, "What to say with it.", Rule::text(0, limits::messageCodePoints)),
                          field("reply", &Offer::reply, "Seq of the message it answers.", Rule::range(1, qint64(1) << 53)));
    }
};

struct Finish {
    using Reply = Sent;
    UploadId upload;
    static constexpr Spec spec{"file.finish", Access::SignedIn, Route::Files, Family::Files, "All bytes are there: makes the image safe and stores the message; the answer means: all of it on disk."};
    static constexpr auto fields(auto each) { return each(field("upload", &Finish::upload, "Which upload.")); }
};

struct Withdraw {
    using Reply = Empty;
    UploadId upload;
    static constexpr Spec spec{"file.withdraw", Access::SignedIn, Route::Write, Family::Files, "Gives an upload up; its bytes are gone."};
    static constexpr auto fields(auto each) { return each(field("upload", &Withdraw::upload, "Which upload.")); }
};

struct Fetch {
    using Reply = Empty;
    RoomId room;
    qint64 seq = 0;
    bool thumbnail = false;
    qint64 offset = 0;
    static constexpr Spec spec{"file.fetch", Access::SignedIn, Route::Files, Family::Files, "A chunk of what a message carries. The answer is no text but one binary frame; a refusal is as always."};
    static constexpr auto fields(auto each)
    {
        return each(field("room", &Fetch::room, "Which room."), field("seq", &Fetch::seq, "Which message.", Rule::range(1, qint64(1) << 53)), field("thumbnail", &Fetch::thumbnail, "Of its thumbnail."),
                          field("offset", &Fetch::offset, "From which byte on.", Rule::range(0, limits::fileBytes)));
    }
};

} // namespace jjak::protocol::cmd
