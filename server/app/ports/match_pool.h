// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "server/domain/matching/ticket.h"

namespace jjak::app {

//! The waiting tickets, arranged so that partners are found quickly. A cache: SQL has the truth, and the pool is filled
//! from it again whenever the two may differ. Worker's thread only.
class MatchPool {
public:
    virtual ~MatchPool() = default;
    virtual void add(const domain::Ticket &ticket) = 0; //!< replaces a ticket of the same account
    virtual void remove(AccountId account) = 0;
    virtual void clear() = 0;
    //! The best partner for this ticket among those both reaches cover: the one who has waited longest, of equals the
    //! nearest; never the account itself; `may` is asked for one after the other until it says yes.
    virtual std::optional<domain::Ticket> partnerFor(const domain::Ticket &ticket, const std::function<bool(const domain::Ticket &)> &may) const = 0;
    //! How many others wait within both reaches, counted no further than `most`.
    virtual int countNear(const domain::Ticket &ticket, int most) const = 0;
    virtual int size() const = 0;
    //! The next `count` tickets, going round and round over all of them: for looking again on a timer.
    virtual std::vector<domain::Ticket> round(int count) = 0;
};

} // namespace jjak::app
