// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/websocket/frame.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace jjak::gateway {

namespace {

constexpr qsizetype controlLimit = controlPayloadBytes;

//! A frame with its head written; the payload, `size` bytes at `*payload`, is still to be filled in.
QByteArray frameFor(Opcode opcode, qsizetype size, char **payload)
{
    const qsizetype head = size < 126 ? 2 : size <= 0xFFFF ? 4 : 10;
    QByteArray frame(head + size, Qt::Uninitialized);
    char *out = frame.data();
    out[0] = static_cast<char>(0x80 | static_cast<std::uint8_t>(opcode));
    if (head == 2) {
        out[1] = static_cast<char>(size);
    } else if (head == 4) {
        out[1] = 126;
        qToBigEndian(static_cast<quint16>(size), out + 2);
    } else {
        out[1] = 127;
        qToBigEndian(static_cast<quint64>(size), out + 2);
    }
    *payload = out + head;
    return frame;
}

QByteArray frameWith(Opcode opcode, QByteArrayView bytes)
{
    char *payload = nullptr;
    QByteArray frame = frameFor(opcode, bytes.size(), &payload);
    std::copy(bytes.begin(), bytes.end(), payload);
    return frame;
}

QByteArrayView cutBetweenCodePoints(QByteArrayView text, qsizetype limit)
{
    if (text.size() <= limit)
        return text;
    while (limit > 0 && (static_cast<std::uint8_t>(text[limit]) & 0xC0) == 0x80)
        --limit;
    return text.first(limit);
}

} // namespace

bool isCloseCodeOnWire(std::uint16_t code) noexcept
{
    return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
}

QByteArray textFrame(QByteArrayView text)
{
    return frameWith(Opcode::Text, text);
}

QByteArray binaryFrame(QByteArrayView bytes)
{
    return frameWith(Opcode::Binary, bytes);
}

QByteArray pingFrame(QByteArrayView payload)
{
    return frameWith(Opcode::Ping, payload.first(std::min(payload.size(), controlLimit)));
}

QByteArray pongFrame(QByteArrayView payload)
{
    return frameWith(Opcode::Pong, payload.first(std::min(payload.size(), controlLimit)));
}

QByteArray closeFrame(std::uint16_t code, QByteArrayView reason)
{
    if (!isCloseCodeOnWire(code))
        return frameWith(Opcode::Close, {});
    const QByteArrayView words = cutBetweenCodePoints(reason, controlLimit - 2);
    char *payload = nullptr;
    QByteArray frame = frameFor(Opcode::Close, words.size() + 2, &payload);
    qToBigEndian(static_cast<quint16>(code), payload);
    std::copy(words.begin(), words.end(), payload + 2);
    return frame;
}

} // namespace jjak::gateway
