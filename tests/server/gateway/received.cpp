// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/gateway/received.h"

#include <vector>

namespace jjak::gateway::test {

QList<Expected> received(WebSocketCodec &codec, const QList<QByteArray> &pieces)
{
    QList<Expected> events;
    for (const QByteArray &piece : pieces) {
        std::vector<char> memory(piece.begin(), piece.end());
        std::span<char> input(memory);
        for (;;) {
            const Incoming incoming = codec.next(input);
            if (incoming.kind == Incoming::Kind::NeedMore)
                break;
            const bool words = incoming.kind == Incoming::Kind::Failure;
            events.append({incoming.kind, words ? QByteArray() : incoming.payload.toByteArray(), incoming.code});
        }
        std::fill(memory.begin(), memory.end(), '\xAA');
    }
    return events;
}

QList<Expected> received(const QList<QByteArray> &pieces)
{
    WebSocketCodec codec;
    return received(codec, pieces);
}

int handshakeStatus(const HandshakeRules &rules, const QList<QByteArray> &pieces)
{
    HandshakeParser parser(rules);
    for (QByteArray piece : pieces) {
        std::span<char> input(piece.data(), static_cast<std::size_t>(piece.size()));
        parser.feed(input);
    }
    switch (parser.state()) {
    case HandshakeState::NeedMore:
        return 0;
    case HandshakeState::Http:
        return 200;
    case HandshakeState::Upgrade:
    case HandshakeState::Refused:
        break;
    }
    return parser.response().startsWith("HTTP/1.1 ") ? parser.response().sliced(9, 3).toInt() : -1;
}

HandshakeRules caseRules()
{
    HandshakeRules rules;
    rules.origins = {"https://jjak.example"};
    return rules;
}

QByteArray described(const QList<Expected> &events)
{
    static constexpr const char *names[] = {"more", "text", "binary", "ping", "pong", "close", "failure"};
    QByteArray out;
    for (const Expected &event : events) {
        out += QByteArray(names[static_cast<int>(event.kind)]) + ' ' + QByteArray::number(event.code) + " \"" + event.payload.left(60)
            + "\" (" + QByteArray::number(event.payload.size()) + ") ";
        if (out.size() > 1000)
            return out + "...";
    }
    return out.isEmpty() ? "nothing" : out;
}

} // namespace jjak::gateway::test
