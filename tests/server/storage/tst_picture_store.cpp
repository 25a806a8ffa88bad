// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCryptographicHash>
#include <QTest>

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

//! Somebody who writes posts, and their pictures.
struct Painter {
    explicit Painter(Scratch &scratch) : s(scratch), account(s.account().id), device(DeviceId::random(s.rng()))
    {
        const QString name = QString::fromLatin1(account.toText());
        s->personas.save({account, PersonaId::random(s.rng()), name, {name, {}, {}, {}, false}});
    }
    //! Its files have those bytes.
    app::PictureRow picture(const QByteArray &bytes, const QByteArray &small, Time created = noon)
    {
        app::PictureRow row{UploadId::random(s.rng()), account, device, ClientId::random(s.rng()), 4000, {u"사진.jpg"_s, 1000, u"image/jpeg"_s, 640, 480, 100}, hashOf(bytes), hashOf(small), {}, created};
        s->pictures.insert(row);
        return row;
    }
    UploadId id(const QByteArray &bytes) { return picture(bytes, "small " + bytes).id; }
    app::PostRow post()
    {
        app::PostRow row;
        row.id = PostId::random(s.rng());
        row.author = account;
        row.cid = ClientId::random(s.rng());
        row.heading = u"title"_s;
        row.at = noon;
        row.number = s->posts.insert(row);
        return row;
    }
    QList<UploadId> shown(qint64 post)
    {
        QList<UploadId> out;
        for (const protocol::Picture &picture : s->pictures.ofPosts({post}).value(post))
            out.append(picture.upload);
        return out;
    }

    Scratch &s;
    AccountId account;
    DeviceId device;
};

} // namespace

//! Pictures of posts, and the references to their files.
class TstPictureStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPictureComesBackAsStored();
    void oneOfferMakesOnePicture();
    void anUploadWithoutARoomIsForAPost();
    void postsHaveTheirPicturesInOrder();
    void aPictureStandsInOnePostOnce();
    void whatAPostDoesNotKeepIsRemoved();
    void aFileIsHeldByMessagesAndPicturesAlike();
    void whoeverDeletesNeedNotCount_data();
    void whoeverDeletesNeedNotCount();
    void onlyWhatWaitsIsSwept();
};

void TstPictureStore::aPictureComesBackAsStored()
{
    Scratch s(Scratch::Where::Memory);
    Painter p(s);
    const auto row = p.picture("image", "small");
    for (const auto &found : {s->pictures.find(row.id), s->pictures.byClientId(row.device, row.cid)}) {
        QVERIFY(found);
        QVERIFY(found->id == row.id && found->account == row.account && found->device == row.device && found->cid == row.cid && found->sent == row.sent);
        QVERIFY(found->file == row.file && found->hash == row.hash && found->thumbnail == row.thumbnail && !found->post && found->created == row.created);
    }
    QVERIFY(!s->pictures.find(UploadId::random(s.rng())) && !s->pictures.byClientId(row.device, ClientId::random(s.rng())));
    QVERIFY(s->files.isKnown(row.hash) && s->files.isKnown(row.thumbnail));
    QCOMPARE(s->files.bytesOf(p.account), 1000);
    QCOMPARE(s->files.bytes(), 1100);
    const auto post = p.post();
    s->pictures.assign(post.number, {row.id});
    QCOMPARE(s->pictures.find(row.id)->post, std::optional(post.number));
    QCOMPARE(s->pictures.ofPosts({post.number}).value(post.number), (QList<protocol::Picture>{{row.id, row.file}}));
    s->pictures.remove(row.id);
    QVERIFY(!s->pictures.find(row.id));
    QCOMPARE(s->files.bytesOf(p.account), 0);
}

void TstPictureStore::oneOfferMakesOnePicture()
{
    Scratch s(Scratch::Where::Memory);
    Painter p(s);
    auto row = p.picture("image", "small");
    row.id = UploadId::random(s.rng());
    s->pictures.insert(row);
    QCOMPARE(s->transaction.failure(), Failure::Command);
    s->transaction.rollback();
    row.device = DeviceId::random(s.rng()); // another device's ids are its own
    s->pictures.insert(row);
    QCOMPARE(s->transaction.failure(), Failure::None);
}

void TstPictureStore::anUploadWithoutARoomIsForAPost()
{
    Scratch s(Scratch::Where::Memory);
    const auto device = s.newDevice(s.account().id);
    s->devices.save(device);
    app::UploadRow row{UploadId::random(s.rng()), device.account, device.id, {}, ClientId::random(s.rng()), u"사진.jpg"_s, 5000, true, {}, {}, noon};
    s->uploads.insert(row);
    const auto found = s->uploads.find(row.id);
    QVERIFY(found && !found->room && found->image && found->purpose() == app::UploadFor::Post);
    row.id = UploadId::random(s.rng());
    row.room = s.directRoom();
    s->uploads.insert(row);
    QCOMPARE(s->transaction.failure(), Failure::Command); // (device, cid) once, whatever it is for
    s->transaction.rollback();
    row.cid = ClientId::random(s.rng());
    s->uploads.insert(row);
    QCOMPARE(s->uploads.find(row.id)->purpose(), app::UploadFor::Message);
    row.id = UploadId::random(s.rng());
    row.cid = ClientId::random(s.rng());
    row.room.reset();
    row.image = false;
    s->uploads.insert(row);
    QCOMPARE(s->transaction.failure(), Failure::Command); // a post has pictures only
}

