// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QStringList>

#include "client/core/occasion.h"
#include "client/terminal/screen/view.h"
#include "common/protocol/date_values.h"

//! Events, lobby and date in words, for both faces. Pure: the moment is an argument, `now` always in server time.
namespace jjak::terminal {

//! What a date shows beside what the server told about it.
struct DateExtras {
    QString topic;                     //!< in words
    std::optional<int> arrow, pick;    //!< chosen and not confirmed yet
};

//! The next event that one could take part in at some time; nullptr when there is none.
const protocol::EventInfo *nextEvent(const QList<protocol::EventInfo> &events, Time now);
//! Its lobby takes people in.
bool isOpen(const protocol::EventInfo &event, Time now);
//! Goes on: not over, and not left by oneself.
bool isLive(const protocol::Date &date);
inline bool isLive(const std::optional<protocol::Date> &date)
{
    return date && isLive(*date);
}

//! How far it is: "in 25 minutes", "the lobby is open · 09:42", "open now".
QString eventState(const protocol::EventInfo &event, Time now);
//! What the reminder says.
QString reminder(const client::Occasion &occasion, int minutes);

//! "3 Gentle Otter"; with the number alone for a seat that is not there.
QString seatName(const protocol::Date &date, int seat);
//! Where the arrow of that date points, as a sentence.
QString arrowSentence(const protocol::Date &date, int seat);
QString pickSentence(const protocol::Date &date, int seat);
//! What can be said about waiting: how many, when it starts, how long it may take.
QStringList lobbyLines(const protocol::Lobby &lobby, Time now);

LobbyBox lobbyBox(const protocol::Lobby &lobby, const QString &event, Time now);
DateBox dateBox(const protocol::Date &date, const DateExtras &extras, bool focused, Time now);

//! The whole of `/date`: date, lobby, pairs, events.
QStringList dateReport(const protocol::BlindDate &blindDate, const QList<protocol::EventInfo> &events, const DateExtras &extras, Time now);

//! Whole seconds until then, not below 0.
int secondsUntil(Time then, Time now);

} // namespace jjak::terminal
