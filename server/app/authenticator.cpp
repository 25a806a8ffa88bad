// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/authenticator.h"

#include "server/app/services/context.h"
#include "server/domain/accounts/names.h"

namespace jjak::app {

using namespace protocol;

namespace {

//! Whether the store could be asked, and the account of that name.
std::pair<bool, std::optional<AccountRow>> look(Stores stores, const QString &folded)
{
    if (!stores.transaction.begin())
        return {false, {}};
    auto row = stores.accounts.byName(folded);
    const bool good = stores.transaction.failure() == Transaction::Failure::None;
    stores.transaction.rollback();
    return {good, std::move(row)};
}

} // namespace

Authenticator::Authenticator(std::function<std::unique_ptr<StoreAccess>()> openReader, CommandLog &log, FanOut &fanOut, const Clock &clock, const Policy &policy, const AuthLimits &limits,
                             const HashCost &cost)
    : m_log(log), m_fanOut(fanOut), m_clock(clock), m_policy(policy), m_cost(cost), m_nobody(hashPassword(QStringLiteral("nobody's password"), cost)),
      m_byName(limits.perNamePerMinute, limits.perNamePerMinute), m_byAddress(limits.perAddressPerMinute, limits.perAddressPerMinute),
      m_pool(limits.threads, size_t(limits.queue), std::move(openReader))
{
}

void Authenticator::submit(const Caller &caller, const cmd::SignUp &command)
{
    const auto name = domain::accountName(command.name);
    if (!name)
        return refuse(caller, name.error());
    if (const auto good = domain::checkPassword(command.password, *name); !good)
        return refuse(caller, good.error());
    const Day today = std::chrono::floor<std::chrono::days>(m_clock.now());
    if (command.birth > today || yearsBetween(command.birth, today) > 130)
        return refuse(caller, Error::badField(QStringLiteral("args.birth"), QStringLiteral("range")));
    if (yearsBetween(command.birth, today) < m_policy.minimumAge)
        return refuse(caller, {ErrorCode::AccountTooYoung});
    if (command.demoKey && (m_policy.demoKey.isEmpty() || *command.demoKey != m_policy.demoKey))
        return refuse(caller, {ErrorCode::AccessDenied});
    if (const auto error = throttled(caller, name->folded))
        return refuse(caller, *error);
    post(caller, [this, caller, command, folded = name->folded](StoreAccess &access) { signUp(access.stores(), caller, command, folded); });
}

void Authenticator::submit(const Caller &caller, const cmd::SignIn &command)
{
    const auto name = domain::accountName(command.name);
    const QString folded = name ? name->folded : QString(); // no account has the empty name
    if (const auto error = throttled(caller, folded))
        return refuse(caller, *error);
    post(caller, [this, caller, command, folded](StoreAccess &access) { signIn(access.stores(), caller, command, folded); });
}

std::optional<Error> Authenticator::throttled(const Caller &caller, const QString &name)
{
    const std::lock_guard lock(m_mutex);
    const Time now = m_clock.now();
    Duration wait = m_byAddress.take(caller.address, now);
    if (wait.count() == 0)
        wait = m_byName.take(name, now);
    return wait.count() > 0 ? std::optional(Error::later(ErrorCode::RateLimited, wait)) : std::nullopt;
}

void Authenticator::post(const Caller &caller, Pool<StoreAccess>::Task task)
{
    if (!m_pool.post(std::move(task)))
        refuse(caller, Error::later(ErrorCode::AuthBusy, 2s));
}

void Authenticator::signUp(Stores stores, const Caller &caller, const cmd::SignUp &command, const QString &folded)
{
    const auto [found, existing] = look(stores, folded);
    if (!found)
        return refuse(caller, Error::later(ErrorCode::Unavailable, 1s));
    if (existing && existing->attempt != command.attempt)
        return refuse(caller, {ErrorCode::AccountNameTaken});
    if (existing) // the answer to this very attempt was lost
        return prove(caller, *existing, command.attempt, command.device, command.password);
    const QByteArray hash = hashPassword(command.password, m_cost);
    if (hash.isEmpty())
        return refuse(caller, Error::later(ErrorCode::AuthBusy, 2s));
    append({caller, SignUpHashed{command, hash, command.demoKey.has_value()}});
}

void Authenticator::signIn(Stores stores, const Caller &caller, const cmd::SignIn &command, const QString &folded)
{
    const auto [found, account] = look(stores, folded);
    if (!found)
        return refuse(caller, Error::later(ErrorCode::Unavailable, 1s));
    if (account)
        return prove(caller, *account, command.attempt, command.device, command.password);
    (void)verifyPassword(m_nobody, command.password);
    refuse(caller, {ErrorCode::AuthDenied});
}

void Authenticator::prove(const Caller &caller, const AccountRow &account, ClientId attempt, const QString &device, const QString &password)
{
    if (!verifyPassword(account.passwordHash, password))
        return refuse(caller, {ErrorCode::AuthDenied});
    const QByteArray rehashed = needsRehash(account.passwordHash, m_cost) ? hashPassword(password, m_cost) : QByteArray();
    append({caller, PasswordProved{account.id, attempt, device, rehashed}});
}

void Authenticator::append(Job job)
{
    const Caller caller = job.caller;
    if (!m_log.append(std::move(job)))
        refuse(caller, Error::later(ErrorCode::Unavailable, 1s));
}

void Authenticator::refuse(const Caller &caller, const Error &error)
{
    m_fanOut.release({ToConnection{caller.connection, encodeError(caller.request, error)}});
}

} // namespace jjak::app
