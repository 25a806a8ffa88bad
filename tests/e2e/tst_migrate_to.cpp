// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// An operator moves a server to PostgreSQL: the real jjakctl between two runs of the real jjakd, and people who were there before.
#include <QJsonArray>
#include <QProcess>
#include <QTest>

#include "tests/e2e/asker.h"
#include "tests/e2e/person.h"
#include "tests/support/engine.h"
#include "tests/support/prepared.h"
#include "tests/support/server_process.h"

using namespace jjak;
using namespace jjak::e2e;
using namespace jjak::test;
using namespace Qt::StringLiterals;

namespace {

//! What a run of jjakctl said and how it ended.
struct Run {
    int code = -1;
    QString out, err;
};

Run jjakctl(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(JJAK_BIN_DIR "/jjakctl"), arguments);
    if (!process.waitForFinished(60'000))
        process.kill();
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

QString newId()
{
    SystemRng rng;
    return QString::fromLatin1(ClientId::random(rng).toText());
}

} // namespace

class TestMigrateTo : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoWasThereBeforeFindsEverythingAgain();
};

void TestMigrateTo::whoWasThereBeforeFindsEverythingAgain()
{
    if (engine() == Engine::Postgres)
        QSKIP("it begins on the other engine");
    PostgresServer postgres;
    ServerProcess server;
    PreparedPerson known;
    RoomId room;
    {
        Preparation before(server.folder() + u"/jjak.sqlite"_s);
        const auto people = before.people(2, u"friend"_s);
        room = before.rooms(people, 2).front();
        before.messages(room, 2, 100);
        known = people.front();
    }
    QVERIFY2(server.start(), qPrintable(server.log()));
    Person minji(u"민지"_s, server.port());
    QVERIFY(minji.signUp());
    QVERIFY(waitFor([&] { return minji.ready(); }));

    const QStringList command{u"migrate-to"_s, postgres.address(), u"--data"_s, server.folder()};
    const Run early = jjakctl(command);
    QCOMPARE(early.code, 1);
    QVERIFY2(early.err.contains(u"is in use by a server that runs already"_s), qPrintable(early.err));
    minji.wire().setDown(true);
    QVERIFY(server.terminate());
    const Run moved = jjakctl(command);
    QVERIFY2(moved.code == 0, qPrintable(moved.err));
    for (const char *words : {"each the same as in the folder", "set database to this address", "secret.key"})
        QVERIFY2(moved.out.contains(QLatin1StringView(words)), qPrintable(moved.out));
    QVERIFY2(jjakctl(command).out.contains(u"nothing is changed"_s), "it was moved twice");

    server.set(u"JJAK_DATA_DATABASE"_s, postgres.address());
    QVERIFY2(server.start(), qPrintable(server.log()));
    minji.wire().setDown(false);
    QVERIFY(waitFor([&] { return minji.ready(); })); // with the token of before
    Asker other(server.port());
    QVERIFY(other.greet());
    const auto signedIn = other.ask(u"account.sign_in"_s, {{u"attempt"_s, newId()}, {u"name"_s, u"민지"_s}, {u"password"_s, u"a long enough secret"_s}, {u"device"_s, u"phone"_s}});
    QVERIFY2(signedIn.code == "ok"_L1, qPrintable(signedIn.text()));

    QVERIFY(other.resume(known.token));
    const auto rooms = other.ask(u"room.list"_s, {}).ok["rooms"_L1].toArray();
    QCOMPARE(rooms.size(), 1);
    const QString id = QString::fromLatin1(room.toText());
    QCOMPARE(rooms[0].toObject()["room"_L1].toString(), id);
    const auto history = [&] { return other.ask(u"room.history"_s, {{u"room"_s, id}, {u"limit"_s, 50}}).ok["messages"_L1].toArray(); };
    QCOMPARE(history().last().toObject()["text"_L1].toString(), u"message 99 of a long conversation"_s);
    QCOMPARE(other.ask(u"room.send"_s, {{u"room"_s, id}, {u"cid"_s, newId()}, {u"text"_s, u"still here"_s}}).ok["seq"_L1].toInt(), 101);
    QCOMPARE(history().last().toObject()["text"_L1].toString(), u"still here"_s);
}

QTEST_GUILESS_MAIN(TestMigrateTo)
#include "tst_migrate_to.moc"
