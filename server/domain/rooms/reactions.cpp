// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/rooms/reactions.h"

#include <algorithm>

namespace jjak::domain {

namespace {

constexpr char32_t joiner = 0x200d, asPicture = 0xfe0f, keycap = 0x20e3, lastTag = 0xe007f;

bool isBetween(char32_t c, char32_t first, char32_t last)
{
    return c >= first && c <= last;
}

bool isFlagLetter(char32_t c)
{
    return isBetween(c, 0x1f1e6, 0x1f1ff);
}

bool isPicture(char32_t c)
{
    return QChar::category(c) == QChar::Symbol_Other && !isFlagLetter(c) && c != QChar::ReplacementCharacter;
}

//! Where the picture that begins at `from` ends with its modifiers; `from` when none begins there.
qsizetype endOfPicture(const QList<uint> &codes, qsizetype from)
{
    const auto at = [&](qsizetype i) { return i < codes.size() ? char32_t(codes[i]) : U'\0'; };
    if (!isPicture(at(from)))
        return from;
    qsizetype end = from + 1;
    if (isBetween(at(end), 0x1f3fb, 0x1f3ff)) // a tone of skin
        ++end;
    if (at(end) == asPicture)
        ++end;
    while (isBetween(at(end), 0xe0020, lastTag)) // a flag of a region
        ++end;
    return end;
}

} // namespace

bool isEmoji(const QString &text)
{
    const QList<uint> codes = text.toUcs4();
    if (codes.size() > limits::emojiCodePoints)
        return false;
    if (codes.size() == 2 && isFlagLetter(codes[0]) && isFlagLetter(codes[1]))
        return true;
    if (codes.size() >= 2 && codes.size() <= 3 && codes.last() == keycap)
        return (isBetween(codes[0], U'0', U'9') || codes[0] == U'#' || codes[0] == U'*') && (codes.size() == 2 || codes[1] == asPicture);
    for (qsizetype from = 0;;) {
        const qsizetype end = endOfPicture(codes, from);
        if (end == from)
            return false;
        if (end == codes.size())
            return true;
        if (codes[end] != joiner)
            return false;
        from = end + 1;
    }
}

Result<QList<protocol::Reaction>> withReaction(QList<protocol::Reaction> reactions, const QString &emoji, int member, bool on)
{
    if (!isEmoji(emoji))
        return Error::badField(QStringLiteral("args.emoji"), QStringLiteral("characters"));
    const auto it = std::ranges::find(reactions, emoji, &protocol::Reaction::emoji);
    if (on && it == reactions.end()) {
        if (reactions.size() >= limits::reactionsPerMessage)
            return ErrorCode::ReactionLimit;
        reactions.append({emoji, {member}});
    } else if (on && !it->members.contains(member)) {
        it->members.append(member);
    } else if (!on && it != reactions.end()) {
        it->members.removeAll(member);
        if (it->members.isEmpty())
            reactions.erase(it);
    }
    return reactions;
}

} // namespace jjak::domain
