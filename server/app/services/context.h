// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "common/base/rng.h"
#include "common/protocol/frame.h"
#include "server/app/policy.h"
#include "server/app/ports/fan_out.h"
#include "server/app/ports/stores.h"
#include "server/app/script_shelf.h"

namespace jjak::app {

//! What a command causes outside the database, in order; released only after the commit.
class Effects {
public:
    template <protocol::Described R>
    void reply(const Caller &caller, const R &reply)
    {
        m_out.push_back(ToConnection{caller.connection, protocol::encodeReply(caller.request, reply)});
    }
    void refuse(const Caller &caller, const Error &error) { m_out.push_back(ToConnection{caller.connection, protocol::encodeError(caller.request, error)}); }
    template <protocol::Described E>
    void tell(AccountId account, const E &event)
    {
        m_out.push_back(ToAccount{account, protocol::encodeEvent(event)});
    }
    //! The same frame for several accounts, encoded once.
    void tell(const QList<AccountId> &accounts, const Frame &frame)
    {
        for (const AccountId &account : accounts)
            m_out.push_back(ToAccount{account, frame});
    }
    template <protocol::Described E>
    void tellEverybody(const E &event)
    {
        m_out.push_back(ToEverybody{protocol::encodeEvent(event)});
    }
    void bind(const Caller &caller, const Identity &identity) { m_out.push_back(Bind{caller.connection, identity}); }
    //! Goes out after everything else of this command, so that who signs out still gets the answer.
    void end(DeviceId device, protocol::SessionEnd reason) { m_ends.push_back(EndDevice{device, reason}); }

    //! What something else has caused.
    void pass(std::vector<Outgoing> caused) { std::move(caused.begin(), caused.end(), std::back_inserter(m_out)); }

    std::vector<Outgoing> take()
    {
        m_out.insert(m_out.end(), m_ends.begin(), m_ends.end());
        m_ends.clear();
        return std::exchange(m_out, {});
    }

private:
    std::vector<Outgoing> m_out;
    std::vector<EndDevice> m_ends;
};

//! What every service function gets: the stores of the running transaction, the moment, chance, the rules, where
//! effects go, and the scripts. Services keep nothing between two calls.
struct Context {
    Stores &stores;
    Time now;
    Rng &rng;
    const Policy &policy;
    Effects &effects;
    ScriptShelf &shelf;
};

} // namespace jjak::app
