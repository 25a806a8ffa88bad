// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/server/gateway/client_frames.h"
#include "tests/server/gateway/talk.h"

using namespace jjak;
using namespace jjak::gateway;
using namespace jjak::gateway::test;
namespace cmd = jjak::protocol::cmd;

//! One connection from its first byte to its last, at exact times.
class TestConnection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstAnswerIsTheHandshake();
    void healthIsAnsweredAndClosed();
    void readinessIsToldAsItIs();
    void aWebPageIsRefusedUnlessItsOriginIsListed();
    void nothingGoesBeforeHello_data();
    void nothingGoesBeforeHello();
    void aWrongHelloIsToldItsField();
    void anOldProtocolIsToldAndClosed();
    void commandsNeedASignIn();
    void eachRoleMayWhatItsAccessLevelSays_data();
    void eachRoleMayWhatItsAccessLevelSays();
    void helloComesOnce();
    void signInComesOnce();
    void whoIsSignedInIsNamedToTheFrontDoor();
    void pingsAreAnsweredWithTheirPayload();
    void malformedTextIsToldOnceAndClosed_data();
    void malformedTextIsToldOnceAndClosed();
    void binaryFramesGoToTheFrontDoorAsTheyAre();
    void binaryFramesNeedASignIn_data();
    void binaryFramesNeedASignIn();
    void brokenFramesAreClosed();
    void aCloseIsAnsweredAndTheRestThrownAway();
    void theAnswerToSigningOutComesBeforeTheEnd();
    void aReplacedConnectionIsTold();
};

void TestConnection::theFirstAnswerIsTheHandshake()
{
    Talk talk;
    talk.receive(upgradeRequest());
    QCOMPARE(talk.transport.sent.size(), 1);
    QVERIFY(talk.transport.sent.first().startsWith("HTTP/1.1 101 "));
    talk.ask(1, aHello());
    QCOMPARE(talk.submitted().size(), 1);
    QCOMPARE(talk.submitted().first().caller.request, 1);
    QCOMPARE(talk.submitted().first().caller.connection, app::ConnectionId(7));
    QCOMPARE(talk.submitted().first().caller.address, QStringLiteral("192.0.2.1"));
    QVERIFY(!talk.submitted().first().caller.identity);
}

void TestConnection::healthIsAnsweredAndClosed()
{
    Talk talk;
    talk.receive("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QVERIFY(talk.transport.sent.value(0).startsWith("HTTP/1.1 200 "));
    QVERIFY(talk.transport.sent.value(0).endsWith("fine\n"));
    QVERIFY(talk.transport.finished && talk.connection.closing());
}

void TestConnection::readinessIsToldAsItIs()
{
    struct : app::Readiness {
        const char *complaint() const override { return why; }
        const char *why = nullptr;
    } readiness;
    const auto told = [&](bool known) {
        Talk talk;
        if (known)
            talk.setReadiness(readiness);
        talk.receive("GET /ready HTTP/1.1\r\nHost: localhost\r\n\r\n");
        return talk.transport.finished ? talk.transport.sent.value(0) : QByteArray();
    };
    QVERIFY(told(false).startsWith("HTTP/1.1 200 "));
    QVERIFY(told(true).startsWith("HTTP/1.1 200 ") && told(true).endsWith("\r\nready\n"));
    readiness.why = "it is tired";
    QVERIFY2(told(true).startsWith("HTTP/1.1 503 ") && told(true).endsWith("\r\nit is tired\n"), told(true).constData());
}

void TestConnection::aWebPageIsRefusedUnlessItsOriginIsListed()
{
    Talk stranger;
    stranger.receive(upgradeRequest("Origin: https://jjak.example\r\n"));
    QVERIFY(stranger.transport.sent.value(0).startsWith("HTTP/1.1 403 "));
    QVERIFY(stranger.transport.finished);
    QCOMPARE(stranger.figures.refusedConnections.load(), 1u);
    stranger.ask(1, aHello());
    QVERIFY(stranger.submitted().isEmpty());

    Talk guest({}, {"https://jjak.example"});
    guest.receive(upgradeRequest("Origin: https://jjak.example\r\n"));
    QVERIFY(guest.transport.sent.value(0).startsWith("HTTP/1.1 101 "));
}

void TestConnection::nothingGoesBeforeHello_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("sign in") << protocol::encodeRequest(1, aSignIn());
    QTest::newRow("a command of who is signed in") << protocol::encodeRequest(1, cmd::Sync{});
    QTest::newRow("an unknown command") << QByteArray(R"({"id":1,"cmd":"no.such"})");
    QTest::newRow("a sign-in without fields") << QByteArray(R"({"id":1,"cmd":"account.sign_in","args":{}})");
}

