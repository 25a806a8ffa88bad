// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/rooms/needle.h"

namespace jjak::domain {

namespace {

// The Unicode Standard, section 3.12: conjoining jamo behaviour.
constexpr char16_t firstSyllable = 0xac00, lastSyllable = 0xd7a3, firstLead = 0x1100, firstVowel = 0x1161, beforeTail = 0x11a7;
constexpr int vowels = 21, tails = 28;

bool isSyllable(QChar c)
{
    return c.unicode() >= firstSyllable && c.unicode() <= lastSyllable;
}

//! Letters that need no table; they are most of what is written here, and Qt takes ten times as long.
bool isPlain(QChar c)
{
    return c.unicode() < 0x80 || isSyllable(c);
}

void appendPlain(QChar c, QString &out)
{
    if (!isSyllable(c)) {
        out += c >= u'A' && c <= u'Z' ? QChar(char16_t(c.unicode() + 0x20)) : c;
        return;
    }
    const int index = c.unicode() - firstSyllable;
    out += QChar(char16_t(firstLead + index / (vowels * tails)));
    out += QChar(char16_t(firstVowel + index % (vowels * tails) / tails));
    if (const int tail = index % tails; tail != 0)
        out += QChar(char16_t(beforeTail + tail));
}

void append(QStringView text, QString &out)
{
    for (qsizetype at = 0; at < text.size();) {
        if (isPlain(text[at])) {
            appendPlain(text[at++], out);
            continue;
        }
        const qsizetype from = at;
        while (at < text.size() && !isPlain(text[at]))
            ++at;
        out += text.sliced(from, at - from).toString().normalized(QString::NormalizationForm_KD).toCaseFolded().normalized(QString::NormalizationForm_KD);
    }
}

} // namespace

QString folded(QStringView text)
{
    QString out;
    append(text, out);
    return out;
}

bool Needle::isIn(QStringView text)
{
    m_folded.resize(0);
    append(text, m_folded);
    return m_folded.contains(m_pattern);
}

} // namespace jjak::domain
