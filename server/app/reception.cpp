// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/reception.h"

#include "server/app/services.h"

namespace jjak::app {

using namespace protocol;

namespace {

constexpr size_t waitingReads = 10'000;

} // namespace

Reception::Reception(std::function<std::unique_ptr<StoreAccess>()> openReader, int readers, Authenticator &authenticator, FileDesk &files, CommandLog &log, FanOut &fanOut, const Clock &clock, const Policy &policy,
                     const EntryReader *entries)
    : m_authenticator(authenticator), m_files(files), m_log(log), m_fanOut(fanOut), m_clock(clock), m_policy(policy), m_desk(log, entries), m_readers(readers, waitingReads, std::move(openReader))
{
}

void Reception::submit(Caller caller, Command command)
{
    switch (command.spec().route) {
    case Route::Session:
        return hello(caller, command.get<cmd::Hello>());
    case Route::Password:
        if (const auto *signUp = command.as<cmd::SignUp>())
            return m_authenticator.submit(caller, *signUp);
        return m_authenticator.submit(caller, command.get<cmd::SignIn>());
    case Route::Read:
        return read(caller, std::move(command));
    case Route::Files:
        return files(caller, command);
    case Route::Write:
        if (!m_log.append({caller, std::move(command)}))
            refuse(caller, Error::later(ErrorCode::Unavailable, 1s));
    }
}

void Reception::files(const Caller &caller, const Command &command)
{
    if (const auto *finish = command.as<cmd::Finish>())
        m_files.submit(caller, *finish);
    else if (const auto *finishPicture = command.as<cmd::FinishPicture>())
        m_files.submit(caller, *finishPicture);
    else if (const auto *fetch = command.as<cmd::Fetch>())
        m_files.submit(caller, *fetch);
    else
        m_files.submit(caller, command.get<cmd::FetchPicture>());
}

void Reception::gone(Identity identity, ConnectionId connection)
{
    (void)m_log.append({{}, DeviceGone{identity, connection}});
}

void Reception::hello(const Caller &caller, const cmd::Hello &)
{
    cmd::HelloReply reply;
    reply.server = QStringLiteral("jjakd " JJAK_VERSION);
    reply.time = m_clock.now();
    reply.cellKm = m_policy.cellKm;
    reply.minimumAge = m_policy.minimumAge;
    reply.features = {QStringLiteral("nearby"), QStringLiteral("rooms"), QStringLiteral("safety"), QStringLiteral("dates"), QStringLiteral("files")};
    m_fanOut.release({ToConnection{caller.connection, encodeReply(caller.request, reply)}});
}

void Reception::read(const Caller &caller, Command command)
{
    const bool taken = m_readers.post([this, caller, command = std::move(command)](StoreAccess &access) {
        // What the operator has changed over another connection is seen at once.
        Stores stores = command.spec().access == Access::Local ? access.stores() : access.storesFor(caller);
        auto out = readFrom(stores, caller, command);
        if (!out) { // a copy may have been in the way of what it copies
            Stores original = access.stores();
            out = readFrom(original, caller, command);
            if (out)
                access.answered(caller, original);
        } else {
            access.answered(caller, stores);
        }
        if (!out)
            return refuse(caller, Error::later(ErrorCode::Unavailable, 1s));
        m_fanOut.release(std::move(*out));
    });
    if (!taken)
        refuse(caller, Error::later(ErrorCode::Unavailable, 1s));
}

std::optional<std::vector<Outgoing>> Reception::readFrom(Stores &stores, const Caller &caller, const Command &command)
{
    SystemRng rng;
    Effects effects;
    Context ctx{stores, m_clock.now(), rng, m_policy, effects, m_shelf};
    bool good = stores.transaction.begin();
    if (good) {
        if (!m_desk.run(ctx, caller, command))
            runRead(ctx, caller, command);
        good = stores.transaction.failure() == Transaction::Failure::None;
    }
    stores.transaction.rollback();
    return good ? std::optional(effects.take()) : std::nullopt;
}

void Reception::refuse(const Caller &caller, const Error &error)
{
    m_fanOut.release({ToConnection{caller.connection, encodeError(caller.request, error)}});
}

} // namespace jjak::app
