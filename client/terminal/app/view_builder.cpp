// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/app/view_builder.h"

#include "client/core/sentences.h"
#include "client/terminal/app/date_words.h"
#include "client/terminal/app/message_words.h"
#include "client/terminal/app/nearby_watch.h"
#include "client/terminal/app/when.h"
#include "client/terminal/text/sanitize.h"
#include "client/terminal/text/width.h"

namespace jjak::terminal {

using namespace Qt::StringLiterals;
using client::ConnectionState;
using client::MessageListModel;
using client::RoomListModel;

namespace {

constexpr int quoteColumns = 60; // of a line that is read aloud

QString markOf(MessageListModel::Delivery delivery)
{
    switch (delivery) {
    case MessageListModel::Delivery::Queued:
        return u"…"_s;
    case MessageListModel::Delivery::Stored:
    case MessageListModel::Delivery::Delivered:
        return u"✓"_s;
    case MessageListModel::Delivery::Read:
        return u"✓✓"_s;
    case MessageListModel::Delivery::Failed:
        return u"!"_s;
    }
    return {};
}

//! What goes on with the blind date, for who looks at something else.
QString dateStatus(const Commander &commander, const client::Session &session)
{
    const auto &[lobby, date] = std::tie(session.blindDate().lobby, session.blindDate().date);
    const Time now = session.serverNow();
    if (lobby)
        return translate("term", "waiting for a blind date %1/%2").arg(lobby->seated).arg(lobby->seats);
    if (isLive(date) && commander.isInDate())
        return {};
    if (isLive(date))
        return translate("term", "blind date: %1").arg(client::phaseName(*date)) + (date->until ? u' ' + lasting(std::chrono::ceil<std::chrono::seconds>(*date->until - now)) : QString());
    const auto *event = nextEvent(session.events(), now);
    if (!event)
        return {};
    return translate("term", "blind date: %1").arg(eventState(*event, now));
}

//! Rooms for two that could be opened still.
QStringList pairLines(const protocol::BlindDate &blindDate, Time now)
{
    QStringList lines;
    const auto tell = [&](const QString &name, Time until, protocol::Answer mine) {
        if (mine == protocol::Answer::Open && now < until)
            lines += {translate("term", "Your arrow met that of %1: /open says that you want a room for the two of you. %2 left.").arg(name, lasting(until - now)), QString()};
    };
    if (const auto &date = blindDate.date; date && date->reveal && date->reveal->seat > 0)
        tell(seatName(*date, date->reveal->seat), date->reveal->until, date->reveal->mine);
    for (const protocol::Pair &pair : blindDate.pairs)
        tell(cleanLine(client::aliasName(pair.alias)), pair.until, pair.mine);
    return lines;
}

} // namespace

std::vector<RoomLine> roomLines(RoomListModel &rooms, RoomId open, QDate today)
{
    std::vector<RoomLine> lines;
    for (int row = 0; row < rooms.rowCount(); ++row) {
        const auto value = [&](int role) { return rooms.data(rooms.index(row), role); };
        RoomLine line;
        line.number = row + 1;
        line.name = cleanLine(value(RoomListModel::NameRole).toString());
        line.preview = cleanLine(value(RoomListModel::PreviewRole).toString());
        line.time = shortMoment(value(RoomListModel::TimeRole).toDateTime(), today);
        line.unread = value(RoomListModel::UnreadRole).toLongLong();
        line.open = rooms.roomAt(row) == open;
        line.over = value(RoomListModel::LeftRole).toBool() || value(RoomListModel::DesertedRole).toBool();
        line.typing = value(RoomListModel::TypingRole).toBool();
        line.draft = !value(RoomListModel::DraftRole).toString().isEmpty();
        line.failed = value(RoomListModel::FailedRole).toInt() > 0;
        lines.push_back(line);
    }
    return lines;
}

MessageLine messageLine(MessageListModel &messages, int me, int row, QDate today)
{
    const auto value = [&](int role) { return messages.data(messages.index(row), role); };
    MessageLine line;
    const auto kind = value(MessageListModel::KindRole).value<protocol::MessageKind>();
    const QDateTime at = value(MessageListModel::AtRole).toDateTime();
    line.notice = kind == protocol::MessageKind::Notice;
    line.host = kind == protocol::MessageKind::Host;
    line.mine = value(MessageListModel::MineRole).toBool() && !line.notice;
    line.author = line.mine ? translate("term", "You") : cleanLine(value(MessageListModel::AuthorRole).toString());
    line.text = clean(value(MessageListModel::TextRole).toString());
    line.time = clockTime(at);
    line.mark = line.mine ? markOf(value(MessageListModel::DeliveryRole).value<MessageListModel::Delivery>()) : QString();
    line.error = cleanLine(value(MessageListModel::ErrorRole).toString());
    line.day = value(MessageListModel::DayStartRole).toBool() ? dayName(at.date(), today) : QString();
    line.first = value(MessageListModel::GroupFirstRole).toBool();
    line.unreadLine = value(MessageListModel::UnreadLineRole).toBool();
    line.edited = value(MessageListModel::EditedRole).toBool();
    line.deleted = value(MessageListModel::DeletedRole).toBool();
    line.number = line.notice || line.deleted ? 0 : value(MessageListModel::SeqRole).toLongLong();
    line.reply = value(MessageListModel::ReplyRole).toLongLong();
    line.quote = cleanLine(value(MessageListModel::QuoteRole).toString());
    line.reactions = reactionsLine(value(MessageListModel::ReactionsRole).value<QList<protocol::Reaction>>(), me);
    return line;
}

std::vector<MessageLine> messageLines(MessageListModel &messages, int me, int most, QDate today)
{
    std::vector<MessageLine> lines;
    const int count = messages.rowCount();
    for (int row = std::max(0, count - most); row < count; ++row)
        lines.push_back(messageLine(messages, me, row, today));
    if (!lines.empty())
        lines.front().first = true;
    return lines;
}

QString wordsOf(const client::Session &session, const client::RoomEntry &entry, const protocol::Message &message)
{
    if (message.deleted)
        return client::deletedSentence();
    if (message.kind == protocol::MessageKind::Host)
        return session.hostText(entry.room.room, message);
    if (message.kind == protocol::MessageKind::Notice)
        return client::noticeText(entry.room, message);
    if (message.kind == protocol::MessageKind::Image || message.kind == protocol::MessageKind::File)
        return client::fileSentence(message);
    return message.text;
}

MessageLine spokenLine(const client::Session &session, const client::RoomEntry &entry, const protocol::Message &message)
{
    MessageLine line;
    line.notice = message.kind == protocol::MessageKind::Notice;
    line.host = message.kind == protocol::MessageKind::Host;
    line.author = authorOf(entry.room, message);
    line.text = wordsOf(session, entry, message);
    line.deleted = message.deleted.has_value();
    line.edited = message.edited && !line.deleted;
    line.number = isNameable(message) ? message.seq : 0;
    line.reply = line.deleted ? 0 : message.reply.value_or(0);
    line.reactions = reactionsLine(message.reactions.value_or(QList<protocol::Reaction>()), entry.room.me);
    if (const auto answered = line.reply > 0 ? session.cachedMessage(entry.room.room, line.reply) : std::nullopt)
        line.quote = truncated(quoteOf(entry.room, *answered, wordsOf(session, entry, *answered)), quoteColumns);
    return line;
}

QString roomTitle(const client::State &state, const protocol::Room &room)
{
    const QString name = cleanLine(client::titleOf(state, room));
    return name.isEmpty() ? translate("term", "Nobody") : name;
}

QString roomSubtitle(const protocol::Room &room)
{
    QStringList parts;
    if (client::hasLeft(room))
        parts += translate("term", "you have left");
    else if (client::isDeserted(room) && room.kind != protocol::RoomKind::Date)
        parts += translate("term", "nobody is there");
    if (client::isDemo(room) && room.kind == protocol::RoomKind::Direct)
        parts += translate("term", "demo person");
    if (room.expires)
        parts += translate("term", "can be read until %1").arg(moment(*room.expires));
    if (room.distance)
        parts += client::distanceLabel(*room.distance);
    return parts.join(u" · "_s);
}

QString typingLine(const client::RoomEntry &entry)
{
    for (const auto &[number, until] : entry.typing) {
        if (const auto *member = client::memberOf(entry.room, number); member && number != entry.room.me)
            return translate("term", "%1 is writing…").arg(cleanLine(client::nameOf(*member)));
    }
    return {};
}

QString statusLine(Commander &commander, Time now)
{
    auto &session = commander.session();
    const ConnectionState state = session.connectionState();
    QString line = client::label(state);
    if (state == ConnectionState::Waiting) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(session.retryAt() - now).count();
        line += u" · "_s + translate("term", "again in %1 s").arg(std::max<qint64>(0, seconds));
    }
    const auto &nearby = session.state().nearby;
    if (nearby.ticket && !nearby.proposal) {
        line += u" · "_s + translate("term", "looking %1").arg(commander.search());
        if (state == ConnectionState::Ready)
            line += u" · "_s + lasting(session.serverNow() - nearby.ticket->since);
    }
    if (const QString date = dateStatus(commander, session); !date.isEmpty())
        line += u" · "_s + date;
    if (const int unsent = session.unsentCount(); unsent > 0)
        line += u" · "_s + translate("term", "%n to be sent", nullptr, unsent);
    return line;
}

