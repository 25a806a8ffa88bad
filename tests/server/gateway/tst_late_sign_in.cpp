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
    void ofTwoSignInsOnOneConnectionTheLaterOneCounts();
    void whoHasToComeAnewIsClosedAndNobodyElse();

private:
    //! A gateway and a client that has asked for something.
    struct Scene {
        void open();
        //! The number of its connection.
        app::ConnectionId enter(QWebSocket &which);

        SlowDoor door;
        Gateway gateway{GatewayOptions()};
        quint16 port = 0;
        QWebSocket client;
        SeededRng rng{1};
        const app::Identity identity{AccountId::random(rng), DeviceId::random(rng), protocol::Role::User};
    };
};

void TestLateSignIn::Scene::open()
{
    const auto listening = gateway.listen(u"127.0.0.1"_s, 0, false);
    QVERIFY2(listening.port > 0, qPrintable(listening.error));
    port = listening.port;
    gateway.start(door);
    QVERIFY(enter(client) > 0);
}

app::ConnectionId TestLateSignIn::Scene::enter(QWebSocket &which)
{
    const app::ConnectionId before = door.asking();
    QWebSocketHandshakeOptions handshake;
    handshake.setSubprotocols({u"jjak.v1"_s});
    which.open(QUrl(u"ws://127.0.0.1:%1/ws"_s.arg(port)), handshake);
    QObject::connect(&which, &QWebSocket::connected, &which, [&which] {
        protocol::cmd::Hello hello;
        hello.client = u"test"_s;
        which.sendTextMessage(QString::fromUtf8(protocol::encodeRequest(1, hello)));
    });
    const bool asked = QTest::qWaitFor([&] { return door.asking() != before; });
    return asked ? door.asking() : 0;
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

//! Both waited for a database that was away.
void TestLateSignIn::ofTwoSignInsOnOneConnectionTheLaterOneCounts()
{
    Scene s;
    s.open();
    const app::Identity later{AccountId::random(s.rng), DeviceId::random(s.rng), protocol::Role::User};
    s.gateway.release({app::Bind{s.door.asking(), s.identity}, app::Bind{s.door.asking(), later}});
    QTRY_COMPARE(s.door.whoIsGone().size(), 1);
    QCOMPARE(s.door.whoIsGone().first().first, s.identity);
    QSignalSpy told(&s.client, &QWebSocket::textMessageReceived);
    s.gateway.release({app::ToAccount{s.identity.account, "{}"}, app::ToEverybody{"{\"news\":1}"}, app::ToAccount{later.account, "{\"last\":1}"}});
    QTRY_VERIFY(!told.isEmpty() && told.last().first().toString().contains(u"last"_s));
    QCOMPARE(told.size(), 2);
    QCOMPARE(s.gateway.figures().signedIn.load(), 1);
    s.client.abort();
    QTRY_COMPARE(s.gateway.figures().connections.load(), 0);
    QCOMPARE(s.gateway.figures().signedIn.load(), 0);
    s.gateway.release({app::ToAccount{s.identity.account, "{}"}, app::ToEverybody{"{}"}}); // nobody is there
    s.gateway.stop();
    QCOMPARE(s.door.whoIsGone().size(), 2);
    QCOMPARE(s.door.whoIsGone().last().first, later);
}

void TestLateSignIn::whoHasToComeAnewIsClosedAndNobodyElse()
{
    Scene s;
    s.open();
    QWebSocket other;
    const app::ConnectionId first = s.door.asking(), second = s.enter(other);
    QVERIFY(second > 0);
    s.gateway.release({app::Bind{first, s.identity}});
    s.gateway.sendAway(QList<app::ConnectionId>{first, second + 1'000}); // one that is none any more
    QTRY_COMPARE(s.client.state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(s.door.whoIsGone().size(), 1);
    QCOMPARE(s.door.whoIsGone().first().second, first);
    QCOMPARE(other.state(), QAbstractSocket::ConnectedState);
    s.gateway.sendAway(std::nullopt);
    QTRY_COMPARE(other.state(), QAbstractSocket::UnconnectedState);
    s.gateway.stop();
}

QTEST_GUILESS_MAIN(TestLateSignIn)
#include "tst_late_sign_in.moc"
