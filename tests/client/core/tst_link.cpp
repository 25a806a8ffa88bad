// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QtTest>

#include "client/core/net/back_off.h"
#include "client/core/net/link.h"
#include "peer.h"

using namespace jjak;
using namespace jjak::client;
using namespace jjak::client::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

class TestLink : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void greetsBeforeAnythingElse();
    void repliesFindTheirCommands();
    void errorsComeAsTheServerGaveThem();
    void commandsWithoutAConnectionFailLater();
    void pendingCommandsFailWhenTheConnectionBreaks();
    void missingReplyBreaksTheConnection();
    void whatMayBeRepeatedIsAskedAgainWhenTheServerHasLostSomething();
    void whatHasJustBeenAskedIsNotAskedAgain();
    void silentServerIsNoticedByPing();
    void comesBackAfterTheServerWasAway();
    void tryNowDoesNotWait();
    void closedLinkStaysClosed();
    void serverClockIsFollowed();
    void unknownEventsAreIgnored();
    void badFramesAreToldAndTooManyEndTheConnection();
    void serverOfAnotherProtocolIsNamed();
    void serverOfAnotherVersionIsNamed();
    void unknownHostIsNamed();
    void backOffGrowsToItsBoundAndIsSpread();
};

namespace {

struct Setup {
    explicit Setup(const LinkTimes &times = quickTimes()) : link(times, u"test 1"_s, rng) {}
    void online()
    {
        link.open(peer.url());
        QTRY_COMPARE(link.state(), LinkState::Online);
    }
    Peer peer;
    SystemRng rng;
    Link link;
};

} // namespace

void TestLink::greetsBeforeAnythingElse()
{
    Setup s;
    QSignalSpy states(&s.link, &Link::stateChanged);
    s.online();
    QCOMPARE(states.size(), 3);
    QCOMPARE(s.peer.seen.size(), 1);
    QCOMPARE(s.peer.asked<cmd::Hello>().first().client, u"test 1"_s);
    QCOMPARE(s.link.problem(), LinkProblem::None);
}

void TestLink::repliesFindTheirCommands()
{
    Setup s;
    s.online();
    QList<qint64> ids;
    s.peer.on<cmd::Send>([&](qint64 id, const cmd::Send &) {
        ids.append(id);
        if (ids.size() == 2) { // in the other order
            s.peer.ok(ids[1], cmd::Sent{2, fromMs(0)});
            s.peer.ok(ids[0], cmd::Sent{1, fromMs(0)});
            s.peer.ok(999, cmd::Sent{7, fromMs(0)});
        }
    });
    QList<qint64> got;
    for (int i = 1; i <= 2; ++i)
        s.link.send(cmd::Send{roomId(1), clientId(i), u"x"_s}, [&, i](const Result<cmd::Sent> &sent) { got.append(i * 10 + sent->seq); });
    QTRY_COMPARE(got, (QList<qint64>{22, 11}));
}

void TestLink::errorsComeAsTheServerGaveThem()
{
    Setup s;
    s.online();
    s.peer.on<cmd::Leave>([&](qint64 id, const cmd::Leave &) { s.peer.refuse(id, Error::later(ErrorCode::RateLimited, 1500ms)); });
    std::optional<Error> got;
    s.link.send(cmd::Leave{roomId(1)}, [&](const Result<cmd::Empty> &reply) { got = reply.error(); });
    QTRY_VERIFY(got);
    QCOMPARE(*got, Error::later(ErrorCode::RateLimited, 1500ms));
}

void TestLink::commandsWithoutAConnectionFailLater()
{
    Setup s;
    std::optional<ErrorCode> got;
    s.link.send(cmd::Leave{roomId(1)}, [&](const Result<cmd::Empty> &reply) { got = reply.error().code; });
    QVERIFY(!got);
    QTRY_VERIFY(got);
    QCOMPARE(*got, ErrorCode::Unavailable);
}

void TestLink::pendingCommandsFailWhenTheConnectionBreaks()
{
    Setup s;
    s.online();
    int failed = 0;
    for (int i = 0; i < 3; ++i)
        s.link.send(cmd::Leave{roomId(1)}, [&](const Result<cmd::Empty> &reply) { failed += !reply.ok(); });
    QTRY_COMPARE(s.peer.count<cmd::Leave>(), 3);
    s.peer.drop();
    QTRY_COMPARE(failed, 3);
    QTRY_COMPARE(s.link.state(), LinkState::Online);
    QCOMPARE(s.peer.connections, 2);
}

