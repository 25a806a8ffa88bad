// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/frame.h"
#include "server/gateway/connection.h"
#include "tests/server/gateway/fake_transport.h"

namespace jjak::gateway::test {

//! What a server frame says: its opcode, its payload, and of a close frame the code.
struct Heard {
    int opcode = -1;
    QByteArray payload;
    int closeCode = 0;
};

//! From where somebody comes to a server of those proxies.
struct Approach {
    TrustedProxies proxies = {};
    Peer peer = {};
};

//! One Connection between a fake transport and a fake front door. Time stands still unless a test moves `now`.
class Talk {
public:
    explicit Talk(const GatewayLimits &withLimits = {}, const QList<QByteArray> &origins = {});
    explicit Talk(const Approach &approach) : proxies(approach.proxies), peer(approach.peer) {}

    //! Bytes as they come from the socket.
    void receive(QByteArray bytes);
    //! A command as text.
    void say(const QByteArray &json);
    template <class C>
    void ask(qint64 id, const C &command)
    {
        say(protocol::encodeRequest(id, command));
    }
    void shakeHands();
    //! Handshake, and hello with its answer.
    void greet();
    //! All of that, and a sign-in with its answer.
    void signIn();
    //! The front door's answer to a command.
    void answer(const QByteArray &payload = "{\"re\":1,\"ok\":{}}");
    void expireAt(Ticks time);
    void setReadiness(const app::Readiness &readiness) { m_around.readiness = &readiness; }

    //! What was sent since the last call.
    QList<Heard> heard();
    //! The only frame sent since the last call, as an error; unavailable with the reason "none" when it is something else.
    Error refusal();
    //! The close code of the last frame that was sent and of an orderly end of the connection; 0 when it goes on.
    int closeCode();
    const QList<FakeFrontDoor::Submitted> &submitted() const { return door.submitted; }

    GatewayLimits limits;
    HandshakeRules rules;
    QByteArray health = "fine\n";
    Figures figures;
    FakeFrontDoor door;
    FakeTransport transport;
    Ticks now = 1'000'000;
    app::Identity identity;
    TrustedProxies proxies;
    Peer peer{IpAddress::fromV4({192, 0, 2, 1})};
    std::shared_ptr<Arrivals> arrivals = std::make_shared<Arrivals>(1);

private:
    Surroundings m_around{door, limits, rules, health, figures, proxies, *arrivals};
    qsizetype m_read = 0;

public:
    Connection connection{7, peer, transport, m_around, now};
};

//! What a server's frame says.
Heard parsed(const QByteArray &frame);
protocol::cmd::Hello aHello();
protocol::cmd::SignIn aSignIn();

} // namespace jjak::gateway::test
