// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtEndian>

#include "scene.h"

namespace jjak::client::test {

//! Takes pictures of posts in and gives them out as a server does, and does wrong what a test wants it to. What it keeps are
//! the bytes that came; each picture is its own thumbnail.
struct PictureStore {
    struct Kept {
        ClientId cid = {};
        QString name = {};
        qint64 size = 0;
        QByteArray bytes = {};
        bool finished = false;
    };

    explicit PictureStore(Scene &where) : scene(where)
    {
        scene.peer.on<protocol::cmd::OfferPicture>([this](qint64 id, const protocol::cmd::OfferPicture &offer) { offered(id, offer); });
        scene.peer.on<protocol::cmd::FinishPicture>([this](qint64 id, const protocol::cmd::FinishPicture &ask) { finish(id, ask.upload); });
        scene.peer.on<protocol::cmd::FetchPicture>([this](qint64 id, const protocol::cmd::FetchPicture &ask) { fetch(id, ask); });
        scene.peer.on<protocol::cmd::Withdraw>([this](qint64 id, const protocol::cmd::Withdraw &ask) {
            kept.remove(ask.upload);
            scene.peer.ok(id, protocol::cmd::Empty());
        });
        scene.peer.onBytes([this](const QByteArray &frame) { chunk(frame); });
    }
    //! One that is there already.
    protocol::Picture put(const QByteArray &bytes, const QString &name, QSize size = {4, 3})
    {
        const UploadId upload = UploadId::random(scene.rng);
        kept.insert(upload, {ClientId::random(scene.rng), name, bytes.size(), bytes, true});
        sizes.insert(upload, size);
        return picture(upload);
    }
    protocol::Picture picture(UploadId upload) const
    {
        const Kept &one = *kept.find(upload);
        const QSize size = sizes.value(upload, {4, 3});
        return {upload, {one.name, one.bytes.size(), QStringLiteral("image/png"), size.width(), size.height(), one.bytes.size()}};
    }
    void offered(qint64 id, const protocol::cmd::OfferPicture &offer)
    {
        if (refuseOffer)
            return scene.peer.refuse(id, *refuseOffer);
        for (auto it = kept.cbegin(); it != kept.cend(); ++it)
            if (it->cid == offer.cid)
                return scene.peer.ok(id, protocol::cmd::Ticket{it.key(), it->bytes.size(), limits::chunkBytes, {}});
        const UploadId upload = UploadId::random(scene.rng);
        kept.insert(upload, {offer.cid, offer.name, offer.bytes, {}, false});
        scene.peer.ok(id, protocol::cmd::Ticket{upload, 0, limits::chunkBytes, {}});
    }
    void chunk(const QByteArray &frame)
    {
        const UploadId upload = UploadId::fromBytes(frame.left(16));
        if (++chunks == dropAt)
            return scene.peer.drop();
        if (holdAt > 0 && chunks >= holdAt)
            return;
        if (chunks == forgetAt)
            kept.remove(upload);
        const auto it = kept.find(upload);
        if (it == kept.end())
            return scene.peer.tell(protocol::ev::FileProgress{upload, 0, QStringLiteral("upload.gone")});
        if (qFromBigEndian<qint64>(frame.constData() + 16) == it->bytes.size())
            it->bytes += frame.mid(24);
        scene.peer.tell(protocol::ev::FileProgress{upload, it->bytes.size(), {}});
    }
    void finish(qint64 id, UploadId upload)
    {
        const auto it = kept.find(upload);
        if (it == kept.end())
            return scene.peer.refuse(id, {ErrorCode::UploadGone});
        if (refuseFinish)
            return scene.peer.refuse(id, *refuseFinish);
        if (it->bytes.size() != it->size)
            return scene.peer.refuse(id, {ErrorCode::UploadOffset});
        it->finished = true;
        if (loseFinish-- > 0)
            return scene.peer.drop();
        scene.peer.ok(id, protocol::cmd::PictureReply{picture(upload)});
    }
    void fetch(qint64 id, const protocol::cmd::FetchPicture &ask)
    {
        if (++fetches == dropFetchAt)
            return scene.peer.drop();
        const auto it = kept.constFind(ask.upload);
        if (it == kept.cend())
            return scene.peer.refuse(id, {ErrorCode::FileGone});
        QByteArray frame(8, '\0');
        qToBigEndian(id, frame.data());
        scene.peer.rawBytes(frame + it->bytes.mid(ask.offset, limits::chunkBytes));
    }

    Scene &scene;
    QHash<UploadId, Kept> kept;
    QHash<UploadId, QSize> sizes;
    int chunks = 0, fetches = 0;
    int dropAt = 0, dropFetchAt = 0; //!< the connection breaks at this one
    int holdAt = 0;                  //!< from this chunk on nothing is answered
    int forgetAt = 0;                //!< with this chunk the upload is gone
    int loseFinish = 0;              //!< so many answers get lost
    std::optional<Error> refuseOffer, refuseFinish;
};

} // namespace jjak::client::test
