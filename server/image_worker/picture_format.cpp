// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/image_worker/picture_format.h"

#include <QtEndian>

namespace jjak::image_worker {

namespace {

constexpr qsizetype pngSignature = 8, pngChunk = 12, riffHead = 12;
// A progressive JPEG has some ten. Each goes over all pixels again: 2,000 small ones take 15 s of a processor.
constexpr int mostScans = 100;

uchar at(const QByteArray &bytes, qsizetype i)
{
    return uchar(bytes[i]);
}

//! Behind the coded data of a scan: where the next marker is that is neither a stuffed zero nor a restart.
qsizetype endOfScan(const QByteArray &bytes, qsizetype from)
{
    for (qsizetype i = from; i + 1 < bytes.size(); ++i) {
        const uchar next = at(bytes, i + 1);
        if (at(bytes, i) == 0xff && next != 0x00 && next != 0xff && !(next >= 0xd0 && next <= 0xd7))
            return i;
    }
    return bytes.size();
}

//! ITU-T T.81, annex B: segments with their lengths, scans that end with the next marker, then EOI.
bool isWholeJpeg(const QByteArray &bytes)
{
    qsizetype i = 2;
    int scans = 0;
    while (i + 1 < bytes.size()) {
        if (at(bytes, i) != 0xff || at(bytes, i + 1) == 0xff) { // fill bytes, or something that decoders skip as well
            ++i;
            continue;
        }
        const uchar marker = at(bytes, i + 1);
        i += 2;
        if (marker == 0xd9)
            return true;
        if (marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8))
            continue;
        if (i + 2 > bytes.size())
            return false;
        i += qFromBigEndian<quint16>(bytes.constData() + i);
        if (marker == 0xda) {
            if (++scans > mostScans)
                return false;
            i = endOfScan(bytes, i);
        }
    }
    return false;
}

//! PNG specification, 5.3: chunks with their lengths up to IEND.
bool isWholePng(const QByteArray &bytes)
{
    for (qsizetype i = pngSignature; i + pngChunk <= bytes.size();) {
        if (QByteArrayView(bytes).sliced(i + 4, 4) == "IEND")
            return true;
        i += pngChunk + qsizetype(qFromBigEndian<quint32>(bytes.constData() + i));
    }
    return false;
}

bool isWholeWebp(const QByteArray &bytes)
{
    return qsizetype(qFromLittleEndian<quint32>(bytes.constData() + 4)) + 8 <= bytes.size();
}

} // namespace

std::optional<Format> formatOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\xff\xd8\xff"))
        return Format::Jpeg;
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return Format::Png;
    if (bytes.size() >= riffHead && bytes.startsWith("RIFF") && QByteArrayView(bytes).sliced(8, 4) == "WEBP")
        return Format::Webp;
    return std::nullopt;
}

const char *nameOf(Format format)
{
    switch (format) {
    case Format::Jpeg: return "jpeg";
    case Format::Png: return "png";
    case Format::Webp: return "webp";
    }
    Q_UNREACHABLE();
}

bool isWhole(Format format, const QByteArray &bytes)
{
    switch (format) {
    case Format::Jpeg: return isWholeJpeg(bytes);
    case Format::Png: return isWholePng(bytes);
    case Format::Webp: return isWholeWebp(bytes);
    }
    Q_UNREACHABLE();
}

} // namespace jjak::image_worker
