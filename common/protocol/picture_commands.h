// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/file_commands.h"
#include "common/protocol/lounge_values.h"

//! How pictures come to posts of the lounge: offered, sent up in chunks as files are, finished, then named by `lounge.write` or
//! `lounge.edit`. One that no post names within a day is gone.
namespace jjak::protocol::cmd {

struct OfferPicture {
    using Reply = Ticket;
    ClientId cid;
    QString name;
    qint64 bytes = 0;
    static constexpr Spec spec{"picture.offer", Access::SignedIn, Route::Write, Family::Files, "Begins an upload of a picture, or goes on with it: the same client id gets the same ticket. Needs a name in the lounge."};
    static constexpr auto fields(auto each)
    {
        return each(field("cid", &OfferPicture::cid, "The same for every repetition of this picture."), field("name", &OfferPicture::name, "The file's name; what could do harm in it is taken out.", Rule::line(0, 1000)),
                          field("bytes", &OfferPicture::bytes, "Its size.", Rule::range(1, qint64(1) << 53)));
    }
};

struct PictureReply {
    Picture picture;
    static constexpr std::string_view title = "PictureReply";
    static constexpr auto fields(auto each) { return each(field("picture", &PictureReply::picture, "As it is stored: made anew, without what it told of its maker.")); }
};

struct FinishPicture {
    using Reply = PictureReply;
    UploadId upload;
    static constexpr Spec spec{"picture.finish", Access::SignedIn, Route::Files, Family::Files, "All bytes are there: makes the picture safe and stores it. Of one that is finished: the same answer again."};
    static constexpr auto fields(auto each) { return each(field("upload", &FinishPicture::upload, "Which upload.")); }
};

struct FetchPicture {
    using Reply = Empty;
    UploadId upload;
    bool thumbnail = false;
    qint64 offset = 0;
    static constexpr Spec spec{"picture.fetch", Access::SignedIn, Route::Files, Family::Files, "A chunk of a picture of one's own or of a post one may see. The answer is one binary frame, as that of `file.fetch`."};
    static constexpr auto fields(auto each)
    {
        return each(field("upload", &FetchPicture::upload, "Which picture."), field("thumbnail", &FetchPicture::thumbnail, "Its thumbnail."),
                          field("offset", &FetchPicture::offset, "From there on.", Rule::range(0, limits::fileBytes)));
    }
};

} // namespace jjak::protocol::cmd
