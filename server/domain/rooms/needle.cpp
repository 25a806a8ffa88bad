// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/rooms/needle.h"

namespace jjak::domain {

namespace {

// The Unicode Standard, section 3.12: conjoining jamo behaviour.
constexpr char16_t firstSyllable = 0xac00, lastSyllable = 0xd7a3, firstLead = 0x1100, firstVowel = 0x1161, beforeTail = 0x11a7;
constexpr int vowels = 21, tails = 28, jamo = 3; //!< jamo: of a syllable, at most

bool isSyllable(QChar c)
{
    return c.unicode() >= firstSyllable && c.unicode() <= lastSyllable;
}

//! Letters that need no table; they are most of what is written here, and Qt takes ten times as long.
bool isPlain(QChar c)
{
    return c.unicode() < 0x80 || isSyllable(c);
}

//! Behind what was written; at most `jamo` characters.
QChar *writePlain(QChar c, QChar *to)
{
    if (!isSyllable(c)) {
        *to++ = c >= u'A' && c <= u'Z' ? QChar(char16_t(c.unicode() + 0x20)) : c;
        return to;
    }
    const int index = c.unicode() - firstSyllable;
    *to++ = QChar(char16_t(firstLead + index / (vowels * tails)));
    *to++ = QChar(char16_t(firstVowel + index % (vowels * tails) / tails));
    if (const int tail = index % tails; tail != 0)
        *to++ = QChar(char16_t(beforeTail + tail));
    return to;
}

void appendPlain(QStringView text, QString &out)
{
    const qsizetype from = out.size();
    out.resize(from + jamo * text.size());
    QChar *to = out.data() + from;
    for (const QChar c : text)
        to = writePlain(c, to);
    out.resize(to - out.constData());
}

void append(QStringView text, QString &out)
{
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype from = at;
        const bool plain = isPlain(text[at]);
        while (at < text.size() && isPlain(text[at]) == plain)
            ++at;
        const QStringView run = text.sliced(from, at - from);
        if (plain)
            appendPlain(run, out);
        else
            out += run.toString().normalized(QString::NormalizationForm_KD).toCaseFolded().normalized(QString::NormalizationForm_KD);
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
