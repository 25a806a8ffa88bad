// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/server/gateway/client_frames.h"
#include "tests/server/gateway/talk.h"

using namespace jjak;
using namespace jjak::gateway;
using namespace jjak::gateway::test;
namespace cmd = jjak::protocol::cmd;

namespace {

constexpr Ticks helloMs = 5000, idleMs = 50'000; // design §6, written down once more so that a change is seen

cmd::Seek aSeek()
{
    return {Cell::containing({37.5, 127}, 2), Reach::Km10};
}

cmd::Send aMessage()
{
    SeededRng rng(3);
    return {RoomId::random(rng), ClientId::random(rng), QStringLiteral("hi")};
}

GatewayLimits patient()
{
    GatewayLimits limits;
    limits.families.fill({1000, 100'000});
    return limits;
}

} // namespace

//! What bounds one connection: time, rates, what waits for an answer, what waits to be read.
class TestConnectionLimits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theHandshakeHasFiveSeconds();
    void aSlowHandshakeGetsNoMoreTimeByEachByte();
    void helloHasFiveSeconds();
    void signInHasFiveSeconds();
    void aSignInThatIsBeingWorkedOnIsWaitedFor();
    void silenceOfFiftySecondsEndsIt();
    void everyByteIsASignOfLife_data();
    void everyByteIsASignOfLife();
    void aFloodOfControlFramesIsClosed_data();
    void aFloodOfControlFramesIsClosed();
    void commandsThatWaitAreCounted();
    void answersThatWereLostAreNotWaitedForForEver();
    void chunksThatWaitAreCounted();
    void chunksHaveARateOfTheirOwn();
    void everyFamilyHasItsRate_data();
    void everyFamilyHasItsRate();
    void whoGoesOnMakingMistakesIsClosed();
    void whoDoesNotReadIsCut();
    void aCutConnectionGetsNothingMore();
    void aClosingThatDoesNotDrainIsAborted();
};

void TestConnectionLimits::theHandshakeHasFiveSeconds()
{
    Talk talk;
    const Ticks start = talk.now;
    talk.expireAt(start + helloMs - 1);
    QVERIFY(!talk.transport.aborted);
    talk.expireAt(start + helloMs);
    QVERIFY(talk.transport.aborted);
    QVERIFY(talk.transport.sent.isEmpty()); // who speaks no WebSocket yet gets no frame
    QCOMPARE(talk.figures.timedOut.load(), 1u);
}

void TestConnectionLimits::aSlowHandshakeGetsNoMoreTimeByEachByte()
{
    Talk talk;
    const Ticks start = talk.now;
    const QByteArray request = upgradeRequest();
    for (int i = 0; i < 49; ++i) {
        talk.receive(request.mid(i, 1));
        talk.expireAt(start + (i + 1) * 100);
        QVERIFY(!talk.transport.aborted);
    }
    talk.expireAt(start + helloMs);
    QVERIFY(talk.transport.aborted);
}

void TestConnectionLimits::helloHasFiveSeconds()
{
    Talk talk;
    const Ticks start = talk.now;
    talk.now = start + 4000; // the handshake's own time does not count
    talk.shakeHands();
    talk.now += 3000;
    talk.receive(ping());
    talk.expireAt(start + 4000 + helloMs - 1);
    QVERIFY(!talk.connection.closing());
    talk.expireAt(start + 4000 + helloMs);
    QCOMPARE(talk.closeCode(), 4002);
}

void TestConnectionLimits::signInHasFiveSeconds()
{
    Talk talk;
    talk.greet();
    const Ticks since = talk.now;
    talk.now += 4000;
    talk.ask(2, cmd::Sync{});
    talk.expireAt(since + helloMs - 1);
    QVERIFY(!talk.connection.closing());
    talk.expireAt(since + helloMs);
    QCOMPARE(talk.closeCode(), 4002);
}

void TestConnectionLimits::aSignInThatIsBeingWorkedOnIsWaitedFor()
{
    Talk talk;
    talk.greet();
    talk.ask(2, aSignIn());
    talk.expireAt(talk.now + 4 * helloMs);
    QVERIFY(!talk.connection.closing());
    talk.connection.bind(talk.identity);
    talk.answer();
    talk.connection.expire(talk.now);
    QVERIFY(!talk.connection.closing());
}

void TestConnectionLimits::silenceOfFiftySecondsEndsIt()
{
    Talk talk;
    talk.signIn();
    const Ticks since = talk.now;
    talk.expireAt(since + idleMs - 1);
    talk.answer(); // what the server itself says is no sign of life
    QVERIFY(!talk.connection.closing());
    talk.expireAt(since + idleMs);
    QCOMPARE(talk.closeCode(), 4002);
}

void TestConnectionLimits::everyByteIsASignOfLife_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("ping") << ping();
    QTest::newRow("pong") << pong();
    QTest::newRow("command") << text(protocol::encodeRequest(5, cmd::Sync{}));
    QTest::newRow("part of a frame") << text("{}").left(3);
}

