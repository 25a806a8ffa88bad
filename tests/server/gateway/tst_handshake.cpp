// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/websocket/handshake.h"
#include "server/gateway/websocket/http_response.h"
#include "tests/server/gateway/client_frames.h"
#include "tests/server/gateway/received.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

#include <memory>

using namespace jjak::gateway;
using namespace jjak::gateway::test;
using namespace Qt::StringLiterals;

namespace {

//! A request, read in one piece.
struct Read {
    explicit Read(QByteArray bytes, HandshakeRules with = caseRules()) : rules(std::move(with)), memory(std::move(bytes)), parser(rules)
    {
        input = {memory.data(), static_cast<std::size_t>(memory.size())};
        parser.feed(input);
    }
    QByteArray rest() const { return {input.data(), static_cast<qsizetype>(input.size())}; }

    HandshakeRules rules;
    QByteArray memory;
    HandshakeParser parser;
    std::span<char> input;
};

} // namespace

//! The bytes that a handshake is answered with, what it tells about the request, and what it leaves for the codec.
class TestHandshake : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void acceptKeyIsThatOfTheRfc();
    void acceptedRequestGetsExactlyThisAnswer();
    void firstFrameBehindTheHandshakeIsLeft();
    void requestTellsPathQueryAndFields();
    void offeredSubprotocolIsAnsweredAlone();
    void refusalsNameWhatWouldBeAccepted();
    void refusalClosesTheConnection();
    void nothingIsTakenAfterTheDecision();
    void plainRequestCanBeAnswered();
    void noWebPageIsLetInByDefault();
    void rulesCanBeSet();
    void requestOfQtsClientIsAccepted_data();
    void requestOfQtsClientIsAccepted();
};

