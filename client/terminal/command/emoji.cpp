// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/command/emoji.h"

#include <algorithm>
#include <array>

namespace jjak::terminal {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar inColours{0xFE0F};

constexpr std::array list{
    NamedEmoji{"heart"_L1, u"하트", u"❤️"}, NamedEmoji{"+1"_L1, u"최고", u"👍"}, NamedEmoji{"joy"_L1, u"웃음", u"😂"},
    NamedEmoji{"wow"_L1, u"놀람", u"😮"},   NamedEmoji{"sad"_L1, u"슬픔", u"😢"}, NamedEmoji{"pray"_L1, u"감사", u"🙏"},
};

} // namespace

std::span<const NamedEmoji> namedEmoji()
{
    return list;
}

bool isSameEmoji(const QString &one, const QString &other)
{
    return QString(one).remove(inColours) == QString(other).remove(inColours);
}

std::optional<QString> emojiFrom(const QString &typed)
{
    const bool colons = typed.size() > 2 && typed.startsWith(u':') && typed.endsWith(u':');
    const QString word = colons ? typed.sliced(1, typed.size() - 2) : typed;
    for (const NamedEmoji &known : list)
        if (word.compare(known.name, Qt::CaseInsensitive) == 0 || word == known.korean || isSameEmoji(word, known.emoji.toString()))
            return known.emoji.toString();
    // Only the server knows all of them; a word is none for sure.
    const bool possible = std::ranges::any_of(word, [](QChar c) { return c.unicode() > 0x7F && !c.isLetterOrNumber() && !c.isPunct(); });
    return possible && !word.contains(u' ') ? std::optional(word) : std::nullopt;
}

} // namespace jjak::terminal
