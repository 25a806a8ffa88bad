// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/gateway/client_frames.h"

#include <QtEndian>

namespace jjak::gateway::test {

namespace {

QByteArray bigEndian(quint64 value, int bytes)
{
    QByteArray out;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        out.append(static_cast<char>(value >> shift));
    return out;
}

} // namespace

QByteArray ClientFrame::bytes() const
{
    const qsizetype size = payload.size();
    const int bits = lengthBits ? lengthBits : size < 126 ? 7 : size <= 0xFFFF ? 16 : 64;
    const int maskBit = masked ? 0x80 : 0;
    QByteArray out(1, static_cast<char>(first));
    out.append(static_cast<char>(maskBit | (bits == 7 ? static_cast<int>(size) : bits == 16 ? 126 : 127)));
    if (bits > 7)
        out.append(bigEndian(static_cast<quint64>(size), bits / 8));
    if (!masked)
        return out + payload;
    out.append(key);
    for (qsizetype i = 0; i < size; ++i)
        out.append(static_cast<char>(payload[i] ^ key[i % 4]));
    return out;
}

QByteArray frame(int first, const QByteArray &payload)
{
    return ClientFrame{.first = first, .payload = payload}.bytes();
}

QByteArray text(const QByteArray &payload) { return frame(0x81, payload); }
QByteArray binary(const QByteArray &payload) { return frame(0x82, payload); }
QByteArray textStart(const QByteArray &payload) { return frame(0x01, payload); }
QByteArray binaryStart(const QByteArray &payload) { return frame(0x02, payload); }
QByteArray more(const QByteArray &payload) { return frame(0x00, payload); }
QByteArray last(const QByteArray &payload) { return frame(0x80, payload); }
QByteArray ping(const QByteArray &payload) { return frame(0x89, payload); }
QByteArray pong(const QByteArray &payload) { return frame(0x8A, payload); }
QByteArray closeWith(const QByteArray &payload) { return frame(0x88, payload); }

QByteArray close(int code, const QByteArray &reason)
{
    return closeWith(bigEndian(static_cast<quint64>(code), 2) + reason);
}

QByteArray announced(int first, quint64 length)
{
    return QByteArray(1, static_cast<char>(first)) + "\xFF" + bigEndian(length, 8) + "\x37\xFA\x21\x3D";
}

QByteArray upgradeRequest(const QByteArray &fields)
{
    return "GET /ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
           "Sec-WebSocket-Protocol: jjak.v1\r\n"
        + fields + "\r\n";
}

} // namespace jjak::gateway::test
