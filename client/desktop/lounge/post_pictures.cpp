// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/post_pictures.h"

#include <algorithm>

#include "client/desktop/files/image_viewer.h"
#include "client/desktop/kit/message_text.h"
#include "client/desktop/kit/theme.h"
#include "client/desktop/lounge/flow_layout.h"
#include "client/desktop/lounge/picture_tile.h"

namespace jjak::desktop {

namespace {

constexpr int gap = 8, heightOfMany = 140, heightAlone = 240, narrowest = 90, widest = 360; // at 100 %

} // namespace

PostPictures::PostPictures(Context &context, PostThumbnails &thumbnails, QWidget *parent)
    : Translated(parent), m_context(context), m_thumbnails(thumbnails), m_flow(new FlowLayout(context.theme.px(gap), this))
{
    connect(&thumbnails, &PostThumbnails::arrived, this, &PostPictures::refresh);
    hide();
}

QSize PostPictures::frameOf(const protocol::Picture &picture) const
{
    const int tall = m_pictures.size() == 1 ? heightAlone : heightOfMany;
    const bool known = picture.file.width > 0 && picture.file.height > 0;
    const int wide = known ? tall * picture.file.width / picture.file.height : tall;
    return {std::clamp(wide, narrowest, widest), tall};
}

void PostPictures::set(const QList<protocol::Picture> &pictures, bool mine)
{
    if (m_pictures == pictures && m_mine == mine)
        return;
    m_pictures = pictures;
    m_mine = mine;
    while (m_tiles.size() > pictures.size()) {
        PictureTile *tile = m_tiles.takeLast();
        delete m_flow->takeAt(int(m_tiles.size()));
        tile->hide();
        tile->deleteLater();
    }
    while (m_tiles.size() < pictures.size()) {
        auto *tile = new PictureTile(m_context.theme, this);
        const int index = int(m_tiles.size());
        connect(tile, &PictureTile::clicked, this, [this, index] { open(index); });
        m_flow->addWidget(tile);
        m_tiles.append(tile);
        tile->show();
    }
    for (qsizetype i = 0; i < pictures.size(); ++i)
        m_tiles[i]->setFrame(frameOf(pictures[i]));
    setVisible(!pictures.isEmpty());
    refresh();
}

void PostPictures::refresh()
{
    for (int i = 0; i < m_tiles.size(); ++i) {
        m_tiles[i]->setPicture(m_thumbnails.get(m_pictures[i], m_mine));
        nameTile(i);
    }
}

void PostPictures::nameTile(int index)
{
    const protocol::Picture &picture = m_pictures[index];
    const bool covered = m_thumbnails.isBlurred(picture.upload, m_mine);
    const QString name = tr("Picture %1 of %2: %3").arg(QString::number(index + 1), QString::number(m_pictures.size()), displayText(picture.file.name));
    PictureTile *tile = m_tiles[index];
    tile->setAccessibleName(covered ? tr("%1. Blurred: press to show it").arg(name) : name);
    tile->setToolTip(covered ? tr("Blurred: press to show it") : displayText(picture.file.name));
    tile->setNote(covered ? tr("Click to show") : QString());
}

void PostPictures::open(int index)
{
    if (m_thumbnails.isBlurred(m_pictures[index].upload, m_mine))
        return m_thumbnails.reveal(m_pictures[index].upload);
    auto images = std::make_unique<PostImages>(m_context.session.lounge().pictures(), m_thumbnails, m_pictures, m_mine);
    (new ImageViewer(m_context.theme, std::move(images), index, window()))->open();
}

void PostPictures::retranslate()
{
    refresh();
}

} // namespace jjak::desktop
