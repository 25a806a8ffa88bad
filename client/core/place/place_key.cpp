// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/place/place_key.h"

#include <algorithm>
#include <array>

namespace jjak::client {

namespace {

constexpr char16_t firstSyllable = 0xAC00;
constexpr char16_t lastSyllable = 0xD7A3;
constexpr int syllablesPerInitial = 21 * 28;
constexpr char16_t firstInitial = 0x1100;
constexpr char16_t lastInitial = 0x1112;
constexpr char16_t firstTypedConsonant = 0x3131; // ㄱ as a keyboard sends it
constexpr char16_t lastTypedConsonant = 0x314E;  // ㅎ

// Which initial a typed consonant stands for; 0 for those that never begin a syllable (ㄳ, ㄵ, …).
constexpr std::array<char16_t, 30> initialOfTyped{
    0x1100, 0x1101, 0, 0x1102, 0, 0, 0x1103, 0x1104, 0x1105, 0, 0, 0, 0, 0, 0,
    0, 0x1106, 0x1107, 0x1108, 0, 0x1109, 0x110A, 0x110B, 0x110C, 0x110D, 0x110E, 0x110F, 0x1110, 0x1111, 0x1112};

// Latin letters that Unicode does not take apart into a base and an accent.
char16_t plainLetter(char16_t c)
{
    switch (c) {
    case u'ø': return u'o';
    case u'ł': return u'l';
    case u'đ': case u'ð': return u'd';
    case u'ħ': return u'h';
    case u'ı': return u'i';
    case u'ə': return u'e';
    default: return c;
    }
}

bool isDropped(QChar c)
{
    constexpr QStringView apostrophes = u"'’‘ʻʼ`";
    return c.category() == QChar::Mark_NonSpacing || apostrophes.contains(c);
}

void append(QString &key, QChar c)
{
    const char16_t unit = c.unicode();
    if (unit >= firstTypedConsonant && unit <= lastTypedConsonant) {
        const char16_t initial = initialOfTyped[unit - firstTypedConsonant];
        key += QChar(initial != 0 ? initial : unit);
    } else if (c.isLetterOrNumber()) {
        key += QChar(plainLetter(unit));
    } else if (!key.isEmpty() && !key.endsWith(u' ')) {
        key += u' ';
    }
}

} // namespace

QString searchKey(QStringView text)
{
    const QString folded = text.toString().normalized(QString::NormalizationForm_D).toCaseFolded();
    QString key;
    key.reserve(folded.size());
    for (const QChar c : folded) {
        if (!isDropped(c))
            append(key, c);
    }
    if (key.endsWith(u' '))
        key.chop(1);
    return key;
}

QString initialConsonants(QStringView text)
{
    QString initials;
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        if (unit >= firstSyllable && unit <= lastSyllable)
            initials += QChar(char16_t(firstInitial + (unit - firstSyllable) / syllablesPerInitial));
    }
    return initials;
}

bool isInitialConsonants(QStringView key)
{
    return !key.isEmpty() && std::all_of(key.begin(), key.end(), [](QChar c) {
        return c.unicode() >= firstInitial && c.unicode() <= lastInitial;
    });
}

bool isMeantBy(QStringView text, QStringView typed)
{
    const QString key = searchKey(typed);
    if (isInitialConsonants(key)) {
        const QString consonants = initialConsonants(typed);
        if (initialConsonants(text).contains(consonants.isEmpty() ? key : consonants))
            return true;
    }
    const QString whole = u' ' + searchKey(text);
    const QStringList words = key.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(words, [&](const QString &word) { return whole.contains(u' ' + word); });
}

} // namespace jjak::client
