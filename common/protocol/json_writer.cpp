// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/json_writer.h"

namespace jjak::protocol {

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
    separate();
    m_out.append('"').append(name.data(), qsizetype(name.size())).append("\":");
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
    separate();
    m_out.append('"').append(ascii).append('"');
}

void JsonWriter::number(qint64 value)
{
    separate();
    m_out.append(QByteArray::number(value));
}

void JsonWriter::boolean(bool value)
{
    separate();
    m_out.append(value ? "true" : "false");
}

void JsonWriter::raw(QByteArrayView json)
{
    separate();
    m_out.append(json);
}

} // namespace jjak::protocol