void TestConnection::nothingGoesBeforeHello()
{
    QFETCH(QByteArray, json);
    Talk talk;
    talk.shakeHands();
    talk.say(json);
    QCOMPARE(talk.refusal(), Error{ErrorCode::ProtocolOrder});
    QVERIFY(talk.submitted().isEmpty());
    talk.ask(2, aHello()); // no harm done
    QCOMPARE(talk.submitted().size(), 1);
}

void TestConnection::aWrongHelloIsToldItsField()
{
    Talk talk;
    talk.shakeHands();
    talk.say(R"({"id":1,"cmd":"hello","args":{"protocol":1,"features":[]}})");
    QCOMPARE(talk.refusal(), Error::badField(QStringLiteral("args.client"), QStringLiteral("missing")));
    talk.ask(2, aHello());
    QCOMPARE(talk.submitted().size(), 1);
}

void TestConnection::anOldProtocolIsToldAndClosed()
{
    Talk talk;
    talk.shakeHands();
    cmd::Hello hello = aHello();
    hello.protocol = 0;
    talk.ask(1, hello);
    const auto heard = talk.heard();
    QCOMPARE(heard.size(), 2);
    QVERIFY(heard[0].payload.contains("protocol.version"));
    QCOMPARE(talk.closeCode(), 1008);

    Talk newer;
    newer.shakeHands();
    hello.protocol = 1000; // of a client that also speaks what comes later
    newer.ask(1, hello);
    QCOMPARE(newer.submitted().size(), 1);
}

void TestConnection::commandsNeedASignIn()
{
    Talk talk;
    talk.greet();
    talk.door.submitted.clear();
    talk.ask(2, cmd::Sync{});
    QCOMPARE(talk.refusal(), Error{ErrorCode::AuthRequired});
    talk.ask(3, aSignIn());
    talk.ask(4, cmd::Sync{}); // the sign-in is not answered yet
    QCOMPARE(talk.refusal(), Error{ErrorCode::AuthRequired});
    QCOMPARE(talk.submitted().size(), 1);
}

void TestConnection::eachRoleMayWhatItsAccessLevelSays_data()
{
    QTest::addColumn<protocol::Role>("role");
    QTest::addColumn<bool>("opensEvents");
    QTest::newRow("user") << protocol::Role::User << false;
    QTest::newRow("moderator") << protocol::Role::Moderator << false;
    QTest::newRow("operator") << protocol::Role::Operator << true;
}

void TestConnection::eachRoleMayWhatItsAccessLevelSays()
{
    QFETCH(const protocol::Role, role);
    QFETCH(const bool, opensEvents);
    Talk talk;
    talk.identity.role = role;
    talk.signIn();
    const auto before = talk.submitted().size();
    const cmd::CloseEvent close{EventId::fromBytes(QByteArray(16, 'e'))};
    talk.ask(8, close);
    QCOMPARE(talk.submitted().size(), before + (opensEvents ? 1 : 0));
    if (!opensEvents)
        QCOMPARE(talk.refusal().code, ErrorCode::AccessDenied);
    // Nobody gets over the network what only the control socket may.
    talk.ask(9, cmd::SetRole{QStringLiteral("min ji"), protocol::Role::Operator});
    QCOMPARE(talk.submitted().size(), before + (opensEvents ? 1 : 0));
    QCOMPARE(talk.refusal().code, ErrorCode::AccessDenied);
}

