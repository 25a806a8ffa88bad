// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/post_thumbnails.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

const QString trustedKey = u"desktop/trustsLounge"_s;

} // namespace

PostThumbnails::PostThumbnails(Context &context, QObject *parent) : QObject(parent), m_context(context), m_trusted(context.settings.extra(trustedKey).toBool())
{
    client::Lounge &lounge = context.session.lounge();
    connect(&lounge, &client::Lounge::ready, this, [this] {
        m_pictures.reset();
        Q_EMIT arrived(); // those that could not be had are drawn, and so asked for, again
    });
    connect(&context.session, &client::Session::signedOut, this, [this] {
        m_pictures.clear();
        trustAll(false);
    });
}

QPixmap PostThumbnails::get(const protocol::Picture &picture, bool mine)
{
    const UploadId upload = picture.upload;
    if (!m_pictures.has(upload) && m_pictures.ask(upload))
        m_context.session.lounge().pictures().fetch(picture, true, [self = QPointer<PostThumbnails>(this), upload](const Result<QByteArray> &bytes) {
            if (self && bytes && self->m_pictures.put(upload, *bytes))
                Q_EMIT self->arrived();
        });
    return m_pictures.get(upload, isBlurred(upload, mine));
}

bool PostThumbnails::isBlurred(UploadId picture, bool mine) const
{
    return !mine && !m_trusted && !m_pictures.isRevealed(picture);
}

void PostThumbnails::reveal(UploadId picture)
{
    m_pictures.reveal(picture);
    Q_EMIT arrived();
}

void PostThumbnails::trustAll(bool on)
{
    m_trusted = on;
    m_context.settings.setExtra(trustedKey, on);
    Q_EMIT arrived();
}

PostImages::PostImages(client::Pictures &source, PostThumbnails &thumbnails, const QList<protocol::Picture> &pictures, bool mine)
    : m_source(source), m_thumbnails(thumbnails), m_pictures(pictures), m_mine(mine)
{
    connect(&source, &client::Pictures::progress, this, [this](UploadId upload, qint64 have, qint64 total) {
        for (int i = 0; i < count(); ++i)
            if (m_pictures[i].upload == upload)
                Q_EMIT progress(i, have, total);
    });
}

void PostImages::fetch(int index, Done done)
{
    m_thumbnails.reveal(m_pictures[index].upload);
    m_source.fetch(m_pictures[index], false, std::move(done));
}

} // namespace jjak::desktop
