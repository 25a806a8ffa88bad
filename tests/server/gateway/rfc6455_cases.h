// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/websocket/codec.h"

#include <QByteArray>
#include <QList>

namespace jjak::gateway::test {

//! What a server must make of a client's bytes; of a failure only the code counts, not its words.
struct Expected {
    Incoming::Kind kind = Incoming::Kind::NeedMore;
    QByteArray payload = {};
    std::uint16_t code = 0;

    friend bool operator==(const Expected &, const Expected &) = default;
};

//! Who can be held to a case.
enum class HeldTo {
    EveryServer, //!< what RFC 6455 demands, and visible from outside
    Jjak,        //!< our own limits, the registry's newer close codes, and *when* a failure is noticed
};

//! Bytes of a client after the handshake, and what they mean.
struct FrameCase {
    QByteArray name; //!< "group: behaviour"
    QByteArray bytes;
    QList<Expected> expected;
    HeldTo heldTo = HeldTo::EveryServer;
};

//! The bytes of a handshake, and the HTTP status of the answer; 0 while more is needed.
struct HandshakeCase {
    QByteArray name;
    QByteArray bytes;
    int status = 0;
    HeldTo heldTo = HeldTo::EveryServer;
};

// The table, by groups. The section of RFC 6455 that a group comes from stands at its function.
QList<FrameCase> framingCases();       // §5.2
QList<FrameCase> pingCases();          // §5.5.2, §5.5.3
QList<FrameCase> reservedBitCases();   // §5.2
QList<FrameCase> opcodeCases();        // §5.2
QList<FrameCase> maskingCases();       // §5.1, §5.3
QList<FrameCase> fragmentationCases(); // §5.4
QList<FrameCase> utf8Cases();          // §5.6, §8.1
QList<FrameCase> splitUtf8Cases();     // §5.6, §8.1
QList<FrameCase> closeCases();         // §5.5.1, §7
QList<FrameCase> limitCases();         // §10.4

QList<HandshakeCase> handshakeCases(); // §4.2

//! All groups of frames, in the order above.
QList<FrameCase> frameCases();

// Expectations in short.
Expected gotText(const QByteArray &payload);
Expected gotBinary(const QByteArray &payload);
Expected gotPing(const QByteArray &payload = {});
Expected gotPong(const QByteArray &payload = {});
Expected gotClose(std::uint16_t code, const QByteArray &reason = {});
Expected failed(std::uint16_t code);

} // namespace jjak::gateway::test