void TestLink::missingReplyBreaksTheConnection()
{
    LinkTimes times = quickTimes();
    times.reply = 60ms;
    Setup s(times);
    s.online();
    QSignalSpy states(&s.link, &Link::stateChanged);
    bool failed = false;
    s.link.send(cmd::Leave{roomId(1)}, [&](const Result<cmd::Empty> &reply) { failed = !reply.ok(); });
    QTRY_VERIFY(failed);
    QCOMPARE(states.first().first().value<LinkState>(), LinkState::Waiting);
    QTRY_COMPARE(s.link.state(), LinkState::Online);
}

//! An answer that was lost with a server that is gone; the one who owns its work now tells that things were lost.
void TestLink::whatMayBeRepeatedIsAskedAgainWhenTheServerHasLostSomething()
{
    LinkTimes times = quickTimes();
    times.askAgain = 0ms;
    times.reply = 1h;
    Setup s(times);
    s.online();
    QList<qint64> ids;
    s.peer.on<cmd::Send>([&](qint64 id, const cmd::Send &) { ids.append(id); });
    s.peer.on<cmd::Leave>([](qint64, const cmd::Leave &) {});
    QList<Result<cmd::Sent>> answers;
    s.link.send(cmd::Send{roomId(1), clientId(1), u"hello"_s}, [&](const Result<cmd::Sent> &reply) { answers.append(reply); });
    s.link.send(cmd::Leave{roomId(1)}, [](const Result<cmd::Empty> &) {}); // who has entered anew since must not leave once more
    QTRY_COMPARE(s.peer.count<cmd::Leave>(), 1);
    s.peer.tell(ev::Resync());
    QTRY_COMPARE(ids.size(), 2);
    QCOMPARE(ids[0], ids[1]);
    QCOMPARE(s.peer.asked<cmd::Send>()[1].cid, clientId(1));
    s.peer.ok(ids[0], cmd::Sent{7, Time()});
    s.peer.ok(ids[0], cmd::Sent{8, Time()}); // the second answer is nobody's
    s.peer.tell(ev::Resync());
    QTRY_VERIFY(!answers.isEmpty());
    bool done = false;
    s.peer.always<cmd::ListDevices>({});
    s.link.send(cmd::ListDevices{}, [&](const Result<cmd::DeviceList> &) { done = true; });
    QTRY_VERIFY(done);
    QCOMPARE(answers.size(), 1);
    QCOMPARE(answers[0]->seq, 7);
    QCOMPARE(s.peer.count<cmd::Send>(), 2);
    QCOMPARE(s.peer.count<cmd::Leave>(), 1);
    QCOMPARE(s.peer.connections, 1);
}

void TestLink::whatHasJustBeenAskedIsNotAskedAgain()
{
    LinkTimes times = quickTimes();
    times.askAgain = 1h;
    times.reply = 1h;
    Setup s(times);
    s.online();
    s.peer.on<cmd::Send>([](qint64, const cmd::Send &) {});
    s.link.send(cmd::Send{roomId(1), clientId(1), u"hello"_s}, [](const Result<cmd::Sent> &) {});
    QTRY_COMPARE(s.peer.count<cmd::Send>(), 1);
    s.peer.tell(ev::Resync());
    bool done = false;
    s.peer.always<cmd::ListDevices>({});
    s.link.send(cmd::ListDevices{}, [&](const Result<cmd::DeviceList> &) { done = true; });
    QTRY_VERIFY(done);
    QCOMPARE(s.peer.count<cmd::Send>(), 1);
}

//! A server that shakes hands and greets, and then is as if the cable were cut.
void TestLink::silentServerIsNoticedByPing()
{
    QTcpServer tcp;
    QVERIFY(tcp.listen(QHostAddress::LocalHost));
    Peer peer;
    peer.on<cmd::Hello>([&](qint64 id, const cmd::Hello &) {
        cmd::HelloReply reply;
        reply.heartbeat = 1000;
        peer.ok(id, reply);
    });
    // A wire between the two that can be cut without anybody being told.
    bool cut = false;
    connect(&tcp, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *near = tcp.nextPendingConnection();
        auto *far = new QTcpSocket(near);
        far->connectToHost(QHostAddress::LocalHost, quint16(peer.url().port()));
        connect(near, &QTcpSocket::readyRead, far, [&cut, near, far] { cut ? void(near->readAll()) : void(far->write(near->readAll())); });
        connect(far, &QTcpSocket::readyRead, near, [&cut, near, far] { cut ? void(far->readAll()) : void(near->write(far->readAll())); });
    });
    LinkTimes times = quickTimes();
    times.pong = 100ms;
    SystemRng rng;
    Link link(times, u"test"_s, rng);
    link.open(QUrl(u"ws://127.0.0.1:%1/"_s.arg(tcp.serverPort())));
    QTRY_COMPARE(link.state(), LinkState::Online);
    cut = true;
    QTRY_COMPARE_WITH_TIMEOUT(link.problem(), LinkProblem::Lost, 3000);
}

