// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/json_guard.h"

#include <QSet>
#include <vector>

namespace jjak::protocol {

namespace {

Error malformed(const char *why)
{
    return {ErrorCode::ProtocolMalformed, {}, QString::fromLatin1(why), {}};
}

//! Walks over one JSON text and remembers the keys of the objects that are open.
class Scanner {
public:
    Scanner(QByteArrayView text, int maxDepth) : m_text(text), m_maxDepth(maxDepth) {}

    Result<> run()
    {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '"') {
                if (auto r = string(); !r)
                    return r;
                continue;
            }
            if (c == '{' || c == '[') {
                if (int(m_open.size()) == m_maxDepth)
                    return malformed("depth");
                m_open.push_back({c == '{', c == '{', {}});
            } else if (c == '}' || c == ']') {
                if (m_open.empty())
                    return malformed("syntax");
                m_open.pop_back();
            } else if (c == ',' && !m_open.empty()) {
                m_open.back().keyNext = m_open.back().isObject;
            }
            ++m_at;
        }
        return Done();
    }

private:
    struct Level {
        bool isObject;
        bool keyNext;
        QSet<QByteArray> keys;
    };

    //! m_at stands on the opening quote; afterwards behind the closing one.
    Result<> string()
    {
        QByteArray unescaped;
        const bool isKey = !m_open.empty() && m_open.back().keyNext;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '"') {
                ++m_at;
                return isKey ? remember(unescaped) : Done();
            }
            if (c == '\0')
                return malformed("nul");
            if (c != '\\') {
                if (isKey)
                    unescaped.append(c);
                continue;
            }
            if (++m_at == m_text.size())
                break;
            if (m_text[m_at] != 'u') {
                if (isKey)
                    unescaped.append(shortEscape(m_text[m_at]));
            } else if (auto r = escape(isKey ? &unescaped : nullptr); !r) {
                return r;
            }
        }
        return malformed("syntax");
    }

    //! What the character behind a backslash stands for (RFC 8259 §7); those that stand for nothing are the parser's to refuse.
    static char shortEscape(char c)
    {
        switch (c) {
        case 'b':
            return '\b';
        case 'f':
            return '\f';
        case 'n':
            return '\n';
        case 'r':
            return '\r';
        case 't':
            return '\t';
        default:
            return c;
        }
    }

    //! \uXXXX, or a whole surrogate pair; m_at stands on the 'u', afterwards on the last hex digit.
    Result<> escape(QByteArray *unescaped)
    {
        const int unit = hex4(m_at + 1);
        if (unit < 0)
            return malformed("syntax");
        if (unit == 0)
            return malformed("nul");
        if (unit >= 0xdc00 && unit <= 0xdfff)
            return malformed("surrogate");
        char16_t units[2] = {char16_t(unit), 0};
        m_at += 4;
        if (unit >= 0xd800 && unit <= 0xdbff) {
            const bool pair = m_at + 2 < m_text.size() && m_text[m_at + 1] == '\\' && m_text[m_at + 2] == 'u';
            const int low = pair ? hex4(m_at + 3) : -1;
            if (low < 0xdc00 || low > 0xdfff)
                return malformed("surrogate");
            units[1] = char16_t(low);
            m_at += 6;
        }
        if (unescaped)
            unescaped->append(QStringView(units, units[1] ? 2 : 1).toUtf8());
        return Done();
    }

    int hex4(qsizetype from) const
    {
        if (from + 4 > m_text.size())
            return -1;
        int value = 0;
        for (qsizetype i = from; i < from + 4; ++i) {
            const char c = m_text[i];
            const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
            if (digit < 0)
                return -1;
            value = value * 16 + digit;
        }
        return value;
    }

    Result<> remember(const QByteArray &key)
    {
        Level &level = m_open.back();
        level.keyNext = false;
        if (level.keys.contains(key))
            return malformed("duplicate");
        level.keys.insert(key);
        return Done();
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    int m_maxDepth;
    std::vector<Level> m_open;
};

} // namespace

Result<> guardJson(QByteArrayView utf8, int maxDepth)
{
    return Scanner(utf8, maxDepth).run();
}

} // namespace jjak::protocol