void TestConnectionLimits::everyByteIsASignOfLife()
{
    QFETCH(QByteArray, bytes);
    Talk talk;
    talk.signIn();
    talk.now += idleMs - 1;
    talk.receive(bytes);
    const Ticks last = talk.now;
    talk.expireAt(last + idleMs - 1);
    QVERIFY(!talk.connection.closing());
    talk.expireAt(last + idleMs);
    QVERIFY(talk.connection.closing());
}

void TestConnectionLimits::aFloodOfControlFramesIsClosed_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::newRow("ping") << ping();
    QTest::newRow("pong") << pong();
}

void TestConnectionLimits::aFloodOfControlFramesIsClosed()
{
    QFETCH(QByteArray, frame);
    Talk talk;
    talk.signIn();
    for (int second = 0; second < 60; ++second, talk.now += 1000) { // ten a second are allowed for ever
        for (int i = 0; i < 10; ++i)
            talk.receive(frame);
    }
    QVERIFY(!talk.connection.closing());
    talk.now += 2000;
    for (int i = 0; i < 20; ++i)
        talk.receive(frame);
    QVERIFY(!talk.connection.closing());
    talk.receive(frame);
    QCOMPARE(talk.closeCode(), 1008);
}

void TestConnectionLimits::commandsThatWaitAreCounted()
{
    Talk talk(patient());
    talk.signIn();
    for (int i = 0; i < 64; ++i)
        talk.ask(10 + i, cmd::Sync{});
    QCOMPARE(talk.submitted().size(), 64);
    QVERIFY(talk.heard().isEmpty());
    talk.ask(100, cmd::Sync{});
    const Error refused = talk.refusal();
    QCOMPARE(refused.code, ErrorCode::RateLimited);
    QVERIFY(refused.retry > 0ms);
    talk.connection.deliver(textFrame("{}"), Connection::Answers::Nothing); // an event is no answer
    talk.heard();
    talk.ask(101, cmd::Sync{});
    QCOMPARE(talk.refusal().code, ErrorCode::RateLimited);
    talk.answer();
    talk.ask(102, cmd::Sync{});
    QCOMPARE(talk.submitted().size(), 65);
}