void TstPictureStore::postsHaveTheirPicturesInOrder()
{
    Scratch s(Scratch::Where::Memory);
    Painter p(s);
    const auto first = p.post(), second = p.post(), empty = p.post();
    const UploadId a = p.id("a"), b = p.id("b"), c = p.id("c"), d = p.id("d");
    s->pictures.assign(first.number, {c, a});
    s->pictures.assign(second.number, {b});
    s->pictures.assign(empty.number, {});
    const auto all = s->pictures.ofPosts({second.number, empty.number, first.number, 999});
    QCOMPARE(all.size(), 2);
    QCOMPARE(p.shown(first.number), (QList{c, a}));
    QCOMPARE(p.shown(second.number), QList{b});
    QCOMPARE(all.value(first.number).size(), 2);
    QVERIFY(s->pictures.ofPosts({}).isEmpty());
    s->pictures.assign(first.number, {a, d, c}); // a place is given up before it is taken
    QCOMPARE(p.shown(first.number), (QList{a, d, c}));
    QCOMPARE(s->transaction.failure(), Failure::None);
}

void TstPictureStore::aPictureStandsInOnePostOnce()
{
    Scratch s;
    Painter p(s);
    const auto first = p.post(), second = p.post();
    const UploadId a = p.id("a"), b = p.id("b");
    s->pictures.assign(first.number, {a});
    for (const auto &wrong : {QList{a}, QList{b, b}, QList{UploadId::random(s.rng())}}) {
        QVERIFY(s->transaction.begin());
        s->pictures.assign(second.number, wrong);
        QCOMPARE(s->transaction.failure(), Failure::Command);
        s->transaction.rollback();
    }
    QCOMPARE(p.shown(first.number), QList{a});
    QVERIFY(p.shown(second.number).isEmpty());
}

void TstPictureStore::whatAPostDoesNotKeepIsRemoved()
{
    Scratch s(Scratch::Where::Memory);
    Painter p(s);
    const auto post = p.post();
    const UploadId a = p.id("a"), b = p.id("b"), waits = p.id("waits");
    s->pictures.assign(post.number, {a, b});
    s->pictures.assign(post.number, {b});
    QVERIFY(!s->pictures.find(a) && s->pictures.find(b) && s->pictures.find(waits));
    QCOMPARE(s->files.takeUnused(9).size(), 2);
    QVERIFY(s->files.isKnown(hashOf("b")) && !s->files.isKnown(hashOf("a")));
}

void TstPictureStore::aFileIsHeldByMessagesAndPicturesAlike()
{
    Scratch s(Scratch::Where::Memory);
    Painter p(s);
    const RoomId room = s.directRoom(p.account, s.account().id);
    auto message = s.newMessage(room, 1);
    message.message.kind = protocol::MessageKind::Image;
    const qint64 seq = s->messages.append(message);
    s->files.insert({room, seq, p.account, {u"사진.jpg"_s, 1000, u"image/jpeg"_s, 640, 480, 100}, hashOf("image"), hashOf("small"), noon});
    const auto one = p.picture("image", "small"), other = p.picture("image", "other small");
    QCOMPARE(s->files.bytes(), 1200);
    QCOMPARE(s->files.bytesOf(p.account), 3000);
    s->pictures.remove(one.id);
    QVERIFY(s->files.takeUnused(9).isEmpty());
    s->files.remove(room, seq);
    QCOMPARE(s->files.takeUnused(9), QList<app::FileHash>{hashOf("small")});
    s->pictures.remove(other.id);
    QCOMPARE(s->files.takeUnused(9).size(), 2);
    QCOMPARE(s->files.bytes(), 0);
}

void TstPictureStore::whoeverDeletesNeedNotCount_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("the picture") << u"DELETE FROM picture"_s;
    QTest::newRow("the post") << u"DELETE FROM post"_s;
    QTest::newRow("the persona") << u"DELETE FROM persona"_s;
    QTest::newRow("the account") << u"DELETE FROM account"_s;
}

void TstPictureStore::whoeverDeletesNeedNotCount()
{
    QFETCH(const QString, sql);
    Scratch s(Scratch::Where::Memory);
    Painter p(s);
    const UploadId id = p.id("image");
    s->pictures.assign(p.post().number, {id});
    s.set().database().change(sql);
    QCOMPARE(s->transaction.failure(), Failure::None);
    QVERIFY(!s->pictures.find(id));
    QCOMPARE(s->files.takeUnused(9).size(), 2);
    QCOMPARE(s->files.bytes(), 0);
}

void TstPictureStore::onlyWhatWaitsIsSwept()
{
    Scratch s(Scratch::Where::Memory);
    Painter p(s);
    const auto stands = p.picture("a", "1"), early = p.picture("b", "2"), later = p.picture("c", "3", noon + 1h);
    s->pictures.assign(p.post().number, {stands.id});
    s->pictures.removeWaiting(noon, 9);
    QVERIFY(s->pictures.find(early.id));
    s->pictures.removeWaiting(noon + 2h, 1); // the earliest first
    QVERIFY(!s->pictures.find(early.id) && s->pictures.find(later.id));
    s->pictures.removeWaiting(noon + 1h, 9);
    QVERIFY(s->pictures.find(later.id));
    s->pictures.removeWaiting(noon + 2h, 9);
    QVERIFY(!s->pictures.find(later.id) && s->pictures.find(stands.id));
}

QTEST_GUILESS_MAIN(TstPictureStore)
#include "tst_picture_store.moc"
