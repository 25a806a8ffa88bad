// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A real server under load is killed with SIGKILL again and again and started on the same data folder.
//   JJAK_KILLS=1000 build/bin/faults.tst_kill
#include <QTest>

#include "server/storage/store_set.h"
#include "tests/faults/writers.h"
#include "tests/support/server_process.h"

using namespace jjak;
using namespace jjak::test;

class TestKill : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingAcknowledgedIsLost();
    void aForgottenMessageIsFound();

private:
    //! People in rooms, before the server has started for the first time.
    static Writers prepare(const ServerProcess &server, int people, int roomSize)
    {
        Preparation preparation(server.database());
        const auto all = preparation.people(people, QStringLiteral("w"));
        return Writers(all, preparation.rooms(all, roomSize), roomSize);
    }
};

void TestKill::nothingAcknowledgedIsLost()
{
    ServerProcess server;
    Writers writers = prepare(server, 24, 3);
    bool given = false;
    const int wanted = qEnvironmentVariableIntValue("JJAK_KILLS", &given), cycles = given ? wanted : 100;
    SystemRng rng;
    for (int i = 0; i < cycles; ++i) {
        QVERIFY2(server.start(), qPrintable(server.log()));
        QVERIFY2(writers.work(server.port(), 5 + int(rng.below(115))), qPrintable(server.log()));
        server.kill();
    }
    QVERIFY2(server.start(), qPrintable(server.log()));
    QVERIFY(writers.finish(server.port()));
    QVERIFY(server.terminate());

    storage::StoreSet set(server.database(), storage::OpenAs::Reader);
    const auto verdict = writers.compare(set.stores());
    qInfo("%d kills, %llu written, %llu acknowledged: lost %lld, doubled %lld, gaps %lld, out of order %lld", cycles, static_cast<unsigned long long>(writers.written()),
          static_cast<unsigned long long>(writers.acknowledged()), verdict.lost, verdict.doubled, verdict.gaps, verdict.disordered);
    QCOMPARE(writers.contradiction(), QString());
    QCOMPARE(writers.acknowledged(), writers.written());
    QVERIFY(writers.acknowledged() > quint64(cycles) * 50);
    QCOMPARE(verdict.lost, 0);
    QCOMPARE(verdict.doubled, 0);
    QCOMPARE(verdict.gaps, 0);
    QCOMPARE(verdict.disordered, 0);
}

//! The comparison itself must be able to fail: a message taken out behind the server's back is a loss and a gap.
void TestKill::aForgottenMessageIsFound()
{
    ServerProcess server;
    Writers writers = prepare(server, 2, 2);
    QVERIFY2(server.start(), qPrintable(server.log()));
    QVERIFY(writers.work(server.port(), 100));
    QVERIFY(writers.finish(server.port()));
    QVERIFY(server.terminate());
    storage::StoreSet set(server.database(), storage::OpenAs::Writer);
    set.database().change(QStringLiteral("DELETE FROM message WHERE seq = 3"));
    const auto verdict = writers.compare(set.stores());
    QCOMPARE(verdict.lost, 1);
    QCOMPARE(verdict.gaps, 1);
}

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
