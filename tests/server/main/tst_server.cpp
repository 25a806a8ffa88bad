// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

#include "tests/server/main/peer.h"
#include "server/main/gateway_options.h"
#include "server/main/wiring.h"
#include "server/storage/startup_error.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using jjak::test::Peer;

namespace {

operate::Configuration onFreePort(const QString &folder)
{
    operate::Configuration c;
    c.dataFolder = folder;
    c.port = 0;
    c.hashMemoryMib = 1;
    return c;
}

QUrl urlOf(const server::Server &server)
{
    return QUrl(u"ws://127.0.0.1:%1/"_s.arg(server.port()));
}

bool accepts(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, port);
    return socket.waitForConnected(2000);
}

QString refusalOf(server::Server &server)
{
    try {
        server.start();
    } catch (const storage::StartupError &error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace

//! The whole server, in the process of the test.
class TestServer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNewcomerSaysHelloSignsUpAndGetsASnapshot()
    {
        QTemporaryDir folder;
        server::Server server(onFreePort(folder.path()));
        server.start();
        Peer peer(urlOf(server));
        QVERIFY(peer.connected());
        const auto hello = peer.hello();
        QVERIFY(hello);
        QCOMPARE(hello->server, QStringLiteral("jjakd " JJAK_VERSION));
        const auto signedIn = peer.signUp(u"수지"_s);
        QVERIFY(signedIn);
        QCOMPARE(signedIn->name, u"수지"_s);
        const auto snapshot = peer.ask(protocol::cmd::Sync{});
        QVERIFY(snapshot);
        QVERIFY(snapshot->rooms.isEmpty() && !snapshot->more && !snapshot->nearby.ticket);
    }

    void whatWasAnsweredIsThereAfterARestart()
    {
        QTemporaryDir folder;
        server::Server server(onFreePort(folder.path()));
        server.start();
        QString token;
        {
            Peer peer(urlOf(server));
            QVERIFY(peer.connected() && peer.hello());
            const auto signedIn = peer.signUp(u"minsu"_s);
            QVERIFY(signedIn && signedIn->token);
            token = *signedIn->token;
        }
        server.stop();
        QCOMPARE(server.port(), quint16(0));
        server.start();
        Peer peer(urlOf(server));
        QVERIFY(peer.connected() && peer.hello());
        const auto resumed = peer.ask(protocol::cmd::Resume{token});
        QVERIFY(resumed);
        QCOMPARE(resumed->name, u"minsu"_s);
    }

    void stoppingSaysGoodbyeAndLeavesNothingButData()
    {
        QTemporaryDir folder;
        server::Server server(onFreePort(folder.path()));
        server.start();
        const quint16 port = server.port();
        Peer peer(urlOf(server));
        QVERIFY(peer.connected() && peer.hello() && peer.signUp(u"minsu"_s));
        server.stop();
        QVERIFY(peer.closed());
        QCOMPARE(peer.closeCode(), 1002); // it is 1012, "service restart", which Qt 6.4 does not know and tells as this
        QVERIFY(!accepts(port));
        QStringList left = QDir(folder.path()).entryList(QDir::Files, QDir::Name);
        QCOMPARE(left, QStringList({u"jjak.sqlite"_s, u"lock"_s, u"secret.key"_s}));
        server::Server next(onFreePort(folder.path()));
        QCOMPARE(refusalOf(next), QString());
    }

    void aStartThatFailsHalfWayLeavesNothingRunning()
    {
        QTemporaryDir folder;
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        for (const bool metrics : {false, true}) { // early and late in the order of things
            operate::Configuration c = onFreePort(folder.path());
            c.metricsListen = metrics ? u"127.0.0.1"_s : QString();
            (metrics ? c.metricsPort : c.port) = taken.serverPort();
            server::Server server(c);
            QVERIFY2(refusalOf(server).contains(QString::number(taken.serverPort())), qPrintable(refusalOf(server)));
            QCOMPARE(server.port(), quint16(0));
        }
        server::Server server(onFreePort(folder.path()));
        QCOMPARE(refusalOf(server), QString());
    }

    void aSecondServerOnTheSameFolderIsRefused()
    {
        QTemporaryDir folder;
        server::Server first(onFreePort(folder.path())), second(onFreePort(folder.path()));
        first.start();
        QVERIFY(refusalOf(second).contains(QString::number(QCoreApplication::applicationPid())));
        QVERIFY(accepts(first.port()));
    }

    void theMetricsCountWhatHappens()
    {
        QTemporaryDir folder;
        operate::Configuration c = onFreePort(folder.path());
        c.metricsListen = u"127.0.0.1"_s;
        c.metricsPort = 0;
        server::Server server(c);
        server.start();
        Peer peer(urlOf(server));
        QVERIFY(peer.connected() && peer.hello() && peer.signUp(u"minsu"_s));
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, server.metricsPort());
        socket.write("GET /metrics HTTP/1.1\r\n\r\n");
        QVERIFY(QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 5000));
        const QByteArray text = socket.readAll();
        for (const char *line : {"\njjak_connections 1\n", "\njjak_connections_signed_in 1\n", "\njjak_connections_accepted_total 1\n", "\njjak_frames_in_total 2\n", "\njjak_commits_failed_total 0\n"})
            QVERIFY2(text.contains(line), text.constData());
        QVERIFY(!text.contains("\njjak_commands_total 0\n"));
        QVERIFY(!text.contains("\njjak_commit_seconds_total 0\n"));
    }

    void tlsIsServedBesideOrInsteadOfPlainConnections()
    {
        QTemporaryDir folder;
        const QString certificate = folder.filePath(u"c.pem"_s), key = folder.filePath(u"k.pem"_s);
        const QStringList make{u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s, u"-nodes"_s, u"-subj"_s, u"/CN=localhost"_s, u"-keyout"_s, key, u"-out"_s, certificate};
        QVERIFY2(QProcess::execute(u"openssl"_s, make) == 0, "needs the openssl program");
        operate::Configuration c = onFreePort(folder.filePath(u"data"_s));
        c.listen.clear();
        c.tlsListen = u"127.0.0.1"_s;
        c.tlsPort = 0;
        c.tlsCertificate = certificate;
        c.tlsKey = key;
        server::Server server(c);
        server.start();
        QCOMPARE(server.port(), quint16(0));
        Peer peer(QUrl(u"wss://127.0.0.1:%1/"_s.arg(server.tlsPort())));
        QVERIFY(peer.connected());
        QVERIFY(peer.hello());
        server.stop();
        for (const auto &[one, other] : {std::pair(key, key), std::pair(certificate, certificate), std::pair(u"/nowhere"_s, key)}) {
            c.tlsCertificate = one;
            c.tlsKey = other;
            server::Server refused(c);
            QVERIFY(refusalOf(refused).contains(other == key && one != key ? one : other));
        }
    }

    void theDefaultsOfTheConfigurationAreThoseOfTheGateway()
    {
        const gateway::GatewayOptions from = server::gatewayOptions(operate::Configuration());
        const gateway::GatewayLimits is;
        QCOMPARE(from.threads, gateway::GatewayOptions().threads);
        QCOMPARE(from.limits.helloTime, is.helloTime);
        QCOMPARE(from.limits.idleTime, is.idleTime);
        QCOMPARE(from.limits.closeTime, is.closeTime);
        QCOMPARE(from.limits.outBufferBytes, is.outBufferBytes);
        QCOMPARE(from.limits.connectionsPerAddress, is.connectionsPerAddress);
        QCOMPARE(from.limits.connections, is.connections);
        QCOMPARE(from.limits.pendingRequests, is.pendingRequests);
        for (size_t i = 0; i < is.families.size(); ++i) {
            QCOMPARE(from.limits.families[i].perSecond, is.families[i].perSecond);
            QCOMPARE(from.limits.families[i].burst, is.families[i].burst);
        }
        operate::Configuration fast;
        fast.rateFactor = 10;
        QCOMPARE(server::gatewayOptions(fast).limits.families[3].perSecond, is.families[3].perSecond * 10);
        operate::Configuration behind;
        behind.trustedProxies = {u"10.0.0.0/8"_s};
        const IpAddress proxy = IpAddress::fromV4({10, 0, 0, 1});
        QVERIFY(server::gatewayOptions(behind).proxies.has(proxy) && !from.proxies.has(proxy));
    }
};

QTEST_GUILESS_MAIN(TestServer)
#include "tst_server.moc"
