// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/plain/plain_words.h"

#include "client/core/sentences.h"
#include "client/terminal/words.h"

namespace jjak::terminal {

using namespace Qt::StringLiterals;

QStringList spokenMessage(int room, const MessageLine &message)
{
    QStringList lines = message.text.split(u'\n');
    const QString place = u"[%1] "_s.arg(room);
    lines[0] = message.notice || message.author.isEmpty() ? place + lines[0] : place + message.author + u": "_s + lines[0];
    for (qsizetype i = 1; i < lines.size(); ++i)
        lines[i].prepend(u"    "_s);
    if (!message.error.isEmpty())
        lines += u"    "_s + message.error;
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
