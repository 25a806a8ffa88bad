// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/net/signer.h"

#include "client/core/log.h"
#include "client/core/net/refusal.h"
#include "client/core/net/token.h"

namespace jjak::client {

using namespace Qt::StringLiterals;
using namespace protocol;

namespace {

// So many connections may fail or break under a sign-in before its caller is told.
constexpr int patience = 2;

} // namespace

Signer::Signer(Link &link, SecretStore &secrets, const QString &program, const LinkTimes &times, QObject *parent)
    : QObject(parent), m_link(link), m_secrets(secrets), m_program(program), m_times(times), m_alive(std::make_shared<int>())
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Signer::proceed);
    connect(&m_link, &Link::stateChanged, this, &Signer::linkChanged);
}

Signer::~Signer() = default;

void Signer::setServer(const QUrl &server)
{
    const QString key = u"%1 %2"_s.arg(m_program, server.toString());
    if (key != m_key) {
        // The token of somebody who does not stay signed in lives here only; it still holds for the same server.
        m_account.reset();
        m_token.clear();
    }
    m_key = key;
    m_signedIn = m_leaving = false;
    ++m_connection;
    m_reading = true;
    m_secrets.read(m_key, [this, key, alive = std::weak_ptr(m_alive)](const SecretStore::Answer &answer) {
        if (alive.expired() || !m_reading || key != m_key)
            return;
        m_reading = false;
        if (const auto stored = decodeToken(answer.secret); stored && answer.kind == SecretStore::Answer::Kind::Found) {
            m_account = stored->account;
            m_token = stored->token;
            m_stay = true;
            Q_EMIT known(*m_account);
        }
        Q_EMIT looked();
        proceed();
    });
}

void Signer::begin(const Attempt &attempt, bool stay, Done done)
{
    m_attempt = Running{attempt, stay, std::move(done), 0};
    proceed();
}

void Signer::linkChanged(LinkState state)
{
    m_retry.stop();
    if (state == LinkState::Online)
        return proceed();
    if (state == LinkState::Connecting || state == LinkState::Greeting)
        return;
    ++m_connection;
    m_signedIn = false;
    if (m_leaving)
        forget(SignOutReason::Asked);
    if (m_attempt && (state == LinkState::Offline || ++m_attempt->failedConnections >= patience))
        fail(Error{ErrorCode::Unavailable});
}

//! Does the next step, if there is one: an attempt that waits, else the token.
void Signer::proceed()
{
    if (m_link.state() != LinkState::Online || m_signedIn || m_reading || m_leaving)
        return;
    if (m_attempt)
        sendAttempt();
    else if (!m_token.isEmpty())
        sendToken();
}

void Signer::sendAttempt()
{
    const auto answered = [this, round = m_connection](const Result<cmd::SignedIn> &reply) {
        if (round != m_connection || !m_attempt)
            return;
        if (reply) {
            const Running attempt = *std::exchange(m_attempt, std::nullopt);
            accepted(*reply, attempt.stay, attempt.done);
        } else {
            fail(reply.error());
        }
    };
    std::visit([&](const auto &command) { m_link.send(command, answered); }, m_attempt->command);
}

void Signer::sendToken()
{
    m_link.send(cmd::Resume{m_token}, [this, round = m_connection](const Result<cmd::SignedIn> &reply) {
        if (round != m_connection)
            return;
        if (reply)
            accepted(*reply, m_stay, {});
        else if (reply.error().code == ErrorCode::AuthToken)
            forget(SignOutReason::Expired);
        else
            retry(reply.error());
    });
}

void Signer::accepted(const cmd::SignedIn &reply, bool stay, const Done &done)
{
    m_account = Account{reply.account, reply.device, reply.name, reply.demo};
    m_role = reply.role;
    m_stay = stay;
    if (reply.token)
        m_token = *reply.token;
    if (!stay || !reply.token) {
        // Somebody who does not want to stay signed in does not leave an older token behind either.
        if (!stay)
            m_secrets.erase(m_key, [](const Result<> &) {});
        return finish(done);
    }
    m_secrets.write(m_key, encodeToken({*m_account, m_token}), [this, done, round = m_connection, alive = std::weak_ptr(m_alive)](const Result<> &stored) {
        if (alive.expired())
            return;
        if (!stored)
            Q_EMIT notStored();
        if (round == m_connection)
            finish(done);
        else if (done)
            done(jjak::Done()); // the connection broke meanwhile; the next one resumes
    });
}

void Signer::finish(const Done &done)
{
    m_signedIn = true;
    Q_EMIT signedIn(*m_account);
    if (done)
        done(jjak::Done());
}

void Signer::fail(const Error &error)
{
    const Running attempt = *std::exchange(m_attempt, std::nullopt);
    attempt.done(error);
}

void Signer::retry(const Error &error)
{
    qCInfo(logSession) << "resume refused:" << int(error.code);
    m_retry.start(retryAfter(error, m_times));
}

void Signer::signOut()
{
    if (m_leaving)
        return;
    if (!m_signedIn)
        return forget(SignOutReason::Asked);
    m_leaving = true;
    m_link.send(cmd::SignOut{}, [this](const Result<cmd::Empty> &) {
        if (m_leaving)
            forget(SignOutReason::Asked);
    });
    QTimer::singleShot(m_times.signOut, this, [this] {
        if (m_leaving)
            forget(SignOutReason::Asked);
    });
}

void Signer::endedByServer(SessionEnd reason)
{
    switch (reason) {
    case SessionEnd::SignedOut:
        return forget(m_leaving ? SignOutReason::Asked : SignOutReason::Revoked);
    case SessionEnd::Revoked:
        return forget(SignOutReason::Revoked);
    case SessionEnd::Replaced:
        // The same device goes on elsewhere with this token: it is not ours to erase.
        m_signedIn = false;
        Q_EMIT ended(SignOutReason::Replaced);
    }
}

void Signer::forget(SignOutReason reason)
{
    m_leaving = m_signedIn = false;
    m_token.clear();
    m_account.reset();
    m_secrets.erase(m_key, [](const Result<> &erased) {
        if (!erased)
            qCWarning(logSecrets) << "a void token could not be erased";
    });
    Q_EMIT ended(reason);
}

} // namespace jjak::client
