// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QSslSocket>
#include <QTcpServer>
#include <QTest>

#include "common/protocol/frame.h"
#include "tests/faults/pulse.h"
#include "tests/faults/raw_socket.h"
#include "tests/support/load_clients.h"
#include "tests/support/server_process.h"

using namespace jjak;
using namespace jjak::test;
using namespace Qt::StringLiterals;
namespace cmd = jjak::protocol::cmd;
using protocol::encodeRequest;

namespace {

constexpr qint64 mib = 1024 * 1024;
constexpr int roomSize = 7, messagesEach = 120, closedWithinMs = 6000; // 5 s, and the server looks twice a second

QByteArray greeting(const QString &token)
{
    return clientFrame(1, encodeRequest(1, cmd::Hello{limits::protocolVersion, u"abuse"_s, {}})) + clientFrame(1, encodeRequest(2, cmd::Resume{token}));
}

//! Waits until the server has ended all of them; how many it has.
int endedOf(std::vector<RawSocket> &sockets, int milliseconds, const std::function<void()> &meanwhile = [] {})
{
    const qint64 end = nowNs() + qint64(milliseconds) * 1'000'000;
    std::vector<bool> ended(sockets.size());
    for (;;) {
        for (size_t i = 0; i < sockets.size(); ++i)
            ended[i] = ended[i] || sockets[i].ended();
        const auto count = std::ranges::count(ended, true);
        if (count == std::ssize(sockets) || nowNs() > end)
            return int(count);
        meanwhile();
        QTest::qSleep(10);
    }
}

} // namespace

//! What badly written or hostile clients do to a real server, and what everybody else notices of it.
class TestAbuse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void halfHandshakesAreClosed();
    void aHandshakeByteByByteIsClosed();
    void whoNeverSaysHelloIsClosed();
    void whoAsksWithoutReadingIsClosed_data();
    void whoAsksWithoutReadingIsClosed();
    void garbageIsClosed();
    void theTwentyFirstConnectionIsRefused();
    void whoNeverReadsIsCutAndLosesNothing();
    void whoNeverReadsOverTlsIsCut();
    void longPagesAtOnceReachWhoReads();

private:
    //! A server with rooms of seven and somebody who behaves well.
    struct Scene {
        explicit Scene(int roomCount, const QHash<QString, QString> &settings = {}) : server(settings)
        {
            Preparation preparation(server.database());
            people = preparation.people(roomCount * roomSize, u"p"_s);
            rooms = preparation.rooms(people, roomSize);
            good = preparation.people(2, u"good"_s);
            goodRoom = preparation.rooms(good, 2).front();
        }
        bool start()
        {
            if (!server.start())
                return false;
            pulse = std::make_unique<Pulse>(server.port(), good.front(), goodRoom);
            before = server.residentBytes();
            return true;
        }
        //! Growth of the server's memory since the start, or since `before` was set anew.
        qint64 grown() { return most = std::max(most, server.residentBytes() - before); }

        ServerProcess server;
        std::vector<PreparedPerson> people, good;
        std::vector<RoomId> rooms;
        RoomId goodRoom;
        std::unique_ptr<Pulse> pulse;
        qint64 before = 0, most = 0;
    };
    static bool flood(Scene &scene);
    static QString textOf(int number);
    static bool seesEverything(Scene &scene);
};

#define HEALTHY(scene, what) \
    do { \
        const auto figures = scene.pulse->stop(); \
        qInfo("%s; server grew by %.1f MiB; meanwhile %d round trips of somebody else, p99 %.1f ms", qPrintable(what), double(scene.grown()) / double(mib), figures.answered, figures.p99Ms); \
        QCOMPARE(figures.unanswered, 0); \
        QVERIFY(figures.answered > 0); \
    } while (false)

