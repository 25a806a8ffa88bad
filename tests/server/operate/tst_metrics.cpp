// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTcpSocket>
#include <QTest>

#include "server/operate/metrics.h"
#include "server/operate/metrics_endpoint.h"

using namespace Qt::StringLiterals;
using namespace jjak::operate;

namespace {

const QString here = u"127.0.0.1"_s;

//! A raw connection that remembers everything it was sent until the other side closed.
class Raw {
public:
    explicit Raw(quint16 port)
    {
        m_socket.connectToHost(here, port);
        QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] { m_got += m_socket.readAll(); });
        QObject::connect(&m_socket, &QTcpSocket::disconnected, &m_socket, [this] { m_closed = true; });
    }
    bool connected() { return QTest::qWaitFor([this] { return m_closed || m_socket.state() == QTcpSocket::ConnectedState; }, 5000); }
    void send(const QByteArray &bytes) { m_socket.write(bytes); }
    QByteArray untilClosed()
    {
        closesWithin(10'000);
        return m_got;
    }
    bool closesWithin(int milliseconds) { return QTest::qWaitFor([this] { return m_closed; }, milliseconds); }
    bool closed() const { return m_closed; }

private:
    QTcpSocket m_socket;
    QByteArray m_got;
    bool m_closed = false;
};

QByteArray answerTo(quint16 port, const QByteArray &request)
{
    Raw raw(port);
    raw.send(request);
    return raw.untilClosed();
}

} // namespace

