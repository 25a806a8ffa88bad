// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/files/thumbnail_store.h"

#include <QBuffer>
#include <QImageReader>
#include <algorithm>

#include "common/rules/limits.h"

namespace jjak::desktop {

namespace {

constexpr int blurredSide = 9; //!< pixels that are left of the longer side
constexpr int previewSide = 640;

} // namespace

QPixmap blurred(const QPixmap &picture)
{
    if (picture.isNull())
        return {};
    const QImage few = picture.toImage().scaled(blurredSide, blurredSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    return QPixmap::fromImage(few.scaled(picture.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
}

QPixmap decodedThumbnail(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    const QByteArray format = QImageReader::imageFormat(&buffer);
    if (format != "jpeg" && format != "png")
        return {};
    QImageReader reader(&buffer, format);
    const QSize size = reader.size();
    if (!size.isValid() || std::max(size.width(), size.height()) > limits::imageSide)
        return {};
    if (std::max(size.width(), size.height()) > previewSide)
        reader.setScaledSize(size.scaled(previewSide, previewSide, Qt::KeepAspectRatio));
    return QPixmap::fromImage(reader.read());
}

int costOf(const QPixmap &picture)
{
    return std::max(1, picture.width() * picture.height() * 4 / 1024);
}

} // namespace jjak::desktop
