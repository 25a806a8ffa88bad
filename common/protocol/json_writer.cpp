// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/json_writer.h"

#include <algorithm>
#include <charconv>

namespace jjak::protocol {

namespace {

//! Where the next n bytes go: one call for a name or a value instead of one for each of its pieces, which took most of the time.
char *extend(QByteArray &out, qsizetype n)
{
    const qsizetype at = out.size();
    out.resize(at + n);
    return out.data() + at;
}

} // namespace

void JsonWriter::separate()
{
    if (!m_first)
        m_out.append(',');
    m_first = false;
}

void JsonWriter::open(char c)
{
    separate();
    m_out.append(c);
    m_first = true;
}

void JsonWriter::close(char c)
{
    m_out.append(c);
    m_first = false;
}

void JsonWriter::key(std::string_view name)
{
    char *to = extend(m_out, qsizetype(name.size()) + (m_first ? 3 : 4));
    if (!m_first)
        *to++ = ',';
    *to++ = '"';
    to = std::ranges::copy(name, to).out;
    *to++ = '"';
    *to = ':';
    m_first = true;
}

void JsonWriter::string(QStringView text)
{
    separate();
    m_out.append('"');
    const QByteArray utf8 = text.toUtf8();
    qsizetype written = 0; // what needs no escape is appended in pieces as long as can be
    for (qsizetype at = 0; at < utf8.size(); ++at) {
        const char c = utf8[at];
        if (uchar(c) >= 0x20 && c != '"' && c != '\\')
            continue;
        m_out.append(utf8.constData() + written, at - written);
        written = at + 1;
        if (c == '"' || c == '\\') {
            m_out.append('\\').append(c);
        } else if (c == '\n') {
            m_out.append("\\n");
        } else {
            static constexpr char hex[] = "0123456789abcdef";
            m_out.append("\\u00").append(hex[uchar(c) >> 4]).append(hex[uchar(c) & 15]);
        }
    }
    m_out.append(utf8.constData() + written, utf8.size() - written).append('"');
}

void JsonWriter::token(QByteArrayView ascii)
{
    char *to = extend(m_out, ascii.size() + (m_first ? 2 : 3));
    if (!m_first)
        *to++ = ',';
    *to++ = '"';
    to = std::ranges::copy(ascii, to).out;
    *to = '"';
    m_first = false;
}

void JsonWriter::number(qint64 value)
{
    char digits[20];
    raw(QByteArrayView(digits, std::to_chars(digits, std::end(digits), value).ptr));
}

void JsonWriter::boolean(bool value)
{
    raw(value ? "true" : "false");
}

void JsonWriter::raw(QByteArrayView json)
{
    char *to = extend(m_out, json.size() + (m_first ? 0 : 1));
    if (!m_first)
        *to++ = ',';
    std::ranges::copy(json, to);
    m_first = false;
}

} // namespace jjak::protocol
