// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <cstdio>
#include <random>

#include "client/core/cache/cache.h"
#include "peer.h"

using namespace jjak;
using namespace jjak::client;
using namespace jjak::client::test;
using namespace Qt::StringLiterals;

namespace {

//! What the killed program does: writes without end, and says of each outbox entry that it is stored.
int writeUntilKilled(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    Cache cache;
    cache.open(QString::fromLocal8Bit(argv[2]));
    State state;
    cache.load(state);
    RoomEntry entry = state.room(roomId(1)) ? *state.room(roomId(1)) : RoomEntry{test::room(roomId(1), 0), 0, {}, 0};
    SystemRng rng;
    for (;;) {
        QList<protocol::Message> page;
        for (int i = 0; i < 20; ++i)
            page.append(message(++entry.have, 2, QString(200, u'짝')));
        entry.room.head = entry.have;
        cache.putMessages(roomId(1), page);
        cache.putRoom(entry);
        const QString words = QString::number(entry.have);
        cache.putPostDraft({{words, words, {words}}});
        const OutboxEntry written{roomId(1), ClientId::random(rng), u"unsent"_s, fromMs(0)};
        if (!cache.addOutbox(written))
            return 1;
        std::printf("%s\n", written.cid.toText().constData());
        std::fflush(stdout);
        if (rng.below(4) == 0)
            cache.commit();
    }
}

} // namespace

class TestKill : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingThatWasSaidToBeStoredIsLost();
};

void TestKill::nothingThatWasSaidToBeStoredIsLost()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"cache.sqlite"_s);
    std::mt19937 random{1};
    QSet<QByteArray> said;
    for (int round = 0; round < 15; ++round) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"--write"_s, path});
        QVERIFY(child.waitForReadyRead(10'000));
        child.waitForFinished(int(random() % 60));
        child.kill();
        QVERIFY(child.waitForFinished());
        for (const QByteArray &line : child.readAllStandardOutput().split('\n'))
            if (line.size() == ClientId::textLength) // the last one may be torn
                said.insert(line);

        Cache cache;
        const auto opened = cache.open(path);
        QVERIFY(opened.stored && !opened.rebuilt);
        QSet<QByteArray> stored;
        for (const OutboxEntry &entry : cache.outbox())
            stored.insert(entry.cid.toText());
        QVERIFY(stored.contains(said));
        // What the room says to have, it has.
        State state;
        cache.load(state);
        QVERIFY(state.room(roomId(1)));
        const qint64 have = state.room(roomId(1))->have;
        QCOMPARE(cache.messagesBefore(roomId(1), have + 1, 1'000'000).size(), have);
        // A draft is one of those that were written, and whole; at the latest the next entry has brought it to the disk.
        const PostDraft draft = cache.postDraft().draft;
        QCOMPARE(draft, (PostDraft{draft.title, draft.title, {draft.title}}));
        QVERIFY(draft.title.toLongLong() > 0 && draft.title.toLongLong() <= have);
    }
    QVERIFY(said.size() > 30);
}

int main(int argc, char **argv)
{
    if (argc == 3 && qstrcmp(argv[1], "--write") == 0)
        return writeUntilKilled(argc, argv);
    QCoreApplication app(argc, argv);
    TestKill test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_kill.moc"
