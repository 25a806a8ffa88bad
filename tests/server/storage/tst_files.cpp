// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCryptographicHash>
#include <QDir>
#include <QTest>

#include "server/storage/disk_folders.h"
#include "tests/server/storage/scratch.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::storage;
using Failure = app::Transaction::Failure;

namespace {

app::FileHash hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

protocol::Attachment anAttachment()
{
    return {u"사진.jpg"_s, 1000, u"image/jpeg"_s, 640, 480, 100};
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

//! The rows of uploads and files, how references are counted, and the folders with the bytes.
class TestFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anUploadIsStoredAndFound();
    void anUploadGoesWithItsDevice();
    void uploadsAreCountedByAccount();
    void whatAMessageCarriesComesWithIt();
    void aFileIsHeldAsLongAsSomethingRefersToIt();
    void whoeverDeletesNeedNotCount_data();
    void whoeverDeletesNeedNotCount();
    void bytesAreAppendedInOrder();
    void aFullDiskKeepsNoHalfChunk();
    void aSealedFileIsPutIntoTheStoreOnce();
    void readingEndsWithTheFile();
    void foldersListWhatIsTheirsAndNothingElse();

private:
    app::UploadRow newUpload(Scratch &s, const app::DeviceRow &device, RoomId room)
    {
        return {UploadId::random(s.rng()), device.account, device.id, room, ClientId::random(s.rng()), u"보고서.pdf"_s, 5000, false, u"여기요"_s, 1, noon};
    }
    //! A message that carries those two files.
    app::AttachmentRow carried(Scratch &s, RoomId room, AccountId account, const QByteArray &bytes, const QByteArray &small)
    {
        auto message = s.newMessage(room, 1, u"caption"_s);
        message.message.kind = protocol::MessageKind::Image;
        const qint64 seq = s->messages.append(message);
        app::AttachmentRow row{room, seq, account, anAttachment(), hashOf(bytes), hashOf(small), noon + 24h};
        s->files.insert(row);
        return row;
    }
};

void TestFiles::anUploadIsStoredAndFound()
{
    Scratch s(Scratch::Where::Memory);
    const auto device = s.newDevice(s.account().id);
    s->devices.save(device);
    const auto row = newUpload(s, device, s.directRoom());
    s->uploads.insert(row);
    for (const auto &found : {s->uploads.find(row.id), s->uploads.byClientId(row.device, row.cid)}) {
        QVERIFY(found);
        QVERIFY(found->id == row.id && found->account == row.account && found->device == row.device && found->room == row.room && found->cid == row.cid);
        QVERIFY(found->name == row.name && found->bytes == row.bytes && found->image == row.image && found->caption == row.caption && found->reply == row.reply && found->created == row.created);
    }
    QVERIFY(!s->uploads.byClientId(row.device, ClientId::random(s.rng())));
    s->uploads.insert(row);
    QCOMPARE(s->transaction.failure(), Failure::Command); // (device, cid) once
    s->transaction.rollback();
    s->uploads.remove(row.id);
    QVERIFY(!s->uploads.find(row.id));
}

void TestFiles::anUploadGoesWithItsDevice()
{
    Scratch s(Scratch::Where::Memory);
    const auto device = s.newDevice(s.account().id);
    s->devices.save(device);
    const auto row = newUpload(s, device, s.directRoom());
    s->uploads.insert(row);
    s->devices.remove(device.id);
    QVERIFY(!s->uploads.find(row.id));
}

void TestFiles::uploadsAreCountedByAccount()
{
    Scratch s(Scratch::Where::Memory);
    const auto device = s.newDevice(s.account().id), other = s.newDevice(s.account().id);
    s->devices.save(device);
    s->devices.save(other);
    const RoomId room = s.directRoom();
    auto early = newUpload(s, device, room), late = newUpload(s, device, room);
    late.created = noon + 1h;
    for (const auto &row : {early, late, newUpload(s, other, room)})
        s->uploads.insert(row);
    QCOMPARE(s->uploads.countOf(device.account), 2);
    QCOMPARE(s->uploads.bytesOf(device.account), 10'000);
    QCOMPARE(s->uploads.countOf(AccountId::random(s.rng())), 0);
    QCOMPARE(s->uploads.bytesOf(AccountId::random(s.rng())), 0);
    QCOMPARE(s->uploads.count(), 3);
    QCOMPARE(s->uploads.removeBefore(noon, 9).size(), 0);
    QCOMPARE(s->uploads.removeBefore(noon + 1ms, 1).size(), 1);
    QCOMPARE(s->uploads.removeBefore(noon + 1ms, 9).size(), 1);
    QVERIFY(s->uploads.find(late.id) && !s->uploads.find(early.id));
}

void TestFiles::whatAMessageCarriesComesWithIt()
{
    Scratch s(Scratch::Where::Memory);
    const AccountId account = s.account().id;
    const RoomId room = s.directRoom(account, s.account().id);
    s->messages.append(s.newMessage(room, 1));
    const auto row = carried(s, room, account, "image", "small");
    const auto stored = s->files.find(room, row.seq);
    QVERIFY(stored);
    QVERIFY(stored->account == account && stored->file == row.file && stored->hash == row.hash && stored->thumbnail == row.thumbnail && stored->expires == row.expires);
    QCOMPARE(s->messages.find(room, row.seq)->file, std::optional(anAttachment()));
    const auto page = s->messages.page(room, {}, 0, 9);
    QCOMPARE(page.size(), 2);
    QVERIFY(!page[0].file);
    QCOMPARE(page[1].file, std::optional(anAttachment()));
    QCOMPARE(s->messages.page(room, {}, {}, 9).last().file, std::optional(anAttachment()));
    QCOMPARE(s->messages.page(room, 9, {}, 9).last().file, std::optional(anAttachment()));
    QCOMPARE(s->files.bytesOf(account), 1000);
    QCOMPARE(s->files.bytes(), 1100);
    s->files.remove(room, row.seq);
    QVERIFY(!s->messages.find(room, row.seq)->file);
    QCOMPARE(s->files.bytesOf(account), 0);
}

void TestFiles::aFileIsHeldAsLongAsSomethingRefersToIt()
{
    Scratch s(Scratch::Where::Memory);
    const AccountId account = s.account().id;
    const RoomId room = s.directRoom(account, s.account().id);
    const auto one = carried(s, room, account, "image", "small"), other = carried(s, room, account, "image", "other small");
    QCOMPARE(s->files.bytes(), 1200);
    s->files.remove(room, one.seq);
    QCOMPARE(s->files.takeUnused(9), QList<app::FileHash>{hashOf("small")});
    QVERIFY(s->files.isKnown(hashOf("image")) && !s->files.isKnown(hashOf("small")));
    s->files.remove(room, other.seq);
    QCOMPARE(s->files.takeUnused(1).size(), 1);
    QCOMPARE(s->files.takeUnused(9).size(), 1);
    QVERIFY(!s->files.isKnown(hashOf("image")));
    QCOMPARE(s->files.takeUnused(9).size(), 0);
    // Between the last one going and that, it can be held again.
    const auto third = carried(s, room, account, "image", "small");
    s->files.remove(room, third.seq);
    carried(s, room, account, "image", "other small");
    QCOMPARE(s->files.takeUnused(9), QList<app::FileHash>{hashOf("small")});
}

void TestFiles::whoeverDeletesNeedNotCount_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("the attachment") << u"DELETE FROM attachment"_s;
    QTest::newRow("the message") << u"DELETE FROM message"_s;
    QTest::newRow("the room") << u"DELETE FROM room"_s;
}

void TestFiles::whoeverDeletesNeedNotCount()
{
    QFETCH(const QString, sql);
    Scratch s(Scratch::Where::Memory);
    const AccountId account = s.account().id;
    const RoomId room = s.directRoom(account, s.account().id);
    carried(s, room, account, "image", "small");
    s.set().database().change(sql);
    QCOMPARE(s->transaction.failure(), Failure::None);
    QCOMPARE(s->files.takeUnused(9).size(), 2);
    QCOMPARE(s->files.bytes(), 0);
}

void TestFiles::bytesAreAppendedInOrder()
{
    QTemporaryDir folder;
    DiskUploads uploads(folder.path());
    SeededRng rng(1);
    const auto id = UploadId::random(rng), other = UploadId::random(rng);
    QCOMPARE(uploads.size(id), 0);
    QCOMPARE(*uploads.append(id, "one "), 4);
    QCOMPARE(*uploads.append(other, "else"), 4);
    QCOMPARE(*uploads.append(id, "two"), 7);
    QCOMPARE(uploads.size(id), 7);
    QFile file(uploads.path(id));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "one two"_ba);
    // Nobody else on this machine may look.
    QCOMPARE(QFile::permissions(uploads.path(id)) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const QString room = uploads.makeRoom(id), another = uploads.makeRoom(id);
    QVERIFY(!room.isEmpty() && room != another && QDir(room).isEmpty());
    QVERIFY(write(room + u"/image"_s, "made"));
    uploads.remove(id);
    QCOMPARE(uploads.size(id), 0);
    QVERIFY(!QFile::exists(room));
    QVERIFY(uploads.makeRoom(id).isEmpty());
    QCOMPARE(uploads.all(), QList<UploadId>{other});
}

void TestFiles::aFullDiskKeepsNoHalfChunk()
{
    QTemporaryDir folder;
    DiskUploads uploads(folder.path());
    SeededRng rng(1);
    const auto id = UploadId::random(rng);
    QVERIFY(uploads.append(id, "there"));
    QVERIFY(QFile::remove(uploads.path(id)));
    QVERIFY(QFile::link(u"/dev/full"_s, uploads.path(id)));
    const auto refused = uploads.append(id, "more");
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Unavailable);
    QVERIFY(!uploads.seal(uploads.path(UploadId::random(rng))));
}

