// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/sentences.h"
#include "client/terminal/app/commander.h"
#include "client/terminal/text/sanitize.h"

//! The blind date.
namespace jjak::terminal {

using protocol::DatePhase;

bool Commander::isInDate() const
{
    const auto *entry = m_session.state().room(m_room);
    return entry && entry->room.kind == protocol::RoomKind::Date;
}

bool Commander::isAtTable() const
{
    return isInDate() || (m_room.isNull() && isLive(m_session.blindDate().date));
}

QString Commander::heldSentence(RoomId room) const
{
    const auto held = m_session.maySend(room);
    if (!held)
        return {};
    const auto *entry = m_session.state().room(room);
    const auto *date = m_session.state().dateIn(room);
    const bool ofDate = entry && entry->room.kind == protocol::RoomKind::Date;
    if (ofDate && held->code == ErrorCode::RoomEnded && (!date || date->phase == DatePhase::Closed))
        return translate("term", "This date is over; /date join takes part in another.");
    return client::sentence(*held, m_session.serverNow());
}

DateExtras Commander::dateExtras() const
{
    return {m_session.topicText(), m_session.pendingArrow(), m_session.pendingPick()};
}

QStringList Commander::seatNumbers() const
{
    QStringList numbers;
    if (const auto &date = m_session.blindDate().date) {
        for (const protocol::Seat &seat : date->seats)
            if (seat.number != date->me)
                numbers += QString::number(seat.number);
    }
    return numbers;
}

void Commander::date(const Command &command)
{
    if (command.text == QLatin1StringView("leave"))
        return leaveDate();
    if (command.wanted)
        return joinDate(command.number);
    Q_EMIT listed(translate("term", "Blind dates"), dateReport(m_session.blindDate(), m_session.events(), dateExtras(), m_session.serverNow()));
}

void Commander::joinDate(int number)
{
    const auto &events = m_session.events();
    if (number > events.size())
        return complain(translate("term", "There is no blind date number %1. /date lists them.").arg(number));
    const protocol::EventInfo *event = number > 0 ? &events[number - 1] : nextEvent(events, m_session.serverNow());
    if (!event)
        return complain(translate("term", "No blind date is planned."));
    m_session.enterDate(event->event, [this](const Result<> &result) {
        if (!result)
            return complain(client::sentence(result.error(), m_session.serverNow()));
        if (m_session.blindDate().lobby)
            open({}); // the lobby stands where no chat is
        else if (const auto &date = m_session.blindDate().date; isLive(date))
            open(date->room);
    });
}

void Commander::leaveDate()
{
    const auto &blindDate = m_session.blindDate();
    if (blindDate.lobby)
        return m_session.leaveDate(answer<Done>({}));
    if (!isLive(blindDate.date))
        return complain(translate("term", "You are in no blind date and wait for none."));
    const RoomId room = blindDate.date->room;
    m_session.leaveDate(answer<Done>(translate("term", "You have left the blind date. It can still be read for a day.")));
    if (m_room == room)
        open({});
}

void Commander::pick(int seat)
{
    const auto &date = m_session.blindDate().date;
    if (!isLive(date))
        return complain(translate("term", "No blind date is on. /date tells when the next one is."));
    m_session.pick(date->date, seat, answer<Done>(pickSentence(*date, seat)));
}

void Commander::shoot(int seat)
{
    const auto &date = m_session.blindDate().date;
    if (!isLive(date))
        return complain(translate("term", "No blind date is on. /date tells when the next one is."));
    m_session.shoot(date->date, seat, answer<Done>(arrowSentence(*date, seat)));
}

bool Commander::choose(int seat)
{
    const auto &date = m_session.blindDate().date;
    if (!isLive(date) || (date->phase != DatePhase::Impression && date->phase != DatePhase::Arrow))
        return false;
    const auto complaint = [this](const Result<> &result) { outcome(result ? nullptr : &result.error(), {}); };
    if (date->phase == DatePhase::Arrow)
        m_session.shoot(date->date, seat, complaint);
    else
        m_session.pick(date->date, seat, complaint);
    return true;
}

void Commander::openPair(int number)
{
    const auto &blindDate = m_session.blindDate();
    const auto &date = blindDate.date;
    struct Choice {
        PairId pair;
        QString name;
    };
    QList<Choice> all;
    if (date && date->reveal && date->reveal->seat > 0)
        all += {date->reveal->pair, seatName(*date, date->reveal->seat)};
    for (const protocol::Pair &pair : blindDate.pairs)
        if (all.isEmpty() || all.first().pair != pair.pair)
            all += {pair.pair, cleanLine(client::aliasName(pair.alias))};
    if (all.isEmpty())
        return complain(translate("term", "There is no room to open: no arrow has met yours in the last 24 hours."));
    if (number > all.size() || (number == 0 && all.size() > 1)) {
        QStringList lines;
        for (qsizetype i = 0; i < all.size(); ++i)
            lines += QStringLiteral("%1. %2").arg(i + 1).arg(all[i].name);
        return Q_EMIT listed(translate("term", "Whose arrow met yours: /open N"), lines);
    }
    const Choice chosen = all[std::max(0, number - 1)];
    m_pairName = chosen.name;
    m_session.openPair(chosen.pair, [this, name = chosen.name](const Result<> &result) {
        if (result && m_pairName.isEmpty())
            return; // the room is open already
        const QString said = translate("term", "You would like a room with %1. When both have said so, it stands among your chats.").arg(name);
        outcome(result ? nullptr : &result.error(), said);
    });
}

//! Who it was behind the alias: a room of two that opens by itself, not by Nearby, is the one that was asked for.
void Commander::tellPair(RoomId room)
{
    const auto *entry = m_session.state().room(room);
    const auto &nearby = m_session.state().nearby;
    const bool met = nearby.proposal || (nearby.ended && nearby.ended->room == room);
    if (m_pairName.isEmpty() || !entry || entry->room.kind != protocol::RoomKind::Direct || met)
        return;
    const QString said = translate("term", "This is your room with %1.").arg(std::exchange(m_pairName, {}));
    QMetaObject::invokeMethod(this, [this, said] { say(said); }, Qt::QueuedConnection); // behind what tells of the new chat
}

void Commander::remind(bool on)
{
    const protocol::EventInfo *event = nextEvent(m_session.events(), m_session.serverNow());
    if (!event)
        return complain(translate("term", "No blind date is planned."));
    m_session.setReminder(client::occasionOf(*event), on);
    say(on ? translate("term", "You will be reminded 10 minutes and 1 minute before “%1”, as long as this program runs.").arg(cleanLine(event->heading)) : translate("term", "You will not be reminded."));
}

} // namespace jjak::terminal
