// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/stores.h"
#include "tests/sim/faults.h"

namespace jjak::sim {

//! The real dates, kept a little wrong now and then if that is planted.
class FaultyDates final : public app::DateStore {
public:
    FaultyDates(app::DateStore &real, Rng &rng, const Faults &faults) : m_real(real), m_rng(rng), m_faults(faults) {}

    std::optional<domain::Date> find(DateId id) override { return m_real.find(id); }
    std::optional<domain::Date> ofRoom(RoomId room) override { return m_real.ofRoom(room); }
    std::optional<domain::Date> activeOf(AccountId account) override { return m_real.activeOf(account); }
    void save(const domain::Date &date, std::optional<Time> due) override
    {
        domain::Date kept = date;
        if (m_faults.repeatsLines && kept.said > 1 && m_rng.below(100) == 0)
            kept.said--;
        if (m_faults.skipsLines && m_rng.below(100) == 0)
            kept.said++;
        for (domain::Seat &seat : kept.seats) {
            if (m_faults.losesArrows && m_rng.below(50) == 0)
                seat.arrow = 0;
        }
        m_real.save(kept, due);
    }
    QList<DateId> due(Time now, int limit) override { return m_real.due(now, limit); }
    QList<DateId> lobbies(EventId event, int limit) override { return m_real.lobbies(event, limit); }
    void allLost(Time now) override
    {
        if (!m_faults.trustsTheDead)
            m_real.allLost(now);
    }
    void removeEnded(Time before, int limit) override { m_real.removeEnded(before, limit); }

private:
    app::DateStore &m_real;
    Rng &m_rng;
    Faults m_faults;
};

//! The real seating, but it can be made to look at free seats only.
class FaultySeating final : public app::SeatingStore {
public:
    FaultySeating(app::SeatingStore &real, app::DateStore &dates, const Faults &faults) : m_real(real), m_dates(dates), m_faults(faults) {}

    std::optional<DateId> lobbyFor(EventId event, AccountId account, Time now) override
    {
        if (!m_faults.seatsAnybody)
            return m_real.lobbyFor(event, account, now);
        for (const DateId &id : m_dates.lobbies(event, 8)) {
            const auto date = m_dates.find(id);
            if (date && date->seats.size() < date->size)
                return id;
        }
        return std::nullopt;
    }
    bool mayMerge(DateId one, DateId other, Time now) override { return m_faults.seatsAnybody || m_real.mayMerge(one, other, now); }
    void remember(AccountId a, AccountId b, Time until) override { m_real.remember(a, b, until); }
    void forget(Time before, int limit) override { m_real.forget(before, limit); }

private:
    app::SeatingStore &m_real;
    app::DateStore &m_dates;
    Faults m_faults;
};

//! The real tables, kept a little wrong now and then if that is planted.
class FaultyTables final : public app::TableStore {
public:
    FaultyTables(app::TableStore &real, Rng &rng, const Faults &faults) : m_real(real), m_rng(rng), m_faults(faults) {}

    std::optional<domain::CoffeeTable> find(TableId id) override { return m_real.find(id); }
    std::optional<TableId> offeredBy(AccountId host, ClientId cid) override { return m_real.offeredBy(host, cid); }
    std::optional<TableId> ofPost(PostId post) override { return m_real.ofPost(post); }
    std::optional<TableId> ofRoom(RoomId room) override { return m_real.ofRoom(room); }
    void save(const domain::CoffeeTable &table, std::optional<Time> due) override
    {
        domain::CoffeeTable kept = table;
        const auto line = kept.waiting();
        if (m_faults.mixesLines && line.size() > 1 && m_rng.below(50) == 0) {
            for (domain::TableGuest &guest : kept.guests)
                guest.place = guest.account == line[0].account ? line[1].place : guest.account == line[1].account ? line[0].place : guest.place;
        }
        if (m_faults.losesGuests && kept.seated().size() > 1 && m_rng.below(50) == 0)
            kept.guests.removeIf([last = kept.seated().last().account](const domain::TableGuest &g) { return g.account == last; });
        if (m_faults.sleepsOverOffers && due && m_rng.below(20) == 0)
            due = *due + 10min;
        m_real.save(kept, due);
    }
    QList<TableId> due(Time now, int limit) override { return m_real.due(now, limit); }
    void removeRooms(Time now, int messages) override { m_real.removeRooms(now, messages); }

private:
    app::TableStore &m_real;
    Rng &m_rng;
    Faults m_faults;
};

} // namespace jjak::sim
