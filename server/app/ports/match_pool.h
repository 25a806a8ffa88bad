// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include "server/domain/matching/ticket.h"

namespace jjak::app {

//! The waiting tickets, arranged so that partners are found quickly. A hint: SQL has the truth. Servers may share a pool, and what it says may
//! be a little older or newer than what SQL does; of a ticket it knows account, cell, reach, since and front. Worker's thread only.
class MatchPool {
public:
    virtual ~MatchPool() = default;
    virtual void add(const domain::Ticket &ticket) = 0; //!< replaces a ticket of the same account
    virtual void remove(AccountId account) = 0;
    //! The best partner for this ticket among those both reaches cover: the one who has waited longest, of equals the
    //! nearest; never the account itself; `may` is asked for one after the other until it says yes.
    virtual std::optional<domain::Ticket> partnerFor(const domain::Ticket &ticket, const std::function<bool(const domain::Ticket &)> &may) const = 0;
    //! How many others wait within both reaches, counted no further than `most`.
    virtual int countNear(const domain::Ticket &ticket, int most) const = 0;
    virtual int size() const = 0;

    //! How much has been changed since the last settle().
    virtual size_t mark() const = 0;
    //! Undoes what was changed after that mark.
    virtual void undoTo(size_t mark) = 0;
    //! What was changed is committed.
    virtual void settle() = 0;

    //! Whether all who wait are in it; if not, it wants to be filled: clear(), then add() for each, then settle(). A pool that cannot be filled
    //! at the moment does not ask for it.
    virtual bool isWhole() = 0;
    //! Takes everybody out, which cannot be undone.
    virtual void clear() = 0;
};

} // namespace jjak::app