void TestAbuse::halfHandshakesAreClosed()
{
    Scene scene(0);
    QVERIFY2(scene.start(), qPrintable(scene.server.log()));
    const qint64 begin = nowNs();
    std::vector<RawSocket> sockets;
    for (int i = 0; i < 500; ++i) {
        sockets.emplace_back(scene.server.port());
        QCOMPARE(sockets.back().write("G"), 1);
    }
    QTest::qSleep(1000);
    QCOMPARE(endedOf(sockets, 0), 0); // they do get their time
    scene.grown();
    QCOMPARE(endedOf(sockets, closedWithinMs), 500);
    const double seconds = double(nowNs() - begin) / 1e9;
    HEALTHY(scene, u"500 half handshakes closed after %1 s"_s.arg(seconds, 0, 'f', 1));
    QVERIFY(seconds < closedWithinMs / 1000.0);
    QVERIFY(scene.most < 20 * mib);
}

void TestAbuse::aHandshakeByteByByteIsClosed()
{
    Scene scene(0);
    QVERIFY2(scene.start(), qPrintable(scene.server.log()));
    std::vector<RawSocket> sockets;
    for (int i = 0; i < 50; ++i)
        sockets.emplace_back(scene.server.port());
    qsizetype at = 0;
    const qint64 begin = nowNs();
    const QByteArray request = openingRequest();
    const int ended = endedOf(sockets, closedWithinMs, [&] {
        for (RawSocket &socket : sockets)
            socket.write(QByteArrayView(request).sliced(at, 1));
        ++at;
        QTest::qSleep(90);
    });
    QCOMPARE(ended, 50);
    QVERIFY(at > 30 && at < request.size());
    HEALTHY(scene, u"50 handshakes byte by byte closed after %1 s, %2 bytes"_s.arg(double(nowNs() - begin) / 1e9, 0, 'f', 1).arg(at));
}

void TestAbuse::whoNeverSaysHelloIsClosed()
{
    Scene scene(0);
    QVERIFY2(scene.start(), qPrintable(scene.server.log()));
    std::vector<RawSocket> sockets;
    for (int i = 0; i < 50; ++i) {
        sockets.emplace_back(scene.server.port());
        sockets.back().write(openingRequest());
        QVERIFY(sockets.back().hears("101 Switching", 5000));
    }
    int turn = 0;
    const int ended = endedOf(sockets, closedWithinMs, [&] {
        if (++turn % 50 == 0) { // alive, but to no purpose
            for (RawSocket &socket : sockets)
                socket.write(clientFrame(9, "x"));
        }
    });
    QCOMPARE(ended, 50);
    for (const RawSocket &socket : sockets)
        QVERIFY(socket.seen().contains("too slow"));
    HEALTHY(scene, u"50 without hello closed"_s);
}

void TestAbuse::whoAsksWithoutReadingIsClosed_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::newRow("pings") << clientFrame(9, QByteArray(125, 'p'));
    QTest::newRow("commands") << clientFrame(1, encodeRequest(5, cmd::Sync{}));
    QTest::newRow("refused commands") << clientFrame(1, R"({"id":5,"cmd":"no.such"})");
}

void TestAbuse::whoAsksWithoutReadingIsClosed()
{
    QFETCH(QByteArray, frame);
    Scene scene(1);
    QVERIFY2(scene.start(), qPrintable(scene.server.log()));
    RawSocket socket(scene.server.port(), true);
    socket.write(openingRequest());
    socket.write(greeting(scene.people.front().token));
    QVERIFY(socket.hears("{\"re\":2,\"ok\"", 5000));
    scene.before = scene.server.residentBytes();

    const QByteArray burst = frame.repeated(200);
    const qint64 begin = nowNs();
    qint64 written = 0, offset = 0, took = 0;
    while (took >= 0 && written < 20 * mib && nowNs() - begin < 3'000'000'000) {
        took = socket.write(QByteArrayView(burst).sliced(offset));
        if (took == 0)
            QTest::qSleep(1);
        written += std::max<qint64>(took, 0);
        offset = (offset + std::max<qint64>(took, 0)) % burst.size();
        scene.grown();
    }
    std::vector<RawSocket> one;
    one.push_back(std::move(socket));
    QCOMPARE(endedOf(one, 3000), 1);
    HEALTHY(scene, u"%1: %2 MiB written without reading, closed after %3 s"_s.arg(QLatin1StringView(QTest::currentDataTag())).arg(double(written) / double(mib), 0, 'f', 1).arg(double(nowNs() - begin) / 1e9, 0, 'f', 1));
    QVERIFY(scene.most < 20 * mib);
}

