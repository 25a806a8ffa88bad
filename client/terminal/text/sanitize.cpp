// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/text/sanitize.h"

namespace jjak::terminal {

namespace {

constexpr char32_t replacement = 0xFFFD;

bool between(char32_t c, char32_t from, char32_t to)
{
    return c >= from && c <= to;
}

//! Would change the direction of what follows, also beyond the end of the text (Unicode UAX #9, 2.1 to 2.6).
bool isDirection(char32_t c)
{
    return c == 0x061C || c == 0x200E || c == 0x200F || between(c, 0x202A, 0x202E) || between(c, 0x2066, 0x2069);
}

//! Takes no place and tells nothing in a terminal. Joiners and variation selectors are not among them: they shape clusters.
bool isInvisible(char32_t c)
{
    return c == 0x00AD || c == 0x034F || c == 0x180E || c == 0x200B || between(c, 0x2060, 0x2065) || between(c, 0x206A, 0x206F) || c == 0xFEFF || between(c, 0xFFF9, 0xFFFB)
        || between(c, 0x1BCA0, 0x1BCA3) || between(c, 0x1D173, 0x1D17A);
}

//! What is shown instead of a character; 0 for nothing.
char32_t shown(char32_t c)
{
    if (c == U'\n')
        return c;
    if (c == U'\t')
        return U' ';
    if (c < 0x20)
        return 0x2400 + c;
    if (c == 0x7F)
        return 0x2421;
    if (between(c, 0x80, 0x9F) || isDirection(c))
        return replacement;
    if (c == 0x2028 || c == 0x2029)
        return U'\n';
    if (isInvisible(c))
        return 0;
    switch (QChar::category(c)) {
    case QChar::Other_Surrogate:
    case QChar::Other_NotAssigned:
    case QChar::Other_PrivateUse:
        return replacement;
    default:
        return c;
    }
}

} // namespace

QString clean(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (c == U'\r' && i + 1 < text.size() && text[i + 1] == u'\n')
            continue;
        if (QChar::isHighSurrogate(c) && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            c = QChar::surrogateToUcs4(text[i], text[i + 1]), ++i;
        if (const char32_t s = shown(c))
            out += QStringView(QChar::fromUcs4(s));
    }
    return out;
}

QString cleanLine(QStringView text)
{
    return clean(text).replace(u'\n', u' ');
}

} // namespace jjak::terminal
