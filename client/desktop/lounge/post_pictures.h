// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/desktop/context.h"
#include "client/desktop/lounge/post_thumbnails.h"
#include "client/desktop/translated.h"

namespace jjak::desktop {

class FlowLayout;
class PictureTile;

//! The pictures of a post as one reads it: small ones beside each other, each of which opens large.
class PostPictures final : public Translated<QWidget> {
    Q_OBJECT

public:
    PostPictures(Context &context, PostThumbnails &thumbnails, QWidget *parent = nullptr);

    void set(const QList<protocol::Picture> &pictures, bool mine);
    QList<PictureTile *> tiles() const { return m_tiles; }
    //! Shows it plainly, or large when it is.
    void open(int index);

protected:
    void retranslate() override;

private:
    void refresh();
    void nameTile(int index);
    QSize frameOf(const protocol::Picture &picture) const;

    Context &m_context;
    PostThumbnails &m_thumbnails;
    FlowLayout *m_flow;
    QList<protocol::Picture> m_pictures;
    bool m_mine = false;
    QList<PictureTile *> m_tiles;
};

} // namespace jjak::desktop
