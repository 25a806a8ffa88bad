// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mutations.h"

#include <QtEndian>

#include "pictures.h"

namespace jjak::images::test {

namespace {

template <class T>
T grown(T side, Rng &rng)
{
    return T(side + 1 + T(rng.below(4 * quint64(side))));
}

//! Start of frame 0 (baseline) or 2 (progressive): length, precision, height, width.
QByteArray boastingJpeg(QByteArray file, Rng &rng)
{
    for (const char *frame : {"\xff\xc0", "\xff\xc2"}) {
        if (const qsizetype at = file.indexOf(frame); at > 0) {
            char *side = file.data() + at + 5 + (rng.below(2) ? 2 : 0);
            qToBigEndian(grown(qFromBigEndian<quint16>(side), rng), side);
            break;
        }
    }
    return file;
}

QByteArray boastingPng(QByteArray file, Rng &rng)
{
    constexpr qsizetype head = 16, headSize = 13; // behind the signature, the length and "IHDR"
    char *side = file.data() + head + (rng.below(2) ? 4 : 0);
    qToBigEndian(grown(qFromBigEndian<quint32>(side), rng), side);
    return file.replace(head - 8, headSize + 12, pngChunk("IHDR", file.mid(head, headSize)));
}

//! RFC 9649: canvas sides minus one in 24 bits, sides of a lossy frame in 14, of a lossless one minus one in 14 bits each.
QByteArray boastingWebp(QByteArray file, Rng &rng)
{
    if (const qsizetype at = file.indexOf("VP8X"); at > 0) {
        char *side = file.data() + at + 12 + (rng.below(2) ? 3 : 0);
        *side = char(grown(uchar(*side), rng));
    } else if (const qsizetype start = file.indexOf("\x9d\x01\x2a"); start > 0) {
        char *side = file.data() + start + 3 + (rng.below(2) ? 2 : 0);
        qToLittleEndian(grown(qFromLittleEndian<quint16>(side), rng), side);
    } else if (const qsizetype lossless = file.indexOf("VP8L"); lossless > 0) {
        char *sides = file.data() + lossless + 9;
        const quint32 bits = qFromLittleEndian<quint32>(sides);
        const quint32 width = grown(bits & 0x3fff, rng) & 0x3fff;
        qToLittleEndian((bits & ~0x3fffu) | width, sides);
    }
    return file;
}

} // namespace

QList<Original> originals()
{
    const QImage image = scene({96, 64}), through = scene({80, 60}, 120);
    return {
        {"jpeg", encoded(image, "jpeg")},        {"progressive jpeg", progressive(image)},   {"grey jpeg", encoded(image.convertToFormat(QImage::Format_Grayscale8), "jpeg")},
        {"png", encoded(image, "png")},          {"png with alpha", encoded(through, "png")}, {"png with palette", encoded(image.convertToFormat(QImage::Format_Indexed8), "png")},
        {"webp", encoded(image, "webp", 80)},    {"webp with alpha", encoded(through, "webp", 80)}, {"lossless webp", encoded(image, "webp", 100)},
    };
}

QByteArray flipped(QByteArray file, Rng &rng)
{
    for (quint64 n = 1 + rng.below(8); n > 0; --n) {
        const auto at = qsizetype(rng.below(quint64(file.size())));
        file[at] = char(uchar(file[at]) ^ (1u << rng.below(8)));
    }
    return file;
}

QByteArray cut(const QByteArray &file, Rng &rng)
{
    return file.first(qsizetype(rng.below(quint64(file.size()))));
}

QByteArray boasting(const QByteArray &file, Rng &rng)
{
    if (file.startsWith("\xff\xd8"))
        return boastingJpeg(file, rng);
    return file.startsWith("RIFF") ? boastingWebp(file, rng) : boastingPng(file, rng);
}

} // namespace jjak::images::test
