// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/emoji/emoji_names.h"

#include <ranges>

#include "client/core/emoji.h"
#include "client/desktop/emoji/emoji_grid.h"
#include "client/desktop/emoji/recent_emoji.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int most = 8;
constexpr qsizetype fewestLetters = 2; // a single one begins too much; a syllable of Hangul is more

bool isHangul(QChar c)
{
    return c.script() == QChar::Script_Hangul;
}

bool isOfName(QChar c)
{
    return (c.unicode() < 0x80 && c.isLetterOrNumber()) || c == u'_' || c == u'+' || c == u'-' || isHangul(c);
}

Completed completed(const client::NamedEmoji &known)
{
    return {u"%1  :%2:"_s.arg(known.emoji, known.name()), known.emoji, spokenEmoji(known.emoji)};
}

} // namespace

QString begunEmojiName(QStringView text)
{
    qsizetype start = text.size();
    while (start > 0 && isOfName(text[start - 1]))
        --start;
    const bool colon = start > 0 && text[start - 1] == u':';
    if (!colon || start == text.size())
        return {};
    const bool free = start == 1 || (!text[start - 2].isLetterOrNumber() && text[start - 2] != u':');
    return free ? text.sliced(start).toString() : QString();
}

QString EmojiNames::begun(QStringView line) const
{
    const QString name = begunEmojiName(line);
    const bool enough = name.size() >= fewestLetters || (!name.isEmpty() && isHangul(name[0]));
    return enough ? u':' + name : QString();
}

QList<Completed> EmojiNames::offers(const QString &begun) const
{
    QList<Completed> out;
    for (const client::NamedEmoji *known : client::emojiLike(begun.mid(1)) | std::views::take(most))
        out.append(completed(*known));
    return out;
}

std::optional<CompletionSource::Whole> EmojiNames::whole(QStringView line) const
{
    if (!line.endsWith(u':'))
        return std::nullopt;
    const QString name = begunEmojiName(line.chopped(1));
    const client::NamedEmoji *known = client::emojiNamed(name);
    return known ? std::optional(Whole{name.size() + 2, completed(*known)}) : std::nullopt;
}

void EmojiNames::taken(const Completed &emoji)
{
    noteEmoji(m_settings, emoji.text);
}

} // namespace jjak::desktop
