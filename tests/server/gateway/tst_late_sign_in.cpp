// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>
#include <mutex>

#include "common/protocol/frame.h"
#include "server/gateway/gateway.h"

using namespace jjak;
using namespace jjak::gateway;
using namespace Qt::StringLiterals;

namespace {

//! Takes commands in and answers none; remembers who is said to have gone.
class SlowDoor final : public app::FrontDoor {
public:
    void submit(app::Caller caller, protocol::Command) override
    {
        const std::lock_guard lock(m_mutex);
        m_asking = caller.connection;
    }
    void chunk(app::Caller, QByteArray) override {}
    void gone(app::Identity identity, app::ConnectionId connection) override
    {
        const std::lock_guard lock(m_mutex);
        m_gone.append({identity, connection});
    }
    app::ConnectionId asking()
    {
        const std::lock_guard lock(m_mutex);
        return m_asking;
    }
    QList<std::pair<app::Identity, app::ConnectionId>> whoIsGone()
    {
        const std::lock_guard lock(m_mutex);
        return m_gone;
    }

private:
    std::mutex m_mutex;
    app::ConnectionId m_asking = 0;
    QList<std::pair<app::Identity, app::ConnectionId>> m_gone;
};

} // namespace

class TestLateSignIn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoHangsUpBeforeTheirSignInIsDoneIsGone();
    void whoIsSignedInTwiceIsToldOnceAndForgottenWhole();

private:
    //! A gateway and a client that has asked for something.
    struct Scene {
        void open();

        SlowDoor door;
        Gateway gateway{GatewayOptions()};
        QWebSocket client;
        SeededRng rng{1};
        const app::Identity identity{AccountId::random(rng), DeviceId::random(rng), protocol::Role::User};
    };
};

void TestLateSignIn::Scene::open()
{
    const auto listening = gateway.listen(u"127.0.0.1"_s, 0, false);
    QVERIFY2(listening.port > 0, qPrintable(listening.error));
    gateway.start(door);
    QWebSocketHandshakeOptions handshake;
    handshake.setSubprotocols({u"jjak.v1"_s});
    client.open(QUrl(u"ws://127.0.0.1:%1/ws"_s.arg(listening.port)), handshake);
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    protocol::cmd::Hello hello;
    hello.client = u"test"_s;
    client.sendTextMessage(QString::fromUtf8(protocol::encodeRequest(1, hello)));
    QTRY_VERIFY(door.asking() > 0);
}

void TestLateSignIn::whoHangsUpBeforeTheirSignInIsDoneIsGone()
{
    Scene s;
    s.open();
    s.client.abort();
    QTRY_COMPARE(s.gateway.figures().connections.load(), 0);

    s.gateway.release({app::Bind{s.door.asking(), s.identity}});
    QTRY_COMPARE(s.door.whoIsGone().size(), 1);
    QCOMPARE(s.door.whoIsGone().first().first, s.identity);
    QCOMPARE(s.door.whoIsGone().first().second, s.door.asking());
    s.gateway.stop();
    QCOMPARE(s.door.whoIsGone().size(), 1);
}

//! As when what an account may do is changed, or the server that signed them in had to do it again.
void TestLateSignIn::whoIsSignedInTwiceIsToldOnceAndForgottenWhole()
{
    Scene s;
    s.open();
    QSignalSpy told(&s.client, &QWebSocket::textMessageReceived);
    for (int i = 0; i < 2; ++i)
        s.gateway.release({app::Bind{s.door.asking(), s.identity}});
    s.gateway.release({app::ToAccount{s.identity.account, "{}"}, app::ToAccount{s.identity.account, "{\"last\":1}"}});
    QTRY_VERIFY(!told.isEmpty() && told.last().first().toString().contains(u"last"_s));
    QCOMPARE(told.size(), 2);
    QCOMPARE(s.gateway.figures().signedIn.load(), 1);
    s.client.abort();
    QTRY_COMPARE(s.gateway.figures().connections.load(), 0);
    QCOMPARE(s.gateway.figures().signedIn.load(), 0);
    s.gateway.release({app::ToAccount{s.identity.account, "{}"}}); // nobody is there
    s.gateway.stop();
    QCOMPARE(s.door.whoIsGone().size(), 1);
}

QTEST_GUILESS_MAIN(TestLateSignIn)
#include "tst_late_sign_in.moc"
