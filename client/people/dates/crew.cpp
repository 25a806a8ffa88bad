// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/people/dates/crew.h"

#include <algorithm>

namespace jjak::people {

using protocol::EventInfo;

namespace {

//! Each of the crew is told of the others' coming and going in its own time: what is decided before all have been told
//! would be wrong.
constexpr auto settles = 300ms;
//! A lobby that is old starts with a quorum at once, before all others have come; and who waits may be the very one whom the
//! newcomer has blocked. So the one who waits alone goes, and another comes.
constexpr auto waitsAlone = 20s;
constexpr Duration betweenEntries = 400ms; // one after the other, so that the ring is seen to fill

} // namespace

CrewMove crewMove(const std::vector<GuestState> &guests, int seats, size_t first, bool rehearsal)
{
    CrewMove move;
    std::vector<size_t> free, waiting;
    int lobby = 0;
    for (size_t i = 0; i < guests.size(); ++i) {
        const size_t at = (first + i) % guests.size();
        const GuestState &guest = guests[at];
        if (guest.waiting)
            waiting.push_back(at), lobby = std::max(lobby, guest.lobby);
        else if (guest.ready && !guest.seated)
            free.push_back(at);
    }
    const bool somebodyElse = lobby > int(waiting.size());
    const bool enough = int(free.size() + waiting.size()) >= seats;
    if (somebodyElse || (rehearsal && enough)) {
        const size_t wanted = size_t(std::max(0, seats - std::max(lobby, int(waiting.size()))));
        free.resize(std::min(free.size(), wanted));
        move.enter = free;
    } else if (waiting.empty() && !free.empty()) {
        move.enter = {free.front()};
    } else if (waiting.size() > 1) { // whom they came for has gone again
        move.leave.assign(waiting.begin() + 1, waiting.end());
        std::erase_if(move.leave, [&](size_t i) { return !guests[i].ready; });
    }
    return move;
}

Crew::Crew(bool rehearsal, Rng &rng, QObject *parent) : QObject(parent), m_rehearsal(rehearsal), m_rng(rng)
{
    m_rotate.setInterval(waitsAlone);
    connect(&m_rotate, &QTimer::timeout, this, &Crew::rotate);
    if (!rehearsal)
        m_rotate.start();

    m_settle.setSingleShot(true);
    connect(&m_settle, &QTimer::timeout, this, &Crew::consider);
}

void Crew::add(Guest &guest)
{
    m_guests.push_back(&guest);
    connect(&guest, &Guest::changed, this, [this] { m_settle.start(settles); });
    connect(&guest, &Guest::dateEnded, this, [this] { m_played = true; });
}

std::optional<EventInfo> Crew::openEvent() const
{
    for (const Guest *guest : m_guests) {
        const Time now = guest->session().serverNow();
        for (const EventInfo &event : guest->session().events())
            if (!event.closed && event.doors <= now && now < event.until)
                return event;
    }
    return std::nullopt;
}

std::vector<GuestState> Crew::states() const
{
    std::vector<GuestState> all;
    for (const Guest *guest : m_guests) {
        const auto &lobby = guest->session().blindDate().lobby;
        const bool ready = guest->session().connectionState() == client::ConnectionState::Ready && !guest->isBusy();
        all.push_back({ready, guest->isSeated(), lobby.has_value(), lobby ? lobby->seated : 0});
    }
    return all;
}

void Crew::rotate()
{
    const auto guests = states();
    const auto alone = std::ranges::find_if(guests, [](const GuestState &guest) { return guest.waiting && guest.ready && guest.lobby == 1; });
    if (alone == guests.end() || std::ranges::count_if(guests, &GuestState::waiting) != 1)
        return;
    m_first = (size_t(alone - guests.begin()) + 1) % guests.size();
    m_guests[size_t(alone - guests.begin())]->leaveLobby();
}

void Crew::consider()
{
    const auto guests = states();
    const bool seated = std::ranges::any_of(guests, &GuestState::seated);
    if (!seated && std::exchange(m_played, false)) {
        m_first = (m_first + 1) % m_guests.size(); // so that the same one does not always wait
        Q_EMIT evening();
    }
    const auto event = openEvent();
    if (!event)
        return;
    const CrewMove move = crewMove(guests, event->seats, m_first, m_rehearsal);
    if (!move.enter.empty())
        m_guests[move.enter.front()]->enter(event->event);
    if (move.enter.size() > 1)
        m_settle.start(betweenEntries + Duration(qint64(m_rng.below(400))));
    for (const size_t i : move.leave)
        m_guests[i]->leaveLobby();
}

} // namespace jjak::people
