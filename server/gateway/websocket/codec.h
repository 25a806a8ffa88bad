// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/websocket/frame.h"
#include "server/gateway/websocket/mask.h"
#include "server/gateway/websocket/utf8.h"

#include <QByteArrayView>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace jjak::gateway {

//! What a client may send at most. All sizes are payload bytes; a limit itself is still allowed.
struct CodecLimits {
    std::size_t frameBytes = 64 * 1024;
    std::size_t messageBytes = 64 * 1024;
    int fragments = 64; //!< frames of one message
};

//! One thing that a client's bytes turned out to be.
struct Incoming {
    enum class Kind {
        NeedMore, //!< all input is used up
        Text,     //!< payload: a whole message of valid UTF-8
        Binary,   //!< payload: a whole message
        Ping,     //!< payload: at most 125 bytes, to be sent back in a pong
        Pong,     //!< payload: at most 125 bytes
        Close,    //!< code: the client's, or CloseNoStatus; payload: its reason, valid UTF-8. Answer with closeFrame(code).
        Failure,  //!< code: what to close with (1002, 1007, 1008, 1009); payload: what was wrong, for the close frame and the log
    };
    Kind kind = Kind::NeedMore;
    QByteArrayView payload = {}; //!< valid until the next call of next() and as long as the input's memory
    std::uint16_t code = 0;      //!< only for Close and Failure
};

//! The receiving half of a server's WebSocket (RFC 6455 §5–§8): bytes in, messages out. It writes nothing, knows no socket,
//! no clock and no meaning of a message. Sending is textFrame() and its sisters in frame.h.
//!
//! Strict: frames must be masked (§5.1), reserved bits zero, opcodes known, lengths minimal and of 63 bits (§5.2), control
//! frames short and whole (§5.5), fragments in order (§5.4), text and close reasons UTF-8 (§8.1), close codes legal (§7.4).
//! It fails at the first byte that cannot be right. How the bytes are cut into pieces changes nothing.
//! It buffers at most messageBytes + 125 bytes, and nothing at all for a frame that arrives in one piece.
class WebSocketCodec {
public:
    explicit WebSocketCodec(CodecLimits limits = {}) noexcept : m_limits(limits) {}

    //! Takes bytes from the front of `input`, which is unmasked in place, until one thing is complete. Call it until NeedMore;
    //! what is then left of `input` is nothing. After Close or Failure everything further is thrown away unread.
    Incoming next(std::span<char> &input);

    //! True after Close or Failure: nothing that arrives later means anything.
    bool isFinished() const noexcept { return m_finished; }

    //! Memory taken for unfinished frames and messages, in bytes.
    std::size_t bufferedBytes() const noexcept { return m_message.capacity() + m_control.capacity(); }

private:
    //! A reason to fail the connection (RFC 6455 §7.1.7).
    struct Fault {
        std::uint16_t code;
        const char *words;
    };
    using Check = std::optional<Fault>;

    void releaseDelivered();
    std::optional<Incoming> readHead(std::span<char> &input);
    Check checkFirstByte() const noexcept;
    Check checkSecondByte() noexcept;
    Check checkLength() noexcept;
    Check checkSizes() noexcept;
    void beginPayload();

    std::optional<Incoming> readPayload(std::span<char> &input);
    void keep(std::vector<char> &buffer, std::span<const char> piece) const;
    std::optional<Incoming> finishFrame(QByteArrayView payload);
    Incoming finishMessage(QByteArrayView payload);
    Incoming finishClose(QByteArrayView payload);
    Incoming fail(Fault fault);

    bool isFinal() const noexcept { return (m_head[0] & 0x80) != 0; }
    bool isControl() const noexcept { return (m_head[0] & 0x08) != 0; }
    Opcode opcode() const noexcept { return static_cast<Opcode>(m_head[0] & 0x0F); }

    CodecLimits m_limits;

    // The frame that is being read.
    std::array<std::uint8_t, 14> m_head{};
    std::uint8_t m_headSize = 0;
    std::uint8_t m_headWanted = 2;
    bool m_inPayload = false;
    std::uint64_t m_length = 0;
    std::uint64_t m_left = 0;
    MaskKey m_key{};
    std::vector<char> m_control;

    // The message that is being put together: between its first frame and its final one m_fragments is not 0.
    Opcode m_messageOpcode = Opcode::Text;
    int m_fragments = 0;
    std::uint64_t m_messageSize = 0;
    Utf8Validator m_utf8;
    std::vector<char> m_message;

    bool m_finished = false;
};

} // namespace jjak::gateway
