// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/lounge/lounge_words.h"

#include <QCoreApplication>

#include "common/rules/popularity.h"

namespace jjak::client {

namespace {

constexpr int hours(Duration time)
{
    return int(std::chrono::duration_cast<std::chrono::hours>(time).count());
}

} // namespace

QString popularityHelp()
{
    return QCoreApplication::translate("jjak",
                                       "A post is worth (1 + people) × ½^(age ÷ half-life). People are those who liked it or commented on it: each once, the author never, and only if their account was at least %1 days old "
                                       "at that moment. The half-life is %2 hours under “Today” and %3 hours under “This week”. At most %4 posts of one author stand in a list. Nothing else counts.")
        .arg(hours(popularity::grownUp) / 24)
        .arg(hours(popularity::dayHalfLife))
        .arg(hours(popularity::weekHalfLife))
        .arg(popularity::postsOfOneAuthor);
}

QStringList whoSeesWhat(const std::optional<protocol::Profile> &profile)
{
    QStringList out{
        QCoreApplication::translate("jjak", "Your name in the lounge stands beside everything you write there, also beside what you have written before."),
        QCoreApplication::translate("jjak", "Everybody in the lounge can see your line, your languages and your interests."),
        QCoreApplication::translate("jjak", "Nobody there can see the name you sign in with, your chats, your dates, your age or where you are."),
        QCoreApplication::translate("jjak", "Others see how many people like or read something, never who."),
    };
    if (profile)
        out += profile->ranked ? QCoreApplication::translate("jjak", "Your posts may stand among the most read of the week.") : QCoreApplication::translate("jjak", "Your posts never stand among the most read of the week.");
    return out;
}

} // namespace jjak::client
