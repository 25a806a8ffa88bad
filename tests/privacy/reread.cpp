// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/privacy/reread.h"

namespace jjak::privacy {

using namespace protocol;

namespace {

template <class T>
std::optional<T> as(const Answered &answered)
{
    const auto *ok = std::get_if<QJsonObject>(&answered.result);
    const auto decoded = ok ? decode<T>(QJsonValue(*ok)) : Result<T>(ErrorCode::Unavailable);
    return decoded ? std::optional(*decoded) : std::nullopt;
}

} // namespace

QByteArray written(const QByteArray &frame, const QHash<qint64, std::function<QByteArray(const QJsonObject &)>> &asked)
{
    const auto parsed = parseServerFrame(frame);
    if (!parsed)
        return {};
    if (const auto *event = std::get_if<Event>(&*parsed))
        return std::visit([](const auto &e) { return encodeEvent(e); }, *event);
    const auto *answered = std::get_if<Answered>(&*parsed);
    if (!answered)
        return {};
    if (const auto *error = std::get_if<Error>(&answered->result))
        return encodeError(answered->re, *error);
    const auto write = asked.constFind(answered->re);
    return write == asked.cend() ? frame : (*write)(std::get<QJsonObject>(answered->result));
}

std::optional<BlindDate> blindDateIn(const ServerFrame &frame)
{
    if (const auto *event = std::get_if<Event>(&frame)) {
        const auto *state = std::get_if<ev::DateState>(event);
        return state ? std::optional(state->blindDate) : std::nullopt;
    }
    const auto *answered = std::get_if<Answered>(&frame);
    if (const auto snapshot = answered ? as<cmd::Snapshot>(*answered) : std::nullopt)
        return snapshot->blindDate;
    return answered ? as<BlindDate>(*answered) : std::nullopt;
}

std::optional<cmd::SignedIn> signedInBy(const Answered &answered)
{
    return as<cmd::SignedIn>(answered);
}

QList<BlockId> blocksIn(const Answered &answered)
{
    QList<BlockId> out;
    if (const auto blocked = as<cmd::Blocked>(answered))
        out.append(blocked->block);
    if (const auto list = as<cmd::BlockList>(answered)) {
        for (const BlockInfo &block : list->blocks)
            out.append(block.block);
    }
    return out;
}

} // namespace jjak::privacy
