// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/frame.h"
#include "tests/fuzz/pieces.h"

using namespace jjak;

// Input: a text frame of a client.
// Holds: whatever decodes into a command encodes into a frame that decodes into the same command; nothing longer than the limit
// is accepted; a refusal is written down as valid JSON.

namespace {

QByteArray encoded(qint64 id, const protocol::Command &command)
{
    return protocol::visit([&](const auto &c) { return protocol::encodeRequest(id, c); }, command);
}

void checkRefusal(const Error &error)
{
    const QByteArray bytes = protocol::encodeError(1, error);
    const auto back = protocol::parseServerFrame(bytes);
    fuzz::require(back.ok(), "a refusal that no client can read");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::vector<char> memory(data, data + size);
    const auto request = protocol::parseRequest(QByteArrayView(memory.data(), static_cast<qsizetype>(memory.size())));
    if (!request) {
        checkRefusal(request.error());
        return 0;
    }
    const auto command = protocol::decodeCommand(request->cmd, request->args);
    if (!command) {
        checkRefusal(command.error());
        return 0;
    }
    const QByteArray bytes = encoded(request->id, *command);
    const auto again = protocol::parseRequest(bytes);
    fuzz::require(again.ok() && again->id == request->id && again->cmd == request->cmd, "the written request does not parse");
    const auto same = protocol::decodeCommand(again->cmd, again->args);
    fuzz::require(same.ok() && encoded(again->id, *same) == bytes, "the written command is another one");
    return 0;
}
