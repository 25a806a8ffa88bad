// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <cstdint>

namespace jjak::gateway {

//! Checks UTF-8 (RFC 3629) as it arrives in pieces; keeps no text, only where inside a code point the last piece ended.
class Utf8Validator {
public:
    //! Takes the next piece, which may begin and end inside a code point.
    //! False as soon as no continuation could make the text valid; it stays false.
    bool feed(QByteArrayView piece) noexcept;

    //! True when what was fed so far is valid and does not end inside a code point; then the next piece may begin another text.
    bool isComplete() const noexcept { return !m_failed && m_missing == 0; }

private:
    bool begin(std::uint8_t lead) noexcept;

    std::uint8_t m_missing = 0; // continuation bytes still to come
    std::uint8_t m_low = 0x80;  // what the next of them may be: narrower after E0, ED, F0, F4
    std::uint8_t m_high = 0xBF;
    bool m_failed = false;
};

} // namespace jjak::gateway
