// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFileInfo>
#include <algorithm>

#include "client/core/net/offered_name.h"
#include "client/core/session_private.h"
#include "common/protocol/codec.h"

namespace jjak::client {

using namespace Qt::StringLiterals;
using namespace protocol;

namespace {

// More are not looked through: what one may write to a stranger is less.
constexpr int fewMessages = 20;

//! In a direct room where nobody has answered yet the server takes no files. `newest`: what is here up to the head. Whatever
//! is missing there, because its time was over for instance, may have been by the other.
bool isUnanswered(const RoomEntry &entry, const QList<Message> &newest)
{
    const bool isWhole = newest.size() == entry.room.head && entry.have == entry.room.head;
    return entry.room.kind == RoomKind::Direct && isWhole && std::ranges::all_of(newest, [&](const Message &one) { return one.author == entry.room.me; });
}

} // namespace

std::optional<Error> Session::Private::mayAttach(RoomId room, const OutgoingFile &file, const QString &caption, qint64 replyTo) const
{
    const RoomEntry *entry = state.room(room);
    if (!entry)
        return Error{ErrorCode::RoomNotFound};
    if (replyTo < 0 || replyTo > entry->room.head)
        return Error{ErrorCode::MessageNotFound};
    if (file.bytes < 1)
        return Error::badField(u"args.bytes"_s, u"range"_s);
    if (file.bytes > (file.image ? limits::imageBytes : limits::fileBytes))
        return Error{ErrorCode::FileTooLarge};
    if (const auto checked = checkText(caption, Rule::text(0, limits::messageCodePoints), u"args.caption"_s); !checked)
        return checked.error();
    if (const auto refused = q.maySend(room))
        return refused;
    // While something may have been missed, the server has to say it.
    return ready && isUnanswered(*entry, q.cachedMessages(room, 0, fewMessages)) ? std::optional(Error{ErrorCode::StrangerFile}) : std::nullopt;
}

ClientId Session::Private::attach(RoomId room, const OutgoingFile &file, ClientId cid, const QString &caption, qint64 replyTo)
{
    OutboxEntry entry{room, cid, caption, q.serverNow()};
    entry.reply = replyTo;
    entry.file = file;
    typingSent.remove(room);
    outbox.add(entry);
    return cid;
}

Result<ClientId> Session::sendFile(RoomId room, const QString &path, const QString &caption, qint64 replyTo)
{
    const QFileInfo info(path);
    if (!info.isFile() || !info.isReadable())
        return ErrorCode::FileGone;
    const OutgoingFile file{info.absoluteFilePath(), offeredName(info.fileName()), info.size(), fromMs(info.lastModified().toMSecsSinceEpoch()), false};
    if (const auto refused = d->mayAttach(room, file, caption, replyTo))
        return *refused;
    return d->attach(room, file, ClientId::random(d->rng), caption, replyTo);
}

Result<ClientId> Session::sendImage(RoomId room, const QByteArray &bytes, const QString &name, const QString &caption, qint64 replyTo)
{
    const OutgoingFile file{{}, offeredName(name), bytes.size(), {}, true};
    if (const auto refused = d->mayAttach(room, file, caption, replyTo))
        return *refused;
    const ClientId cid = ClientId::random(d->rng);
    if (!d->shelf.keep(cid, bytes))
        return ErrorCode::FileGone;
    return d->attach(room, file, cid, caption, replyTo);
}

void Session::cancelUpload(ClientId cid)
{
    if (const auto entry = d->outbox.entry(cid); entry && entry->file)
        discard(cid);
}

QByteArray Session::outgoingImage(ClientId cid) const
{
    return d->shelf.outgoingBytes(cid);
}

void Session::fetchFile(RoomId room, qint64 seq, bool thumbnail, Callback<QByteArray> done)
{
    const auto message = d->cache.message(room, seq);
    const auto file = message ? message->file : std::nullopt;
    const auto refuse = [this, done](ErrorCode code) { d->later([done, code] { done(code); }); };
    if (!d->state.room(room))
        return refuse(ErrorCode::RoomNotFound);
    if (message && (!file || (thumbnail && file->thumbnail == 0)))
        return refuse(ErrorCode::FileGone);
    if (const auto bytes = file ? d->shelf.fetched(room, seq, thumbnail) : std::nullopt)
        return d->later([done, bytes = *bytes] { done(bytes); });
    const Fetches::What what{MessageNumber{room, seq}, thumbnail};
    d->fetches.add(what, file ? thumbnail ? file->thumbnail : file->bytes : -1, [this, what, done](const Result<QByteArray> &bytes) {
        d->fetched(what, bytes);
        done(bytes);
    });
}

void Session::cancelFetch(RoomId room, qint64 seq)
{
    d->fetches.cancel({MessageNumber{room, seq}, false});
}

//! Kept only as long as the message that carries it.
void Session::Private::fetched(const Fetches::What &what, const Result<QByteArray> &bytes)
{
    const auto &[room, seq] = std::get<MessageNumber>(what.of);
    const auto message = bytes ? cache.message(room, seq) : std::nullopt;
    if (message && message->file)
        shelf.putFetched(room, seq, what.thumbnail, *bytes);
}

void Session::Private::fetchProgress(const Fetches::What &what, qint64 have, qint64 total)
{
    if (const auto *message = std::get_if<MessageNumber>(&what.of))
        Q_EMIT q.fetchProgress(message->room, message->seq, have, total);
}

//! As it is offered to the server.
void Session::Private::carry(const OutboxEntry &entry)
{
    cmd::Offer offer{entry.room, entry.cid, entry.file->name, entry.file->bytes, entry.file->image, entry.text};
    if (entry.reply > 0)
        offer.reply = entry.reply;
    uploads.add(offer, [this, entry] { return shelf.outgoing(entry); });
}

void Session::Private::dropFiles(RoomId room, const QList<Message> &messages)
{
    for (const Message &message : messages)
        if (!message.file && (message.kind == MessageKind::Image || message.kind == MessageKind::File))
            shelf.drop(room, message.seq);
}

//! The outbox has no clock of the server's.
void Session::Private::sendOut(const cmd::Send &send, const std::function<void(Result<cmd::Sent>)> &done)
{
    link.send(send, [this, done](Result<cmd::Sent> answer) {
        if (!answer && answer.error().code == ErrorCode::RoomSlow && answer.error().until) {
            Error error = answer.error();
            error.retry = std::max<Duration>(*error.until - q.serverNow(), 1ms);
            return done(error);
        }
        done(std::move(answer));
    });
}

void Session::Private::uploadProgress(ClientId cid, qint64 sent)
{
    const auto entry = outbox.entry(cid);
    if (!entry || !entry->file)
        return;
    const bool isShown = outbox.progress(cid, sent);
    if (MessageListModel *model = isShown ? open.value(entry->room) : nullptr)
        model->setOutbox(outbox.entries(entry->room));
    Q_EMIT q.uploadProgress(entry->room, cid, sent, entry->file->bytes);
}

void Session::Private::removedFromOutbox(const OutboxEntry &entry)
{
    if (!entry.file)
        return;
    uploads.forget(entry.cid);
    shelf.forget(entry.cid);
}

} // namespace jjak::client
