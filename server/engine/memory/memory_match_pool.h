// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <map>
#include <set>
#include <unordered_map>

#include "server/app/ports/match_pool.h"
#include "server/engine/memory/zones.h"

namespace jjak::engine {

//! The match pool of a single process. Two people meet only within the shorter of their reaches, so a ticket stands, for
//! every step up to its own, in the zone of that step: whoever looks as far as that step or less far finds it there. It
//! stands once more among those of exactly its step, for whoever looks further. A search therefore walks a handful of
//! zones, each in order of rank, and nearly every second person it meets there is within reach.
class MemoryMatchPool final : public app::MatchPool {
public:
    void add(const domain::Ticket &ticket) override;
    void remove(AccountId account) override;
    std::optional<domain::Ticket> partnerFor(const domain::Ticket &ticket, const std::function<bool(const domain::Ticket &)> &may) const override;
    int countNear(const domain::Ticket &ticket, int most) const override;
    int size() const override { return int(m_waiting.size()); }
    size_t mark() const override { return m_changes.size(); }
    void undoTo(size_t mark) override;
    void settle() override;
    bool isWhole() override { return m_filled == Filled::Wholly; }
    void clear() override;

private:
    enum class Filled { Not, BeingSo, Wholly };
    struct Waiting {
        domain::Ticket ticket;
        Spot spot;
    };
    //! Who was there before a change.
    struct Change {
        AccountId account;
        std::optional<domain::Ticket> before;
    };
    //! Where somebody stands in a zone's queue.
    struct Place {
        bool behind; //!< not put to the front
        Time since;
        const Waiting *who;
        bool operator<(const Place &other) const;
        bool sameTurn(const Place &other) const { return behind == other.behind && since == other.since; }
    };
    using Zone = std::set<Place>;
    //! A zone that is being walked, and how far the searcher and those in it can meet.
    struct Walk {
        Zone::const_iterator at, end;
        double surely, never; //!< squared chords: nearer than the first is within reach, further than the second is not
    };
    class Search;

    //! Calls f with the key of every zone the ticket stands in.
    template <class F>
    static void forZones(const Waiting &waiting, F &&f);
    void enter(const domain::Ticket &ticket);
    void leave(AccountId account);
    void note(AccountId account);

    std::map<AccountId, Waiting> m_waiting;
    std::unordered_map<ZoneKey, Zone> m_zones;
    std::array<int, allReaches.size()> m_ofReach{};
    std::vector<Change> m_changes; //!< that are not settled
    Filled m_filled = Filled::Not;
};

} // namespace jjak::engine
