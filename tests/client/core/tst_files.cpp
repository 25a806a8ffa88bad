// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QtEndian>

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

//! Takes files in as a server does, and does wrong what a test wants it to.
struct Store {
    struct File {
        UploadId upload;
        cmd::Offer offer;
        QByteArray bytes;
        std::optional<qint64> sent;
    };

    explicit Store(Scene &where) : scene(where)
    {
        scene.peer.on<cmd::Offer>([this](qint64 id, const cmd::Offer &offer) { offered(id, offer); });
        scene.peer.on<cmd::Finish>([this](qint64 id, const cmd::Finish &ask) { finish(id, ask); });
        scene.peer.on<cmd::Withdraw>([this](qint64 id, const cmd::Withdraw &ask) {
            for (const ClientId cid : files.keys())
                if (files[cid].upload == ask.upload)
                    files.remove(cid);
            scene.peer.ok(id, cmd::Empty());
        });
        scene.peer.onBytes([this](const QByteArray &frame) { chunk(frame); });
    }
    void offered(qint64 id, const cmd::Offer &offer)
    {
        if (refuseOffer)
            return scene.peer.refuse(id, *refuseOffer);
        File &file = files[offer.cid];
        if (file.upload.isNull())
            file = {UploadId::random(scene.rng), offer, {}, {}};
        scene.peer.ok(id, cmd::Ticket{file.upload, lie ? offer.bytes + 1 : qint64(file.bytes.size()), limits::chunkBytes, file.sent});
    }
    void chunk(const QByteArray &frame)
    {
        ++chunks;
        const UploadId upload = UploadId::fromBytes(frame.left(16));
        const qint64 offset = qFromBigEndian<qint64>(frame.constData() + 16);
        const QByteArray bytes = frame.mid(24);
        sizes.append(bytes.size());
        if (dropAt > 0 && chunks == dropAt)
            return scene.peer.drop();
        for (File &file : files) {
            if (file.upload != upload)
                continue;
            if (loseAt > 0 && chunks == loseAt)
                return scene.peer.tell(ev::FileProgress{upload, file.bytes.size(), u"unavailable"_s});
            if (chunkError)
                return scene.peer.tell(ev::FileProgress{upload, file.bytes.size(), chunkError});
            if (offset != file.bytes.size())
                return scene.peer.tell(ev::FileProgress{upload, file.bytes.size(), u"upload.offset"_s});
            if (!stubborn)
                file.bytes += bytes;
            return scene.peer.tell(ev::FileProgress{upload, file.bytes.size(), {}});
        }
        scene.peer.tell(ev::FileProgress{upload, 0, u"upload.gone"_s});
    }
    void finish(qint64 id, const cmd::Finish &ask)
    {
        if (refuseFinish)
            return scene.peer.refuse(id, *refuseFinish);
        for (File &file : files) {
            if (file.upload != ask.upload)
                continue;
            if (file.bytes.size() != file.offer.bytes)
                return scene.peer.refuse(id, {ErrorCode::UploadOffset});
            if (!file.sent)
                store(file);
            if (loseFinish > 0 && loseFinish-- > 0)
                return scene.peer.drop();
            scene.peer.ok(id, cmd::Sent{*file.sent, fromMs(1'790'000'000'000)});
            return tellMessages();
        }
        scene.peer.refuse(id, {ErrorCode::UploadGone});
    }
    void store(File &file)
    {
        auto &all = scene.messages[here];
        Message one = message(all.isEmpty() ? 1 : all.last().seq + 1, 1, file.offer.caption);
        one.kind = file.offer.image ? MessageKind::Image : MessageKind::File;
        one.cid = file.offer.cid;
        one.file = Attachment{file.offer.name, file.offer.bytes, u"application/octet-stream"_s};
        file.sent = one.seq;
        all.append(one);
        scene.rooms.first().head = one.seq;
    }
    void tellMessages() { scene.peer.tell(ev::RoomMessage{here, scene.messages[here].last()}); }
    QByteArray only() const { return files.isEmpty() ? QByteArray() : files.begin()->bytes; }

