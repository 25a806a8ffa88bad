// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/plain/plain_words.h"

#include <algorithm>

#include "client/core/sentences.h"
#include "client/terminal/app/message_words.h"
#include "client/terminal/text/sanitize.h"
#include "client/terminal/text/width.h"
#include "client/terminal/words.h"

namespace jjak::terminal {

using namespace Qt::StringLiterals;
using protocol::Message;
using protocol::Reaction;

namespace {

constexpr int quoteColumns = 40;

//! Who reacts with what in the first list and not in the second, one sentence each; `sentence` has places for the name, the
//! number, the words and the emoji.
QStringList reacted(const protocol::Room &room, const Message &message, const QList<Reaction> &with, const QList<Reaction> &without, const QString &sentence)
{
    QStringList lines;
    for (const Reaction &reaction : with) {
        const auto other = std::ranges::find(without, reaction.emoji, &Reaction::emoji);
        for (const int member : reaction.members) {
            if (other != without.end() && other->members.contains(member))
                continue;
            Message by;
            by.author = member;
            lines += sentence.arg(authorOf(room, by), QString::number(message.seq), truncated(cleanLine(message.text), quoteColumns), cleanLine(reaction.emoji));
        }
    }
    return lines;
}

} // namespace

QStringList spokenMessage(int room, const MessageLine &message)
{
    QStringList lines = message.text.split(u'\n');
    const QString place = u"[%1] "_s.arg(room);
    lines[0] = message.notice || message.author.isEmpty() ? place + lines[0] : place + message.author + u": "_s + lines[0];
    for (qsizetype i = 1; i < lines.size(); ++i)
        lines[i].prepend(u"    "_s);
    if (message.edited)
        lines.last() += u' ' + translate("term", "(edited)");
    if (message.number > 0)
        lines.last() += u" #%1"_s.arg(message.number);
    if (message.reply > 0)
        lines += u"    "_s + (message.quote.isEmpty() ? translate("term", "in answer to #%1").arg(message.reply) : translate("term", "in answer to #%1, %2").arg(QString::number(message.reply), message.quote));
    if (!message.reactions.isEmpty())
        lines += u"    "_s + message.reactions;
    if (!message.error.isEmpty())
        lines += u"    "_s + message.error;
    return lines;
}

QStringList spokenChange(int number, const protocol::Room &room, const Message &before, const Message &now)
{
    QStringList lines;
    const QString author = authorOf(room, now), seq = QString::number(now.seq);
    if (now.deleted && !before.deleted) {
        lines += translate("term", "%1 deleted #%2.").arg(author, seq);
    } else {
        if (now.edited != before.edited)
            lines += translate("term", "%1 changed #%2: %3").arg(author, seq, now.text);
        const auto then = before.reactions.value_or(QList<Reaction>()), here = now.reactions.value_or(QList<Reaction>());
        lines += reacted(room, now, here, then, translate("term", "%1 reacted to #%2 “%3” with %4"));
        lines += reacted(room, now, then, here, translate("term", "%1 took back %4 from #%2 “%3”"));
    }
    for (QString &line : lines)
        line.replace(u"\n"_s, u"\n    "_s).prepend(u"[%1] "_s.arg(number));
    return lines;
}

std::optional<QString> spokenNews(const NearbyNews &news, const std::optional<protocol::Proposal> &proposal, const QString &search)
{
    switch (news.kind) {
    case NearbyNews::Kind::Found: {
        const QString seconds = translate("term", "%n second(s)", nullptr, news.seconds);
        return proposal && proposal->demo ? translate("term", "Somebody was found (a demo person, not a human). /accept or /decline within %1.").arg(seconds)
                                          : translate("term", "Somebody was found. /accept or /decline within %1.").arg(seconds);
    }
    case NearbyNews::Kind::Left:
        return translate("term", "%n second(s) left to answer.", nullptr, news.seconds);
    case NearbyNews::Kind::Accepted:
        return translate("term", "You said yes. Waiting for the other answer.");
    case NearbyNews::Kind::Ended:
        return client::sentence(news.ended->outcome, news.ended->mine);
    case NearbyNews::Kind::Waiting:
        return translate("term", "Waiting for somebody %1.").arg(search);
    case NearbyNews::Kind::Stopped:
        return translate("term", "The search has ended.");
    }
    return std::nullopt;
}

} // namespace jjak::terminal
