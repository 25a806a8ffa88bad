// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstddef>
#include <cstdint>

namespace jjak::gateway {

//! What a frame is (RFC 6455 §5.2). 3–7 and 11–15 are reserved and refused.
enum class Opcode : std::uint8_t { Continuation = 0x0, Text = 0x1, Binary = 0x2, Close = 0x8, Ping = 0x9, Pong = 0xA };

//! Why a connection ends (RFC 6455 §7.4.1 and its registry at IANA). CloseNoStatus never stands in a frame.
enum CloseCode : std::uint16_t {
    CloseNormal = 1000,
    CloseGoingAway = 1001,
    CloseProtocolError = 1002,
    CloseUnsupportedData = 1003,
    CloseNoStatus = 1005,
    CloseBadText = 1007,
    ClosePolicy = 1008,
    CloseTooBig = 1009,
    CloseServerError = 1011,
    CloseServiceRestart = 1012,
    CloseTryAgainLater = 1013,
};

//! The longest payload of a control frame, in bytes (RFC 6455 §5.5).
inline constexpr std::size_t controlPayloadBytes = 125;

//! Whether a close frame may carry this code: 1000–1003, 1007–1014, 3000–4999 (RFC 6455 §7.4.2; 1012–1014 from the registry).
bool isCloseCodeOnWire(std::uint16_t code) noexcept;

// One encoded server frame: final, unmasked (RFC 6455 §5.1). The bytes depend on nothing but the arguments, so one
// QByteArray can be shared by every connection that is to get it.

//! `text` must be valid UTF-8; this is not checked again.
QByteArray textFrame(QByteArrayView text);
QByteArray binaryFrame(QByteArrayView bytes);

//! A control payload longer than 125 bytes is cut: a frame from here is always a legal one.
QByteArray pingFrame(QByteArrayView payload = {});
QByteArray pongFrame(QByteArrayView payload = {});

//! Without a code that may stand in a frame (CloseNoStatus, for instance) the frame is empty, as RFC 6455 §5.5.1 allows.
//! `reason` must be UTF-8; it is cut between two code points to fit into 123 bytes.
QByteArray closeFrame(std::uint16_t code, QByteArrayView reason = {});

} // namespace jjak::gateway
