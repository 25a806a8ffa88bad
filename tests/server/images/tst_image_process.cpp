// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

#include "pictures.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::images::test;
using namespace std::chrono_literals;

namespace {

constexpr Duration shortTime = 300ms;

//! A worker of another kind: a shell script that gets the same arguments, $1 the input and $2 the folder.
class FakeWorker {
public:
    explicit FakeWorker(const QByteArray &script) : m_path(m_folder.filePath(u"worker"_s))
    {
        put(m_path, "#!/bin/sh\n" + script);
        QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    QString path() const { return m_path; }

private:
    QTemporaryDir m_folder;
    QString m_path;
};

bool isGone(pid_t pid)
{
    return pid > 0 && ::kill(pid, 0) != 0 && errno == ESRCH;
}

pid_t pidIn(const QString &path)
{
    return contentOf(path).trimmed().toInt();
}

//! The set of signals in a line of /proc/…/status, without those that the C library keeps for itself.
quint64 usual(const QByteArray &status, const char *line)
{
    const qsizetype at = status.indexOf(line);
    return at < 0 ? 1 : status.mid(at + qsizetype(qstrlen(line)), 16).toULongLong(nullptr, 16) & 0x7fff'ffff;
}

} // namespace

//! Whatever a worker does, the one who started it goes on.
class TestImageProcess : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anyOtherEndMeansDamaged_data()
    {
        QTest::addColumn<QByteArray>("script");
        const QByteArray files = "printf 12345 >$2/image; printf 123 >$2/thumbnail; ";
        QTest::newRow("killed") << files + "kill -9 $$";
        QTest::newRow("crashed") << files + "kill -SEGV $$";
        QTest::newRow("out of time") << files + "kill -XCPU $$";
        QTest::newRow("stopped by a pipe") << files + "kill -PIPE $$";
        QTest::newRow("unknown exit code") << files + "exit 77";
        QTest::newRow("sleeps") << files + "exec sleep 1000";
        QTest::newRow("ends, but leaves its output to another") << files + "sleep 1000 & exit 0";
        QTest::newRow("sleeps and has closed its output") << files + "exec >&-; exec sleep 1000";
        QTest::newRow("ignores what it is asked") << files + "trap '' TERM INT HUP; while :; do sleep 1; done";
        QTest::newRow("talks for ever") << files + "exec yes";
        QTest::newRow("talks for ever, in one line") << files + "exec cat /dev/zero";
        QTest::newRow("says nothing") << files;
        QTest::newRow("says nonsense") << files + "echo made it";
        QTest::newRow("says it with a bad exit code") << files + R"(echo '{"type":"image/jpeg","width":9,"height":9,"bytes":5,"thumbnailBytes":3}'; exit 1)";
        QTest::newRow("another type") << files + R"(echo '{"type":"text/html","width":9,"height":9,"bytes":5,"thumbnailBytes":3}')";
        QTest::newRow("another size") << files + R"(echo '{"type":"image/jpeg","width":9,"height":9,"bytes":6,"thumbnailBytes":3}')";
        QTest::newRow("too wide") << files + R"(echo '{"type":"image/jpeg","width":2049,"height":9,"bytes":5,"thumbnailBytes":3}')";
        QTest::newRow("no height") << files + R"(echo '{"type":"image/jpeg","width":9,"bytes":5,"thumbnailBytes":3}')";
        QTest::newRow("no thumbnail") << QByteArray(R"(printf 12345 >$2/image; echo '{"type":"image/jpeg","width":9,"height":9,"bytes":5,"thumbnailBytes":3}')");
        QTest::newRow("a link to a file of others") << QByteArray(R"(ln -s $1 $2/image; printf 123 >$2/thumbnail; echo '{"type":"image/jpeg","width":9,"height":9,"bytes":5,"thumbnailBytes":3}')");
    }
    void anyOtherEndMeansDamaged()
    {
        QFETCH(QByteArray, script);
        const FakeWorker worker(script);
        Bench bench(worker.path(), shortTime);
        QVERIFY(refusedFor(bench.make("input"), "damaged", bench));
        QCOMPARE(contentOf(bench.path(u"upload"_s)), "input");
    }
    void theWorkersWordsAreUnderstood()
    {
        const FakeWorker worker(R"(printf 12345 >$2/image; printf 123 >$2/thumbnail; echo '{"type":"image/png","width":9,"height":7,"bytes":5,"thumbnailBytes":3}')");
        Bench bench(worker.path());
        const auto made = bench.make("input");
        QVERIFY(made.ok());
        QCOMPARE(*made, (app::MadeImage{u"image/png"_s, 9, 7, 5, 3}));
        for (const char *reason : {"type", "pixels", "damaged"}) {
            const FakeWorker other(QByteArray("echo '{\"refused\":\"") + reason + "\"}'; exit 1");
            Bench bench2(other.path());
            QVERIFY(refusedFor(bench2.make("input"), reason, bench2));
        }
    }
    void aWorkerThatCannotWorkIsNotThePicturesFault_data()
    {
        QTest::addColumn<QString>("program");
        QTest::newRow("missing") << u"/nowhere/jjak-image"_s;
        QTest::newRow("no program") << u"/etc/passwd"_s;
        QTest::newRow("a folder") << u"/"_s;
        QTest::newRow("no path") << QString();
    }
    void aWorkerThatCannotWorkIsNotThePicturesFault()
    {
        QFETCH(QString, program);
        Bench bench(program);
        const auto made = bench.make("input");
        QVERIFY(!made && made.error().code == ErrorCode::Unavailable && made.error().retry > 0ms);
        QCOMPARE(bench.written(), QStringList());
    }
    void aFileThatCannotBeOpenedIsNotThePicturesFault()
    {
        Bench bench;
        const auto missing = bench.process().make(bench.path(u"missing"_s), bench.output());
        QVERIFY(!missing && missing.error().code == ErrorCode::Unavailable);
        QCOMPARE(bench.written(), QStringList());
        put(bench.path(u"picture"_s), encoded(scene({20, 20}), "png"));
        const auto nowhere = bench.process().make(bench.path(u"picture"_s), bench.path(u"missing"_s));
        QVERIFY(!nowhere && nowhere.error().code == ErrorCode::Unavailable);
    }
    void whatTheWorkerStartedEndsWithIt()
    {
        const FakeWorker worker("sleep 1000 & echo $! >$2/../child; echo $$ >$2/../pid; exec yes");
        Bench bench(worker.path());
        QVERIFY(refusedFor(bench.make("input"), "damaged", bench));
        QVERIFY(isGone(pidIn(bench.path(u"pid"_s))));
        QTRY_VERIFY(isGone(pidIn(bench.path(u"child"_s)))); // init buries it
    }
    void nothingIsHandedDown()
    {
        const int secret = ::open("/etc/hostname", O_RDONLY); // without O_CLOEXEC
        QVERIFY(secret > 2);
        qputenv("JJAK_ACCOUNTS_DEMO_KEY", "geheim");
        sigset_t blocked, before;
        sigemptyset(&blocked);
        sigaddset(&blocked, SIGTERM);
        sigaddset(&blocked, SIGUSR1);
        pthread_sigmask(SIG_BLOCK, &blocked, &before);
        const FakeWorker worker("env >$2/../environment; ls -l /proc/$$/fd >$2/../descriptors; grep Sig /proc/self/status >$2/../signals; ps -o sid= -p $$ >$2/../session; echo $$ >$2/../pid");
        Bench bench(worker.path());
        QVERIFY(!bench.make("input"));
        pthread_sigmask(SIG_SETMASK, &before, nullptr);
        qunsetenv("JJAK_ACCOUNTS_DEMO_KEY");
        ::close(secret);

        const QByteArray environment = contentOf(bench.path(u"environment"_s)), descriptors = contentOf(bench.path(u"descriptors"_s)), signals_ = contentOf(bench.path(u"signals"_s));
        QVERIFY2(environment.contains("LC_ALL=C.UTF-8") && !environment.contains("geheim") && !environment.contains("HOME="), environment.constData());
        QVERIFY2(descriptors.contains("0 -> /dev/null") && descriptors.contains("2 -> /dev/null") && descriptors.contains("1 -> pipe:") && !descriptors.contains("hostname"), descriptors.constData());
        QVERIFY2(usual(signals_, "SigBlk:\t") == 0 && usual(signals_, "SigIgn:\t") == 0, signals_.constData());
        QCOMPARE(contentOf(bench.path(u"session"_s)).trimmed(), contentOf(bench.path(u"pid"_s)).trimmed());
    }
    void namesAreHandedOverAsTheyAre()
    {
        Bench bench;
        const auto made = bench.make(encoded(scene({20, 20}), "png"), u"-짝 $(touch x) ; \"'*\n.png"_s);
        QVERIFY(made.ok());
    }
};

QTEST_GUILESS_MAIN(TestImageProcess)
#include "tst_image_process.moc"
