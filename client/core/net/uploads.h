// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>
#include <QObject>
#include <QTimer>
#include <deque>
#include <functional>
#include <list>
#include <memory>
#include <variant>

#include "client/core/net/link.h"
#include "client/core/net/window.h"

namespace jjak::client {

//! Carries files to the server: offers each, sends it chunk by chunk from where the server stands, and finishes it. What
//! fails for a moment is tried again; after a lost connection the server knows how far each was. It keeps nothing: whoever
//! asked has to ask again then.
class Uploads final : public QObject {
    Q_OBJECT

public:
    //! What is carried and how it is offered: a file that becomes a message, or a picture for a post.
    using Parcel = std::variant<protocol::cmd::Offer, protocol::cmd::OfferPicture>;
    //! Its bytes; null when they are gone or other ones than at first.
    using Open = std::function<std::unique_ptr<QIODevice>()>;

    Uploads(Link &link, const LinkTimes &times, QObject *parent = nullptr);

    //! The connection is signed in. finished() or pictureFinished() follows once, unless stop(), forget() or withdraw() come
    //! before. What is under way already is not begun anew.
    void add(const Parcel &parcel, const Open &open);
    //! The connection is gone: forgets everything.
    void stop();
    //! It has arrived in another way.
    void forget(ClientId cid);
    //! Gives it up, and says so to the server as far as it knows of it.
    void withdraw(ClientId cid);
    //! A finished picture that no post will have.
    void discard(UploadId upload);
    bool isOnline() const { return m_link.state() == LinkState::Online; }
    void told(const protocol::ev::FileProgress &event);

Q_SIGNALS:
    void progress(jjak::ClientId cid, qint64 sent);
    void finished(jjak::RoomId room, jjak::ClientId cid, const jjak::Result<jjak::protocol::cmd::Sent> &answer);
    void pictureFinished(jjak::ClientId cid, const jjak::Result<jjak::protocol::Picture> &answer);

private:
    //! What the server says in the end.
    using Receipt = std::variant<protocol::cmd::Sent, protocol::cmd::PictureReply>;
    struct Transfer {
        Parcel parcel;
        Open open;
        ClientId cid = {};
        qint64 total = 0;
        std::unique_ptr<QIODevice> bytes = {};
        UploadId upload = {};
        int chunk = limits::chunkBytes;
        qint64 position = 0; //!< of the next chunk
        qint64 there = 0;    //!< so much the server has
        Window window = {};
        bool isTurning = false; //!< a chunk was not taken: goes on at `there` when all that are under way are answered
        bool isOffered = false;
        bool isFinishing = false;
        int fruitless = 0; //!< times it had to go back without having come further
    };
    using It = std::list<Transfer>::iterator;

    It find(ClientId cid);
    void next();
    void offer(It it);
    void offered(ClientId cid, const Result<protocol::cmd::Ticket> &answer);
    void pump(It it);
    void finish(It it);
    void answered(ClientId cid, const Result<Receipt> &answer);
    void refused(It it, const Error &error);
    void turnBack(It it);
    void again(It it, const Error &error, void (Uploads::*step)(It));
    void end(It it, const Result<Receipt> &answer);
    void stalled();

    Link &m_link;
    LinkTimes m_times;
    std::deque<Transfer> m_queue;
    std::list<Transfer> m_active;
    int m_round = 0; //!< what was asked before stop() is void
    QTimer m_stall;
};

} // namespace jjak::client