    Scene &scene;
    QHash<ClientId, File> files;
    QList<qsizetype> sizes;
    int chunks = 0, dropAt = 0, loseAt = 0, loseFinish = 0;
    bool lie = false, stubborn = false;
    std::optional<QString> chunkError;
    std::optional<Error> refuseOffer, refuseFinish;
};

//! Signed in to a chat in which the other has written: before that no file goes there.
void talk(Scene &scene)
{
    scene.messages[here] = {message(1, 2, u"hi"_s)};
    scene.start({test::room(here, 1)});
}

} // namespace

//! How images and files go to the server.
class TestFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fileGoesInChunksAndBecomesAMessage();
    void preparedImageSurvivesARestart();
    void lostConnectionGoesOnWhereTheServerStands();
    void lostAnswerToTheEndSendsItOnce();
    void chunkThatWasNotTakenIsSentAgain();
    void uploadThatTheServerForgotBeginsAnew();
    void lyingOffsetIsRefused();
    void serverThatNeverComesFurtherIsGivenUp();
    void refusalIsKeptAndRetried();
    void refusedChunkEndsIt();
    void fileThatChangedIsRefused();
    void whatCannotBeSentIsRefusedAtOnce();
    void nothingGoesToWhoHasNotWritten();
    void whoMayHaveWrittenIsTheServersToKnow();
    void textsDoNotWaitForFiles();
    void cancelledUploadIsWithdrawn();
    void modelShowsTheWayOfAFile();
    void signingOutLeavesNoBytes();

private:
    QString write(const QByteArray &bytes, const QString &name = u"notes.txt"_s)
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
    }
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
    QTemporaryDir m_folder;
};

