// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace jjak::fuzz {

//! What a decoder saw: 't' text, 'b' binary, 'i' ping, 'o' pong, 'c' close, 'f' failure (without its words).
struct Seen {
    char kind;
    int code;
    std::string payload;

    friend bool operator==(const Seen &, const Seen &) = default;
};

//! RFC 6455 for a server once more, written to be obvious instead of fast: it has all bytes at once, copies everything and decodes
//! UTF-8 by arithmetic. It shares no line with the codec that it judges.
class ReferenceDecoder {
public:
    ReferenceDecoder(std::string bytes, std::size_t frameLimit, std::size_t messageLimit, int fragmentLimit)
        : m_bytes(std::move(bytes)), m_frameLimit(frameLimit), m_messageLimit(messageLimit), m_fragmentLimit(fragmentLimit)
    {
    }

    std::vector<Seen> decode()
    {
        while (!m_over && frame()) { }
        return m_seen;
    }

private:
    bool has(std::size_t count) const { return m_at + count <= m_bytes.size(); }
    unsigned byte(std::size_t offset) const { return static_cast<unsigned char>(m_bytes[m_at + offset]); }

    bool fail(int code)
    {
        m_seen.push_back({'f', code, {}});
        m_over = true;
        return false;
    }

    //! One frame; false when the bytes do not suffice or all is over.
    bool frame()
    {
        if (!has(1))
            return false;
        const bool final = byte(0) >= 128;
        const unsigned opcode = byte(0) % 16;
        const bool control = opcode == 8 || opcode == 9 || opcode == 10;
        const bool known = opcode <= 2 || control;
        const bool inOrder = control ? final : (opcode == 0) == m_open;
        if (byte(0) / 16 % 8 != 0 || !known || !inOrder)
            return fail(1002);

        if (!has(2))
            return false;
        const unsigned shortLength = byte(1) % 128;
        if (byte(1) < 128 || (control && shortLength >= 126))
            return fail(1002);
        const std::size_t lengthBytes = shortLength == 126 ? 2 : shortLength == 127 ? 8 : 0;
        if (!has(2 + lengthBytes))
            return false;
        std::uint64_t length = lengthBytes == 0 ? shortLength : 0;
        for (std::size_t i = 0; i < lengthBytes; ++i)
            length = length * 256 + byte(2 + i);
        if ((lengthBytes == 2 && length < 126) || (lengthBytes == 8 && (length < 65536 || length > INT64_MAX)))
            return fail(1002);
        if (!control && (length > m_frameLimit || length + m_message.size() > m_messageLimit))
            return fail(1009);
        if (!control && m_frames == m_fragmentLimit)
            return fail(1008);
        if (!has(2 + lengthBytes + 4))
            return false;
        return payload(opcode, final, control, 2 + lengthBytes, static_cast<std::size_t>(length));
    }

    bool payload(unsigned opcode, bool final, bool control, std::size_t keyAt, std::size_t length)
    {
        const std::string key = m_bytes.substr(m_at + keyAt, 4);
        std::string clear = m_bytes.substr(m_at + keyAt + 4, length);
        for (std::size_t i = 0; i < clear.size(); ++i)
            clear[i] = static_cast<char>(clear[i] ^ key[i % 4]);
        const bool complete = clear.size() == length;
        m_at += keyAt + 4 + length;
        if (control)
            return complete && controlFrame(opcode, clear);
        if (opcode != 0)
            m_isText = opcode == 1;
        m_message += clear;
        if (m_isText && !isUtf8(m_message, !(complete && final)))
            return fail(1007);
        ++m_frames;
        m_open = !final;
        if (!complete)
            return false;
        if (final) {
            m_seen.push_back({m_isText ? 't' : 'b', 0, m_message});
            m_message.clear();
            m_frames = 0;
        }
        return true;
    }

    bool controlFrame(unsigned opcode, const std::string &clear)
    {
        if (opcode != 8) {
            m_seen.push_back({opcode == 9 ? 'i' : 'o', 0, clear});
            return true;
        }
        if (clear.size() == 1)
            return fail(1002);
        int code = 1005;
        if (!clear.empty()) {
            code = static_cast<unsigned char>(clear[0]) * 256 + static_cast<unsigned char>(clear[1]);
            const bool reserved = code == 1004 || code == 1005 || code == 1006 || (code >= 1015 && code < 3000);
            if (code < 1000 || code > 4999 || reserved)
                return fail(1002);
        }
        const std::string reason = clear.size() > 2 ? clear.substr(2) : std::string();
        if (!isUtf8(reason, false))
            return fail(1007);
        m_seen.push_back({'c', code, reason});
        m_over = true;
        return false;
    }

    //! The code point at the front, by arithmetic; its length, or 0 if there is none.
    static std::size_t codePoint(const std::string &s, std::size_t at)
    {
        const auto b = [&](std::size_t i) { return static_cast<long>(static_cast<unsigned char>(s[at + i])); };
        const std::size_t size = b(0) < 128 ? 1 : b(0) / 32 == 6 ? 2 : b(0) / 16 == 14 ? 3 : b(0) / 8 == 30 ? 4 : 0;
        if (size == 0 || at + size > s.size())
            return 0;
        long point = size == 1 ? b(0) : size == 2 ? b(0) % 32 : size == 3 ? b(0) % 16 : b(0) % 8;
        for (std::size_t i = 1; i < size; ++i) {
            if (b(i) / 64 != 2)
                return 0;
            point = point * 64 + b(i) % 64;
        }
        const long least[] = {0, 0, 128, 2048, 65536};
        const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
        return point < least[size] || point > 0x10FFFF || surrogate ? 0 : size;
    }

    //! With `unfinished`, a last code point may lack bytes, as long as some bytes could complete it: they are tried.
    static bool isUtf8(const std::string &s, bool unfinished)
    {
        std::size_t at = 0;
        while (at < s.size()) {
            const std::size_t size = codePoint(s, at);
            if (size == 0)
                return unfinished && s.size() - at < 4 && canBeCompleted(s.substr(at));
            at += size;
        }
        return true;
    }

    static bool canBeCompleted(const std::string &part)
    {
        if (part.size() == 4)
            return false;
        for (const char next : {'\x80', '\x8F', '\x90', '\x9F', '\xA0', '\xBF'}) {
            const std::string longer = part + next;
            if (codePoint(longer, 0) == longer.size() || canBeCompleted(longer))
                return true;
        }
        return false;
    }

    std::string m_bytes;
    std::size_t m_frameLimit;
    std::size_t m_messageLimit;
    int m_fragmentLimit;
    std::size_t m_at = 0;
    std::vector<Seen> m_seen;
    std::string m_message;
    int m_frames = 0;
    bool m_open = false;
    bool m_isText = false;
    bool m_over = false;
};

} // namespace jjak::fuzz
