// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "client/desktop/context.h"
#include "client/desktop/files/image_series.h"
#include "client/desktop/files/thumbnail_store.h"

namespace jjak::desktop {

//! The small pictures of posts: fetched when one is drawn for the first time, remembered as long as there is room. As in
//! conversations, pictures of others are blurred until somebody has looked at one on purpose, or trusts the lounge.
class PostThumbnails final : public QObject {
    Q_OBJECT

public:
    explicit PostThumbnails(Context &context, QObject *parent = nullptr);

    //! Null as long as it is not here; arrived() follows. A picture that cannot be had is not asked for again before the
    //! connection is another one.
    QPixmap get(const protocol::Picture &picture, bool mine);
    bool isBlurred(UploadId picture, bool mine) const;
    //! Shown plainly from now on, as long as the program runs.
    void reveal(UploadId picture);
    //! All pictures of the lounge are shown plainly, also after the next start; or no more.
    void trustAll(bool on);
    bool trustsAll() const { return m_trusted; }

Q_SIGNALS:
    void arrived();

private:
    Context &m_context;
    ThumbnailStore<UploadId> m_pictures;
    bool m_trusted = false;
};

//! The pictures of one post, for the viewer. Whoever looks at one there has looked at it on purpose.
class PostImages final : public ImageSeries {
    Q_OBJECT

public:
    PostImages(client::Pictures &source, PostThumbnails &thumbnails, const QList<protocol::Picture> &pictures, bool mine);

    int count() const override { return int(m_pictures.size()); }
    QString name(int index) const override { return m_pictures[index].file.name; }
    QPixmap preview(int index) override { return m_thumbnails.get(m_pictures[index], m_mine); }
    void fetch(int index, Done done) override;
    void cancel(int index) override { m_source.cancel(m_pictures[index].upload); }

private:
    client::Pictures &m_source;
    PostThumbnails &m_thumbnails;
    const QList<protocol::Picture> m_pictures;
    const bool m_mine;
};

} // namespace jjak::desktop
