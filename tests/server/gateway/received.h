// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/websocket/codec.h"
#include "server/gateway/websocket/handshake.h"
#include "tests/server/gateway/rfc6455_cases.h"

#include <QByteArray>
#include <QList>

namespace jjak::gateway::test {

//! What the codec makes of the pieces. Each piece is overwritten before the next one comes, so that nothing can lean on it.
QList<Expected> received(WebSocketCodec &codec, const QList<QByteArray> &pieces);
QList<Expected> received(const QList<QByteArray> &pieces);

//! The HTTP status that the handshake parser decides on; 200 for a plain request to be answered, 0 while it needs more.
int handshakeStatus(const HandshakeRules &rules, const QList<QByteArray> &pieces);

//! The rules under which the cases of handshakes are to be read.
HandshakeRules caseRules();

//! For the messages of a failing test.
QByteArray described(const QList<Expected> &events);

} // namespace jjak::gateway::test