void TestFiles::aSealedFileIsPutIntoTheStoreOnce()
{
    QTemporaryDir folder;
    DiskUploads uploads(folder.path());
    DiskFiles files(folder.path());
    SeededRng rng(1);
    const auto one = UploadId::random(rng), other = UploadId::random(rng);
    for (const UploadId &id : {one, other}) {
        QVERIFY(uploads.append(id, "the same bytes"));
        const auto staged = uploads.seal(uploads.path(id));
        QVERIFY(staged);
        QCOMPARE(staged->hash, hashOf("the same bytes"));
        QCOMPARE(staged->bytes, 14);
        QVERIFY(files.put(*staged));
        QVERIFY(files.put(*staged)); // again, after a commit that failed
        QCOMPARE(uploads.size(id), 14);
        uploads.remove(id);
    }
    const auto hash = hashOf("the same bytes");
    QCOMPARE(files.all(quint8(hash[0])), QList<app::FileHash>{hash});
    QCOMPARE(files.read(hash, 0, 100), std::optional("the same bytes"_ba));
    files.remove(hash);
    QVERIFY(!files.read(hash, 0, 100));
    files.remove(hash);
    QVERIFY(!files.put({folder.filePath(u"nothing"_s), hash, 14}));
    QVERIFY(files.all(quint8(hash[0])).isEmpty());
}

