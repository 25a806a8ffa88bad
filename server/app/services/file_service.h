// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/command_log.h"
#include "server/app/services/context.h"

namespace jjak::app {

//! Uploads and the store of files within the worker's transactions. An upload leaves the disk only when the batch that forgets it is
//! committed; so it keeps note until then, and takes it back when a job or a batch is undone. Files leave it after a batch, in a transaction of
//! their own. Worker's thread.
class FileService {
public:
    FileService(UploadFolder &uploads, FileFolder &files) : m_uploads(uploads), m_files(files) {}

    //! Errors: room.*, stranger.file, file.too_large, file.quota, upload.limit, message.conflict, and why nothing may be written now.
    Result<protocol::cmd::Ticket> offer(Context &ctx, const Identity &who, const protocol::cmd::Offer &command);
    //! The ticket of a picture that is finished already is at its end. Errors: lounge.no_name, file.too_large, file.quota, upload.limit, message.conflict.
    Result<protocol::cmd::Ticket> offer(Context &ctx, const Identity &who, const protocol::cmd::OfferPicture &command);
    //! Also of a picture that is finished and waits for its post.
    Result<protocol::cmd::Empty> withdraw(Context &ctx, const Identity &who, const protocol::cmd::Withdraw &command);
    //! The message, with its file in the store. Errors: upload.gone, unavailable, and those of offer() that can have come up since.
    Result<protocol::cmd::Sent> finishMessage(Context &ctx, const Identity &who, const FinishedUpload &work);
    //! The picture, with its files in the store; of one that is finished already the same. Errors: upload.gone, unavailable.
    Result<protocol::cmd::PictureReply> finishPicture(Context &ctx, const Identity &who, const FinishedUpload &work);
    //! Files that no row knows get one, as if nothing referred to them any more.
    void drop(Context &ctx, const DropFiles &work);
    //! Files that nothing refers to any more go after this batch, some at a time.
    void tick() { m_tidy = true; }
    //! Gives up uploads that nobody has finished in time, and pictures that no post has got.
    void sweep(Context &ctx);

    size_t mark() const { return m_gone.size(); }
    //! Takes back what was noted after the mark.
    void undoTo(size_t mark) { m_gone.resize(mark); }
    //! The batch is committed: removes from the disk what it has forgotten, and what nothing refers to.
    void settle(Stores &stores);

private:
    //! The ticket of what is on its way already; nullopt: nothing is.
    std::optional<Result<protocol::cmd::Ticket>> earlier(Context &ctx, const UploadRow &wanted);
    //! A new upload, if there is room for it.
    static Result<protocol::cmd::Ticket> begin(Context &ctx, UploadRow wanted);
    bool store(Context &ctx, const FinishedUpload &work);
    void removeUpload(Context &ctx, UploadId id);
    void removeUnused(Stores &stores);

    UploadFolder &m_uploads;
    FileFolder &m_files;
    std::vector<UploadId> m_gone;
    bool m_tidy = false;
};

namespace files {

//! Where the bytes are that a member of the room asks for. Errors: room.*, message.not_found, file.gone. Any thread.
Result<FileHash> locate(Context &ctx, const Identity &who, const protocol::cmd::Fetch &command);
//! The same for who has the picture or sees its post. Error: file.gone, whatever the reason.
Result<FileHash> locate(Context &ctx, const Identity &who, const protocol::cmd::FetchPicture &command);
//! A finished picture of this account's own, also when a post has it; nullopt: there is none.
std::optional<PictureRow> ownPicture(Stores &stores, AccountId account, UploadId id);

} // namespace files

} // namespace jjak::app
