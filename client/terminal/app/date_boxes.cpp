// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "client/core/sentences.h"
#include "client/terminal/app/date_words.h"
#include "client/terminal/app/when.h"
#include "client/terminal/text/sanitize.h"
#include "client/terminal/words.h"

//! The boxes of the full screen.
namespace jjak::terminal {

using namespace Qt::StringLiterals;
using protocol::Date;
using protocol::DatePhase;
using protocol::Seat;
using protocol::SeatState;

namespace {

constexpr int urgentSeconds = 10;

QString stateOf(const Date &date, const Seat &seat)
{
    QStringList parts;
    if (seat.number == date.me)
        parts += translate("term", "you");
    if (seat.state != SeatState::Here)
        parts += client::label(seat.state);
    if (date.hidden.contains(seat.number))
        parts += translate("term", "blocked");
    if (seat.demo && seat.number != date.me)
        parts += parts.isEmpty() ? translate("term", "demo person") : translate("term", "demo");
    return parts.join(u" · "_s);
}

//! One short word where there is space for no more.
QString briefOf(const Date &date, const Seat &seat)
{
    if (seat.number == date.me)
        return translate("term", "you");
    if (date.hidden.contains(seat.number))
        return translate("term", "blocked");
    if (seat.state != SeatState::Here)
        return client::label(seat.state);
    return seat.demo ? translate("term", "demo") : QString();
}

QString markOf(const Date &date, int number, int arrow, int pick)
{
    if (date.reveal)
        return date.reveal->seat == number ? translate("term", "arrows met") : QString();
    if (date.phase == DatePhase::Arrow)
        return arrow == number ? translate("term", "your arrow") : QString();
    return pick == number ? translate("term", "your pick") : QString();
}

ChoiceBox choosing(const Date &date, const QString &title, const QString &detail, const QString &command, bool focused, Time now)
{
    ChoiceBox box;
    const int left = secondsUntil(date.until.value_or(now), now);
    box.title = title;
    box.detail = detail;
    box.end = translate("term", "%1 s").arg(left);
    box.urgent = left <= urgentSeconds;
    box.keysCount = true;
    const auto seats = date.seats.size();
    if (focused)
        box.keys = {translate("term", "1–%1 choose   0 nobody   Tab write on").arg(seats), translate("term", "1–%1 choose   0 nobody").arg(seats), translate("term", "1–%1, 0 nobody").arg(seats)};
    else
        box.keys = {translate("term", "Tab, then 1–%1; or %2").arg(seats).arg(command), command};
    return box;
}

ChoiceBox revealed(const Date &date, Time now)
{
    ChoiceBox box;
    const protocol::Reveal &reveal = *date.reveal;
    if (reveal.seat == 0) {
        box.title = translate("term", "No arrow met yours this time.");
        box.detail = translate("term", "Nobody learns where it pointed.");
        box.keys = {translate("term", "Thank you for being here!"), QString()};
        return box;
    }
    box.title = translate("term", "Your arrows met: %1!").arg(seatName(date, reveal.seat));
    if (reveal.room) {
        box.detail = translate("term", "You both said yes: your room stands among your chats.");
        return box;
    }
    if (now >= reveal.until) {
        box.detail = translate("term", "The time to open your room is over.");
        return box;
    }
    const bool said = reveal.mine == protocol::Answer::Accepted;
    box.end = translate("term", "%1 left").arg(lasting(reveal.until - now));
    box.detail = said ? translate("term", "You said yes. When both have, the room stands among your chats.") : translate("term", "Your own room opens when both say yes.");
    if (!said)
        box.keys = {translate("term", "/open says yes"), u"/open"_s};
    return box;
}

std::optional<ChoiceBox> choiceOf(const Date &date, int arrow, int pick, bool focused, Time now)
{
    if (date.reveal)
        return revealed(date, now);
    if (!isLive(date))
        return std::nullopt;
    if (date.phase == DatePhase::Arrow)
        return choosing(date, translate("term", "Whom would you like to meet again?"), arrowSentence(date, arrow), u"/arrow 3"_s, focused, now);
    if (date.phase == DatePhase::Impression)
        return choosing(date, translate("term", "Who makes the best first impression? Only you will know."), pickSentence(date, pick), u"/pick 3"_s, focused, now);
    return std::nullopt;
}

} // namespace

LobbyBox lobbyBox(const protocol::Lobby &lobby, const QString &event, Time now)
{
    LobbyBox box;
    box.title = event.isEmpty() ? translate("term", "The lobby of the blind date") : cleanLine(event);
    box.seated = lobby.seated;
    box.seats = lobby.seats;
    box.count = translate("term", "%1 of %2").arg(lobby.seated).arg(lobby.seats);
    box.lines = lobbyLines(lobby, now);
    box.lines += {QString(), translate("term", "Everybody gets a new name for the evening. A host leads through three topics; at the end each shoots one secret arrow."), QString(),
                  translate("term", "/leave stops waiting.")};
    return box;
}

DateBox dateBox(const Date &date, const DateExtras &extras, bool focused, Time now)
{
    DateBox box;
    const int arrow = extras.arrow.value_or(date.arrow), pick = extras.pick.value_or(date.impression);
    box.phase = client::phaseName(date);
    box.seatsTitle = translate("term", "Seats");
    box.topic = cleanLine(extras.topic);
    if (date.until) {
        const Duration whole = *date.until - date.since, left = std::clamp(*date.until - now, Duration(0), std::max(whole, Duration(0)));
        box.left = lasting(std::chrono::ceil<std::chrono::seconds>(left));
        box.share = whole.count() > 0 ? int(left.count() * 1000 / whole.count()) : 0;
    }
    for (const Seat &seat : date.seats) {
        SeatLine line;
        line.number = seat.number;
        line.name = cleanLine(client::aliasName(seat.alias));
        line.state = stateOf(date, seat);
        line.brief = briefOf(date, seat);
        line.mark = markOf(date, seat.number, arrow, pick);
        line.mine = seat.number == date.me;
        line.gone = seat.state == SeatState::Left || date.hidden.contains(seat.number);
        line.marked = !line.mark.isEmpty();
        box.seats.push_back(line);
    }
    box.choice = choiceOf(date, arrow, pick, focused, now);
    return box;
}

} // namespace jjak::terminal
