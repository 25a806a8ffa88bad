// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/lounge/picture_tray.h"

#include <QBuffer>
#include <QPointer>
#include <algorithm>

#include "client/core/net/offered_name.h"

namespace jjak::client {

using namespace Qt::StringLiterals;
using protocol::Picture;
using State = PictureTray::Item::State;

PictureTray::PictureTray(Uploads &uploads, Pictures &pictures, Rng &rng, QObject *parent) : QObject(parent), m_uploads(uploads), m_pictures(pictures), m_rng(rng)
{
    connect(&uploads, &Uploads::pictureFinished, this, &PictureTray::finished);
    connect(&uploads, &Uploads::progress, this, [this](ClientId cid, qint64 sent) {
        const It it = std::ranges::find(m_items, cid, &Item::cid);
        if (it == m_items.end() || it->state != State::Sending)
            return;
        it->sent = sent;
        Q_EMIT progress(it->id);
    });
}

PictureTray::~PictureTray()
{
    for (const Item &item : m_items)
        if (item.state == State::Sending)
            m_uploads.withdraw(item.cid);
}

void PictureTray::begin(const QList<Picture> &pictures, bool posted)
{
    for (const Item &item : m_items)
        giveUp(item);
    m_items.clear();
    for (const Picture &picture : pictures)
        m_items.push_back({.id = ++m_lastId, .name = picture.file.name, .state = State::Done, .picture = picture, .posted = posted});
    Q_EMIT changed();
}

Result<int> PictureTray::add(const QByteArray &bytes, const QString &name)
{
    if (bytes.isEmpty())
        return Error::badField(u"args.bytes"_s, u"range"_s);
    if (room() <= 0)
        return Error::badField(u"args.pictures"_s, u"length"_s);
    if (bytes.size() > limits::imageBytes)
        return ErrorCode::FileTooLarge;
    m_items.push_back({.id = ++m_lastId, .name = offeredName(name), .bytes = bytes});
    send(m_items.back());
    Q_EMIT changed();
    return m_lastId;
}

//! Under an id of its own: what the server knows of an earlier attempt may have been refused for good.
void PictureTray::send(Item &item)
{
    item.cid = ClientId::random(m_rng);
    item.state = State::Sending;
    item.sent = 0;
    resume();
}

void PictureTray::resume()
{
    if (!m_uploads.isOnline())
        return;
    // An answer may come at once and change what is here.
    const std::vector<Item> items = m_items;
    for (const Item &item : items)
        if (item.state == State::Sending)
            m_uploads.add(protocol::cmd::OfferPicture{item.cid, item.name, item.bytes.size()}, [bytes = item.bytes]() -> std::unique_ptr<QIODevice> {
                auto buffer = std::make_unique<QBuffer>();
                buffer->setData(bytes);
                buffer->open(QIODevice::ReadOnly);
                return buffer;
            });
}

void PictureTray::finished(ClientId cid, const Result<Picture> &answer)
{
    const It it = std::ranges::find(m_items, cid, &Item::cid);
    if (it == m_items.end() || it->state != State::Sending)
        return;
    it->state = answer ? State::Done : State::Refused;
    if (answer)
        it->picture = *answer;
    else
        it->error = answer.error();
    Q_EMIT changed();
}

void PictureTray::retry(int id)
{
    const It it = find(id);
    if (it == m_items.end() || it->state != State::Refused)
        return;
    send(*it);
    Q_EMIT changed();
}

//! A post's own goes when the post is saved without it.
void PictureTray::giveUp(const Item &item)
{
    if (item.state == State::Sending)
        m_uploads.withdraw(item.cid);
    else if (item.state == State::Done && !item.posted)
        m_uploads.discard(item.picture.upload);
}

void PictureTray::remove(int id)
{
    const It it = find(id);
    if (it == m_items.end())
        return;
    giveUp(*it);
    m_items.erase(it);
    Q_EMIT changed();
}

void PictureTray::clear()
{
    begin({}, false);
}

void PictureTray::keepOnly(const QList<Picture> &pictures)
{
    if (std::erase_if(m_items, [&](const Item &item) { return item.state == State::Done && !pictures.contains(item.picture); }) > 0)
        Q_EMIT changed();
}

void PictureTray::check()
{
    const std::vector<Item> items = m_items;
    for (const Item &item : items) {
        if (item.state != State::Done)
            continue;
        m_pictures.look(item.picture, [self = QPointer<PictureTray>(this), id = item.id, name = item.name](const Result<QByteArray> &bytes) {
            const bool gone = !bytes && (bytes.error().code == ErrorCode::FileGone || bytes.error().code == ErrorCode::UploadGone);
            if (!self || !gone || self->find(id) == self->m_items.end())
                return;
            self->m_items.erase(self->find(id));
            Q_EMIT self->changed();
            Q_EMIT self->lost({name});
        });
    }
}

void PictureTray::forget()
{
    const bool had = !m_items.empty();
    m_items.clear();
    if (had)
        Q_EMIT changed();
}

PictureTray::It PictureTray::find(int id)
{
    return std::ranges::find(m_items, id, &Item::id);
}

const PictureTray::Item *PictureTray::item(int id) const
{
    const auto it = std::ranges::find(m_items, id, &Item::id);
    return it == m_items.end() ? nullptr : &*it;
}

QList<Picture> PictureTray::pictures() const
{
    QList<Picture> out;
    for (const Item &item : m_items)
        if (item.state == State::Done)
            out.append(item.picture);
    return out;
}

int PictureTray::count(State state) const
{
    return int(std::ranges::count(m_items, state, &Item::state));
}

} // namespace jjak::client
