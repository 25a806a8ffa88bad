// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/websocket/utf8.h"

#include <cstring>

namespace jjak::gateway {

namespace {

const char *skipAscii(const char *at, const char *end) noexcept
{
    while (end - at >= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, sizeof word);
        if (word & 0x8080808080808080u)
            break;
        at += 8;
    }
    while (at != end && static_cast<std::uint8_t>(*at) < 0x80)
        ++at;
    return at;
}

} // namespace

// RFC 3629 §4. The narrowed second byte is what excludes over-long forms (E0, F0), surrogates (ED) and
// everything above U+10FFFF (F4).
bool Utf8Validator::begin(std::uint8_t lead) noexcept
{
    if (lead < 0xC2 || lead > 0xF4)
        return false;
    m_missing = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    m_low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    m_high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    return true;
}

bool Utf8Validator::feed(QByteArrayView piece) noexcept
{
    const char *at = piece.data();
    const char *const end = at + piece.size();
    while (!m_failed && at != end) {
        if (m_missing == 0) {
            at = skipAscii(at, end);
            if (at != end)
                m_failed = !begin(static_cast<std::uint8_t>(*at++));
            continue;
        }
        const auto byte = static_cast<std::uint8_t>(*at++);
        m_failed = byte < m_low || byte > m_high;
        m_low = 0x80;
        m_high = 0xBF;
        --m_missing;
    }
    return !m_failed;
}

} // namespace jjak::gateway
