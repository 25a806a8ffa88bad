// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A real server is killed with SIGKILL again and again while people send files, and started on the same data folder.
//   JJAK_UPLOADS=2000 build/bin/faults.tst_uploads
#include <QTest>

#include "tests/faults/uploaders.h"
#include "tests/support/server_process.h"

using namespace jjak;
using namespace jjak::test;
using namespace Qt::StringLiterals;

class TestUploads : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filesAndMessagesStayTogether();
    void whatIsWrongIsFound();

private:
    //! People who know each other, before the server has started for the first time.
    static Uploaders prepare(const ServerProcess &server, int people, int filesEach)
    {
        Preparation preparation(server.database());
        const auto all = preparation.people(people, u"u"_s);
        return Uploaders(all, preparation.rooms(all, 2), filesEach);
    }
    static void settle(ServerProcess &server, const Uploaders &uploaders)
    {
        // The sweep at the start and what was deleted last take a moment.
        (void)QTest::qWaitFor([&] { return uploaders.examine(server.folder()).clean(); }, 15'000);
    }
};

void TestUploads::filesAndMessagesStayTogether()
{
    bool given = false;
    const int wanted = qEnvironmentVariableIntValue("JJAK_UPLOADS", &given), people = 10, filesEach = std::max(1, (given ? wanted : 200) / people);
    ServerProcess server;
    Uploaders uploaders = prepare(server, people, filesEach);
    SystemRng rng;
    int kills = 0;
    while (!uploaders.isDone() && kills < 20 * people * filesEach) {
        QVERIFY2(server.start(), qPrintable(server.log()));
        QVERIFY2(uploaders.work(server.port(), 5 + int(rng.below(75))), qPrintable(server.log()));
        server.kill();
        ++kills;
        QCOMPARE(uploaders.contradiction(), QString());
    }
    QVERIFY(uploaders.isDone());
    QVERIFY2(server.start(), qPrintable(server.log()));
    settle(server, uploaders);
    QVERIFY(server.terminate());
    const auto verdict = uploaders.examine(server.folder());
    qInfo("%d uploads, %d kills, gone on in the middle %d times, answers lost after the commit %d: %s", people * filesEach, kills, uploaders.resumed(), uploaders.unheard(), qPrintable(verdict.text()));
    QVERIFY2(verdict.clean(), qPrintable(verdict.text()));
    QVERIFY(kills > people * filesEach / 20 && uploaders.resumed() > 0);
}

//! The examination itself must be able to fail.
void TestUploads::whatIsWrongIsFound()
{
    ServerProcess server;
    Uploaders uploaders = prepare(server, 2, 3);
    QVERIFY2(server.start(), qPrintable(server.log()));
    QVERIFY2(uploaders.work(server.port(), 10'000), qPrintable(uploaders.contradiction()));
    QVERIFY(uploaders.isDone());
    settle(server, uploaders);
    QVERIFY(server.terminate());
    QVERIFY2(uploaders.examine(server.folder()).clean(), qPrintable(uploaders.examine(server.folder()).text()));

    const QString shelf = server.folder() + u"/files/"_s + QDir(server.folder() + u"/files"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).constFirst();
    const QString path = shelf + u'/' + QDir(shelf).entryList(QDir::Files).constFirst();
    QVERIFY(QFile::rename(path, shelf + u"/elsewhere"_s));
    auto verdict = uploaders.examine(server.folder());
    QCOMPARE(verdict.missing, 1);
    QCOMPARE(verdict.orphans, 1);
    QCOMPARE(verdict.damaged, 1);
    QVERIFY(verdict.lost >= 1);
    QVERIFY(QFile::rename(shelf + u"/elsewhere"_s, path));
    QVERIFY(QDir(server.folder()).mkpath(u"uploads/0123"_s));
    QCOMPARE(uploaders.examine(server.folder()).orphans, 1);
}

QTEST_GUILESS_MAIN(TestUploads)
#include "tst_uploads.moc"
