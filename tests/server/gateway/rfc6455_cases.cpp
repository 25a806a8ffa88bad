// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/gateway/rfc6455_cases.h"

namespace jjak::gateway::test {

QList<FrameCase> frameCases()
{
    return framingCases() + pingCases() + reservedBitCases() + opcodeCases() + maskingCases() + fragmentationCases() + utf8Cases()
        + splitUtf8Cases() + closeCases() + limitCases();
}

Expected gotText(const QByteArray &payload) { return {Incoming::Kind::Text, payload}; }
Expected gotBinary(const QByteArray &payload) { return {Incoming::Kind::Binary, payload}; }
Expected gotPing(const QByteArray &payload) { return {Incoming::Kind::Ping, payload}; }
Expected gotPong(const QByteArray &payload) { return {Incoming::Kind::Pong, payload}; }
Expected gotClose(std::uint16_t code, const QByteArray &reason) { return {Incoming::Kind::Close, reason, code}; }
Expected failed(std::uint16_t code) { return {Incoming::Kind::Failure, {}, code}; }

} // namespace jjak::gateway::test