//! A server that is gone has taken them with it.
void TestConnectionLimits::answersThatWereLostAreNotWaitedForForEver()
{
    Talk talk(patient());
    const Ticks minute = 60'000;
    talk.signIn();
    for (int i = 0; i < 64; ++i)
        talk.ask(10 + i, cmd::Sync{});
    talk.now += minute - 1;
    talk.ask(100, cmd::Sync{});
    QCOMPARE(talk.refusal().code, ErrorCode::RateLimited);
    talk.now += 1; // a minute since it was looked at
    talk.ask(101, cmd::Sync{});
    QCOMPARE(talk.refusal().code, ErrorCode::RateLimited);
    talk.answer(); // late, but here
    talk.heard();
    talk.ask(102, cmd::Sync{});
    QCOMPARE(talk.submitted().size(), 65);
    talk.now += minute;
    for (int i = 0; i < 63; ++i)
        talk.ask(200 + i, cmd::Sync{});
    QCOMPARE(talk.submitted().size(), 65 + 63);
    QVERIFY(talk.heard().isEmpty());
    talk.ask(300, cmd::Sync{});
    QCOMPARE(talk.refusal().code, ErrorCode::RateLimited);
    for (int i = 0; i < 200; ++i)
        talk.answer(); // those that were given up, too: none of them makes room for more than there is
    talk.heard();
    for (int i = 0; i < 64; ++i)
        talk.ask(400 + i, cmd::Sync{});
    QVERIFY(talk.heard().isEmpty());
    talk.ask(500, cmd::Sync{});
    QCOMPARE(talk.refusal().code, ErrorCode::RateLimited);
}

void TestConnectionLimits::chunksThatWaitAreCounted()
{
    Talk talk(patient());
    talk.signIn();
    for (int i = 0; i < talk.limits.pendingChunks; ++i)
        talk.receive(binary("chunk"));
    QVERIFY(talk.heard().isEmpty());
    talk.receive(binary("one too many"));
    QCOMPARE(talk.refusal(), Error::later(ErrorCode::RateLimited, 1s));
    QCOMPARE(talk.door.chunks.size(), talk.limits.pendingChunks);
    talk.connection.deliver(textFrame("{}"), Connection::Answers::Command); // of a command: that is another count
    talk.heard();
    talk.receive(binary("still one too many"));
    QCOMPARE(talk.refusal(), Error::later(ErrorCode::RateLimited, 1s));
    talk.connection.deliver(textFrame("{}"), Connection::Answers::Chunk);
    talk.heard();
    talk.receive(binary("now"));
    QVERIFY(talk.heard().isEmpty());
    QCOMPARE(talk.door.chunks.last().second, QByteArray("now"));
}

void TestConnectionLimits::chunksHaveARateOfTheirOwn()
{
    GatewayLimits limits;
    limits.chunks = {10, 3};
    limits.pendingChunks = 1000;
    Talk talk(limits);
    talk.signIn();
    for (int i = 0; i < 4; ++i)
        talk.receive(binary("chunk"));
    QCOMPARE(talk.refusal(), Error::later(ErrorCode::RateLimited, 100ms));
    QCOMPARE(talk.door.chunks.size(), 3);
    QCOMPARE(talk.figures.rateLimited.load(), 1u);
    talk.ask(3, aMessage()); // whoever uploads can write all the same
    QCOMPARE(talk.submitted().size(), 1);
    talk.now += 100;
    talk.receive(binary("chunk"));
    QVERIFY(talk.heard().isEmpty());
    QCOMPARE(talk.door.chunks.size(), 4);
}

void TestConnectionLimits::everyFamilyHasItsRate_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("burst");
    QTest::addColumn<int>("everyMs");
    SeededRng rng(4);
    QTest::newRow("send") << protocol::encodeRequest(5, aMessage()) << 20 << 200;
    QTest::newRow("nearby") << protocol::encodeRequest(5, aSeek()) << 20 << 1000;
    QTest::newRow("typing") << protocol::encodeRequest(5, cmd::Typing{RoomId::random(rng)}) << 5 << 1000;
    QTest::newRow("read") << protocol::encodeRequest(5, cmd::Sync{}) << 200 << 34;
    QTest::newRow("files") << protocol::encodeRequest(5, cmd::Fetch{RoomId::random(rng), 1, true, 0}) << 1024 << 8;
    QTest::newRow("safety") << protocol::encodeRequest(5, cmd::Leave{RoomId::random(rng)}) << 20 << 2000;
    QTest::newRow("date") << protocol::encodeRequest(5, cmd::Shoot{DateId::random(rng), 3}) << 30 << 200;
}