void TestConnection::helloComesOnce()
{
    Talk guest, member;
    guest.greet();
    member.signIn();
    for (Talk *talk : {&guest, &member}) {
        talk->ask(9, aHello());
        QCOMPARE(talk->refusal(), Error{ErrorCode::ProtocolOrder});
    }
}

void TestConnection::signInComesOnce()
{
    Talk talk;
    talk.greet();
    talk.door.submitted.clear();
    talk.ask(2, aSignIn());
    talk.ask(3, aSignIn());
    QCOMPARE(talk.refusal(), Error{ErrorCode::ProtocolOrder});
    talk.answer(R"({"re":2,"err":{"code":"auth.denied","args":{}}})");
    talk.heard();
    talk.ask(4, aSignIn()); // after a refusal again
    QCOMPARE(talk.submitted().size(), 2);
    talk.connection.bind(talk.identity);
    talk.answer();
    talk.heard();
    talk.ask(5, cmd::Resume{QString(43, u'a')});
    QCOMPARE(talk.refusal(), Error{ErrorCode::ProtocolOrder});
}

void TestConnection::whoIsSignedInIsNamedToTheFrontDoor()
{
    Talk talk;
    talk.signIn();
    QCOMPARE(*talk.connection.identity(), talk.identity);
    talk.ask(3, cmd::Sync{});
    QCOMPARE(talk.submitted().size(), 1);
    QCOMPARE(*talk.submitted().first().caller.identity, talk.identity);
}

void TestConnection::pingsAreAnsweredWithTheirPayload()
{
    Talk talk;
    talk.signIn();
    talk.receive(ping("abc") + pong("def"));
    const auto heard = talk.heard();
    QCOMPARE(heard.size(), 1);
    QCOMPARE(heard.first().opcode, 10);
    QCOMPARE(heard.first().payload, QByteArray("abc"));
}

void TestConnection::malformedTextIsToldOnceAndClosed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("no JSON") << QByteArray("hello?");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("no id") << QByteArray(R"({"cmd":"sync.snapshot"})");
    QTest::newRow("id 0") << QByteArray(R"({"id":0,"cmd":"sync.snapshot"})");
    QTest::newRow("id is text") << QByteArray(R"({"id":"1","cmd":"sync.snapshot"})");
    QTest::newRow("no cmd") << QByteArray(R"({"id":1})");
    QTest::newRow("long cmd") << "{\"id\":1,\"cmd\":\"" + QByteArray(65, 'x') + "\"}";
    QTest::newRow("args is a list") << QByteArray(R"({"id":1,"cmd":"sync.snapshot","args":[]})");
    QTest::newRow("twice the same key") << QByteArray(R"({"id":1,"id":2,"cmd":"sync.snapshot"})");
    QTest::newRow("NUL") << QByteArray(R"({"id":1,"cmd":"sync.snapshot","args":{"a":"\u0000"}})");
    QTest::newRow("lone surrogate") << QByteArray(R"({"id":1,"cmd":"sync.snapshot","args":{"a":"\ud800"}})");
    QTest::newRow("too deep") << "{\"id\":1,\"cmd\":\"sync.snapshot\",\"args\":{\"a\":" + QByteArray(7, '[') + QByteArray(7, ']') + "}}";
}

void TestConnection::malformedTextIsToldOnceAndClosed()
{
    QFETCH(QByteArray, json);
    Talk talk;
    talk.signIn();
    talk.receive(text(json) + text(json) + text(protocol::encodeRequest(5, cmd::Sync{})));
    const auto heard = talk.heard();
    QCOMPARE(heard.size(), 2);
    QVERIFY(heard[0].payload.startsWith(R"({"re":0,"err":{"code":"protocol.malformed")"));
    QCOMPARE(talk.closeCode(), 1008);
    QVERIFY(talk.submitted().isEmpty());
    QCOMPARE(talk.figures.malformed.load(), 1u);
}

