// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QtEndian>

#include "client/core/cache/file_shelf.h"
#include "scene.h"

using namespace jjak;
using namespace jjak::client;
using namespace jjak::client::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

namespace {

const RoomId here = roomId(1);

QByteArray bytesOf(qsizetype size)
{
    QByteArray out(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        out[i] = char((i * 7 + i / 251) & 0xff);
    return out;
}

//! Answers file.fetch from these bytes.
struct Shop {
    explicit Shop(Scene &where, const QByteArray &what) : scene(where), bytes(what)
    {
        scene.peer.on<cmd::Fetch>([this](qint64 id, const cmd::Fetch &ask) {
            if (dropAt > 0 && scene.peer.count<cmd::Fetch>() == dropAt)
                return scene.peer.drop();
            if (refuse)
                return scene.peer.refuse(id, *refuse);
            QByteArray frame(8, '\0');
            qToBigEndian(id, frame.data());
            scene.peer.rawBytes(frame + bytes.mid(ask.offset, piece));
        });
        Message one = message(1, 2, u"look"_s);
        one.kind = MessageKind::File;
        one.file = Attachment{u"notes.txt"_s, bytes.size(), u"application/octet-stream"_s};
        scene.messages[here] = {one};
        scene.start({test::room(here, 1)});
    }
    Scene &scene;
    QByteArray bytes;
    int dropAt = 0;
    qsizetype piece = limits::chunkBytes;
    std::optional<Error> refuse;
};

} // namespace

//! How images and files come from the server, and where they lie afterwards.
class TestFetches : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fetchedFileIsWhole();
    void fetchedFileComesFromTheDiskTheNextTime();
    void smallAnswersAreAskedForTheRest();
    void fetchGoesOnAfterALostConnection();
    void truncatedFileIsGone();
    void refusedFetchTellsEverybodyWhoAsked();
    void cancelledFetchTellsNobody();
    void fetchedBytesGoWithTheMessage();
    void unusedFilesMakeRoom();

private:
    static QStringList kept(const Scene &scene)
    {
        QStringList out;
        for (QDirIterator it(scene.folder.path(), QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
            it.next();
            if (it.filePath().contains(u".files/"_s))
                out.append(it.fileName());
        }
        return out;
    }
};

void TestFetches::fetchedFileIsWhole()
{
    Scene scene;
    Shop shop(scene, bytesOf(200'001));
    QSignalSpy progress(scene.session.get(), &Session::fetchProgress);
    std::optional<QByteArray> got;
    scene.session->fetchFile(here, 1, false, [&](const Result<QByteArray> &bytes) { got = *bytes; });
    QVERIFY(!got);
    QTRY_VERIFY(got);
    QCOMPARE(*got, shop.bytes);
    QCOMPARE(scene.peer.count<cmd::Fetch>(), 7);
    QVERIFY(!progress.isEmpty());
    QCOMPARE(progress.first()[3].toLongLong(), 200'001);
}

void TestFetches::fetchedFileComesFromTheDiskTheNextTime()
{
    Scene scene;
    Shop shop(scene, bytesOf(1000));
    int got = 0;
    const auto take = [&](const Result<QByteArray> &bytes) { got += bytes && *bytes == shop.bytes ? 1 : 100; };
    scene.session->fetchFile(here, 1, false, take);
    scene.session->fetchFile(here, 1, false, take); // on the same way
    QTRY_COMPARE(got, 2);
    scene.restart();
    scene.session->connectTo(scene.peer.url());
    QTRY_VERIFY(scene.session->state().room(here));
    scene.session->fetchFile(here, 1, false, take);
    QTRY_COMPARE(got, 3);
    QCOMPARE(scene.peer.count<cmd::Fetch>(), 1);
}

void TestFetches::smallAnswersAreAskedForTheRest()
{
    Scene scene;
    Shop shop(scene, bytesOf(100'000));
    shop.piece = 10'001;
    std::optional<QByteArray> got;
    scene.session->fetchFile(here, 1, false, [&](const Result<QByteArray> &bytes) { got = *bytes; });
    QTRY_VERIFY(got);
    QCOMPARE(*got, shop.bytes);
}

void TestFetches::fetchGoesOnAfterALostConnection()
{
    Scene scene;
    Shop shop(scene, bytesOf(400'000));
    shop.dropAt = 6;
    std::optional<QByteArray> got;
    scene.session->fetchFile(here, 1, false, [&](const Result<QByteArray> &bytes) { got = *bytes; });
    QTRY_VERIFY(got);
    QCOMPARE(*got, shop.bytes);
    QCOMPARE(scene.peer.connections, 2);
    QVERIFY2(scene.peer.count<cmd::Fetch>() <= 13 + 5, "what is here is not asked for again");
}

void TestFetches::truncatedFileIsGone()
{
    Scene scene;
    Shop shop(scene, bytesOf(100'000));
    shop.bytes.truncate(50'000);
    std::optional<Error> error;
    scene.session->fetchFile(here, 1, false, [&](const Result<QByteArray> &bytes) { error = bytes.error(); });
    QTRY_VERIFY(error);
    QCOMPARE(error->code, ErrorCode::FileGone);
    QVERIFY(kept(scene).isEmpty());
}

void TestFetches::refusedFetchTellsEverybodyWhoAsked()
{
    Scene scene;
    Shop shop(scene, bytesOf(100'000));
    shop.refuse = Error{ErrorCode::FileGone};
    int told = 0;
    for (int i = 0; i < 2; ++i)
        scene.session->fetchFile(here, 1, false, [&](const Result<QByteArray> &bytes) { told += bytes.error().code == ErrorCode::FileGone ? 1 : 100; });
    scene.session->fetchFile(here, 1, true, [&](const Result<QByteArray> &bytes) { told += bytes.error().code == ErrorCode::FileGone ? 10 : 100; }); // it has none
    scene.session->fetchFile(roomId(9), 1, true, [&](const Result<QByteArray> &bytes) { told += bytes.error().code == ErrorCode::RoomNotFound ? 20 : 100; });
    QTRY_COMPARE(told, 32);
}

void TestFetches::cancelledFetchTellsNobody()
{
    Scene scene;
    Shop shop(scene, bytesOf(400'000));
    int told = 0;
    scene.session->fetchFile(here, 1, false, [&](const Result<QByteArray> &) { told += 100; });
    scene.session->cancelFetch(here, 1);
    scene.session->fetchFile(here, 1, false, [&](const Result<QByteArray> &bytes) { told += *bytes == shop.bytes ? 1 : 100; });
    QTRY_COMPARE(told, 1);
}

void TestFetches::fetchedBytesGoWithTheMessage()
{
    Scene scene;
    Shop shop(scene, bytesOf(1000));
    bool got = false;
    scene.session->fetchFile(here, 1, false, [&](const Result<QByteArray> &bytes) { got = bytes.ok(); });
    QTRY_VERIFY(got);
    QCOMPARE(kept(scene), QStringList{u"1"_s});
    Message expired = scene.messages[here].first();
    expired.file.reset();
    expired.change = 1;
    scene.peer.tell(ev::RoomChanged{here, expired});
    QTRY_VERIFY(kept(scene).isEmpty());
    std::optional<Error> error;
    scene.session->fetchFile(here, 1, false, [&](const Result<QByteArray> &bytes) { error = bytes.error(); });
    QTRY_VERIFY(error);
    QCOMPARE(error->code, ErrorCode::FileGone);
}

void TestFetches::unusedFilesMakeRoom()
{
    QTemporaryDir folder;
    FileShelf shelf(1000);
    shelf.open(folder.filePath(u"shelf"_s));
    for (qint64 seq = 1; seq <= 3; ++seq)
        shelf.putFetched(here, seq, false, QByteArray(300, char('a' + seq)));
    for (qint64 seq = 1; seq <= 3; ++seq) {
        QFile file(folder.filePath(u"shelf/fetched/%1/%2"_s.arg(QString::fromLatin1(here.toBytes().toHex()), QString::number(seq))));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.setFileTime(QDateTime::currentDateTime().addDays(-int(10 - seq)), QFileDevice::FileModificationTime));
    }
    QCOMPARE(shelf.fetched(here, 1, false)->size(), 300); // used: the second is the longest unused
    shelf.putFetched(here, 4, true, QByteArray(300, 'd'));
    QVERIFY(!shelf.fetched(here, 2, false));
    QVERIFY(shelf.fetched(here, 1, false) && shelf.fetched(here, 3, false) && shelf.fetched(here, 4, true));
    shelf.dropUpTo(here, 3);
    QVERIFY(!shelf.fetched(here, 1, false) && !shelf.fetched(here, 3, false));
    QVERIFY(shelf.fetched(here, 4, true));
    shelf.dropRoom(here);
    QVERIFY(!shelf.fetched(here, 4, true));
}

QTEST_GUILESS_MAIN(TestFetches)
#include "tst_fetches.moc"