//! The figures as text, and the endpoint that shows them.
class TestMetrics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void figuresAreAskedForEachTime()
    {
        double number = 1;
        Metrics metrics;
        metrics.counter("jjak_things_total", "Things that came.", [&] { return number; });
        metrics.gauge("jjak_waiting", "Things that wait.", [&] { return -number; });
        QCOMPARE(metrics.text(), QByteArray("# HELP jjak_things_total Things that came.\n# TYPE jjak_things_total counter\njjak_things_total 1\n"
                                            "# HELP jjak_waiting Things that wait.\n# TYPE jjak_waiting gauge\njjak_waiting -1\n"));
        number = 2.5;
        QVERIFY(metrics.text().contains("\njjak_things_total 2.5\n"));
    }

    void aFigureMayHaveManyValues()
    {
        std::vector<std::pair<std::string, double>> lags{{"0", 1.5}, {"7", 0}};
        Metrics metrics;
        metrics.gauges("jjak_lag", "How late they are.", "stream", [&] { return lags; });
        QCOMPARE(metrics.text(), QByteArray("# HELP jjak_lag How late they are.\n# TYPE jjak_lag gauge\njjak_lag{stream=\"0\"} 1.5\njjak_lag{stream=\"7\"} 0\n"));
        lags.clear();
        QVERIFY(!metrics.text().contains("stream"));
    }

    void rangesAreCountedUpToTheirBounds()
    {
        jjak::app::Histogram sizes{1, 10};
        for (const double size : {0.5, 1., 2., 10., 11.})
            sizes.add(size);
        Metrics metrics;
        metrics.histogram("jjak_size", "How large they are.", [&] { return sizes.read(); });
        QCOMPARE(metrics.text(), QByteArray("# HELP jjak_size How large they are.\n# TYPE jjak_size histogram\njjak_size_count 5\njjak_size_sum 24.5\n"
                                            "jjak_size_bucket{le=\"1\"} 2\njjak_size_bucket{le=\"10\"} 4\njjak_size_bucket{le=\"+Inf\"} 5\n"));
    }

    void theProcessTellsOfItself()
    {
        Metrics metrics;
        metrics.addProcess();
        const QByteArray text = metrics.text();
        for (const char *name : {"process_resident_memory_bytes", "process_open_fds", "process_max_fds", "process_start_time_seconds"}) {
            const qsizetype at = text.indexOf('\n' + QByteArray(name) + ' ');
            QVERIFY2(at >= 0, name);
            QVERIFY2(text.sliced(at + 1).split('\n').first().split(' ').last().toDouble() > 0, name);
        }
    }

    void metricsAreGivenToWhoAsks()
    {
        MetricsEndpoint endpoint([] { return QByteArray("figures\n"); });
        QCOMPARE(endpoint.listen(here, 0), QString());
        const QByteArray answer = answerTo(endpoint.port(), "GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY2(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer.constData());
        QVERIFY(answer.contains("\r\nContent-Length: 8\r\n"));
        QVERIFY(answer.endsWith("\r\n\r\nfigures\n"));
        QVERIFY(answerTo(endpoint.port(), "GET / HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 404 "));
        QVERIFY(answerTo(endpoint.port(), "GET /metricsx HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 404 "));
        QVERIFY(answerTo(endpoint.port(), "POST /metrics HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 405 "));
        QVERIFY(answerTo(endpoint.port(), "\r\n\r\n").startsWith("HTTP/1.1 405 "));
    }

    void readinessIsToldBesideTheMetrics()
    {
        struct : jjak::app::Readiness {
            const char *complaint() const override { return why; }
            const char *why = nullptr;
        } readiness;
        MetricsEndpoint endpoint([] { return QByteArray(); });
        QCOMPARE(endpoint.listen(here, 0), QString());
        QVERIFY(answerTo(endpoint.port(), "GET /ready HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 200 "));
        endpoint.setReadiness(readiness);
        QVERIFY(answerTo(endpoint.port(), "GET /ready HTTP/1.1\r\n\r\n").endsWith("\r\n\r\nready\n"));
        readiness.why = "it is tired";
        const QByteArray answer = answerTo(endpoint.port(), "GET /ready HTTP/1.0\r\n\r\n");
        QVERIFY2(answer.startsWith("HTTP/1.1 503 ") && answer.endsWith("\r\n\r\nit is tired\n"), answer.constData());
    }

    void largeAnswersArriveWhole()
    {
        const QByteArray large(3 << 20, 'x');
        MetricsEndpoint endpoint([&] { return large; });
        QCOMPARE(endpoint.listen(here, 0), QString());
        QVERIFY(answerTo(endpoint.port(), "GET /metrics HTTP/1.1\r\n\r\n").endsWith(large));
    }

    void aTooLongHeadIsRefused()
    {
        MetricsEndpoint endpoint([] { return QByteArray(); });
        QCOMPARE(endpoint.listen(here, 0), QString());
        const QByteArray start = "GET /metrics HTTP/1.1\r\nX: ";
        const QByteArray fits = start + QByteArray(MetricsEndpoint::headBytes - start.size() - 4, 'x') + "\r\n\r\n";
        QCOMPARE(fits.size(), MetricsEndpoint::headBytes);
        QVERIFY(answerTo(endpoint.port(), fits).startsWith("HTTP/1.1 200 "));
        QVERIFY(answerTo(endpoint.port(), start + QByteArray(MetricsEndpoint::headBytes, 'x')).startsWith("HTTP/1.1 431 "));
    }

    void whoSaysNothingIsPutOutAndMakesRoom()
    {
        MetricsEndpoint endpoint([] { return QByteArray("figures\n"); });
        QCOMPARE(endpoint.listen(here, 0), QString());
        std::vector<std::unique_ptr<Raw>> silent;
        for (int i = 0; i < MetricsEndpoint::connections; ++i) {
            silent.push_back(std::make_unique<Raw>(endpoint.port()));
            QVERIFY(silent.back()->connected());
        }
        Raw onTop(endpoint.port());
        QVERIFY(onTop.closesWithin(MetricsEndpoint::milliseconds / 2)); // turned away at once, not after the time
        for (auto &raw : silent) {
            raw->send("GET /met"); // half a request earns no more time
            QVERIFY(raw->closesWithin(MetricsEndpoint::milliseconds + 3000));
        }
        QVERIFY(answerTo(endpoint.port(), "GET /metrics HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 200 "));
    }

    void aTakenPortIsTold()
    {
        MetricsEndpoint first([] { return QByteArray(); }), second([] { return QByteArray(); });
        QCOMPARE(first.listen(here, 0), QString());
        QVERIFY(second.listen(here, first.port()).startsWith(u"cannot listen on 127.0.0.1 port %1 for metrics"_s.arg(first.port())));
    }
};

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