void TestFiles::readingEndsWithTheFile()
{
    QTemporaryDir folder;
    DiskFiles files(folder.path());
    QVERIFY(write(folder.filePath(u"staged"_s), "0123456789"));
    const auto hash = hashOf("0123456789");
    QVERIFY(files.put({folder.filePath(u"staged"_s), hash, 10}));
    QCOMPARE(files.read(hash, 0, 4), std::optional("0123"_ba));
    QCOMPARE(files.read(hash, 8, 4), std::optional("89"_ba));
    QCOMPARE(files.read(hash, 10, 4), std::optional(QByteArray()));
    QCOMPARE(files.read(hash, qint64(1) << 40, 4), std::optional(QByteArray()));
}

void TestFiles::foldersListWhatIsTheirsAndNothingElse()
{
    QTemporaryDir folder;
    DiskUploads uploads(folder.path());
    DiskFiles files(folder.path());
    QVERIFY(uploads.all().isEmpty() && files.all(0).isEmpty());
    QVERIFY(QDir(folder.path()).mkpath(u"uploads/not an upload"_s));
    QVERIFY(QDir(folder.path()).mkpath(u"files/00"_s));
    QVERIFY(write(folder.filePath(u"files/00/README"_s), "x"));
    QVERIFY(write(folder.filePath(u"files/00/"_s) + QString(64, u'0'), "x"));
    QVERIFY(uploads.all().isEmpty());
    QCOMPARE(files.all(0), QList<app::FileHash>{QByteArray(32, '\0')});
}

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
