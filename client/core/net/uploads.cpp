// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/net/uploads.h"

#include <QtEndian>
#include <algorithm>

#include "client/core/log.h"
#include "client/core/net/refusal.h"

namespace jjak::client {

using namespace protocol;

namespace {

constexpr size_t atOnce = 2;
// A server that never comes further is given up.
constexpr int patience = 6;

//! May succeed later without anybody changing anything.
bool passes(const Error &error)
{
    return isPassing(error.code) || (error.code == ErrorCode::RoomSlow && error.until);
}

QByteArray frameOf(UploadId upload, qint64 offset, const QByteArray &bytes)
{
    QByteArray frame = upload.toBytes();
    frame.resize(frame.size() + qsizetype(sizeof offset));
    qToBigEndian(offset, frame.data() + UploadId::byteCount);
    return frame + bytes;
}

} // namespace

Uploads::Uploads(Link &link, const LinkTimes &times, QObject *parent) : QObject(parent), m_link(link), m_times(times)
{
    m_stall.setSingleShot(true);
    m_stall.setInterval(m_times.passwordReply);
    connect(&m_stall, &QTimer::timeout, this, &Uploads::stalled);
}

void Uploads::add(const Parcel &parcel, const Open &open)
{
    Transfer one{parcel, open};
    std::visit(
        [&one](const auto &offer) {
            one.cid = offer.cid;
            one.total = offer.bytes;
        },
        parcel);
    if (find(one.cid) != m_active.end() || std::ranges::find(m_queue, one.cid, &Transfer::cid) != m_queue.end())
        return;
    m_queue.push_back(std::move(one));
    next();
}

void Uploads::stop()
{
    ++m_round;
    m_queue.clear();
    m_active.clear();
    m_stall.stop();
}

void Uploads::forget(ClientId cid)
{
    std::erase_if(m_queue, [cid](const Transfer &one) { return one.cid == cid; });
    if (const It it = find(cid); it != m_active.end())
        m_active.erase(it);
    next();
}

void Uploads::withdraw(ClientId cid)
{
    if (const It it = find(cid); it != m_active.end() && it->isOffered)
        discard(it->upload);
    forget(cid);
}

void Uploads::discard(UploadId upload)
{
    m_link.send(cmd::Withdraw{upload}, [](const Result<cmd::Empty> &) {});
}

Uploads::It Uploads::find(ClientId cid)
{
    return std::ranges::find(m_active, cid, &Transfer::cid);
}

void Uploads::next()
{
    while (m_active.size() < atOnce && !m_queue.empty()) {
        m_active.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
        offer(std::prev(m_active.end()));
    }
}

void Uploads::offer(It it)
{
    Transfer &one = *it;
    if (!one.bytes)
        one.bytes = one.open();
    one.isOffered = one.isFinishing = one.isTurning = false;
    one.window.clear();
    // Without its bytes it may have been sent all the same: only the server knows.
    const auto answered = [this, cid = one.cid, now = m_round](const Result<cmd::Ticket> &answer) {
        if (now == m_round)
            offered(cid, answer);
    };
    std::visit([&](const auto &offer) { m_link.send(offer, answered); }, one.parcel);
}

void Uploads::offered(ClientId cid, const Result<cmd::Ticket> &answer)
{
    const It it = find(cid);
    if (it == m_active.end())
        return;
    if (!answer)
        return passes(answer.error()) ? again(it, answer.error(), &Uploads::offer) : end(it, answer.error());
    if (answer->sent && std::holds_alternative<cmd::Offer>(it->parcel))
        return end(it, Receipt(cmd::Sent{*answer->sent, Time()}));
    it->upload = answer->upload;
    it->isOffered = true;
    if (!it->bytes)
        return end(it, ErrorCode::FileGone);
    if (answer->offset > it->total || ++it->fruitless > patience)
        return end(it, ErrorCode::UploadOffset);
    it->chunk = std::min(answer->chunk, limits::chunkBytes);
    it->there = it->position = answer->offset;
    Q_EMIT progress(cid, it->there);
    if (const It same = find(cid); same != m_active.end())
        pump(same);
}

void Uploads::pump(It it)
{
    Transfer &one = *it;
    const qint64 total = one.total;
    while (one.isOffered && !one.isTurning && !one.window.isFull() && one.position < total) {
        const qint64 size = std::min<qint64>(one.chunk, total - one.position);
        const QByteArray bytes = one.bytes->seek(one.position) ? one.bytes->read(size) : QByteArray();
        // Somebody writes to the file at this moment.
        if (bytes.size() != size)
            return end(it, ErrorCode::FileGone);
        m_link.sendBytes(frameOf(one.upload, one.position, bytes));
        one.window.sent();
        one.position += size;
        m_stall.start();
    }
    if (one.isOffered && !one.isTurning && !one.isFinishing && one.there == total && one.window.isEmpty())
        finish(it);
}

void Uploads::told(const ev::FileProgress &event)
{
    const It it = std::ranges::find_if(m_active, [&](const Transfer &one) { return one.isOffered && one.upload == event.upload; });
    if (it == m_active.end())
        return;
    it->window.answered();
    if (event.error)
        return refused(it, {errorCodeFrom(*event.error).value_or(ErrorCode::Unavailable)});
    if (event.offset > it->there && event.offset <= it->position) {
        it->there = event.offset;
        it->fruitless = 0;
        Q_EMIT progress(it->cid, it->there);
        // Whoever heard that may have given it up.
        if (std::ranges::none_of(m_active, [&](const Transfer &one) { return one.upload == event.upload; }))
            return;
    } else {
        // It never had so much, or has lost some.
        it->isTurning = true;
    }
    turnBack(it);
}

void Uploads::refused(It it, const Error &error)
{
    if (error.code == ErrorCode::UploadOffset || error.code == ErrorCode::UploadGone || passes(error)) {
        it->isTurning = true;
        return turnBack(it);
    }
    end(it, error);
}

//! Where it stands the server says when it is offered again; what is still under way would only be refused.
void Uploads::turnBack(It it)
{
    if (!it->isTurning)
        return pump(it);
    if (it->window.isEmpty())
        again(it, {}, &Uploads::offer);
}

void Uploads::finish(It it)
{
    it->isFinishing = true;
    const auto ask = [this, cid = it->cid, now = m_round]<class C>(const C &command) {
        m_link.send(command, [this, cid, now](const Result<typename C::Reply> &answer) {
            if (now == m_round)
                answered(cid, answer ? Result<Receipt>(Receipt(*answer)) : Result<Receipt>(answer.error()));
        });
    };
    if (std::holds_alternative<cmd::OfferPicture>(it->parcel))
        ask(cmd::FinishPicture{it->upload});
    else
        ask(cmd::Finish{it->upload});
}

void Uploads::answered(ClientId cid, const Result<Receipt> &answer)
{
    const It it = find(cid);
    if (it == m_active.end())
        return;
    if (answer)
        return end(it, answer);
    const ErrorCode code = answer.error().code;
    if (code == ErrorCode::UploadOffset || code == ErrorCode::UploadGone)
        return again(it, answer.error(), &Uploads::offer);
    if (passes(answer.error()))
        return again(it, answer.error(), &Uploads::finish);
    end(it, answer);
}

void Uploads::again(It it, const Error &error, void (Uploads::*step)(It))
{
    it->isOffered = step == &Uploads::finish;
    const Duration slow = error.until ? *error.until - m_link.serverNow() : Duration(0);
    QTimer::singleShot(std::max(slow, retryAfter(error, m_times)), this, [this, step, cid = it->cid, now = m_round] {
        if (const It same = find(cid); now == m_round && same != m_active.end())
            (this->*step)(same);
    });
}

void Uploads::end(It it, const Result<Receipt> &answer)
{
    const Parcel parcel = it->parcel;
    const ClientId cid = it->cid;
    const Result<Receipt> outcome = answer;
    if (!outcome && it->isOffered)
        discard(it->upload);
    m_active.erase(it);
    if (const auto *offer = std::get_if<cmd::Offer>(&parcel))
        Q_EMIT finished(offer->room, cid, outcome ? Result<cmd::Sent>(std::get<cmd::Sent>(*outcome)) : Result<cmd::Sent>(outcome.error()));
    else
        Q_EMIT pictureFinished(cid, outcome ? Result<Picture>(std::get<cmd::PictureReply>(*outcome).picture) : Result<Picture>(outcome.error()));
    next();
}

//! Answers to chunks are missing: nobody knows why, so it begins anew where the server stands.
void Uploads::stalled()
{
    qCInfo(logSession) << "uploads stand still";
    for (It it = m_active.begin(); it != m_active.end(); ++it)
        if (it->isOffered && !it->window.isEmpty()) {
            it->window.clear();
            again(it, {}, &Uploads::offer);
        }
}

} // namespace jjak::client
