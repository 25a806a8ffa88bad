// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/image_worker/safe_picture.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImageReader>
#include <QImageWriter>
#include <QLoggingCategory>
#include <QThreadPool>
#include <atomic>

#include "common/rules/limits.h"
#include "server/image_worker/picture_format.h"

namespace jjak::image_worker {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostPixels = 50'000'000;
constexpr int longestSideIn = 16'384;
constexpr int quality = 85;
constexpr int mostMegabytes = 512; // of one decoded image: 50 megapixels of 16 bits a channel are 400

// libjpeg paints grey where data is missing and only mentions it, to Qt's log. There is one log a process.
std::atomic<bool> jpegComplained = false;

void listen(QtMsgType, const QMessageLogContext &context, const QString &message)
{
    // Bytes too many are common in photographs and harmless; so are unknown variants of headers.
    if (QLatin1StringView(context.category) == "qt.gui.imageio.jpeg"_L1
        && (message.startsWith("Premature end"_L1) || message.startsWith("Corrupt JPEG data"_L1) || message.startsWith("Inconsistent progression"_L1))
        && !message.contains("extraneous bytes"_L1))
        jpegComplained = true;
}

QSize shrunk(QSize size, int longest)
{
    return size.width() > longest || size.height() > longest ? size.scaled(longest, longest, Qt::KeepAspectRatio).expandedTo({1, 1}) : size;
}

bool isTooLarge(QSize size)
{
    return size.width() > longestSideIn || size.height() > longestSideIn || qint64(size.width()) * size.height() > mostPixels;
}

bool hasTransparency(const QImage &image)
{
    if (!image.hasAlphaChannel())
        return false;
    const QImage plain = image.convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < plain.height(); ++y) {
        const auto *row = reinterpret_cast<const QRgb *>(plain.constScanLine(y));
        if (std::any_of(row, row + plain.width(), [](QRgb pixel) { return qAlpha(pixel) != 255; }))
            return true;
    }
    return false;
}

//! The pixels alone, in sRGB: without texts, profile, resolution and whatever else an image carries along.
QImage fresh(QImage image, const QColorSpace &space)
{
    image.convertTo(hasTransparency(image) ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    if (space.isValid() && space != QColorSpace(QColorSpace::SRgb)) {
        image.setColorSpace(space);
        image.convertToColorSpace(QColorSpace::SRgb);
    }
    return QImage(image.constBits(), image.width(), image.height(), image.bytesPerLine(), image.format()).copy();
}

//! At most 2,048 pixels a side. Colours are converted, and transparency is looked for, where there are few pixels.
QImage decoded(QImageReader &reader, Format format, QSize size)
{
    reader.setAutoTransform(true);
    if (format == Format::Jpeg)
        reader.setScaledSize(shrunk(size, limits::imageSide)); // libjpeg scales while it decodes
    QImage image;
    if (!reader.read(&image))
        return {};
    const QColorSpace space = image.colorSpace();
    image.convertTo(image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    const QSize target = shrunk(image.size(), limits::imageSide);
    if (image.size() != target)
        image = image.scaled(target, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return fresh(std::move(image), space);
}

QByteArray encoded(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, image.hasAlphaChannel() ? "png" : "jpeg");
    if (!image.hasAlphaChannel()) {
        writer.setQuality(quality);
        writer.setOptimizedWrite(true);
    }
    return writer.write(image) ? bytes : QByteArray();
}

} // namespace

bool loadFormats()
{
    QThreadPool::globalInstance()->setMaxThreadCount(1); // one picture shall not take the server's processors
    QImageReader::setAllocationLimit(mostMegabytes);
    QLoggingCategory::setFilterRules(u"qt.gui.imageio*.warning=true"_s);
    qInstallMessageHandler(listen);
    const auto formats = QImageReader::supportedImageFormats();
    for (const Format format : {Format::Jpeg, Format::Png, Format::Webp}) {
        if (!formats.contains(nameOf(format)))
            return false;
        QBuffer nothing;
        nothing.open(QIODevice::ReadOnly);
        QImageReader(&nothing, nameOf(format)).canRead();
    }
    return !encoded(QImage(1, 1, QImage::Format_RGB32)).isEmpty() && !encoded(QImage(1, 1, QImage::Format_ARGB32)).isEmpty();
}

std::variant<SafePicture, Refusal> makeSafe(const QByteArray &bytes)
{
    const auto format = formatOf(bytes);
    if (!format)
        return Refusal::Type;
    if (!isWhole(*format, bytes))
        return Refusal::Damaged;
    QByteArray copy = bytes;
    QBuffer buffer(&copy);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, nameOf(*format));
    reader.setAutoDetectImageFormat(false);
    const QSize size = reader.size();
    if (size.isEmpty())
        return Refusal::Damaged;
    if (isTooLarge(size))
        return Refusal::Pixels;
    const QImage image = decoded(reader, *format, size);
    if (image.isNull() || jpegComplained)
        return Refusal::Damaged;
    const QSize small = shrunk(image.size(), limits::thumbnailSide);
    // Scaling gives another format; the thumbnail is of the same type as the image, which it stands for.
    const QImage thumbnail = image.scaled(small, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(image.format());
    SafePicture made{image.hasAlphaChannel() ? "image/png" : "image/jpeg", image.size(), encoded(image), encoded(thumbnail)};
    if (made.image.isEmpty() || made.thumbnail.isEmpty())
        return Refusal::Damaged;
    return made;
}

} // namespace jjak::image_worker
