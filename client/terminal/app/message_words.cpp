// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/app/message_words.h"

#include <algorithm>
#include <ranges>

#include "client/core/emoji.h"
#include "client/terminal/text/sanitize.h"
#include "client/terminal/words.h"

namespace jjak::terminal {

using namespace Qt::StringLiterals;
using protocol::Message;
using protocol::MessageKind;
using protocol::Reaction;

QString reactionsLine(const QList<Reaction> &reactions, int member)
{
    QStringList parts;
    for (const Reaction &reaction : reactions) {
        const QString part = cleanLine(reaction.emoji) + u' ' + QString::number(reaction.members.size());
        parts += reaction.members.contains(member) ? u'[' + part + u']' : part;
    }
    return parts.join(u"  "_s);
}

QString authorOf(const protocol::Room &room, const Message &message)
{
    if (message.kind == MessageKind::Host)
        return translate("term", "Host");
    if (message.author == room.me)
        return translate("term", "You");
    const auto *author = client::memberOf(room, message.author);
    return author ? cleanLine(client::nameOf(*author)) : QString();
}

QString quoteOf(const protocol::Room &room, const Message &message, const QString &words)
{
    const QString author = authorOf(room, message);
    return author.isEmpty() ? cleanLine(words) : author + u": "_s + cleanLine(words);
}

bool isNameable(const Message &message)
{
    return !message.deleted && message.kind != MessageKind::Notice;
}

bool isTextOf(const Message &message, int member)
{
    return message.author == member && message.kind == MessageKind::Text && !message.deleted;
}

Reacting reactingTo(const Message &message, int member, const QString &emoji)
{
    const auto reactions = message.reactions.value_or(QList<Reaction>());
    const auto same = [&](const Reaction &reaction) { return client::isSameEmoji(reaction.emoji, emoji); };
    const auto mine = std::ranges::find_if(reactions, [&](const Reaction &reaction) { return same(reaction) && reaction.members.contains(member); });
    if (mine != reactions.end())
        return {mine->emoji, false};
    const auto there = std::ranges::find_if(reactions, same);
    return {there == reactions.end() ? emoji : there->emoji, true};
}

QList<Nameable> nameablesOf(const QList<Message> &messages, int member)
{
    QList<Nameable> all;
    for (const Message &message : std::views::reverse(messages))
        if (isNameable(message))
            all.append({int(message.seq), isTextOf(message, member), message.text});
    return all;
}

} // namespace jjak::terminal