void TestConnection::binaryFramesGoToTheFrontDoorAsTheyAre()
{
    Talk talk;
    talk.signIn();
    const QByteArray half(32 * 1024, '\xff');
    talk.receive(binary(half) + binaryStart("a") + more("b") + last("c") + binary({}));
    QVERIFY(talk.heard().isEmpty());
    QVERIFY(talk.submitted().isEmpty());
    const auto &chunks = talk.door.chunks;
    QCOMPARE(chunks.size(), 3);
    QCOMPARE(chunks[0].second, half);
    QCOMPARE(chunks[1].second, QByteArray("abc"));
    QCOMPARE(chunks[2].second, QByteArray());
    for (const auto &[caller, bytes] : chunks) {
        QCOMPARE(caller.connection, app::ConnectionId(7));
        QCOMPARE(caller.request, 0);
        QCOMPARE(*caller.identity, talk.identity);
    }
}

void TestConnection::binaryFramesNeedASignIn_data()
{
    QTest::addColumn<bool>("greeted");
    QTest::newRow("before hello") << false;
    QTest::newRow("before the sign-in") << true;
}

void TestConnection::binaryFramesNeedASignIn()
{
    QFETCH(const bool, greeted);
    Talk talk;
    if (greeted)
        talk.greet();
    else
        talk.shakeHands();
    talk.receive(binary("abc") + binary("abc"));
    const auto heard = talk.heard();
    QCOMPARE(heard.size(), 2);
    QVERIFY(heard[0].payload.startsWith(R"({"re":0,"err":{"code":"protocol.order")"));
    QCOMPARE(talk.closeCode(), 1008);
    QVERIFY(talk.door.chunks.isEmpty());
}

void TestConnection::brokenFramesAreClosed()
{
    Talk unmasked, notUtf8, tooBig;
    for (Talk *talk : {&unmasked, &notUtf8, &tooBig})
        talk->signIn();
    unmasked.receive(ClientFrame{.payload = "{}", .masked = false}.bytes());
    QCOMPARE(unmasked.closeCode(), 1002);
    notUtf8.receive(text("\xff"));
    QCOMPARE(notUtf8.closeCode(), 1007);
    tooBig.receive(announced(0x81, 64 * 1024 + 1));
    QCOMPARE(tooBig.closeCode(), 1009);
}

void TestConnection::aCloseIsAnsweredAndTheRestThrownAway()
{
    Talk talk;
    talk.signIn();
    talk.receive(gateway::test::close(1001, "bye") + text(protocol::encodeRequest(5, cmd::Sync{})));
    QCOMPARE(talk.closeCode(), 1001);
    QCOMPARE(talk.heard().size(), 1);
    QVERIFY(talk.submitted().isEmpty());
    talk.connection.deliver(textFrame("{}"), Connection::Answers::Nothing);
    talk.receive(ping());
    QVERIFY(talk.heard().isEmpty());
}

void TestConnection::theAnswerToSigningOutComesBeforeTheEnd()
{
    Talk talk;
    talk.signIn();
    talk.ask(5, cmd::SignOut{});
    talk.answer(R"({"re":5,"ok":{}})");
    talk.connection.end(protocol::SessionEnd::SignedOut, talk.now);
    const auto heard = talk.heard();
    QCOMPARE(heard.size(), 3);
    QCOMPARE(heard[0].payload, QByteArray(R"({"re":5,"ok":{}})"));
    QCOMPARE(heard[1].payload, QByteArray(R"({"ev":"session.ended","data":{"reason":"signed_out"}})"));
    QCOMPARE(heard[2].closeCode, 4001);
    QVERIFY(talk.transport.finished);
}

void TestConnection::aReplacedConnectionIsTold()
{
    Talk talk;
    talk.signIn();
    talk.connection.end(protocol::SessionEnd::Replaced, talk.now);
    talk.connection.end(protocol::SessionEnd::Revoked, talk.now);
    const auto heard = talk.heard();
    QCOMPARE(heard.size(), 2);
    QVERIFY(heard[0].payload.contains("replaced"));
    QCOMPARE(talk.closeCode(), 4001);
    talk.ask(6, cmd::Sync{});
    QVERIFY(talk.submitted().isEmpty());
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
