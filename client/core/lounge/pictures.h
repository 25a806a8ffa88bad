// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "client/core/net/fetches.h"
#include "common/protocol/lounge_values.h"

namespace jjak::client {

class FileShelf;

//! The bytes of pictures of posts: from where images of messages lie, too, or from the server. It knows no posts.
class Pictures final : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(const Result<QByteArray> &)>;

    Pictures(Fetches &fetches, FileShelf &shelf, QObject *parent = nullptr);

    //! `done`: once, never during the call; what is under way goes on after a lost connection. Errors: file.gone, post.not_found.
    void fetch(const protocol::Picture &picture, bool thumbnail, Done done);
    //! The thumbnail as the server has it now, whatever lies here.
    void look(const protocol::Picture &picture, Done done);
    //! Of the picture itself: nobody is called.
    void cancel(UploadId upload);
    //! It is gone for everybody: nothing of it stays here.
    void drop(UploadId upload);

Q_SIGNALS:
    //! Not of thumbnails.
    void progress(jjak::UploadId upload, qint64 have, qint64 total);

private:
    void ask(const protocol::Picture &picture, bool thumbnail, Done done);

    Fetches &m_fetches;
    FileShelf &m_shelf;
};

} // namespace jjak::client
