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

bool isSame(const UploadRow &row, const cmd::Offer &command)
{
    return row.room == command.room && row.bytes == command.bytes && row.image == command.image && row.caption == command.caption && row.reply == command.reply;
}

bool isSame(const MessageRow &row, const cmd::Offer &command)
{
    const bool same = row.message.kind == (command.image ? MessageKind::Image : MessageKind::File) && row.message.reply == command.reply;
    return row.room == command.room && (same || row.message.deleted); // of what is gone nothing is known
}

std::optional<Error> tooMuch(Context &ctx, AccountId account, const cmd::Offer &command)
{
    if (command.bytes > mib(command.image ? ctx.policy.imageMib : ctx.policy.fileMib))
        return Error{ErrorCode::FileTooLarge};
    if (ctx.stores.uploads.countOf(account) >= limits::openUploads)
        return Error{ErrorCode::UploadLimit};
    if (ctx.stores.files.bytesOf(account) + ctx.stores.uploads.bytesOf(account) + command.bytes > mib(ctx.policy.quotaMib))
        return Error{ErrorCode::FileQuota};
    return std::nullopt;
}

} // namespace

Result<cmd::Ticket> FileService::offer(Context &ctx, const Identity &who, const cmd::Offer &command)
{
    if (const auto sent = ctx.stores.messages.byClientId(who.device, command.cid)) {
        if (!isSame(*sent, command))
            return ErrorCode::MessageConflict;
        return cmd::Ticket{UploadId::random(ctx.rng), 0, limits::chunkBytes, sent->message.seq};
    }
    if (const auto row = ctx.stores.uploads.byClientId(who.device, command.cid))
        return ticketFor(ctx, command, *row);
    const auto in = placeFor(ctx, who.account, command.room);
    if (!in)
        return in.error();
    if (command.reply > in->room.head)
        return Error::badField(QStringLiteral("args.reply"), QStringLiteral("range"));
    if (const auto refused = tooMuch(ctx, who.account, command))
        return *refused;
    const UploadId id = UploadId::random(ctx.rng);
    ctx.stores.uploads.insert({id, who.account, who.device, command.room, command.cid, domain::fileName(command.name), command.bytes, command.image, command.caption, command.reply, ctx.now});
    return cmd::Ticket{id, 0, limits::chunkBytes, {}};
}

Result<cmd::Ticket> FileService::ticketFor(Context &, const cmd::Offer &command, const UploadRow &row)
{
    if (!isSame(row, command))
        return ErrorCode::MessageConflict;
    return cmd::Ticket{row.id, m_uploads.size(row.id), limits::chunkBytes, {}};
}

Result<cmd::Empty> FileService::withdraw(Context &ctx, const Identity &who, const cmd::Withdraw &command)
{
    const auto row = ctx.stores.uploads.find(command.upload);
    if (!row || row->device != who.device)
        return ErrorCode::UploadGone;
    ctx.stores.uploads.remove(row->id);
    m_gone.emplace_back(row->id);
    return cmd::Empty();
}

Result<cmd::Sent> FileService::finish(Context &ctx, const Identity &who, const FinishedUpload &work)
{
    const auto row = ctx.stores.uploads.find(work.upload);
    if (!row || row->device != who.device)
        return ErrorCode::UploadGone; // also when it was finished twice: a further offer tells the message
    if (ctx.stores.messages.byClientId(row->device, row->cid))
        return ErrorCode::MessageConflict;
    const auto in = placeFor(ctx, row->account, row->room);
    if (!in)
        return in.error();
    if (!m_files.put(work.bytes) || (work.thumbnail && !m_files.put(*work.thumbnail)))
        return Error::later(ErrorCode::Unavailable, 1s);
    Message message{0, in->me.number, row->image ? MessageKind::Image : MessageKind::File, row->caption, {}, row->cid, row->reply};
    message.file = work.file;
    const cmd::Sent sent = rooms::append(ctx, *in, message, row->device);
    AttachmentRow attachment{row->room, sent.seq, row->account, work.file, work.bytes.hash, {}, ctx.now + ctx.policy.fileTime};
    if (work.thumbnail)
        attachment.thumbnail = work.thumbnail->hash;
    ctx.stores.files.insert(attachment);
    ctx.stores.uploads.remove(row->id);
    m_gone.emplace_back(row->id);
    return sent;
}

void FileService::drop(Context &ctx, const DropFiles &work)
{
    for (const FileHash &hash : work.hashes) {
        if (!ctx.stores.files.isKnown(hash))
            m_gone.emplace_back(hash);
    }
}

void FileService::tick(Context &ctx)
{
    for (const FileHash &hash : ctx.stores.files.takeUnused(removedAtOnce))
        m_gone.emplace_back(hash);
}

void FileService::sweep(Context &ctx)
{
    for (const UploadId &id : ctx.stores.uploads.removeBefore(ctx.now - ctx.policy.uploadTime, sweptAtOnce))
        m_gone.emplace_back(id);
}

void FileService::settle(Stores &stores)
{
    for (const auto &gone : std::exchange(m_gone, {})) {
        if (const auto *upload = std::get_if<UploadId>(&gone)) {
            m_uploads.remove(*upload);
            continue;
        }
        const auto &hash = std::get<FileHash>(gone);
        const bool known = stores.files.isKnown(hash); // a later job of the batch may have put it there again
        if (stores.transaction.failure() != Transaction::Failure::None)
            return; // what stays is found by the sweeper
        if (!known)
            m_files.remove(hash);
    }
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

} // namespace jjak::app
