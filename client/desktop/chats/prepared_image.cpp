// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/chats/prepared_image.h"

#include <QBuffer>
#include <QColorSpace>
#include <QFile>
#include <QImageReader>
#include <QImageWriter>

#include "common/rules/limits.h"

namespace jjak::desktop {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestSideIn = 16'384; // as the server has it
constexpr qint64 mostPixels = 50'000'000;
constexpr int quality = 90; // the server makes it smaller once more

Error notTaken(const QString &reason)
{
    return {ErrorCode::FileType, {}, reason, {}};
}

//! The format's name in Qt, by the first bytes; empty for what is not sent as an image.
QByteArray formatOf(const QByteArray &head)
{
    if (head.startsWith("\xff\xd8\xff"))
        return "jpeg";
    if (head.startsWith("\x89PNG\r\n\x1a\n"))
        return "png";
    return head.startsWith("RIFF") && head.mid(8, 4) == "WEBP" ? "webp" : "";
}

QSize shrunk(QSize size)
{
    return size.width() > limits::imageSide || size.height() > limits::imageSide ? size.scaled(limits::imageSide, limits::imageSide, Qt::KeepAspectRatio).expandedTo({1, 1}) : size;
}

//! Before decoding: what the head claims. Qt itself stops at a size in memory and would call that damaged.
bool isTooLarge(const QImageReader &reader, QSize size)
{
    const qint64 pixels = qint64(size.width()) * size.height();
    const auto format = reader.imageFormat();
    const int depth = format == QImage::Format_Invalid ? 32 : QImage::toPixelFormat(format).bitsPerPixel();
    const qint64 mebibytes = pixels * depth / 8 / 1024 / 1024;
    return size.width() > longestSideIn || size.height() > longestSideIn || pixels > mostPixels || (!reader.scaledSize().isValid() && mebibytes >= QImageReader::allocationLimit());
}

bool hasTransparency(const QImage &image)
{
    for (int y = 0; image.hasAlphaChannel() && y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qAlpha(image.pixel(x, y)) != 255)
                return true;
    return false;
}

//! The pixels alone, in the usual colour space: texts, profile and resolution stay behind.
QImage fresh(QImage image)
{
    const QColorSpace space = image.colorSpace();
    image.convertTo(image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    const QSize target = shrunk(image.size());
    if (image.size() != target)
        image = image.scaled(target, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    image.convertTo(hasTransparency(image) ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    if (space.isValid() && space != QColorSpace(QColorSpace::SRgb)) {
        image.setColorSpace(space);
        image.convertToColorSpace(QColorSpace::SRgb);
    }
    return QImage(image.constBits(), image.width(), image.height(), image.bytesPerLine(), image.format()).copy();
}

} // namespace

Result<PreparedImage> preparedImage(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return ErrorCode::FileGone;
    const QByteArray format = formatOf(file.peek(12));
    if (format.isEmpty())
        return notTaken(u"type"_s);
    QImageReader reader(&file, format);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isEmpty())
        return notTaken(u"damaged"_s);
    if (format == "jpeg")
        reader.setScaledSize(shrunk(size)); // so that not all of a large photograph has to lie in memory
    if (isTooLarge(reader, size))
        return notTaken(u"pixels"_s);
    const QImage image = reader.read();
    return image.isNull() ? Result<PreparedImage>(notTaken(u"damaged"_s)) : preparedImage(image);
}

Result<PreparedImage> preparedImage(const QImage &image)
{
    if (image.isNull())
        return notTaken(u"damaged"_s);
    const QImage plain = fresh(image);
    PreparedImage prepared{plain.hasAlphaChannel() ? u"image/png"_s : u"image/jpeg"_s, {}, plain.size()};
    QBuffer buffer(&prepared.bytes);
    QImageWriter writer(&buffer, plain.hasAlphaChannel() ? "png" : "jpeg");
    if (!plain.hasAlphaChannel())
        writer.setQuality(quality);
    if (plain.isNull() || !writer.write(plain))
        return notTaken(u"damaged"_s);
    return prepared;
}

} // namespace jjak::desktop
