// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/websocket/codec.h"
#include "tests/fuzz/pieces.h"
#include "tests/fuzz/reference_decoder.h"

using namespace jjak;
using gateway::CodecLimits;
using gateway::Incoming;

// Input: a byte that chooses how the stream is cut, a byte that chooses the limits, then the stream.
// Holds: the codec sees what the reference decoder sees, however the stream is cut, and keeps within its memory.

namespace {

fuzz::Seen seen(const Incoming &incoming)
{
    const char kinds[] = {'?', 't', 'b', 'i', 'o', 'c', 'f'};
    const char kind = kinds[static_cast<int>(incoming.kind)];
    const auto words = kind == 'f' ? QByteArrayView() : incoming.payload;
    return {kind, incoming.code, std::string(words.data(), static_cast<std::size_t>(words.size()))};
}

std::vector<fuzz::Seen> decoded(std::span<const std::uint8_t> bytes, std::uint8_t cut, CodecLimits limits)
{
    std::vector<fuzz::Seen> all;
    gateway::WebSocketCodec codec(limits);
    fuzz::inPieces(bytes, cut, [&](std::span<char> input) {
        for (;;) {
            const Incoming incoming = codec.next(input);
            if (incoming.kind == Incoming::Kind::NeedMore)
                break;
            all.push_back(seen(incoming));
        }
        fuzz::require(input.empty(), "input left behind");
        fuzz::require(codec.bufferedBytes() <= limits.messageBytes + gateway::controlPayloadBytes, "more memory than allowed");
    });
    return all;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    // Small limits, so that short inputs reach them; and the real ones.
    const CodecLimits choices[] = {{}, {.frameBytes = 40, .messageBytes = 60, .fragments = 4}, {.frameBytes = 300, .messageBytes = 500, .fragments = 8}};
    const CodecLimits limits = choices[data[1] % 3];
    const std::span<const std::uint8_t> stream(data + 2, size - 2);

    fuzz::ReferenceDecoder reference(std::string(stream.begin(), stream.end()), limits.frameBytes, limits.messageBytes, limits.fragments);
    const std::vector<fuzz::Seen> expected = reference.decode();
    fuzz::require(decoded(stream, 0, limits) == expected, "whole: not what the reference sees");
    fuzz::require(decoded(stream, data[0] | 1, limits) == expected, "in pieces: not what the reference sees");
    return 0;
}
