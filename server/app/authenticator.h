// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

#include "server/app/passwords.h"
#include "server/app/policy.h"
#include "server/app/pool.h"
#include "server/app/ports/clock.h"
#include "server/app/ports/command_log.h"
#include "server/app/ports/fan_out.h"
#include "server/app/throttle.h"

namespace jjak::app {

//! How fast passwords may be tried and how many wait to be hashed.
struct AuthLimits {
    int threads = 2;
    int queue = 64;
    double perNamePerMinute = 5;
    double perAddressPerMinute = 20;
};

//! Sign-up and sign-in up to the point where the password is known to be right: throttled first, then hashed on threads of
//! its own, then handed to the command log. An unknown name costs as much time as a wrong password.
class Authenticator {
public:
    Authenticator(std::function<std::unique_ptr<StoreAccess>()> openReader, CommandLog &log, FanOut &fanOut, const Clock &clock, const Policy &policy, const AuthLimits &limits, const HashCost &cost);

    //! Any thread; the answer comes through FanOut.
    void submit(const Caller &caller, const protocol::cmd::SignUp &command);
    void submit(const Caller &caller, const protocol::cmd::SignIn &command);
    //! Finishes what was taken in.
    void stop() { m_pool.stop(); }

private:
    std::optional<Error> throttled(const Caller &caller, const QString &name);
    void post(const Caller &caller, Pool<StoreAccess>::Task task);
    void signUp(Stores stores, const Caller &caller, const protocol::cmd::SignUp &command, const QString &folded);
    void signIn(Stores stores, const Caller &caller, const protocol::cmd::SignIn &command, const QString &folded);
    void prove(const Caller &caller, const AccountRow &account, ClientId attempt, const QString &device, const QString &password);
    void append(Job job);
    void refuse(const Caller &caller, const Error &error);

    CommandLog &m_log;
    FanOut &m_fanOut;
    const Clock &m_clock;
    const Policy &m_policy;
    HashCost m_cost;
    QByteArray m_nobody; //!< hash that no password fits, compared with for unknown names
    std::mutex m_mutex;  //!< guards the throttles
    Throttle m_byName, m_byAddress;
    Pool<StoreAccess> m_pool;
};

} // namespace jjak::app
