// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/connection.h"

#include "common/protocol/frame.h"
#include "server/gateway/websocket/http_response.h"

namespace jjak::gateway {

using namespace protocol;

namespace {

//! Application close codes (RFC 6455 §7.4.2: 4000–4999 are private).
constexpr std::uint16_t closeSignedOut = 4001, closeTimedOut = 4002;

bool allows(const std::optional<app::Identity> &identity, Access access)
{
    switch (access) {
    case Access::Public:
        return true;
    case Access::SignedIn:
        return identity.has_value();
    case Access::Moderator:
        return identity && identity->role != Role::User;
    case Access::Operator:
        return identity && identity->role == Role::Operator;
    case Access::Local:
        return false;
    }
    return false;
}

} // namespace

Connection::Connection(app::ConnectionId id, const Peer &peer, Transport &transport, const Surroundings &around, Ticks now)
    : m_id(id), m_peer(peer), m_address(countedAs(peer.address)), m_entered(!peer.isProxy), m_transport(transport),
      m_around(around), m_handshake(std::make_unique<HandshakeParser>(around.handshake)), m_since(now), m_heard(now)
{
}

Connection::~Connection()
{
    if (m_entered)
        m_around.arrivals.leave(m_address);
}

void Connection::receive(std::span<char> bytes, Ticks now)
{
    m_heard = now;
    if (m_stage == Stage::Handshake)
        handshake(bytes, now);
    while (m_stage != Stage::Handshake && m_stage != Stage::Closing) { // until NeedMore, so that the codec lets go of its buffer
        const Incoming incoming = m_codec.next(bytes);
        if (incoming.kind == Incoming::Kind::NeedMore)
            return;
        frame(incoming, now);
    }
}

void Connection::handshake(std::span<char> &bytes, Ticks now)
{
    switch (m_handshake->feed(bytes)) {
    case HandshakeState::NeedMore:
        return;
    case HandshakeState::Upgrade:
        if (enter(m_handshake->request()))
            return upgrade(now);
        m_around.figures.refusedConnections++;
        send(httpRefusal(429));
        break;
    case HandshakeState::Http:
        send(page(m_handshake->request().path));
        break;
    case HandshakeState::Refused:
        m_around.figures.refusedConnections++;
        send(m_handshake->response());
        break;
    }
    m_stage = Stage::Closing;
    m_since = now;
    m_transport.finish();
}

bool Connection::enter(const HttpHead &request)
{
    if (m_entered)
        return true;
    m_address = countedAs(m_around.proxies.clientOf(m_peer.address, request));
    m_entered = m_around.arrivals.enter(m_address);
    return m_entered;
}

void Connection::upgrade(Ticks now)
{
    send(m_handshake->response());
    m_stage = Stage::Greeting;
    m_since = now;
    m_handshake.reset();
}

QByteArray Connection::page(QByteArrayView path) const
{
    if (path != "/ready")
        return httpResponse(200, m_around.health);
    const char *complaint = m_around.readiness ? m_around.readiness->complaint() : nullptr;
    return complaint ? httpResponse(503, QByteArray(complaint) + '\n') : httpResponse(200, "ready\n");
}

void Connection::frame(const Incoming &incoming, Ticks now)
{
    using Kind = Incoming::Kind;
    m_around.figures.framesIn++;
    if (!m_buckets)
        m_buckets = std::make_unique<Buckets>();
    switch (incoming.kind) {
    case Kind::Text:
        return text(incoming.payload, now);
    case Kind::Binary:
        return binary(incoming.payload, now);
    case Kind::Ping:
    case Kind::Pong:
        if (m_buckets->control.take(m_around.limits.controlFrames, now).count() > 0)
            return close(ClosePolicy, "too many control frames", now);
        if (incoming.kind == Kind::Ping)
            send(pongFrame(incoming.payload));
        return;
    case Kind::Close:
        return close(incoming.code, {}, now);
    case Kind::Failure:
        m_around.figures.malformed++;
        return close(incoming.code, incoming.payload, now);
    case Kind::NeedMore:
        return;
    }
}

void Connection::text(QByteArrayView payload, Ticks now)
{
    const auto request = parseRequest(payload);
    if (!request) {
        m_around.figures.malformed++;
        refuse(0, request.error());
        return close(ClosePolicy, "malformed frame", now);
    }
    auto command = decodeCommand(request->cmd, request->args);
    if (!command) {
        // Before hello it matters more that it is not hello than what else is wrong with it.
        const bool early = m_stage == Stage::Greeting && request->cmd != QLatin1StringView(cmd::Hello::spec.name.data());
        return mistake(request->id, early ? Error{ErrorCode::ProtocolOrder} : command.error(), now);
    }
    if (const auto error = check(*command, now))
        return mistake(request->id, *error, now);
    submit(request->id, std::move(*command));
    if (m_stage == Stage::Greeting) {
        m_stage = Stage::Guest;
        m_since = now;
    }
}

void Connection::binary(QByteArrayView payload, Ticks now)
{
    if (m_stage != Stage::SignedIn) {
        m_around.figures.malformed++;
        refuse(0, Error{ErrorCode::ProtocolOrder});
        return close(ClosePolicy, "binary frame before sign-in", now);
    }
    Duration wait = m_pendingChunks < m_around.limits.pendingChunks ? Duration(0) : Duration(1s);
    if (wait.count() == 0)
        wait = m_buckets->chunks.take(m_around.limits.chunks, now);
    if (wait.count() > 0) {
        m_around.figures.rateLimited++;
        return mistake(0, Error::later(ErrorCode::RateLimited, wait), now);
    }
    ++m_pendingChunks;
    m_around.frontDoor.chunk({m_id, 0, m_identity, m_address}, payload.toByteArray());
}

void Connection::mistake(qint64 request, const Error &error, Ticks now)
{
    refuse(request, error);
    if (error.code == ErrorCode::ProtocolVersion)
        return close(ClosePolicy, "protocol version", now);
    if (m_buckets->mistakes.take(m_around.limits.mistakes, now).count() > 0)
        close(ClosePolicy, "too many refused commands", now);
}

std::optional<Error> Connection::check(const Command &command, Ticks now)
{
    const Spec &spec = command.spec();
    const auto *hello = command.as<cmd::Hello>();
    if ((hello != nullptr) != (m_stage == Stage::Greeting))
        return Error{ErrorCode::ProtocolOrder};
    if (hello && hello->protocol < limits::protocolVersion)
        return Error{ErrorCode::ProtocolVersion};
    if (spec.access != Access::Public && m_stage != Stage::SignedIn)
        return Error{ErrorCode::AuthRequired};
    if (spec.access == Access::Public && !hello && (m_stage == Stage::SignedIn || m_authPending))
        return Error{ErrorCode::ProtocolOrder};
    if (!allows(m_identity, spec.access))
        return Error{ErrorCode::AccessDenied};
    m_pending.forgetLost(m_around.limits.answersLost, now);
    if (m_pending.count() >= m_around.limits.pendingRequests)
        return Error::later(ErrorCode::RateLimited, 1s);
    return checkRate(spec.family, now);
}

std::optional<Error> Connection::checkRate(Family family, Ticks now)
{
    const Duration wait = m_buckets->families[size_t(family)].take(m_around.limits.families[size_t(family)], now);
    if (wait.count() == 0)
        return std::nullopt;
    m_around.figures.rateLimited++;
    return Error::later(ErrorCode::RateLimited, wait);
}

void Connection::Unanswered::answered()
{
    if (m_older > 0)
        --m_older;
    else if (m_recent > 0) // else it was forgotten
        --m_recent;
}

void Connection::Unanswered::forgetLost(Duration after, Ticks now)
{
    if (now - m_turned < after.count())
        return;
    m_older = now - m_turned < 2 * after.count() ? m_recent : 0;
    m_recent = 0;
    m_turned = now;
}

void Connection::submit(qint64 request, Command command)
{
    m_pending.add();
    m_authPending = m_authPending || m_stage == Stage::Guest;
    m_around.frontDoor.submit({m_id, request, m_identity, m_address}, std::move(command));
}

void Connection::deliver(const QByteArray &wire, Answers answers)
{
    if (m_stage == Stage::Closing)
        return;
    if (answers == Answers::Command) {
        m_pending.answered();
        m_authPending = m_authPending && m_pending.count() > 0;
    }
    if (answers == Answers::Chunk)
        --m_pendingChunks;
    send(wire, answers != Answers::Nothing);
}

void Connection::end(SessionEnd reason, Ticks now)
{
    if (m_stage == Stage::Closing)
        return;
    send(textFrame(encodeEvent(ev::SessionEnded{reason})));
    close(closeSignedOut, "signed out", now);
}

void Connection::expire(Ticks now)
{
    const GatewayLimits &limits = m_around.limits;
    if (m_stage == Stage::Closing) {
        if (now - m_since >= limits.closeTime.count())
            m_transport.abort();
        return;
    }
    const bool late = m_stage != Stage::SignedIn && !m_authPending && now - m_since >= limits.helloTime.count();
    if (!late && now - m_heard < limits.idleTime.count())
        return;
    m_around.figures.timedOut++;
    if (m_stage == Stage::Handshake)
        return m_transport.abort();
    close(closeTimedOut, late ? "too slow" : "silent", now);
}

void Connection::close(std::uint16_t code, QByteArrayView reason, Ticks now)
{
    if (m_stage == Stage::Closing)
        return;
    if (m_stage != Stage::Handshake)
        send(closeFrame(code, reason));
    m_stage = Stage::Closing;
    m_since = now;
    m_transport.finish();
}

void Connection::refuse(qint64 request, const Error &error)
{
    send(textFrame(encodeError(request, error)));
}

void Connection::send(const QByteArray &wire, bool answer)
{
    m_around.figures.framesOut++;
    if (m_transport.send(wire, answer))
        return;
    m_around.figures.cutSlow++;
    m_stage = Stage::Closing;
    m_transport.abort();
}

} // namespace jjak::gateway
