// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/notify/notice_words.h"

#include <QCoreApplication>

#include "client/desktop/lounge/table_words.h"

namespace jjak::desktop {

using namespace Qt::StringLiterals;
using What = client::ShowNotice::What;

namespace {

constexpr int longestText = 300;

//! The only context of these sentences.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(jjak::desktop::NoticeWords)
};

QString hiddenText(const client::ShowNotice &show)
{
    switch (show.what) {
    case What::Message: return Words::tr("%n new message(s)", nullptr, int(std::min<qint64>(show.unread, 9999)));
    case What::Match: return Words::tr("There is good news for you.");
    case What::Proposal: return Words::tr("Your answer is wanted within half a minute.");
    case What::Date:
    case What::Arrow:
    case What::Coming:
    case What::Table: return Words::tr("Something is waiting for you now.");
    }
    return {};
}

QString bodyOf(const protocol::Room &room, const protocol::Message &message)
{
    QString text = message.text.left(longestText);
    if (text.isEmpty() && message.kind == protocol::MessageKind::Image)
        text = Words::tr("Sent an image");
    else if (text.isEmpty() && message.kind == protocol::MessageKind::File)
        text = Words::tr("Sent a file");
    const protocol::Member *author = client::memberOf(room, message.author);
    if (room.kind == protocol::RoomKind::Direct || !author)
        return text;
    return Words::tr("%1: %2", "a name, then a message").arg(client::nameOf(*author), text);
}

Notice messageWords(const client::ShowNotice &show, const client::Session &session)
{
    const client::RoomEntry *entry = session.state().room(show.about.room);
    if (!entry)
        return {u"Jjak"_s, hiddenText(show)};
    const QString title = client::titleOf(session.state(), entry->room);
    return {show.unread > 1 ? Words::tr("%1 (%2)", "a name, then how many messages are unread").arg(title, QString::number(show.unread)) : title, bodyOf(entry->room, show.message)};
}

Notice fullWords(const client::ShowNotice &show, const client::Session &session)
{
    switch (show.what) {
    case What::Message: return messageWords(show, session);
    case What::Match: return {Words::tr("You both said yes!"), Words::tr("Your conversation is open.")};
    case What::Proposal: return {Words::tr("Somebody is proposed to you"), Words::tr("Say yes or no within half a minute.")};
    case What::Date: return {Words::tr("Your blind date begins"), Words::tr("Come and take your seat.")};
    case What::Arrow: return {Words::tr("Whom would you like to meet again?"), Words::tr("Point your arrow before the time is up.")};
    case What::Coming: return {show.occasion.isTable() ? Words::tr("Coffee table") : Words::tr("Blind date"),
                              Words::tr("“%1” begins in %n minute(s).", nullptr, show.minutes).arg(show.occasion.heading)};
    case What::Table: return {Words::tr("Coffee table"), tableNewsText(show.table, show.news, session.serverNow())};
    }
    return {};
}

} // namespace

Notice wordsOf(const client::ShowNotice &show, const client::Session &session)
{
    Notice notice = show.hidden ? Notice{u"Jjak"_s, hiddenText(show)} : fullWords(show, session);
    notice.strong = show.isStrong();
    notice.readable = show.what == What::Message;
    return notice;
}

} // namespace jjak::desktop
