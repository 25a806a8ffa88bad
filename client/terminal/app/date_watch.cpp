// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/app/date_watch.h"

#include <algorithm>

namespace jjak::terminal {

namespace {

using Kind = DateNews::Kind;
using protocol::BlindDate;
using protocol::Date;
using protocol::DatePhase;
using protocol::Lobby;

void seatNews(std::vector<DateNews> &news, const Date &date, const Date &before)
{
    for (const protocol::Seat &seat : date.seats) {
        const auto old = std::ranges::find(before.seats, seat.number, &protocol::Seat::number);
        if (old != before.seats.end() && old->state != seat.state && seat.number != date.me)
            news.push_back({.kind = Kind::Seat, .seat = seat.number, .state = seat.state});
    }
}

} // namespace

void DateWatch::lobbyNews(std::vector<DateNews> &news, const BlindDate &blindDate) const
{
    const std::optional<Lobby> before = m_known ? m_known->lobby : std::nullopt;
    if (const auto &lobby = blindDate.lobby) {
        const bool isNew = !before || before->event != lobby->event || before->seated != lobby->seated || before->starts != lobby->starts;
        if (isNew)
            news.push_back({.kind = Kind::Waiting, .seated = lobby->seated, .seats = lobby->seats, .starts = lobby->starts});
        return;
    }
    if (!before)
        return;
    const bool seated = blindDate.date && blindDate.date->phase != DatePhase::Closed && (!m_known->date || m_known->date->date != blindDate.date->date);
    if (blindDate.letGo && blindDate.letGo != m_known->letGo)
        news.push_back({.kind = Kind::LetGo, .end = blindDate.letGo->reason});
    else if (!seated)
        news.push_back({.kind = Kind::Left});
}

void DateWatch::dateNews(std::vector<DateNews> &news, const Date &date) const
{
    const bool isNew = !m_known || !m_known->date || m_known->date->date != date.date;
    if (isNew && date.phase == DatePhase::Closed)
        return;
    const Date before = isNew ? Date() : *m_known->date;
    if (isNew)
        news.push_back({.kind = Kind::Began, .seats = int(date.seats.size())});
    else
        seatNews(news, date, before);
    if (isNew || before.phase != date.phase || before.round != date.round) {
        const bool over = date.phase == DatePhase::Closed;
        news.push_back({.kind = over ? Kind::Closed : Kind::Phase, .phase = date.phase, .round = date.round});
    }
    if (date.reveal && !before.reveal)
        news.push_back({.kind = date.reveal->seat > 0 ? Kind::Met : Kind::NotMet, .seat = date.reveal->seat});
    if (!isNew && before.frozen && !date.frozen)
        news.push_back({.kind = Kind::Thawed});
}

std::vector<DateNews> DateWatch::update(const BlindDate &blindDate)
{
    std::vector<DateNews> news;
    lobbyNews(news, blindDate);
    if (blindDate.date)
        dateNews(news, *blindDate.date);
    m_known = blindDate;
    return news;
}

} // namespace jjak::terminal
