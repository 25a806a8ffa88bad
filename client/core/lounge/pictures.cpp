// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/lounge/pictures.h"

#include "client/core/cache/file_shelf.h"

namespace jjak::client {

using protocol::Picture;

namespace {

//! Of what is so small that it is its own thumbnail there may be none.
bool hasThumbnail(const Picture &picture)
{
    return picture.file.thumbnail > 0;
}

} // namespace

Pictures::Pictures(Fetches &fetches, FileShelf &shelf, QObject *parent) : QObject(parent), m_fetches(fetches), m_shelf(shelf)
{
    connect(&fetches, &Fetches::progress, this, [this](const Fetches::What &what, qint64 have, qint64 total) {
        if (const auto *upload = std::get_if<UploadId>(&what.of))
            Q_EMIT progress(*upload, have, total);
    });
}

void Pictures::fetch(const Picture &picture, bool thumbnail, Done done)
{
    const bool small = thumbnail && hasThumbnail(picture);
    if (const auto bytes = m_shelf.picture(picture.upload, small))
        QMetaObject::invokeMethod(this, [done, bytes = *bytes] { done(bytes); }, Qt::QueuedConnection);
    else
        ask(picture, small, std::move(done));
}

void Pictures::look(const Picture &picture, Done done)
{
    ask(picture, hasThumbnail(picture), std::move(done));
}

void Pictures::ask(const Picture &picture, bool thumbnail, Done done)
{
    const qint64 total = thumbnail ? picture.file.thumbnail : picture.file.bytes;
    m_fetches.add({picture.upload, thumbnail}, total, [this, upload = picture.upload, thumbnail, done = std::move(done)](const Result<QByteArray> &bytes) {
        if (bytes)
            m_shelf.putPicture(upload, thumbnail, *bytes);
        done(bytes);
    });
}

void Pictures::cancel(UploadId upload)
{
    m_fetches.cancel({upload, false});
}

void Pictures::drop(UploadId upload)
{
    m_shelf.dropPicture(upload);
}

} // namespace jjak::client