void TestHandshake::acceptKeyIsThatOfTheRfc()
{
    QCOMPARE(webSocketAccept("dGhlIHNhbXBsZSBub25jZQ=="), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="); // RFC 6455 §1.3
}

void TestHandshake::acceptedRequestGetsExactlyThisAnswer()
{
    const Read read(upgradeRequest());
    QCOMPARE(read.parser.state(), HandshakeState::Upgrade);
    QCOMPARE(read.parser.response(),
             "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
             "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\nSec-WebSocket-Protocol: jjak.v1\r\n\r\n");
}

void TestHandshake::firstFrameBehindTheHandshakeIsLeft()
{
    const QByteArray frames = text("first") + ping();
    const Read read(upgradeRequest() + frames);
    QCOMPARE(read.parser.state(), HandshakeState::Upgrade);
    QCOMPARE(read.rest(), frames);
}

void TestHandshake::requestTellsPathQueryAndFields()
{
    const Read read(upgradeRequest("X-Forwarded-For: 10.0.0.1, 10.0.0.2\r\nX-Forwarded-For: 10.0.0.3\r\n").replace("/ws", "/ws?a=b?c"));
    const HttpHead &request = read.parser.request();
    QCOMPARE(request.method, "GET");
    QCOMPARE(request.path, "/ws");
    QCOMPARE(request.query, "a=b?c");
    QCOMPARE(request.value("host"), QByteArrayView("localhost"));
    QCOMPARE(request.list("x-forwarded-for"), (QList<QByteArray>{"10.0.0.1", "10.0.0.2", "10.0.0.3"}));
    QVERIFY(request.value("x-nowhere").isNull());
}

void TestHandshake::offeredSubprotocolIsAnsweredAlone()
{
    const Read read(upgradeRequest().replace("jjak.v1", "jjak.v9, jjak.v1, chat"));
    QCOMPARE(read.parser.state(), HandshakeState::Upgrade);
    QVERIFY(read.parser.response().contains("\r\nSec-WebSocket-Protocol: jjak.v1\r\n"));
}

void TestHandshake::refusalsNameWhatWouldBeAccepted()
{
    QVERIFY(Read(upgradeRequest().replace("Version: 13", "Version: 8")).parser.response().contains("\r\nSec-WebSocket-Version: 13\r\n"));
    QVERIFY(Read(upgradeRequest().replace("GET", "PUT")).parser.response().contains("\r\nAllow: GET, HEAD\r\n"));
}

void TestHandshake::refusalClosesTheConnection()
{
    const Read read(upgradeRequest("Origin: https://evil.example\r\n"));
    QCOMPARE(read.parser.state(), HandshakeState::Refused);
    QCOMPARE(read.parser.response(), "HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
}

void TestHandshake::nothingIsTakenAfterTheDecision()
{
    Read read("GET / HTTP/1.1\r\nHost: a\r\n\r\n" + upgradeRequest());
    QCOMPARE(read.parser.state(), HandshakeState::Refused);
    QCOMPARE(read.parser.feed(read.input), HandshakeState::Refused);
    QCOMPARE(read.rest(), upgradeRequest());
}

void TestHandshake::plainRequestCanBeAnswered()
{
    const Read read("GET /health?full HTTP/1.1\r\nHost: a\r\n\r\n");
    QCOMPARE(read.parser.state(), HandshakeState::Http);
    QCOMPARE(read.parser.request().path, "/health");
    QVERIFY(read.parser.response().isEmpty());
    QCOMPARE(httpResponse(200, "ok\n"),
             "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 3\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nok\n");
}

void TestHandshake::noWebPageIsLetInByDefault()
{
    const QByteArray fromPage = upgradeRequest("Origin: https://jjak.example\r\n");
    QCOMPARE(Read(fromPage, HandshakeRules{}).parser.state(), HandshakeState::Refused);
    QCOMPARE(Read(fromPage, caseRules()).parser.state(), HandshakeState::Upgrade);
}

void TestHandshake::rulesCanBeSet()
{
    HandshakeRules rules;
    rules.path = "/jjak/socket";
    rules.subprotocol = "other";
    rules.headBytes = 300;
    const QByteArray request = upgradeRequest().replace("/ws", "/jjak/socket").replace("jjak.v1", "other");
    QVERIFY(request.size() < 300);
    QCOMPARE(Read(request, rules).parser.state(), HandshakeState::Upgrade);
    QVERIFY(Read(upgradeRequest(), rules).parser.response().startsWith("HTTP/1.1 404 "));
    const QByteArray longer = request.chopped(2) + "X-Fill: " + QByteArray(300, 'x') + "\r\n\r\n";
    QVERIFY(Read(longer, rules).parser.response().startsWith("HTTP/1.1 431 "));
}

void TestHandshake::requestOfQtsClientIsAccepted_data()
{
    QTest::addColumn<QString>("origin");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("native") << QString() << true;
    QTest::newRow("with an allowed origin") << u"https://jjak.example"_s << true;
    QTest::newRow("with a foreign origin") << u"https://evil.example"_s << false;
}

void TestHandshake::requestOfQtsClientIsAccepted()
{
    QFETCH(QString, origin);
    QFETCH(bool, accepted);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QWebSocket client(origin);
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({u"jjak.v1"_s});
    client.open(QUrl(u"ws://127.0.0.1:%1/ws"_s.arg(server.serverPort())), options);
    QTRY_VERIFY(server.hasPendingConnections());
    const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());

    const HandshakeRules rules = caseRules();
    HandshakeParser parser(rules);
    const auto decided = [&] {
        QByteArray bytes = socket->readAll();
        std::span<char> input(bytes.data(), static_cast<std::size_t>(bytes.size()));
        return parser.feed(input) != HandshakeState::NeedMore;
    };
    QTRY_VERIFY(decided());
    QCOMPARE(parser.state(), accepted ? HandshakeState::Upgrade : HandshakeState::Refused);
    socket->write(parser.response());
    if (accepted) {
        QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
        QCOMPARE(client.subprotocol(), u"jjak.v1"_s);
    } else {
        socket->disconnectFromHost();
        QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    }
}

QTEST_GUILESS_MAIN(TestHandshake)
#include "tst_handshake.moc"
