// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures.h"

#include <QBuffer>
#include <QDir>
#include <QImageWriter>
#include <QProcess>
#include <QTest>
#include <QtEndian>
#include <array>

#include "common/base/rng.h"

namespace jjak::images::test {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<QRgb, 4> colours{qRgb(220, 30, 30), qRgb(30, 180, 30), qRgb(30, 30, 220), qRgb(220, 200, 30)};

quint32 crcOf(const QByteArray &bytes)
{
    quint32 crc = 0xffffffff;
    for (const char byte : bytes) {
        crc ^= uchar(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ~crc;
}

QByteArray bigEndian(quint32 number)
{
    QByteArray out(4, '\0');
    qToBigEndian(number, out.data());
    return out;
}

} // namespace

QImage scene(QSize size, int alpha)
{
    SeededRng rng(20261121);
    QImage image(size, alpha == 255 ? QImage::Format_RGB32 : QImage::Format_ARGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            const QRgb colour = colours[size_t(y * 2 >= size.height()) * 2 + size_t(x * 2 >= size.width())];
            const int noise = int(rng.below(21));
            image.setPixel(x, y, qRgba(qRed(colour) + noise, qGreen(colour) + noise, qBlue(colour) + noise, alpha));
        }
    }
    return image;
}

char cornerOf(QRgb colour)
{
    const auto distance = [&](QRgb other) { return std::abs(qRed(other) - qRed(colour)) + std::abs(qGreen(other) - qGreen(colour)) + std::abs(qBlue(other) - qBlue(colour)); };
    return "rgby"[std::ranges::min_element(colours, {}, distance) - colours.begin()];
}

QByteArray corners(const QImage &image)
{
    const int left = image.width() / 8, right = image.width() - 1 - left, top = image.height() / 8, bottom = image.height() - 1 - top;
    QByteArray out;
    for (const QPoint point : {QPoint(left, top), QPoint(right, top), QPoint(left, bottom), QPoint(right, bottom)})
        out += cornerOf(image.pixel(point));
    return out;
}

QByteArray encoded(const QImage &image, const char *format, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, format);
    if (qstrcmp(format, "png") != 0) // to a PNG it would say how hard to pack
        writer.setQuality(quality);
    if (!writer.write(image))
        qFatal("%s cannot be written", format);
    return bytes;
}

QByteArray progressive(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "jpeg");
    writer.setProgressiveScanWrite(true);
    return writer.write(image) ? bytes : QByteArray();
}

QByteArray pngChunk(const QByteArray &type, const QByteArray &data)
{
    return bigEndian(quint32(data.size())) + type + data + bigEndian(crcOf(type + data));
}

QByteArray emptyPng(quint32 width, quint32 height, quint32 rows)
{
    const QByteArray head = bigEndian(width) + bigEndian(height) + QByteArray("\x08\x02\x00\x00\x00", 5); // 8 bits, RGB
    const QByteArray pixels = qCompress(QByteArray(qsizetype(rows) * (1 + 3 * qsizetype(width)), '\0'), 9).mid(4); // Qt puts a length in front
    return "\x89PNG\r\n\x1a\n" + pngChunk("IHDR", head) + pngChunk("IDAT", pixels) + pngChunk("IEND", {});
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(path));
}

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        QTest::qFail(qPrintable(program + u": "_s + process.errorString() + QString::fromUtf8(process.readAllStandardError())), __FILE__, __LINE__);
        return {};
    }
    return process.readAllStandardOutput();
}

Bench::Bench(const QString &program, Duration time) : m_process(program, time)
{
    if (!QDir(m_folder.path()).mkdir(u"out"_s))
        qFatal("no folder");
}

Result<app::MadeImage> Bench::make(const QByteArray &file, const QString &name)
{
    put(path(name), file);
    return m_process.make(path(name), output());
}

QStringList Bench::written() const
{
    return QDir(output()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
}

bool refusedFor(const Result<app::MadeImage> &result, const char *reason, const Bench &bench)
{
    const bool right = !result && result.error().code == ErrorCode::FileType && result.error().reason == QLatin1StringView(reason) && bench.written().isEmpty();
    if (!right)
        qWarning() << "not refused for" << reason << "but" << (result ? u"made"_s : result.error().reason) << bench.written();
    return right;
}

} // namespace jjak::images::test
