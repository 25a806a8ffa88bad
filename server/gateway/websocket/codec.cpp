// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/websocket/codec.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace jjak::gateway {

namespace {

void release(std::vector<char> &buffer)
{
    if (buffer.capacity() != 0)
        std::vector<char>().swap(buffer);
}

QByteArrayView viewOf(std::span<const char> bytes)
{
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

} // namespace

Incoming WebSocketCodec::next(std::span<char> &input)
{
    releaseDelivered();
    for (;;) {
        if (m_finished) {
            input = {};
            return {};
        }
        if (!m_inPayload) {
            if (const auto result = readHead(input))
                return *result;
        }
        if (const auto result = readPayload(input))
            return *result;
    }
}

// Between two frames nothing of a control frame is needed any more, and of a message only if it is unfinished.
void WebSocketCodec::releaseDelivered()
{
    if (m_inPayload)
        return;
    release(m_control);
    if (m_fragments == 0)
        release(m_message);
}

// Nothing returned: the head is complete and right. Each byte is judged when it is there, so that a client that is wrong
// is told so at the same byte, however its bytes are cut.
std::optional<Incoming> WebSocketCodec::readHead(std::span<char> &input)
{
    while (m_headSize < m_headWanted) {
        if (input.empty())
            return Incoming{};
        m_head[m_headSize++] = static_cast<std::uint8_t>(input.front());
        input = input.subspan(1);

        Check fault;
        if (m_headSize == 1)
            fault = checkFirstByte();
        else if (m_headSize == 2)
            fault = checkSecondByte();
        if (!fault && m_headSize >= 2 && m_headSize + 4 == m_headWanted)
            fault = checkLength();
        if (fault)
            return fail(*fault);
    }
    beginPayload();
    return std::nullopt;
}

WebSocketCodec::Check WebSocketCodec::checkFirstByte() const noexcept
{
    if (m_head[0] & 0x70)
        return Fault{CloseProtocolError, "reserved bit set"};
    switch (opcode()) {
    case Opcode::Continuation:
        if (m_fragments == 0)
            return Fault{CloseProtocolError, "continuation of nothing"};
        return {};
    case Opcode::Text:
    case Opcode::Binary:
        if (m_fragments != 0)
            return Fault{CloseProtocolError, "new message inside a fragmented one"};
        return {};
    case Opcode::Close:
    case Opcode::Ping:
    case Opcode::Pong:
        if (!isFinal())
            return Fault{CloseProtocolError, "fragmented control frame"};
        return {};
    }
    return Fault{CloseProtocolError, "unknown opcode"};
}

WebSocketCodec::Check WebSocketCodec::checkSecondByte() noexcept
{
    if (!(m_head[1] & 0x80))
        return Fault{CloseProtocolError, "frame without mask"};
    const int length = m_head[1] & 0x7F;
    if (isControl() && length > static_cast<int>(controlPayloadBytes))
        return Fault{CloseProtocolError, "control frame too long"};
    m_headWanted = length == 127 ? 14 : length == 126 ? 8 : 6;
    return {};
}

WebSocketCodec::Check WebSocketCodec::checkLength() noexcept
{
    m_length = m_head[1] & 0x7F;
    if (m_length == 126) {
        m_length = qFromBigEndian<quint16>(m_head.data() + 2);
        if (m_length < 126)
            return Fault{CloseProtocolError, "length not minimal"};
    } else if (m_length == 127) {
        m_length = qFromBigEndian<quint64>(m_head.data() + 2);
        if (m_length >> 63)
            return Fault{CloseProtocolError, "length above 63 bits"};
        if (m_length <= 0xFFFF)
            return Fault{CloseProtocolError, "length not minimal"};
    }
    return isControl() ? Check{} : checkSizes();
}

WebSocketCodec::Check WebSocketCodec::checkSizes() noexcept
{
    if (m_length > m_limits.frameBytes)
        return Fault{CloseTooBig, "frame too big"};
    if (m_length > m_limits.messageBytes - m_messageSize)
        return Fault{CloseTooBig, "message too big"};
    if (m_fragments >= m_limits.fragments)
        return Fault{ClosePolicy, "too many fragments"};
    return {};
}

void WebSocketCodec::beginPayload()
{
    std::memcpy(m_key.data(), m_head.data() + m_headWanted - 4, m_key.size());
    m_inPayload = true;
    m_left = m_length;
    if (isControl())
        return;
    if (opcode() != Opcode::Continuation)
        m_messageOpcode = opcode();
    ++m_fragments;
    m_messageSize += m_length;
}

// Nothing returned: a frame ended that completes nothing; the next head follows.
std::optional<Incoming> WebSocketCodec::readPayload(std::span<char> &input)
{
    const auto piece = input.first(static_cast<std::size_t>(std::min<std::uint64_t>(m_left, input.size())));
    input = input.subspan(piece.size());
    applyMask(piece, m_key, static_cast<std::size_t>(m_length - m_left));
    m_left -= piece.size();
    if (!isControl() && m_messageOpcode == Opcode::Text && !m_utf8.feed(viewOf(piece)))
        return fail({CloseBadText, "text is not UTF-8"});

    // A message of one frame in one piece, and nearly every control frame, is handed on where it lies.
    const bool isWhole = piece.size() == m_length && (isControl() || (isFinal() && m_fragments == 1));
    std::vector<char> &buffer = isControl() ? m_control : m_message;
    if (!isWhole)
        keep(buffer, piece);
    if (m_left > 0)
        return Incoming{};
    return finishFrame(isWhole ? viewOf(piece) : viewOf(buffer));
}

// Grows by doubling, yet never beyond what the limits allow: an announced length alone reserves nothing.
void WebSocketCodec::keep(std::vector<char> &buffer, std::span<const char> piece) const
{
    const std::size_t limit = &buffer == &m_control ? controlPayloadBytes : m_limits.messageBytes;
    const std::size_t wanted = buffer.size() + piece.size();
    if (wanted > buffer.capacity())
        buffer.reserve(std::max(wanted, std::min(limit, 2 * buffer.capacity())));
    buffer.insert(buffer.end(), piece.begin(), piece.end());
}

std::optional<Incoming> WebSocketCodec::finishFrame(QByteArrayView payload)
{
    m_inPayload = false;
    m_headSize = 0;
    m_headWanted = 2;
    switch (opcode()) {
    case Opcode::Ping:
        return Incoming{Incoming::Kind::Ping, payload};
    case Opcode::Pong:
        return Incoming{Incoming::Kind::Pong, payload};
    case Opcode::Close:
        return finishClose(payload);
    case Opcode::Continuation:
    case Opcode::Text:
    case Opcode::Binary:
        break;
    }
    if (!isFinal())
        return std::nullopt;
    return finishMessage(payload);
}

Incoming WebSocketCodec::finishMessage(QByteArrayView payload)
{
    if (m_messageOpcode == Opcode::Text && !m_utf8.isComplete())
        return fail({CloseBadText, "text ends inside a code point"});
    m_fragments = 0;
    m_messageSize = 0;
    return {m_messageOpcode == Opcode::Text ? Incoming::Kind::Text : Incoming::Kind::Binary, payload};
}

// RFC 6455 §5.5.1, §7.4: nothing, or two bytes of code and a reason.
Incoming WebSocketCodec::finishClose(QByteArrayView payload)
{
    if (payload.size() == 1)
        return fail({CloseProtocolError, "close frame of one byte"});
    std::uint16_t code = CloseNoStatus;
    QByteArrayView reason;
    if (!payload.isEmpty()) {
        code = qFromBigEndian<quint16>(payload.data());
        reason = payload.sliced(2);
        if (!isCloseCodeOnWire(code))
            return fail({CloseProtocolError, "close code not allowed"});
    }
    Utf8Validator utf8;
    if (!utf8.feed(reason) || !utf8.isComplete())
        return fail({CloseBadText, "close reason is not UTF-8"});
    m_finished = true;
    return {Incoming::Kind::Close, reason, code};
}

Incoming WebSocketCodec::fail(Fault fault)
{
    m_finished = true;
    m_inPayload = false;
    m_fragments = 0;
    release(m_control);
    release(m_message);
    return {Incoming::Kind::Failure, QByteArrayView(fault.words), fault.code};
}

} // namespace jjak::gateway