void TestLink::comesBackAfterTheServerWasAway()
{
    Setup s;
    s.online();
    s.peer.listen(false);
    s.peer.drop();
    QTRY_COMPARE(s.link.problem(), LinkProblem::Unreachable);
    s.peer.listen(true);
    QTRY_COMPARE(s.link.state(), LinkState::Online);
}

void TestLink::tryNowDoesNotWait()
{
    LinkTimes times = quickTimes();
    times.backOffFirst = times.backOffLast = 1h;
    Setup s(times);
    s.online();
    s.peer.drop();
    QTRY_COMPARE(s.link.state(), LinkState::Waiting);
    QVERIFY(s.link.retryAt() > Time());
    s.link.tryNow();
    QTRY_COMPARE(s.link.state(), LinkState::Online);
}

void TestLink::closedLinkStaysClosed()
{
    Setup s;
    s.online();
    s.link.close();
    QCOMPARE(s.link.state(), LinkState::Offline);
    QTRY_VERIFY(!s.peer.isConnected());
    QTest::qWait(60);
    QCOMPARE(s.peer.connections, 1);
}

void TestLink::serverClockIsFollowed()
{
    Setup s;
    const Time server = *timeFromIso(u"2031-01-01T00:00:00.000Z");
    s.peer.on<cmd::Hello>([&](qint64 id, const cmd::Hello &) {
        cmd::HelloReply reply;
        reply.time = server;
        s.peer.ok(id, reply);
    });
    s.online();
    const Duration ahead = s.link.serverNow() - server;
    QVERIFY(ahead >= 0ms && ahead < 2s);
    QTRY_VERIFY(s.link.serverNow() - server > ahead);
}

void TestLink::unknownEventsAreIgnored()
{
    Setup s;
    s.online();
    QSignalSpy events(&s.link, &Link::eventArrived), gaps(&s.link, &Link::gap);
    s.peer.raw(R"({"ev": "weather.changed", "data": {"sunny": true}})");
    s.peer.tell(ev::Resync{});
    QVERIFY(events.wait());
    QCOMPARE(events.size(), 1);
    QCOMPARE(gaps.size(), 0);
}

void TestLink::badFramesAreToldAndTooManyEndTheConnection()
{
    Setup s;
    s.online();
    QSignalSpy gaps(&s.link, &Link::gap);
    s.peer.raw("{");
    QVERIFY(gaps.wait());
    QCOMPARE(s.link.state(), LinkState::Online);
    bool told = false; // only for a moment: the link tries again
    connect(&s.link, &Link::stateChanged, this, [&] { told |= s.link.problem() == LinkProblem::NotJjak; });
    for (int i = 0; i < 6; ++i)
        s.peer.raw("[]");
    QTRY_VERIFY(told);
}

void TestLink::serverOfAnotherProtocolIsNamed()
{
    QWebSocketServer other(u"other"_s, QWebSocketServer::NonSecureMode);
    QVERIFY(other.listen(QHostAddress::LocalHost));
    Setup s;
    s.link.open(other.serverUrl());
    QTRY_COMPARE(s.link.problem(), LinkProblem::NotJjak);
}

void TestLink::serverOfAnotherVersionIsNamed()
{
    Setup s;
    s.peer.on<cmd::Hello>([&](qint64 id, const cmd::Hello &) { s.peer.refuse(id, Error{ErrorCode::ProtocolVersion}); });
    s.link.open(s.peer.url());
    QTRY_COMPARE(s.link.problem(), LinkProblem::WrongVersion);
}

void TestLink::unknownHostIsNamed()
{
    Setup s;
    s.link.open(QUrl(u"ws://nobody.invalid:1/"_s));
    QTRY_VERIFY_WITH_TIMEOUT(s.link.problem() != LinkProblem::None, 20000);
    QCOMPARE(s.link.problem(), LinkProblem::NotFound);
}

void TestLink::backOffGrowsToItsBoundAndIsSpread()
{
    SeededRng rng(1);
    const LinkTimes times;
    for (int failures = 1; failures <= 40; ++failures) {
        Duration longest{0}, shortest = 1h;
        for (int i = 0; i < 400; ++i) {
            const Duration wait = backOff(failures, times, rng);
            longest = std::max(longest, wait);
            shortest = std::min(shortest, wait);
        }
        const Duration bound = failures < 7 ? times.backOffFirst * (1 << (failures - 1)) : times.backOffLast;
        QVERIFY(longest <= bound && longest > bound * 9 / 10);
        QVERIFY(shortest < bound / 10);
    }
}

QTEST_GUILESS_MAIN(TestLink)
#include "tst_link.moc"
