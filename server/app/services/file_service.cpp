// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/services/file_service.h"

#include "server/app/services/room_service.h"
#include "server/domain/rooms/file_name.h"

namespace jjak::app {

using namespace protocol;

namespace {

constexpr int removedAtOnce = 64;
constexpr int sweptAtOnce = 1000;

qint64 mib(int count)
{
    return qint64(count) << 20;
}

//! The room, if this member may send files there now.
Result<rooms::Membership> placeFor(Context &ctx, AccountId account, RoomId room)
{
    auto in = rooms::membership(ctx, account, room);
    if (!in)
        return in;
    if (!rooms::isOpen(ctx, in->room, in->me))
        return ErrorCode::RoomLeft;
    if (in->room.kind == RoomKind::Date) // a picture would tell who is behind the alias
        return ErrorCode::RoomKind;
    constexpr qint64 nothingWritten = 0; // to a stranger no file goes at all
    if (const auto refused = rooms::mayWrite(ctx, *in, {}, nothingWritten))
        return *refused;
    if (const MemberRow *other = in->other(); other && other->written == 0)
        return ErrorCode::StrangerFile;
    return in;
}

//! The same offer again. Of a message the caption tells it from another, of a picture its name.
bool isSame(const UploadRow &row, const UploadRow &wanted)
{
    return row.room == wanted.room && row.bytes == wanted.bytes && row.image == wanted.image && row.caption == wanted.caption && row.reply == wanted.reply && (row.room || row.name == wanted.name);
}

bool isSame(const MessageRow &row, const cmd::Offer &command)
{
    const bool same = row.message.kind == (command.image ? MessageKind::Image : MessageKind::File) && row.message.reply == command.reply;
    return row.room == command.room && (same || row.message.deleted); // of what is gone nothing is known
}

bool isSame(const PictureRow &row, const UploadRow &wanted)
{
    return row.sent == wanted.bytes; // its name is forgotten
}

std::optional<Error> tooMuch(Context &ctx, const UploadRow &wanted)
{
    if (wanted.bytes > mib(wanted.image ? ctx.policy.imageMib : ctx.policy.fileMib))
        return Error{ErrorCode::FileTooLarge};
    if (ctx.stores.uploads.countOf(wanted.account) >= limits::openUploads)
        return Error{ErrorCode::UploadLimit};
    if (ctx.stores.files.bytesOf(wanted.account) + ctx.stores.uploads.bytesOf(wanted.account) + wanted.bytes > mib(ctx.policy.quotaMib))
        return Error{ErrorCode::FileQuota};
    return std::nullopt;
}

cmd::Ticket ticket(UploadId id, qint64 offset, std::optional<qint64> sent = {})
{
    return {id, offset, limits::chunkBytes, sent};
}

} // namespace

Result<cmd::Ticket> FileService::offer(Context &ctx, const Identity &who, const cmd::Offer &command)
{
    if (const auto sent = ctx.stores.messages.byClientId(who.device, command.cid)) {
        if (!isSame(*sent, command))
            return ErrorCode::MessageConflict;
        return ticket(UploadId::random(ctx.rng), 0, sent->message.seq);
    }
    const UploadRow wanted{{}, who.account, who.device, command.room, command.cid, domain::fileName(command.name), command.bytes, command.image, command.caption, command.reply, ctx.now};
    if (auto open = earlier(ctx, wanted))
        return std::move(*open);
    const auto in = placeFor(ctx, who.account, command.room);
    if (!in)
        return in.error();
    if (command.reply > in->room.head)
        return Error::badField(QStringLiteral("args.reply"), QStringLiteral("range"));
    return begin(ctx, wanted);
}

Result<cmd::Ticket> FileService::offer(Context &ctx, const Identity &who, const cmd::OfferPicture &command)
{
    const UploadRow wanted{{}, who.account, who.device, {}, command.cid, domain::fileName(command.name), command.bytes, true, {}, {}, ctx.now};
    if (const auto done = ctx.stores.pictures.byClientId(who.device, command.cid)) {
        if (!isSame(*done, wanted))
            return ErrorCode::MessageConflict;
        return ticket(done->id, done->sent);
    }
    if (auto open = earlier(ctx, wanted))
        return std::move(*open);
    if (!ctx.stores.personas.of(who.account))
        return ErrorCode::LoungeNoName;
    return begin(ctx, wanted);
}

std::optional<Result<cmd::Ticket>> FileService::earlier(Context &ctx, const UploadRow &wanted)
{
    const auto row = ctx.stores.uploads.byClientId(wanted.device, wanted.cid);
    if (!row)
        return std::nullopt;
    if (!isSame(*row, wanted))
        return ErrorCode::MessageConflict;
    return ticket(row->id, m_uploads.size(row->id));
}

Result<cmd::Ticket> FileService::begin(Context &ctx, UploadRow wanted)
{
    if (const auto refused = tooMuch(ctx, wanted))
        return *refused;
    wanted.id = UploadId::random(ctx.rng);
    ctx.stores.uploads.insert(wanted);
    return ticket(wanted.id, 0);
}

Result<cmd::Empty> FileService::withdraw(Context &ctx, const Identity &who, const cmd::Withdraw &command)
{
    if (const auto picture = files::ownPicture(ctx.stores, who.account, command.upload); picture && !picture->post) {
        ctx.stores.pictures.remove(picture->id);
        return cmd::Empty();
    }
    const auto row = ctx.stores.uploads.find(command.upload);
    if (!row || row->device != who.device)
        return ErrorCode::UploadGone;
    removeUpload(ctx, row->id);
    return cmd::Empty();
}

Result<cmd::Sent> FileService::finishMessage(Context &ctx, const Identity &who, const FinishedUpload &work)
{
    const auto row = ctx.stores.uploads.find(work.upload);
    if (!row || row->device != who.device || !row->room)
        return ErrorCode::UploadGone; // also when it was finished twice: a further offer tells the message
    if (ctx.stores.messages.byClientId(row->device, row->cid))
        return ErrorCode::MessageConflict;
    const auto in = placeFor(ctx, row->account, *row->room);
    if (!in)
        return in.error();
    if (!store(ctx, work))
        return Error::later(ErrorCode::Unavailable, 1s);
    Message message{0, in->me.number, row->image ? MessageKind::Image : MessageKind::File, row->caption, {}, row->cid, row->reply};
    message.file = work.file;
    const cmd::Sent sent = rooms::append(ctx, *in, message, row->device);
    AttachmentRow attachment{*row->room, sent.seq, row->account, work.file, work.bytes.hash, {}, ctx.now + ctx.policy.fileTime};
    if (work.thumbnail)
        attachment.thumbnail = work.thumbnail->hash;
    ctx.stores.files.insert(attachment);
    removeUpload(ctx, row->id);
    return sent;
}

Result<cmd::PictureReply> FileService::finishPicture(Context &ctx, const Identity &who, const FinishedUpload &work)
{
    if (const auto done = files::ownPicture(ctx.stores, who.account, work.upload))
        return cmd::PictureReply{{done->id, done->file}};
    const auto row = ctx.stores.uploads.find(work.upload);
    if (!row || row->device != who.device || row->room || !work.thumbnail)
        return ErrorCode::UploadGone;
    if (!store(ctx, work))
        return Error::later(ErrorCode::Unavailable, 1s);
    ctx.stores.pictures.insert({row->id, row->account, row->device, row->cid, row->bytes, work.file, work.bytes.hash, work.thumbnail->hash, {}, ctx.now});
    removeUpload(ctx, row->id);
    return cmd::PictureReply{{row->id, work.file}};
}

//! The files are in the store; false: not now.
bool FileService::store(Context &ctx, const FinishedUpload &work)
{
    ctx.stores.files.hold(work.bytes.hash, work.file.bytes);
    if (work.thumbnail)
        ctx.stores.files.hold(work.thumbnail->hash, work.file.thumbnail);
    return m_files.put(work.bytes) && (!work.thumbnail || m_files.put(*work.thumbnail));
}

void FileService::removeUpload(Context &ctx, UploadId id)
{
    ctx.stores.uploads.remove(id);
    m_gone.emplace_back(id);
}

void FileService::drop(Context &ctx, const DropFiles &work)
{
    for (const FileHash &hash : work.hashes) {
        if (!ctx.stores.files.isKnown(hash))
            ctx.stores.files.hold(hash, 0);
    }
    m_tidy = true;
}

void FileService::sweep(Context &ctx)
{
    for (const UploadId &id : ctx.stores.uploads.removeBefore(ctx.now - ctx.policy.uploadTime, sweptAtOnce))
        m_gone.emplace_back(id);
    ctx.stores.pictures.removeWaiting(ctx.now - ctx.policy.uploadTime, sweptAtOnce);
}

void FileService::settle(Stores &stores)
{
    for (const UploadId &id : std::exchange(m_gone, {}))
        m_uploads.remove(id);
    if (std::exchange(m_tidy, false))
        removeUnused(stores);
}

//! From the disk first: what is known and not there is put there again by whoever wants it, what is there and not known nobody would miss
//! until the sweeper comes. The row is locked meanwhile.
void FileService::removeUnused(Stores &stores)
{
    if (!stores.transaction.begin())
        return stores.transaction.rollback();
    for (const FileHash &hash : stores.files.takeUnused(removedAtOnce))
        m_files.remove(hash);
    if (stores.transaction.failure() != Transaction::Failure::None || !stores.transaction.commit())
        stores.transaction.rollback(); // the next tick does it again
}

Result<FileHash> files::locate(Context &ctx, const Identity &who, const cmd::Fetch &command)
{
    const auto in = rooms::membership(ctx, who.account, command.room);
    if (!in)
        return in.error();
    if (!rooms::isOpen(ctx, in->room, in->me))
        return ErrorCode::RoomLeft;
    const auto message = ctx.stores.messages.find(command.room, command.seq);
    const bool hidden = message && ((message->expires && *message->expires <= ctx.now) || (in->me.left && message->at > *in->me.left));
    if (!message || hidden || message->deleted || (message->kind != MessageKind::Image && message->kind != MessageKind::File))
        return ErrorCode::MessageNotFound;
    const auto row = ctx.stores.files.find(command.room, command.seq);
    if (!row || row->expires <= ctx.now || (command.thumbnail && !row->thumbnail))
        return ErrorCode::FileGone;
    return command.thumbnail ? *row->thumbnail : row->hash;
}

Result<FileHash> files::locate(Context &ctx, const Identity &who, const cmd::FetchPicture &command)
{
    const auto row = ctx.stores.pictures.find(command.upload);
    const bool seen = row && (row->account == who.account || (row->post && !ctx.stores.blocks.between(who.account, row->account))); // as lounge::visiblePost
    if (!seen)
        return ErrorCode::FileGone;
    return command.thumbnail ? row->thumbnail : row->hash;
}

std::optional<PictureRow> files::ownPicture(Stores &stores, AccountId account, UploadId id)
{
    auto row = stores.pictures.find(id);
    if (row && row->account != account)
        row.reset();
    return row;
}

} // namespace jjak::app