QStringList welcomeLines(Commander &commander)
{
    auto &session = commander.session();
    const auto &nearby = session.state().nearby;
    if (nearby.ticket && !nearby.proposal) {
        QStringList lines{translate("term", "Looking for somebody %1.").arg(commander.search())};
        if (nearby.crowd)
            lines += sentenceOf(client::label(*nearby.crowd));
        lines += QString();
        lines += translate("term", "You are asked before anybody meets you. /match with a longer distance finds more people, /cancel stops.");
        return lines;
    }
    if (nearby.proposal)
        return {translate("term", "Somebody is waiting for your answer below.")};
    QStringList lines = pairLines(session.blindDate(), session.serverNow());
    lines += {translate("term", "Type /match, a place and how far, and press Enter:"), QString()};
    lines += commander.localeLanguage() == QLocale::Korean ? u"  /match 강남 10km"_s : u"  /match Gangnam 10km"_s;
    lines += QString();
    if (const auto place = commander.settings().place())
        lines += translate("term", "/match alone looks again near %1, %2.").arg(cleanLine(place->label), client::label(commander.settings().reach()));
    lines += translate("term", "Nobody learns where you are: only a square of about %1 km is sent, and others see a distance step after both have said yes.")
                 .arg(session.hello().cellKm);
    if (const auto *event = nextEvent(session.events(), session.serverNow()))
        lines += {QString(), translate("term", "Blind date: “%1”, %2. /date join takes part.").arg(cleanLine(event->heading), eventState(*event, session.serverNow())), QString()};
    if (session.rooms()->rowCount() > 0)
        lines += translate("term", "Alt+1 to Alt+9 open a chat.");
    return lines;
}

ProposalBox proposalBox(const protocol::Proposal &proposal, Time serverNow)
{
    ProposalBox box;
    box.title = translate("term", "Somebody was found. Would you like to talk?");
    box.detail = proposal.demo ? translate("term", "A demo person, not a human.") : translate("term", "A chat opens when both say yes.");
    box.seconds = NearbyWatch::secondsLeft(proposal, serverNow);
    box.answered = proposal.mine == protocol::Answer::Accepted;
    return box;
}

} // namespace jjak::terminal
