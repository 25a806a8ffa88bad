// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/websocket/handshake.h"
#include "tests/fuzz/pieces.h"

using namespace jjak;
using gateway::HandshakeParser;
using gateway::HandshakeState;

// Input: a byte that chooses how the request is cut, then the request.
// Holds: the decision, its answer and how much of the input it takes do not depend on the cutting; what is accepted has all that
// RFC 6455 §4.2.1 asks for; what is refused gets a whole HTTP answer.

namespace {

const gateway::HandshakeRules &rules()
{
    static const gateway::HandshakeRules all = [] {
        gateway::HandshakeRules r;
        r.origins = {"https://jjak.example"};
        r.headBytes = 600;
        r.fields = 16;
        return r;
    }();
    return all;
}

struct Decision {
    HandshakeState state = HandshakeState::NeedMore;
    QByteArray response;
    std::size_t taken = 0;

    friend bool operator==(const Decision &, const Decision &) = default;
};

Decision decided(std::span<const std::uint8_t> bytes, std::uint8_t cut, HandshakeParser &parser)
{
    Decision decision;
    fuzz::inPieces(bytes, cut, [&](std::span<char> input) {
        const std::size_t before = input.size();
        decision.state = parser.feed(input);
        decision.taken += before - input.size();
    });
    decision.response = parser.response();
    return decision;
}

void check(const Decision &decision, const gateway::HttpHead &request)
{
    const QByteArray &response = decision.response;
    switch (decision.state) {
    case HandshakeState::NeedMore:
        fuzz::require(response.isEmpty() && decision.taken <= 600, "waits for more than the limit");
        break;
    case HandshakeState::Upgrade:
        fuzz::require(response.startsWith("HTTP/1.1 101 ") && response.count("\r\n") == 6, "a 101 of another shape");
        fuzz::require(request.method == "GET" && request.path == "/ws" && request.count("host") == 1, "let in what must be refused");
        fuzz::require(request.count("origin") == 0 || request.value("origin").compare(QByteArrayView("https://jjak.example"), Qt::CaseInsensitive) == 0,
                      "let a foreign page in");
        break;
    case HandshakeState::Http:
        fuzz::require(response.isEmpty() && request.path == "/health", "answers another path");
        break;
    case HandshakeState::Refused:
        fuzz::require(response.startsWith("HTTP/1.1 4") || response.startsWith("HTTP/1.1 505"), "a refusal without a status");
        fuzz::require(response.endsWith("\r\n\r\n"), "a refusal without an end");
        break;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 1)
        return 0;
    const std::span<const std::uint8_t> bytes(data + 1, size - 1);
    HandshakeParser whole(rules());
    HandshakeParser cut(rules());
    const Decision decision = decided(bytes, 0, whole);
    fuzz::require(decided(bytes, data[0] | 1, cut) == decision, "cutting changes the decision");
    check(decision, whole.request());
    return 0;
}