void TestAbuse::garbageIsClosed()
{
    Scene scene(0);
    QVERIFY2(scene.start(), qPrintable(scene.server.log()));
    SeededRng rng(5);
    std::vector<RawSocket> sockets;
    for (int i = 0; i < 200; ++i) {
        sockets.emplace_back(scene.server.port());
        std::array<std::uint8_t, 2000> bytes;
        rng.fill(bytes);
        if (i % 2)
            sockets.back().write(openingRequest());
        sockets.back().write(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
    }
    QCOMPARE(endedOf(sockets, closedWithinMs), 200);
    HEALTHY(scene, u"200 times garbage, before and after the handshake: closed"_s);
    QVERIFY(scene.most < 20 * mib);
}

void TestAbuse::theTwentyFirstConnectionIsRefused()
{
    Scene scene(0, {{u"JJAK_LIMITS_CONNECTIONS_PER_ADDRESS"_s, u"20"_s}});
    QVERIFY2(scene.start(), qPrintable(scene.server.log()));
    const auto enters = [&](RawSocket &socket) {
        socket.write(openingRequest());
        return socket.hears("101 Switching", 2000);
    };
    std::vector<RawSocket> sockets;
    for (int i = 0; i < 19; ++i) { // the twentieth is the good one
        sockets.emplace_back(scene.server.port());
        QVERIFY(enters(sockets.back()));
    }
    RawSocket refused(scene.server.port());
    QVERIFY(!enters(refused));
    QVERIFY(refused.ended());
    sockets.pop_back();
    QVERIFY(QTest::qWaitFor([&] {
        RawSocket next(scene.server.port());
        return enters(next);
    }));
    HEALTHY(scene, u"21st connection of an address refused, and let in when one had gone"_s);
}

QString TestAbuse::textOf(int number)
{
    return QString::number(number) + u" 하늘을 우러러"_s.repeated(200);
}

//! One member of each room writes messagesEach long messages and gets every acknowledgement.
bool TestAbuse::flood(Scene &scene)
{
    constexpr int openAtOnce = 4;
    const int rooms = int(scene.rooms.size());
    std::vector<int> sent(size_t(rooms), 0), acknowledged(size_t(rooms), 0);
    int done = 0, signedIn = 0;
    SystemRng rng;
    LoadClients *writers = nullptr;
    const auto more = [&](int i) {
        const size_t k = size_t(i);
        for (; sent[k] < messagesEach && sent[k] - acknowledged[k] < openAtOnce; ++sent[k])
            writers->send(i, encodeRequest(1000 + sent[k], cmd::Send{scene.rooms[k], ClientId::random(rng), textOf(sent[k] + 1)}));
    };
    LoadClients clients(scene.server.port(), "/", "jjak.v1", [&](int i, QByteArrayView text) {
        if (text.startsWith("{\"re\":2,\"ok\"")) {
            ++signedIn;
        } else if (text.startsWith("{\"re\":1") && text.contains("\"ok\":{\"seq\"")) {
            done += ++acknowledged[size_t(i)] == messagesEach;
            more(i);
        }
    });
    writers = &clients;
    if (!clients.connect(rooms))
        return false;
    for (int i = 0; i < rooms; ++i) {
        clients.send(i, encodeRequest(1, cmd::Hello{limits::protocolVersion, u"writer"_s, {}}));
        clients.send(i, encodeRequest(2, cmd::Resume{scene.people[size_t(i * roomSize)].token}));
    }
    if (!clients.pollUntil([&] { return signedIn == rooms; }, 10'000))
        return false;
    for (int i = 0; i < rooms; ++i)
        more(i);
    return clients.pollUntil([&] { return scene.grown(), done == rooms; }, 120'000);
}

//! Everybody but the writers comes back and reads their room from the start.
bool TestAbuse::seesEverything(Scene &scene)
{
    const int count = int(scene.people.size());
    std::vector<int> next(size_t(count), 1); // the seq each expects
    int complete = 0, wrong = 0;
    LoadClients *readers = nullptr;
    const auto pull = [&](int i) { readers->send(i, encodeRequest(3, cmd::History{scene.rooms[size_t(i / roomSize)], {}, next[size_t(i)] - 1, 50})); };
    LoadClients clients(scene.server.port(), "/", "jjak.v1", [&](int i, QByteArrayView text) {
        const auto frame = protocol::parseServerFrame(text);
        const auto *answered = frame ? std::get_if<protocol::Answered>(&frame.value()) : nullptr;
        const auto *ok = answered ? std::get_if<QJsonObject>(&answered->result) : nullptr;
        if (!ok)
            wrong += answered != nullptr;
        else if (answered->re == 2)
            pull(i);
        else if (answered->re == 3) {
            const auto page = protocol::decode<cmd::Page>(*ok);
            for (const auto &message : page ? page->messages : QList<protocol::Message>()) {
                int &expected = next[size_t(i)];
                wrong += message.seq != expected || message.text != textOf(expected);
                ++expected;
            }
            if (next[size_t(i)] <= messagesEach && page && !page->messages.isEmpty())
                pull(i);
            else
                ++complete;
        }
    });
    readers = &clients;
    if (!clients.connect(count))
        return false;
    for (int i = 0; i < count; ++i) {
        clients.send(i, encodeRequest(1, cmd::Hello{limits::protocolVersion, u"reader"_s, {}}));
        clients.send(i, encodeRequest(2, cmd::Resume{scene.people[size_t(i)].token}));
    }
    return clients.pollUntil([&] { return complete == count; }, 60'000) && wrong == 0 && std::ranges::count(next, messagesEach + 1) == count;
}

void TestAbuse::whoNeverReadsIsCutAndLosesNothing()
{
    Scene scene(34);
    QVERIFY2(scene.start(), qPrintable(scene.server.log()));
    std::vector<RawSocket> deaf;
    for (size_t i = 0; i < scene.people.size(); ++i) {
        if (i % roomSize == 0)
            continue; // the writers
        deaf.emplace_back(scene.server.port(), true);
        deaf.back().write(openingRequest());
        deaf.back().write(greeting(scene.people[i].token));
        QVERIFY(deaf.back().hears("{\"re\":2,\"ok\"", 5000));
    }
    QVERIFY(deaf.size() >= 200);
    scene.before = scene.server.residentBytes();
    scene.most = 0;
    QVERIFY(flood(scene));
    QCOMPARE(endedOf(deaf, 10'000), int(deaf.size())); // found out only by reading what had arrived
    qint64 arrived = 0;
    for (const RawSocket &socket : deaf)
        arrived = std::max<qint64>(arrived, socket.seen().size());
    QVERIFY(arrived < messagesEach * textOf(1).toUtf8().size());
    HEALTHY(scene, u"%1 who never read: cut, each after at most %2 KiB"_s.arg(deaf.size()).arg(arrived / 1024));
    QVERIFY(scene.most < qint64(deaf.size()) * 72 * 1024 + 20 * mib);
    QVERIFY(seesEverything(scene));
}

namespace {

//! A certificate that nobody trusts, and the settings that make a server use it.
struct OwnTls {
    bool make()
    {
        QTcpServer probe;
        if (!probe.listen(QHostAddress::LocalHost))
            return false;
        port = probe.serverPort();
        const QString key = folder.filePath(u"key.pem"_s), certificate = folder.filePath(u"certificate.pem"_s);
        QProcess openssl;
        openssl.start(u"openssl"_s, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s, u"-nodes"_s, u"-subj"_s, u"/CN=localhost"_s, u"-keyout"_s, key, u"-out"_s, certificate});
        settings = {{u"JJAK_TLS_LISTEN"_s, u"127.0.0.1"_s}, {u"JJAK_TLS_PORT"_s, QString::number(port)}, {u"JJAK_TLS_CERTIFICATE"_s, certificate}, {u"JJAK_TLS_KEY"_s, key}};
        return openssl.waitForFinished() && openssl.exitCode() == 0;
    }
    QTemporaryDir folder;
    quint16 port = 0;
    QHash<QString, QString> settings;
};

//! A signed-in TLS client. It reads only while one of its functions runs.
struct TlsClient {
    bool signIn(quint16 port, const QString &token, bool narrow)
    {
        socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        if (narrow)
            socket.setReadBufferSize(4096);
        RawSocket raw(port, narrow);
        if (!socket.setSocketDescriptor(raw.release()))
            return false;
        socket.startClientEncryption();
        if (!socket.waitForEncrypted(10'000))
            return false;
        socket.write(openingRequest() + greeting(token));
        return hears("{\"re\":2,\"ok\"", 10'000);
    }
    bool hears(QByteArrayView text, int milliseconds)
    {
        const qint64 end = nowNs() + qint64(milliseconds) * 1'000'000;
        while (!seen.contains(text) && nowNs() < end && socket.waitForReadyRead(500))
            seen += socket.readAll();
        return seen.contains(text);
    }
    //! Reads until the server's end.
    bool ended()
    {
        while (socket.waitForReadyRead(2000))
            seen += socket.readAll();
        return socket.state() == QAbstractSocket::UnconnectedState;
    }
    QSslSocket socket;
    QByteArray seen;
};

} // namespace

void TestAbuse::whoNeverReadsOverTlsIsCut()
{
    OwnTls tls;
    QVERIFY2(tls.make(), "needs the openssl program");
    Scene scene(4, tls.settings);
    QVERIFY2(scene.start(), qPrintable(scene.server.log()));
    std::vector<std::unique_ptr<TlsClient>> deaf;
    for (size_t i = 0; i < scene.people.size(); ++i) {
        if (i % roomSize == 0)
            continue;
        deaf.push_back(std::make_unique<TlsClient>());
        QVERIFY2(deaf.back()->signIn(tls.port, scene.people[i].token, true), qPrintable(deaf.back()->socket.errorString()));
    }
    scene.before = scene.server.residentBytes();
    scene.most = 0;
    QVERIFY(flood(scene));
    qsizetype arrived = 0;
    for (const auto &client : deaf) {
        QVERIFY(client->ended());
        arrived = std::max(arrived, client->seen.size());
    }
    QVERIFY(arrived < messagesEach * textOf(1).toUtf8().size());
    HEALTHY(scene, u"%1 who never read over TLS: cut, each after at most %2 KiB"_s.arg(deaf.size()).arg(arrived / 1024));
    QVERIFY(scene.most < qint64(deaf.size()) * 128 * 1024 + 20 * mib);
    QVERIFY(seesEverything(scene));
}

//! The answers to commands that were sent together are larger than the buffer; who reads them is not cut.
void TestAbuse::longPagesAtOnceReachWhoReads()
{
    OwnTls tls;
    QVERIFY2(tls.make(), "needs the openssl program");
    Scene scene(1, tls.settings);
    QVERIFY2(scene.start(), qPrintable(scene.server.log()));
    QVERIFY(flood(scene));
    QByteArray requests;
    constexpr int pages = 8;
    for (int i = 0; i < pages; ++i)
        requests += clientFrame(1, encodeRequest(10 + i, cmd::History{scene.rooms.front(), {}, 0, 50}));
    for (int round = 0; round < 5; ++round) {
        TlsClient secret;
        QVERIFY(secret.signIn(tls.port, scene.people[1].token, false));
        RawSocket plain(scene.server.port());
        plain.write(openingRequest() + greeting(scene.people[2].token));
        QVERIFY(plain.hears("{\"re\":2,\"ok\"", 5000));
        plain.write(requests);
        secret.socket.write(requests);
        const auto answers = [](const QByteArray &seen) { return seen.count("\"ok\":{\"messages\""); };
        QVERIFY2(plain.hears("\"head\":120}}", 5000), "cut");
        const qint64 end = nowNs() + 5'000'000'000;
        while (answers(plain.seen()) < pages && nowNs() < end && !plain.ended())
            QTest::qSleep(5);
        QCOMPARE(answers(plain.seen()), pages);
        while (answers(secret.seen) < pages && secret.socket.waitForReadyRead(2000))
            secret.seen += secret.socket.readAll();
        QCOMPARE(answers(secret.seen), pages);
    }
    HEALTHY(scene, u"%1 pages of 200 KB at once reached who reads"_s.arg(pages));
}

QTEST_GUILESS_MAIN(TestAbuse)
#include "tst_abuse.moc"