void TestFiles::fileGoesInChunksAndBecomesAMessage()
{
    Scene scene;
    Store store(scene);
    talk(scene);
    const QByteArray bytes = bytesOf(300'000);
    QSignalSpy progress(scene.session.get(), &Session::uploadProgress);
    const auto cid = scene.session->sendFile(here, write(bytes), u"notes"_s);
    QVERIFY(cid.ok());
    QTRY_COMPARE(scene.session->outbox(here).size(), size_t(0));
    QCOMPARE(store.only(), bytes);
    QVERIFY(std::ranges::all_of(store.sizes, [](qsizetype size) { return size <= limits::chunkBytes; }));
    QCOMPARE(store.chunks, 10);
    const auto offer = scene.peer.asked<cmd::Offer>().first();
    QCOMPARE(offer.cid, *cid);
    QCOMPARE(offer.name, u"notes.txt"_s);
    QVERIFY(!offer.image);
    QCOMPARE(progress.last()[2].toLongLong(), bytes.size());
    QTRY_COMPARE(scene.session->cachedMessages(here, 0, 5).size(), 2);
    QCOMPARE(scene.session->cachedMessages(here, 0, 5).last().file->bytes, bytes.size());
}

void TestFiles::preparedImageSurvivesARestart()
{
    Scene scene;
    scene.start({test::room(here, 0)});
    scene.session->disconnect();
    const QByteArray bytes = bytesOf(40'000);
    const auto cid = scene.session->sendImage(here, bytes, u"a.jpg"_s, u"us"_s);
    QVERIFY(cid.ok());
    QCOMPARE(scene.session->outgoingImage(*cid), bytes);
    Store store(scene);
    scene.restart();
    scene.session->connectTo(scene.peer.url());
    QTRY_COMPARE(store.only(), bytes);
    QTRY_COMPARE(scene.session->unsentCount(), 0);
    QTRY_VERIFY(kept(scene).isEmpty());
    QVERIFY(scene.peer.asked<cmd::Offer>().first().image);
    QCOMPARE(scene.peer.asked<cmd::Offer>().first().caption, u"us"_s);
}

void TestFiles::lostConnectionGoesOnWhereTheServerStands()
{
    Scene scene;
    Store store(scene);
    store.dropAt = 5;
    talk(scene);
    const QByteArray bytes = bytesOf(400'000);
    QVERIFY(scene.session->sendFile(here, write(bytes), {}).ok());
    QTRY_COMPARE(scene.session->unsentCount(), 0);
    QCOMPARE(store.only(), bytes);
    QCOMPARE(scene.peer.connections, 2);
    QVERIFY2(store.chunks <= 18, "it does not begin anew");
    const auto offers = scene.peer.asked<cmd::Offer>();
    QVERIFY(std::ranges::all_of(offers, [&](const cmd::Offer &one) { return one.cid == offers.first().cid; }));
}

void TestFiles::lostAnswerToTheEndSendsItOnce()
{
    Scene scene;
    Store store(scene);
    store.loseFinish = 1;
    talk(scene);
    QVERIFY(scene.session->sendFile(here, write(bytesOf(1000)), {}).ok());
    QTRY_COMPARE(scene.session->outbox(here).size(), size_t(0));
    QCOMPARE(scene.messages[here].size(), 2);
    QTRY_COMPARE(scene.session->cachedMessages(here, 0, 5).size(), 2);
}

void TestFiles::chunkThatWasNotTakenIsSentAgain()
{
    Scene scene;
    Store store(scene);
    store.loseAt = 4;
    talk(scene);
    const QByteArray bytes = bytesOf(500'000);
    QVERIFY(scene.session->sendFile(here, write(bytes), {}).ok());
    QTRY_COMPARE(scene.session->unsentCount(), 0);
    QCOMPARE(store.only(), bytes);
    QCOMPARE(scene.peer.connections, 1);
}

void TestFiles::uploadThatTheServerForgotBeginsAnew()
{
    Scene scene;
    Store store(scene);
    talk(scene);
    const QByteArray bytes = bytesOf(200'000);
    bool forgot = false;
    connect(scene.session.get(), &Session::uploadProgress, &scene.peer, [&](RoomId, ClientId cid, qint64 sent) {
        if (sent > 0 && !std::exchange(forgot, true))
            store.files.remove(cid);
    });
    QVERIFY(scene.session->sendFile(here, write(bytes), {}).ok());
    QTRY_COMPARE(scene.session->unsentCount(), 0);
    QVERIFY(forgot);
    QCOMPARE(store.only(), bytes);
}

void TestFiles::lyingOffsetIsRefused()
{
    Scene scene;
    Store store(scene);
    store.lie = true;
    talk(scene);
    QVERIFY(scene.session->sendFile(here, write(bytesOf(1000)), {}).ok());
    QTRY_COMPARE(scene.session->outbox(here).front().state, OutboxEntry::State::Refused);
    QCOMPARE(scene.session->outbox(here).front().error.code, ErrorCode::UploadOffset);
    QCOMPARE(store.chunks, 0);
}

void TestFiles::serverThatNeverComesFurtherIsGivenUp()
{
    Scene scene;
    Store store(scene);
    store.stubborn = true;
    talk(scene);
    QVERIFY(scene.session->sendFile(here, write(bytesOf(1000)), {}).ok());
    QTRY_COMPARE(scene.session->outbox(here).front().state, OutboxEntry::State::Refused);
    QVERIFY(store.chunks < 20);
}

void TestFiles::refusalIsKeptAndRetried()
{
    Scene scene;
    Store store(scene);
    store.refuseFinish = Error{ErrorCode::FileType, {}, u"damaged"_s};
    talk(scene);
    const QByteArray bytes = bytesOf(1000);
    const auto cid = scene.session->sendImage(here, bytes, u"a.png"_s, {});
    QVERIFY(cid.ok());
    QTRY_COMPARE(scene.session->outbox(here).front().state, OutboxEntry::State::Refused);
    QCOMPARE(scene.session->outbox(here).front().error.code, ErrorCode::FileType);
    QTRY_COMPARE(scene.peer.count<cmd::Withdraw>(), 1);
    store.refuseFinish.reset();
    scene.session->retry(*cid);
    QTRY_COMPARE(scene.session->outbox(here).size(), size_t(0));
    QCOMPARE(store.only(), bytes);
}

void TestFiles::refusedChunkEndsIt()
{
    Scene scene;
    Store store(scene);
    store.chunkError = u"file.too_large"_s;
    talk(scene);
    QVERIFY(scene.session->sendFile(here, write(bytesOf(100'000)), {}).ok());
    QTRY_COMPARE(scene.session->outbox(here).front().state, OutboxEntry::State::Refused);
    QCOMPARE(scene.session->outbox(here).front().error.code, ErrorCode::FileTooLarge);
}

void TestFiles::fileThatChangedIsRefused()
{
    Scene scene;
    Store store(scene);
    scene.start({test::room(here, 0)});
    scene.session->disconnect();
    const QString path = write(bytesOf(1000));
    QVERIFY(scene.session->sendFile(here, path, {}).ok());
    QVERIFY(!write(bytesOf(999)).isEmpty());
    scene.session->connectTo(scene.peer.url());
    QTRY_COMPARE(scene.session->outbox(here).front().state, OutboxEntry::State::Refused);
    QCOMPARE(scene.session->outbox(here).front().error.code, ErrorCode::FileGone);
    QCOMPARE(store.chunks, 0);
}

void TestFiles::whatCannotBeSentIsRefusedAtOnce()
{
    Scene scene;
    Room left = test::room(roomId(2), 0);
    left.members[0].left = true;
    scene.start({test::room(here, 0), left});
    Session &session = *scene.session;
    QCOMPARE(session.sendFile(here, m_folder.filePath(u"nothing"_s), {}).error().code, ErrorCode::FileGone);
    QCOMPARE(session.sendFile(here, m_folder.path(), {}).error().code, ErrorCode::FileGone);
    QCOMPARE(session.sendFile(here, write({}, u"empty"_s), {}).error().field, u"args.bytes"_s);
    QCOMPARE(session.sendFile(here, write(bytesOf(10)), QString(limits::messageCodePoints + 1, u'a')).error().field, u"args.caption"_s);
    QCOMPARE(session.sendFile(roomId(9), write(bytesOf(10)), {}).error().code, ErrorCode::RoomNotFound);
    QCOMPARE(session.sendFile(roomId(2), write(bytesOf(10)), {}).error().code, ErrorCode::RoomLeft);
    QCOMPARE(session.sendImage(here, QByteArray(limits::imageBytes + 1, 'x'), u"a"_s, {}).error().code, ErrorCode::FileTooLarge);
    QFile large(m_folder.filePath(u"large"_s));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(limits::fileBytes + 1));
    QCOMPARE(session.sendFile(here, large.fileName(), {}).error().code, ErrorCode::FileTooLarge);
    QCOMPARE(session.unsentCount(), 0);
    QVERIFY(kept(scene).isEmpty());
}

void TestFiles::nothingGoesToWhoHasNotWritten()
{
    Scene scene;
    Store store(scene);
    scene.messages[roomId(2)] = {message(1, 1, u"hello"_s), message(2, 1, u"are you there?"_s)};
    scene.start({test::room(here, 0), test::room(roomId(2), 2)});
    Session &session = *scene.session;
    const QString path = write(bytesOf(1000));
    for (const RoomId room : {here, roomId(2)}) {
        QCOMPARE(session.sendFile(room, path, {}).error().code, ErrorCode::StrangerFile);
        QCOMPARE(session.sendImage(room, bytesOf(1000), u"a.png"_s, {}).error().code, ErrorCode::StrangerFile);
    }
    QCOMPARE(session.unsentCount(), 0);
    QVERIFY(kept(scene).isEmpty());
    QSignalSpy arrived(&session, &Session::messageArrived);
    scene.messages[here] = {message(1, 2, u"hi"_s)};
    scene.peer.tell(ev::RoomMessage{here, message(1, 2, u"hi"_s)});
    QVERIFY(arrived.wait());
    QVERIFY(session.sendFile(here, path, {}).ok());
    QTRY_COMPARE(session.unsentCount(), 0);
    QCOMPARE(scene.peer.count<cmd::Offer>(), 1);
}

void TestFiles::whoMayHaveWrittenIsTheServersToKnow()
{
    Scene scene;
    Store store(scene);
    store.refuseOffer = Error{ErrorCode::StrangerFile};
    Room group = test::room(roomId(3), 0), crowded = test::room(roomId(4), 30);
    group.kind = RoomKind::Group;
    scene.messages[roomId(2)] = {message(2, 1, u"the first one is gone: whose was it?"_s)};
    for (int seq = 1; seq <= 30; ++seq)
        scene.messages[roomId(4)].append(message(seq, 1, u"again"_s));
    scene.start({test::room(here, 0), test::room(roomId(2), 2), group, crowded});
    const QString path = write(bytesOf(1000));
    for (const int number : {2, 3, 4}) {
        QVERIFY(scene.session->sendFile(roomId(number), path, {}).ok());
        QTRY_COMPARE(scene.session->outbox(roomId(number)).front().state, OutboxEntry::State::Refused);
    }
    scene.session->disconnect(); // they may write at this moment
    QVERIFY(scene.session->sendFile(here, path, {}).ok());
}

void TestFiles::textsDoNotWaitForFiles()
{
    Scene scene;
    Store store(scene);
    scene.peer.on<cmd::Offer>([](qint64, const cmd::Offer &) {}); // never answered
    scene.peer.on<cmd::Send>([&](qint64 id, const cmd::Send &) { scene.peer.ok(id, cmd::Sent{2, fromMs(1'790'000'000'000)}); });
    talk(scene);
    QVERIFY(scene.session->sendFile(here, write(bytesOf(1000)), {}).ok());
    QVERIFY(scene.session->sendText(here, u"meanwhile"_s).ok());
    QTRY_COMPARE(scene.session->cachedMessages(here, 0, 5).size(), 2);
    QCOMPARE(scene.session->unsentCount(), 1);
}

void TestFiles::cancelledUploadIsWithdrawn()
{
    Scene scene;
    Store store(scene);
    store.refuseFinish = Error::later(ErrorCode::Unavailable, 10s);
    talk(scene);
    const auto cid = scene.session->sendImage(here, bytesOf(100'000), u"a.png"_s, {});
    QTRY_COMPARE(scene.peer.count<cmd::Finish>(), 1);
    scene.session->cancelUpload(*cid);
    QCOMPARE(scene.session->unsentCount(), 0);
    QTRY_VERIFY(store.files.isEmpty());
    QVERIFY(kept(scene).isEmpty());
    scene.session->cancelUpload(*cid); // is not there any more
    QCOMPARE(scene.session->unsentCount(), 0);
}

void TestFiles::modelShowsTheWayOfAFile()
{
    Scene scene;
    Store store(scene);
    talk(scene);
    MessageListModel *model = scene.session->openRoom(here);
    QList<int> percents;
    connect(model, &MessageListModel::dataChanged, this, [&] {
        if (model->rowCount() > 1)
            percents.append(model->index(1).data(MessageListModel::UploadRole).toInt());
    });
    QVERIFY(scene.session->sendFile(here, write(bytesOf(320'000)), u"mine"_s).ok());
    QCOMPARE(model->rowCount(), 2);
    QCOMPARE(model->index(1).data(MessageListModel::KindRole).value<MessageKind>(), MessageKind::File);
    QCOMPARE(model->index(1).data(MessageListModel::UploadRole).toInt(), 0);
    QCOMPARE(model->index(1).data(MessageListModel::FileRole).value<Attachment>().bytes, 320'000);
    QCOMPARE(model->index(1).data(MessageListModel::TextRole).toString(), u"mine"_s);
    QTRY_COMPARE(model->index(1).data(MessageListModel::SeqRole).toLongLong(), 2);
    QCOMPARE(model->rowCount(), 2);
    QCOMPARE(model->index(1).data(MessageListModel::UploadRole).toInt(), -1);
    QVERIFY(percents.contains(51));
}

void TestFiles::signingOutLeavesNoBytes()
{
    Scene scene;
    talk(scene);
    QVERIFY(scene.session->sendImage(here, bytesOf(1000), u"a.png"_s, {}).ok());
    QVERIFY(!kept(scene).isEmpty());
    QSignalSpy out(scene.session.get(), &Session::signedOut);
    scene.session->signOut();
    QVERIFY(out.wait());
    QVERIFY(kept(scene).isEmpty());
}

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
