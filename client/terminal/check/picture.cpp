// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/check/picture.h"

#include <QtEndian>

namespace jjak::terminal {

namespace {

//! As PNG counts it: of the chunk's name and its data.
quint32 crc(const QByteArray &bytes)
{
    quint32 sum = 0xffffffff;
    for (const char byte : bytes) {
        sum ^= uchar(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum >> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }
    return ~sum;
}

QByteArray number(quint32 value)
{
    QByteArray bytes(sizeof value, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray chunk(const QByteArray &name, const QByteArray &data)
{
    return number(quint32(data.size())) + name + data + number(crc(name + data));
}

} // namespace

QByteArray dawn(QSize size)
{
    QByteArray rows;
    for (int y = 0; y < size.height(); ++y) {
        const int fall = 255 * y / size.height();
        rows += '\0'; // the row is not filtered
        for (int x = 0; x < size.width(); ++x)
            rows.append(char(fall)).append(char(80 + fall / 3)).append(char(200 - fall / 2));
    }
    constexpr int sizeBefore = 4; // qCompress() puts the length in front of what zlib makes
    const QByteArray eightBitsOfRedGreenBlue("\x08\x02\x00\x00\x00", 5);
    return QByteArray("\x89PNG\r\n\x1a\n") + chunk("IHDR", number(quint32(size.width())) + number(quint32(size.height())) + eightBitsOfRedGreenBlue) + chunk("IDAT", qCompress(rows).mid(sizeBefore)) + chunk("IEND", {});
}

} // namespace jjak::terminal
