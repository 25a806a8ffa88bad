// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <span>

#include "server/app/ports/front_door.h"
#include "server/app/ports/readiness.h"
#include "server/gateway/bucket.h"
#include "server/gateway/figures.h"
#include "server/gateway/peers/arrivals.h"
#include "server/gateway/peers/trusted_proxies.h"
#include "server/gateway/transport.h"
#include "server/gateway/websocket/codec.h"
#include "server/gateway/websocket/handshake.h"

namespace jjak::gateway {

//! What all connections of a gateway have in common.
struct Surroundings {
    app::FrontDoor &frontDoor;
    const GatewayLimits &limits;
    const HandshakeRules &handshake;
    const QByteArray &health; //!< body of the answer to GET /health
    Figures &figures;
    const TrustedProxies &proxies;
    Arrivals &arrivals;
    const app::Readiness *readiness = nullptr; //!< what GET /ready tells; null: that this server is ready
};

//! Who is at the other end of a socket.
struct Peer {
    IpAddress address;
    bool isProxy = false; //!< one of ours: the client is another, and is counted when the handshake has told which
};

//! One client: from its first byte over the handshake, hello and sign-in to commands. It checks frames, order, access
//! levels and rates, hands commands to the front door, and knows nothing of what they mean. I/O thread only.
class Connection {
public:
    //! A peer that is no proxy has entered `around.arrivals` already; the connection leaves for it when it ends.
    Connection(app::ConnectionId id, const Peer &peer, Transport &transport, const Surroundings &around, Ticks now);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    //! Bytes from the client; they are unmasked in place.
    void receive(std::span<char> bytes, Ticks now);
    //! Closes or cuts the connection when a time limit has passed. To be called about once a second.
    void expire(Ticks now);
    //! What a frame that is delivered has to do with what the client sent.
    enum class Answers : std::uint8_t { Nothing, Command, Chunk };
    //! A frame, already encoded for the wire.
    void deliver(const QByteArray &wire, Answers answers);
    void bind(const app::Identity &identity) { m_identity = identity, m_stage = Stage::SignedIn; }
    //! Tells session.ended and closes.
    void end(protocol::SessionEnd reason, Ticks now);
    //! Starts an orderly close with a code of RFC 6455 §7.4.
    void close(std::uint16_t code, QByteArrayView reason, Ticks now);

    app::ConnectionId id() const { return m_id; }
    const std::optional<app::Identity> &identity() const { return m_identity; }
    bool closing() const { return m_stage == Stage::Closing; }

private:
    enum class Stage : std::uint8_t { Handshake, Greeting, Guest, SignedIn, Closing };

    void handshake(std::span<char> &bytes, Ticks now);
    //! Whether the client that a proxy speaks for may have one more connection.
    bool enter(const HttpHead &request);
    void upgrade(Ticks now);
    //! What is at that path over plain HTTP.
    QByteArray page(QByteArrayView path) const;
    void frame(const Incoming &incoming, Ticks now);
    void text(QByteArrayView payload, Ticks now);
    void binary(QByteArrayView payload, Ticks now);
    //! Refuses a command before it costs anything; who goes on like that is closed.
    void mistake(qint64 request, const Error &error, Ticks now);
    std::optional<Error> check(const protocol::Command &command, Ticks now);
    std::optional<Error> checkRate(protocol::Family family, Ticks now);
    void submit(qint64 request, protocol::Command command);
    void refuse(qint64 request, const Error &error);
    void send(const QByteArray &wire, bool answer = false);

    //! Commands that were taken in and are not answered yet. An answer that did not come for a while was lost with another server: it will not.
    class Unanswered {
    public:
        void add() { ++m_recent; }
        void answered();
        void forgetLost(Duration after, Ticks now);
        int count() const { return m_older + m_recent; }

    private:
        int m_older = 0, m_recent = 0;
        Ticks m_turned = 0;
    };

    struct Buckets {
        std::array<Bucket, 11> families;
        Bucket chunks;
        Bucket control;
        Bucket mistakes;
    };

    app::ConnectionId m_id;
    Peer m_peer;
    QString m_address; //!< as it is counted; of a proxy's client from the handshake on
    bool m_entered;
    Transport &m_transport;
    const Surroundings &m_around;
    std::unique_ptr<HandshakeParser> m_handshake;
    std::unique_ptr<Buckets> m_buckets;
    WebSocketCodec m_codec;
    std::optional<app::Identity> m_identity;
    Ticks m_since; //!< when this stage began
    Ticks m_heard; //!< when the client last sent something
    Unanswered m_pending;
    int m_pendingChunks = 0;
    Stage m_stage = Stage::Handshake;
    bool m_authPending = false;
};

} // namespace jjak::gateway
