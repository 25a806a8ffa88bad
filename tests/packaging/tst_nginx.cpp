// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>

#include "common/protocol/frame.h"
#include "common/rules/limits.h"
#include "tests/packaging/nginx_server.h"
#include "tests/packaging/visitor.h"
#include "tests/support/server_process.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace jjak::test {

namespace {

//! Two servers that know nothing of each other, told apart by what they answer to hello (1 and 2), behind one nginx.
struct Site {
    explicit Site(const QHash<QString, QString> &settings = {}, const QHash<QString, QByteArray> &files = {}, const QHash<QString, QString> &settingsOfTwo = {})
        : one(with(settings, u"1"_s)), two(with(settingsOfTwo.isEmpty() ? settings : settingsOfTwo, u"2"_s))
    {
        if (!one.start() || !two.start())
            throw std::runtime_error("jjakd does not start: " + (one.log() + two.log()).toStdString());
        nginx = std::make_unique<NginxServer>(QList<quint16>{one.port(), two.port()}, files);
    }
    std::unique_ptr<Visitor> visit(const QString &from = u"127.0.0.1"_s, const QByteArray &lines = {}) const { return std::make_unique<Visitor>(from, nginx->tlsPort(), lines); }

    ServerProcess one, two;
    std::unique_ptr<NginxServer> nginx;

private:
    static QHash<QString, QString> with(QHash<QString, QString> settings, const QString &cell)
    {
        settings.insert({{u"JJAK_NEARBY_CELL_KM"_s, cell}, {u"JJAK_SERVER_TRUSTED_PROXIES"_s, u"127.0.0.1"_s}, {u"JJAK_LIMITS_HELLO_TIME"_s, u"5m"_s}});
        return settings;
    }
};

QByteArray packaged(const QString &name)
{
    QFile file(QStringLiteral(JJAK_SOURCE_DIR "/packaging/nginx/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray signUp(const QString &name)
{
    SystemRng rng;
    protocol::cmd::SignUp command;
    command.attempt = ClientId::random(rng);
    command.name = name;
    command.password = u"correct horse battery"_s;
    command.birth = dayFromIso(u"1990-02-28").value();
    command.device = u"test"_s;
    return protocol::encodeRequest(2, command);
}

} // namespace

//! packaging/nginx/jjak.conf as it is, with a real nginx in front of two real servers.
class TestNginx : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void connectionsAreSpreadEvenly();
    void whoIsTurnedAwayIsOneClientAndNotTheProxy();
    void triesToSignInAreCountedForEachClient();
    void aNodeThatDiedIsLeftOutUntilItIsBack();
    void aNodeThatIsFullIsNoReasonToTurnSomebodyAway();
    void heartbeatsKeepAConnectionThatWouldBeCutForItsSilence();
    void silenceMayLastAsLongAsTheServerAllows();
    void readingTheConfigurationAgainEndsNoConnection();
    void theLargestFrameComesThrough();
    void plainHttpLeadsToTls();
    void onlyHealthIsAnsweredAsAPage();
    void nobodysAddressIsWrittenDown();
};

void TestNginx::connectionsAreSpreadEvenly()
{
    const Site site;
    std::vector<std::unique_ptr<Visitor>> visitors;
    QMap<int, int> nodes;
    for (int i = 0; i < 8; ++i) {
        visitors.push_back(site.visit());
        ++nodes[visitors.back()->node()];
    }
    QCOMPARE(nodes, (QMap<int, int>{{1, 4}, {2, 4}}));
    for (const auto &visitor : visitors)
        QVERIFY(visitor->isHeard());
}

void TestNginx::whoIsTurnedAwayIsOneClientAndNotTheProxy()
{
    const Site site({{u"JJAK_LIMITS_CONNECTIONS_PER_ADDRESS"_s, u"2"_s}});
    std::vector<std::unique_ptr<Visitor>> visitors;
    for (const QString &client : {u"127.0.0.1"_s, u"127.0.0.2"_s, u"127.0.0.3"_s}) {
        for (int i = 0; i < 4; ++i) { // two on each node
            visitors.push_back(site.visit(client));
            QCOMPARE(visitors.back()->status(), 101);
        }
        QCOMPARE(site.visit(client)->status(), 429);
        QCOMPARE(site.visit(client, "X-Forwarded-For: 203.0.113.7\r\n")->status(), 429); // what it says itself goes no further
    }
    for (const auto &visitor : visitors)
        QVERIFY(visitor->isHeard());
}

void TestNginx::triesToSignInAreCountedForEachClient()
{
    Site site({{u"JJAK_SIGN_IN_PER_ADDRESS_PER_MINUTE"_s, u"2"_s}});
    site.two.kill(); // so that all meet on one
    const auto one = site.visit(u"127.0.0.4"_s), other = site.visit(u"127.0.0.5"_s);
    QVERIFY(one->node() == 1 && other->node() == 1);
    for (const QString &name : {u"minsu"_s, u"minji"_s}) {
        const auto visitor = site.visit(u"127.0.0.4"_s);
        QCOMPARE(visitor->node(), 1);
        QVERIFY(visitor->ask(signUp(name)).contains("\"ok\""));
    }
    QVERIFY(one->ask(signUp(u"jiho"_s)).contains("rate.limited"));
    QVERIFY(other->ask(signUp(u"jiho"_s)).contains("\"ok\""));
}

void TestNginx::aNodeThatDiedIsLeftOutUntilItIsBack()
{
    Site site;
    std::vector<std::unique_ptr<Visitor>> visitors;
    QMap<int, Visitor *> nodes;
    for (int i = 0; i < 2; ++i) {
        visitors.push_back(site.visit());
        nodes[visitors.back()->node()] = visitors.back().get();
    }
    QCOMPARE(nodes.keys(), (QList<int>{1, 2}));
    site.two.kill();
    QVERIFY(nodes[2]->isClosed() && nodes[1]->isHeard()); // clients come again by themselves
    for (int i = 0; i < 10; ++i) {
        visitors.push_back(site.visit());
        QCOMPARE(visitors.back()->node(), 1);
    }
    QVERIFY(site.two.start());
    const auto visited = [&] { return site.visit()->node(); };
    QTRY_COMPARE_WITH_TIMEOUT(visited(), 2, 60'000); // nginx tries once in a while, and believes the node when such a connection has ended well
    QTRY_COMPARE_WITH_TIMEOUT(visited(), 2, 60'000);
    for (int i = 0; i < 5; ++i) { // the one with the fewest
        visitors.push_back(site.visit());
        QCOMPARE(visitors.back()->node(), 2);
    }
}

void TestNginx::aNodeThatIsFullIsNoReasonToTurnSomebodyAway()
{
    const Site site({}, {}, {{u"JJAK_LIMITS_CONNECTIONS"_s, u"1"_s}});
    std::vector<std::unique_ptr<Visitor>> visitors;
    QMap<int, int> nodes;
    for (int i = 0; i < 8; ++i) {
        visitors.push_back(site.visit());
        ++nodes[visitors.back()->node()];
    }
    QCOMPARE(nodes, (QMap<int, int>{{1, 7}, {2, 1}}));
}

void TestNginx::heartbeatsKeepAConnectionThatWouldBeCutForItsSilence()
{
    const Site site({}, {{u"times.conf"_s, "proxy_read_timeout 3s;\nproxy_send_timeout 3s;\nsend_timeout 3s;\n"}});
    for (int i = 0; i < 15; ++i) {
        const auto silent = site.visit(), lively = site.visit();
        QVERIFY(silent->node() > 0 && lively->node() > 0);
        QElapsedTimer whole, since;
        since.start();
        qint64 longest = 0; // between two heartbeats
        for (whole.start(); whole.elapsed() < 7000 && lively->isHeard(); QTest::qWait(500))
            longest = std::max(longest, since.restart());
        if (longest > 2000)
            continue; // this machine slept: that was no heart that beats
        QVERIFY(silent->isClosed(0));
        QVERIFY(lively->isHeard());
        return;
    }
    QFAIL("not once in fifteen times did this machine go on for seven seconds without a break of two");
}

void TestNginx::silenceMayLastAsLongAsTheServerAllows()
{
    static const QRegularExpression time(u"^(proxy_read_timeout|proxy_send_timeout|send_timeout) (\\d+)s;$"_s, QRegularExpression::MultilineOption);
    int found = 0;
    for (auto it = time.globalMatch(QString::fromUtf8(packaged(u"jjak/times.conf"_s))); it.hasNext(); ++found)
        QVERIFY(it.next().captured(2).toInt() * 1s > limits::idleTime + limits::heartbeat);
    QCOMPARE(found, 3);
}

void TestNginx::readingTheConfigurationAgainEndsNoConnection()
{
    const Site site;
    const auto before = site.visit(), other = site.visit();
    const int node = before->node();
    QVERIFY(node > 0 && other->node() > 0);
    site.nginx->reload();
    QVERIFY(site.nginx->workers() > 2); // the old ones stay for whom they serve
    const auto after = site.visit();
    QVERIFY(after->node() > 0);
    QVERIFY(before->isHeard() && other->isHeard() && after->isHeard());
    QVERIFY(before->ask(signUp(u"minsu"_s)).contains("\"ok\""));
}

void TestNginx::theLargestFrameComesThrough()
{
    const Site site;
    const auto visitor = site.visit();
    QVERIFY(visitor->node() > 0);
    QByteArray request = signUp(u"minsu"_s);
    request.insert(request.size() - 1, QByteArray(limits::frameBytes - request.size(), ' '));
    QCOMPARE(request.size(), limits::frameBytes);
    QVERIFY(visitor->ask(request).contains("\"ok\""));
    QVERIFY(visitor->isHeard());
}

void TestNginx::plainHttpLeadsToTls()
{
    const Site site;
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, site.nginx->httpPort());
    socket.write("GET /somewhere?a=b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    QVERIFY(QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 10'000));
    const QByteArray answer = socket.readAll();
    QVERIFY2(answer.startsWith("HTTP/1.1 301 ") && answer.contains("\r\nLocation: https://localhost/somewhere?a=b\r\n"), answer.constData());
}

void TestNginx::onlyHealthIsAnsweredAsAPage()
{
    Site site;
    const QByteArray health = Visitor::get(site.nginx->tlsPort(), "/health");
    QVERIFY2(health.startsWith("HTTP/1.1 200 ") && health.endsWith("ok\n"), health.constData());
    QVERIFY(Visitor::get(site.nginx->tlsPort(), "/").startsWith("HTTP/1.1 426 "));
    QVERIFY(Visitor::get(site.nginx->tlsPort(), "/metrics").startsWith("HTTP/1.1 404 "));
    site.one.kill();
    QVERIFY(Visitor::get(site.nginx->tlsPort(), "/health").startsWith("HTTP/1.1 200 "));
    site.two.kill();
    QVERIFY(Visitor::get(site.nginx->tlsPort(), "/health").startsWith("HTTP/1.1 502 "));
}

void TestNginx::nobodysAddressIsWrittenDown()
{
    const Site site;
    {
        const auto visitor = site.visit(u"127.0.0.77"_s);
        QVERIFY(visitor->node() > 0);
    }
    QVERIFY(Visitor::get(site.nginx->tlsPort(), "/health").startsWith("HTTP/1.1 200 "));
    QCOMPARE(site.nginx->accessLog(), QByteArray());
    QVERIFY(!site.nginx->log().contains("127.0.0."_L1));
}

} // namespace jjak::test

QTEST_GUILESS_MAIN(jjak::test::TestNginx)
#include "tst_nginx.moc"
