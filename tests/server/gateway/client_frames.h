// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace jjak::gateway::test {

//! A frame as a client sends it, right or wrong in every part that RFC 6455 §5.2 knows.
struct ClientFrame {
    int first = 0x81;                        //!< FIN, RSV1–3 and the opcode
    QByteArray payload = {};                 //!< before masking
    QByteArray key = "\x37\xFA\x21\x3D";     //!< the one of the examples in RFC 6455 §5.7
    bool masked = true;
    int lengthBits = 0;                      //!< 7, 16 or 64; 0 takes the shortest that fits

    QByteArray bytes() const;
};

// Well-formed frames.
QByteArray text(const QByteArray &payload);
QByteArray binary(const QByteArray &payload);
QByteArray textStart(const QByteArray &payload);   //!< without FIN
QByteArray binaryStart(const QByteArray &payload); //!< without FIN
QByteArray more(const QByteArray &payload);        //!< continuation without FIN
QByteArray last(const QByteArray &payload);        //!< continuation with FIN
QByteArray ping(const QByteArray &payload = {});
QByteArray pong(const QByteArray &payload = {});
QByteArray close(int code, const QByteArray &reason = {});
QByteArray closeWith(const QByteArray &payload);

//! A frame of any first byte, masked, of minimal length.
QByteArray frame(int first, const QByteArray &payload = {});

//! The first bytes of a masked frame that announces `length` with 64 bits; no payload follows.
QByteArray announced(int first, quint64 length);

//! A handshake that RFC 6455 and this server accept; `fields` are further lines, each with CRLF.
QByteArray upgradeRequest(const QByteArray &fields = {});

} // namespace jjak::gateway::test