void TestConnectionLimits::everyFamilyHasItsRate()
{
    QFETCH(QByteArray, json);
    QFETCH(int, burst);
    QFETCH(int, everyMs);
    Talk talk;
    talk.signIn();
    for (int i = 0; i < burst; ++i) {
        talk.say(json);
        talk.answer();
    }
    QCOMPARE(talk.submitted().size(), burst);
    talk.heard();
    talk.say(json);
    const Error refused = talk.refusal();
    QCOMPARE(refused.code, ErrorCode::RateLimited);
    QCOMPARE(refused.retry, Duration(everyMs));
    QCOMPARE(talk.figures.rateLimited.load(), 1u);
    talk.now += everyMs - 1;
    talk.say(json);
    QCOMPARE(talk.refusal().code, ErrorCode::RateLimited);
    talk.now += 1; // exactly what the answer promised
    talk.say(json);
    QCOMPARE(talk.submitted().size(), burst + 1);
}

void TestConnectionLimits::whoGoesOnMakingMistakesIsClosed()
{
    Talk talk;
    talk.signIn();
    for (int i = 0; i < 100; ++i)
        talk.say(R"({"id":5,"cmd":"no.such"})");
    QVERIFY(!talk.connection.closing());
    talk.heard();
    talk.say(R"({"id":6,"cmd":"no.such"})");
    const auto heard = talk.heard();
    QCOMPARE(heard.size(), 2); // still told what was wrong
    QVERIFY(heard[0].payload.contains("protocol.unknown_command"));
    QCOMPARE(talk.closeCode(), 1008);
}

void TestConnectionLimits::whoDoesNotReadIsCut()
{
    Talk talk;
    talk.signIn();
    talk.transport.reads = false;
    const QByteArray event = textFrame(QByteArray(1000, 'x'));
    int delivered = 0;
    for (; delivered < 1000 && !talk.transport.aborted; ++delivered)
        talk.connection.deliver(event, Connection::Answers::Nothing);
    QVERIFY(talk.transport.aborted);
    QVERIFY(talk.connection.closing());
    QVERIFY(!talk.transport.finished); // a goodbye would only be more that is not read
    QVERIFY(talk.transport.waiting <= 64 * 1024 + event.size());
    QVERIFY(delivered >= 64);
    QCOMPARE(talk.figures.cutSlow.load(), 1u);
}

void TestConnectionLimits::aCutConnectionGetsNothingMore()
{
    Talk talk;
    talk.signIn();
    talk.transport.reads = false;
    talk.transport.limit = -1;
    talk.receive(ping());
    QVERIFY(talk.transport.aborted);
    talk.transport.aborted = false; // to see whether anything is tried again
    talk.heard();
    talk.ask(5, cmd::Sync{});
    talk.connection.deliver(textFrame("{}"), Connection::Answers::Nothing);
    talk.answer();
    talk.connection.end(protocol::SessionEnd::Revoked, talk.now);
    talk.connection.close(1000, {}, talk.now);
    QVERIFY(talk.submitted().isEmpty());
    QVERIFY(talk.heard().isEmpty());
    QCOMPARE(talk.figures.cutSlow.load(), 1u);
}

void TestConnectionLimits::aClosingThatDoesNotDrainIsAborted()
{
    Talk talk;
    talk.signIn();
    talk.connection.close(1012, "going down", talk.now);
    const Ticks since = talk.now;
    talk.connection.close(1000, "again", talk.now);
    QCOMPARE(talk.closeCode(), 1012);
    talk.expireAt(since + 1999);
    QVERIFY(!talk.transport.aborted);
    talk.expireAt(since + 2000);
    QVERIFY(talk.transport.aborted);
}

QTEST_GUILESS_MAIN(TestConnectionLimits)
#include "tst_connection_limits.moc"
