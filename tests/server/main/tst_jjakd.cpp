// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <cstring>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "tests/server/main/peer.h"
#include "tests/support/server_process.h"

using namespace Qt::StringLiterals;
using jjak::test::Peer;
using jjak::test::ServerProcess;

namespace {

//! What the program said and with which code it ended; -1 when it did not end.
struct Ended {
    int code = -1;
    QString out, err;
};

Ended run(const QStringList &arguments, const QList<std::pair<QString, QString>> &environment = {})
{
    QProcess process;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (const auto &[name, value] : environment)
        variables.insert(name, value);
    process.setProcessEnvironment(variables);
    process.start(QStringLiteral(JJAK_BIN_DIR "/jjakd"), arguments);
    if (!process.waitForFinished(20'000) || process.exitStatus() != QProcess::NormalExit) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

Ended serveIn(const QString &folder)
{
    return run({u"--data"_s, folder, u"--port"_s, u"0"_s}, {{u"JJAK_LOG_LEVEL"_s, u"error"_s}});
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

//! Changes a database behind the server's back.
void sql(const QString &path, const QString &statement)
{
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"test"_s);
        db.setDatabaseName(path);
        QVERIFY(db.open());
        QSqlQuery query(db);
        QVERIFY(query.exec(statement));
        query.exec(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    }
    QSqlDatabase::removeDatabase(u"test"_s);
}

//! A data folder that a server has used and left.
void used(const QString &folder)
{
    QProcess process;
    const QString portFile = folder + u".port"_s;
    process.start(QStringLiteral(JJAK_BIN_DIR "/jjakd"), {u"--data"_s, folder, u"--port"_s, u"0"_s, u"--port-file"_s, portFile});
    QVERIFY(QTest::qWaitFor([&] { return QFile::exists(portFile); }, 20'000));
    process.terminate();
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(!QFile::exists(portFile));
}

//! The next datagram, within 5 s.
QByteArray nextWord(int descriptor)
{
    char bytes[64];
    ssize_t size = -1;
    (void)QTest::qWaitFor([&] { return (size = ::read(descriptor, bytes, sizeof bytes)) >= 0; }, 5000);
    return size < 0 ? QByteArray() : QByteArray(bytes, qsizetype(size));
}

} // namespace

//! The program as an operator meets it.
class TestJjakd : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itTellsItsVersionAndHowToUseIt()
    {
        const Ended version = run({u"--version"_s});
        QCOMPARE(version.code, 0);
        QCOMPARE(version.out, QStringLiteral("jjakd " JJAK_VERSION "\n"));
        const Ended help = run({u"--help"_s});
        QCOMPARE(help.code, 0);
        for (const QStringView option : {u"--config", u"--data", u"--listen", u"--port", u"--port-file", u"--check-config", u"--print-config"})
            QVERIFY(help.out.contains(option));
        for (const QStringList &wrong : {QStringList(u"--no-such-option"_s), QStringList(u"word"_s)}) {
            const Ended refused = run(wrong);
            QCOMPARE(refused.code, 2);
            QVERIFY(refused.err.startsWith(u"jjakd: "_s) && refused.err.count(u'\n') == 1);
        }
    }

    void aConfigurationIsCheckedAndPrinted()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"jjakd.toml"_s);
        write(path, "[server]\nport = 99999\nlissten = \"::\"\n");
        const Ended bad = run({u"--config"_s, path, u"--check-config"_s});
        QCOMPARE(bad.code, 2);
        QVERIFY2(bad.err.contains(path + u":2:1: server.port must be a whole number from 0 to 65535, not 99999\n"_s), qPrintable(bad.err));
        QVERIFY2(bad.err.contains(path + u":3:1: there is no key server.lissten; did you mean server.listen?\n"_s), qPrintable(bad.err));
        QCOMPARE(run({u"--config"_s, path, u"--data"_s, folder.filePath(u"data"_s)}).code, 2);
        QVERIFY(!QFile::exists(folder.filePath(u"data"_s)));

        write(path, "[server]\nport = 4700\n[accounts]\ndemo_key = \"swordfish\"\n");
        const Ended good = run({u"--config"_s, path, u"--check-config"_s});
        QCOMPARE(good.code, 0);
        QVERIFY(good.out.isEmpty() && good.err.isEmpty());
        const Ended printed = run({u"--config"_s, path, u"--print-config"_s, u"--listen"_s, u"::1"_s}, {{u"JJAK_SERVER_READERS"_s, u"7"_s}});
        QCOMPARE(printed.code, 0);
        for (const QStringView line : {u"\nport = 4700\n", u"\nlisten = \"::1\"\n", u"\nreaders = 7\n", u"# demo_key is set, and not shown\n"})
            QVERIFY2(printed.out.contains(line), qPrintable(printed.out));
        QVERIFY(!printed.out.contains(u"swordfish"_s));
    }

    void aSecondServerIsRefusedAndNamesTheFirst()
    {
        ServerProcess first;
        QVERIFY(first.start());
        const Ended second = serveIn(first.folder());
        QCOMPARE(second.code, 2);
        QVERIFY2(second.err.contains(QString::number(first.pid())), qPrintable(second.err));
        QCOMPARE(second.err.count(u'\n'), 1);
        Peer peer(QUrl(first.url()));
        QVERIFY(peer.connected() && peer.hello());
    }

    void aTakenPortIsRefused()
    {
        ServerProcess first;
        QVERIFY(first.start());
        QTemporaryDir folder;
        const Ended second = run({u"--data"_s, folder.path(), u"--port"_s, QString::number(first.port())}, {{u"JJAK_LOG_LEVEL"_s, u"error"_s}});
        QCOMPARE(second.code, 2);
        QVERIFY2(second.err.contains(QString::number(first.port())), qPrintable(second.err));
    }

    void filesThatAreNotOursOrNotWholeAreLeftAlone_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"no database", "overwritten beginning", "damaged inside", "another program's", "newer schema", "another's key", "half a key"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void filesThatAreNotOursOrNotWholeAreLeftAlone()
    {
        QFETCH(QString, what);
        QTemporaryDir parent;
        const QString folder = parent.filePath(u"data"_s), database = folder + u"/jjak.sqlite"_s, key = folder + u"/secret.key"_s;
        used(folder);
        QByteArray content = contentOf(database);
        if (what == "no database"_L1)
            write(database, "dear diary, today I met somebody\n");
        else if (what == "overwritten beginning"_L1)
            write(database, content.replace(0, 100, QByteArray(100, 'x')));
        else if (what == "damaged inside"_L1)
            write(database, content.replace(4096, content.size() - 4096, QByteArray(content.size() - 4096, 'x')));
        else if (what == "another program's"_L1)
            sql(database, u"PRAGMA application_id = 77"_s);
        else if (what == "newer schema"_L1)
            sql(database, u"PRAGMA user_version = 9999"_s);
        else if (what == "another's key"_L1)
            QVERIFY(QFile::setPermissions(key, QFile::ReadOwner | QFile::ReadOther));
        else
            write(key, contentOf(key).first(16));
        const QByteArray databaseBefore = contentOf(database), keyBefore = contentOf(key);

        const Ended ended = serveIn(folder);
        QCOMPARE(ended.code, 2);
        QVERIFY2(ended.err.startsWith(u"jjakd: "_s) && ended.err.contains(folder) && ended.err.count(u'\n') == 1, qPrintable(ended.err));
        QCOMPARE(contentOf(database), databaseBefore);
        QCOMPARE(contentOf(key), keyBefore);
    }

    void sigtermUnderConnectedClientsStoresEverythingAndEndsInTime()
    {
        ServerProcess server;
        QVERIFY(server.start());
        std::vector<std::unique_ptr<Peer>> peers;
        QStringList tokens;
        for (int i = 0; i < 12; ++i) {
            peers.push_back(std::make_unique<Peer>(QUrl(server.url())));
            QVERIFY(peers.back()->connected() && peers.back()->hello());
            const auto signedIn = peers.back()->signUp(u"person%1"_s.arg(i));
            QVERIFY(signedIn && signedIn->token);
            tokens += *signedIn->token;
        }
        QTcpSocket silent; // takes part in nothing and does not close either
        silent.connectToHost(u"127.0.0.1"_s, server.port());
        QVERIFY(silent.waitForConnected());
        QElapsedTimer clock;
        clock.start();
        QVERIFY2(server.terminate(), qPrintable(server.log()));
        QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
        for (auto &peer : peers)
            QVERIFY(peer->closed());
        QCOMPARE(QDir(server.folder()).entryList(QDir::Files, QDir::Name), QStringList({u"jjak.sqlite"_s, u"lock"_s, u"secret.key"_s}));

        QVERIFY(server.start());
        for (const QString &token : tokens) {
            Peer peer(QUrl(server.url()));
            QVERIFY(peer.connected() && peer.hello());
            QVERIFY(peer.ask(jjak::protocol::cmd::Resume{token}));
        }
    }

    void theServiceManagerIsTold()
    {
        QTemporaryDir folder;
        const QByteArray path = folder.filePath(u"notify"_s).toLocal8Bit();
        sockaddr_un name{};
        name.sun_family = AF_UNIX;
        std::memcpy(name.sun_path, path.constData(), size_t(path.size()));
        const int descriptor = socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        QCOMPARE(bind(descriptor, reinterpret_cast<const sockaddr *>(&name), sizeof name), 0);
        ServerProcess server({{u"NOTIFY_SOCKET"_s, QString::fromLocal8Bit(path)}});
        QVERIFY(server.start());
        QCOMPARE(nextWord(descriptor), QByteArray("READY=1"));
        QVERIFY(server.terminate());
        QCOMPARE(nextWord(descriptor), QByteArray("STOPPING=1"));
        ::close(descriptor);
    }

    void tooFewDescriptorsAreTold()
    {
        ServerProcess server({{u"JJAK_LIMITS_CONNECTIONS"_s, u"1000000"_s}});
        QVERIFY(server.start());
        QVERIFY(server.terminate());
        rlimit limit{};
        QCOMPARE(getrlimit(RLIMIT_NOFILE, &limit), 0);
        QCOMPARE(server.log().contains(u"too few for 1000000 connections"_s), limit.rlim_max < 1'000'100);
    }

    void afterKillItStartsAgain()
    {
        ServerProcess server;
        QVERIFY(server.start());
        QString token;
        {
            Peer peer(QUrl(server.url()));
            QVERIFY(peer.connected() && peer.hello());
            const auto signedIn = peer.signUp(u"minsu"_s);
            QVERIFY(signedIn && signedIn->token);
            token = *signedIn->token;
            server.kill();
        }
        QVERIFY(server.start());
        Peer peer(QUrl(server.url()));
        QVERIFY(peer.connected() && peer.hello());
        QVERIFY(peer.ask(jjak::protocol::cmd::Resume{token}));
    }
};

QTEST_GUILESS_MAIN(TestJjakd)
#include "tst_jjakd.moc"
