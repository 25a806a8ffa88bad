// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QTest>

#include "server/app/files/file_sweeper.h"
#include "tests/server/app/file_bench.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::app;
using namespace jjak::app::test;
using namespace jjak::protocol;

namespace {

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

//! Disk and database stay one: what is undone in the one is not done in the other, and what a crash leaves is swept.
class TestFileCrashes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFinishWhoseCommitFailsCanBeRepeated();
    void aWithdrawalWhoseCommitFailsKeepsTheBytes();
    void aFileThatIsDroppedAndPutInOneBatchStays();
    void theSweeperFindsWhatACrashHasLeft();
    void theSweeperCountsWhatIsThere();
};

void TestFileCrashes::aFinishWhoseCommitFailsCanBeRepeated()
{
    FileBench b;
    const Sender one = b.newSender(), other = b.newSender();
    const RoomId room = b.room(one, other);
    const auto ticket = b.offer(one, room, 5);
    b.send(one, ticket->upload, "bytes");
    b.breakNextCommit();
    const auto refused = b.finish(one, ticket->upload);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Unavailable);
    QCOMPARE(b.told(other, "room.message"), 0);
    QCOMPARE(b.uploads.size(ticket->upload), 5);
    QVERIFY(b.finish(one, ticket->upload));
    QCOMPARE(b.fetched(other, room, 1), "bytes"_ba);
    QVERIFY(b.uploads.all().isEmpty());
}

void TestFileCrashes::aWithdrawalWhoseCommitFailsKeepsTheBytes()
{
    FileBench b;
    const Sender one = b.newSender(), other = b.newSender();
    const RoomId room = b.room(one, other);
    const auto ticket = b.offer(one, room, 5);
    b.send(one, ticket->upload, "bytes");
    const qint64 seq = b.sent(one, room, "other bytes");
    b.breakNextCommit();
    QCOMPARE(b.ask(one, cmd::Withdraw{ticket->upload}).error().code, ErrorCode::Unavailable);
    QCOMPARE(b.uploads.size(ticket->upload), 5);
    QVERIFY(b.ask(one, cmd::Erase{room, seq}));
    b.breakNextCommit();
    b.tick();
    QCOMPARE(b.stored().size(), 1); // forgetting it was undone
    b.tick();
    QVERIFY(b.stored().isEmpty());
    QCOMPARE(b.uploads.size(ticket->upload), 5);
}

void TestFileCrashes::aFileThatIsDroppedAndPutInOneBatchStays()
{
    FileBench b;
    const Sender one = b.newSender(), other = b.newSender();
    const RoomId room = b.room(one, other);
    const qint64 seq = b.sent(one, room, "bytes");
    const auto hash = b.stores().files.find(room, seq)->hash;
    const auto ticket = b.offer(one, room, 5);
    b.send(one, ticket->upload, "bytes");
    const Job finish = b.prepare(one, ticket->upload);
    const Job erase{{one.connection, 1'000'000, one.identity, {}}, Command(cmd::Erase{room, seq})};
    QVERIFY(b.run({erase, Job{{}, Tick{}}, Job{{}, DropFiles{{hash}}}, finish}));
    QCOMPARE(b.fetched(other, room, seq + 1), "bytes"_ba);
    QVERIFY(b.run({Job{{}, DropFiles{{hash}}}})); // told too late by a sweeper
    QCOMPARE(b.fetched(other, room, seq + 1), "bytes"_ba);
}

void TestFileCrashes::theSweeperFindsWhatACrashHasLeft()
{
    FileBench b;
    const Sender one = b.newSender(), other = b.newSender();
    const RoomId room = b.room(one, other);
    const auto ticket = b.offer(one, room, 5);
    b.send(one, ticket->upload, "byt");
    const qint64 seq = b.sent(one, room, "kept");
    // Bytes without their row, a file that was linked before its commit.
    QVERIFY(b.uploads.append(UploadId::fromBytes(QByteArray(16, 'x')), "left"));
    QVERIFY(write(b.path() + u"/staged"_s, "left"));
    QVERIFY(b.files.put(*b.uploads.seal(b.path() + u"/staged"_s)));
    QCOMPARE(b.stored().size(), 2);
    FileSweeper sweeper(b.reader(), b.uploads, b.files, b.log());
    QVERIFY(b.runNext());
    sweeper.stop();
    QCOMPARE(b.stored().size(), 1);
    QCOMPARE(b.fetched(other, room, seq), "kept"_ba);
    QCOMPARE(b.uploads.all(), QList<UploadId>{ticket->upload});
}

void TestFileCrashes::theSweeperCountsWhatIsThere()
{
    FileBench b;
    const Sender one = b.newSender(), other = b.newSender();
    const RoomId room = b.room(one, other);
    b.sent(one, room, "1234567");
    QVERIFY(b.offer(one, room, 5));
    FileSweeper sweeper(b.reader(), b.uploads, b.files, b.log());
    QTRY_COMPARE(sweeper.figures().storedBytes.load(), 7);
    QTRY_COMPARE(sweeper.figures().openUploads.load(), 1);
}

QTEST_GUILESS_MAIN(TestFileCrashes)
#include "tst_file_crashes.moc"
