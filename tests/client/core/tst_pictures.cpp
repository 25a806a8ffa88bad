// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>

#include "picture_store.h"
#include "posts.h"

using namespace jjak;
using namespace jjak::client;
using namespace jjak::client::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;
using Way = PictureTray::Item::State;

namespace {

QByteArray bytesOf(qsizetype size, int seed = 7)
{
    QByteArray out(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        out[i] = char((i * seed + i / 251) & 0xff);
    return out;
}

//! A scene with a store for pictures, signed in.
struct Bench {
    Bench() { scene.start({}); }
    Lounge &lounge() { return scene.session->lounge(); }
    PictureTray &tray() { return lounge().tray(); }
    QStringList names()
    {
        QStringList out;
        for (const PictureTray::Item &item : tray().items())
            out += item.name;
        return out;
    }
    QStringList onTheDisk() const
    {
        QStringList out;
        for (QDirIterator it(scene.folder.path(), QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
            it.next();
            if (it.filePath().contains(u"/pictures/"_s))
                out.append(it.fileName());
        }
        return out;
    }
    void restart()
    {
        scene.restart();
        scene.session->connectTo(scene.peer.url());
        QTRY_COMPARE(scene.session->connectionState(), ConnectionState::Ready);
    }

    Scene scene;
    PictureStore store{scene};
};

} // namespace

//! How pictures of posts go up and come down.
class TestPictures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void picturesGoUpInOrderAndIntoThePost();
    void uploadGoesOnAfterALostConnection();
    void uploadThatTheServerForgotBeginsAnew();
    void lostAnswerToTheEndAsksAgain();
    void whatWaitsForAConnectionGoesUpWithIt();
    void refusalIsSaidAndCanBeRetried_data();
    void refusalIsSaidAndCanBeRetried();
    void whatCannotGoUpIsRefusedAtOnce();
    void removedPictureIsWithdrawn();
    void finishedPicturesAreInTheDraftAfterACrash();
    void pictureThatTheServerThrewAwayLeavesTheDraft();
    void draftThatIsDroppedLeavesNoPictures();
    void editKeepsThePicturesUnlessTheyAreSaid();
    void signingOutForgetsTheTray();
    void pictureComesFromTheServerOnce();
    void fetchGoesOnAfterALostConnection();
    void goneFetchIsTold();
    void picturesGoFromTheDiskWithTheirPost();
};

void TestPictures::picturesGoUpInOrderAndIntoThePost()
{
    Bench bench;
    bench.scene.peer.always<cmd::WritePost>({postId(1)});
    const QByteArray large = bytesOf(150'000), small = bytesOf(10, 3);
    QSignalSpy progress(&bench.tray(), &PictureTray::progress);
    QVERIFY(bench.tray().add(large, u"large.png"_s).ok());
    QVERIFY(bench.tray().add(small, u"sm\nall.png"_s).ok());
    QCOMPARE(bench.tray().count(Way::Sending), 2);
    QTRY_COMPARE(bench.tray().count(Way::Done), 2);
    QVERIFY(!progress.isEmpty());
    const QList<Picture> pictures = bench.tray().pictures();
    QCOMPARE(pictures[0].file.name, u"large.png"_s); // though the small one was there first
    QCOMPARE(pictures[1].file.name, u"sm_all.png"_s);
    QCOMPARE(bench.store.kept[pictures[0].upload].bytes, large);
    QCOMPARE(bench.lounge().draft().pictures, pictures);
    PostDraft draft = bench.lounge().draft();
    draft.title = u"Look"_s;
    bench.lounge().setDraft(draft);
    Heard<PostId> done;
    bench.lounge().write(draft, done.take());
    QTRY_VERIFY(done.result);
    const auto asked = bench.scene.peer.asked<cmd::WritePost>().last();
    QCOMPARE(asked.pictures, std::optional(QList<UploadId>{pictures[0].upload, pictures[1].upload}));
    QVERIFY(bench.lounge().draft().isEmpty());
    QVERIFY(bench.tray().items().empty());
    QCOMPARE(bench.scene.peer.count<cmd::Withdraw>(), 0); // they are the post's
}

void TestPictures::uploadGoesOnAfterALostConnection()
{
    Bench bench;
    bench.store.dropAt = 4;
    const QByteArray bytes = bytesOf(300'000);
    QVERIFY(bench.tray().add(bytes, u"a.png"_s).ok());
    QTRY_COMPARE(bench.tray().count(Way::Done), 1);
    QCOMPARE(bench.scene.peer.connections, 2);
    const auto offers = bench.scene.peer.asked<cmd::OfferPicture>();
    QCOMPARE(offers.size(), 2);
    QCOMPARE(offers[0].cid, offers[1].cid);
    QCOMPARE(bench.store.kept.size(), 1);
    QCOMPARE(bench.store.kept.begin()->bytes, bytes);
}

void TestPictures::uploadThatTheServerForgotBeginsAnew()
{
    Bench bench;
    bench.store.forgetAt = 3;
    const QByteArray bytes = bytesOf(200'000);
    QVERIFY(bench.tray().add(bytes, u"a.png"_s).ok());
    QTRY_COMPARE(bench.tray().count(Way::Done), 1);
    QCOMPARE(bench.store.kept.size(), 1);
    QCOMPARE(bench.store.kept.begin()->bytes, bytes);
    QCOMPARE(bench.scene.peer.connections, 1);
}

void TestPictures::lostAnswerToTheEndAsksAgain()
{
    Bench bench;
    bench.store.loseFinish = 1;
    QVERIFY(bench.tray().add(bytesOf(50'000), u"a.png"_s).ok());
    QTRY_COMPARE(bench.tray().count(Way::Done), 1);
    QCOMPARE(bench.store.kept.size(), 1);
    QCOMPARE(bench.store.chunks, 2); // nothing is sent twice
    QCOMPARE(bench.scene.peer.count<cmd::FinishPicture>(), 2);
}

void TestPictures::whatWaitsForAConnectionGoesUpWithIt()
{
    Bench bench;
    bench.scene.session->disconnect();
    QVERIFY(bench.tray().add(bytesOf(100), u"a.png"_s).ok());
    QCOMPARE(bench.tray().count(Way::Sending), 1);
    bench.scene.session->connectTo(bench.scene.peer.url());
    QTRY_COMPARE(bench.tray().count(Way::Done), 1);
    QCOMPARE(bench.scene.peer.count<cmd::OfferPicture>(), 1);
}

void TestPictures::refusalIsSaidAndCanBeRetried_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<bool>("atOnce");
    QTest::newRow("too large") << ErrorCode::FileTooLarge << true;
    QTest::newRow("no room") << ErrorCode::FileQuota << true;
    QTest::newRow("no name in the lounge") << ErrorCode::LoungeNoName << true;
    QTest::newRow("not an image") << ErrorCode::FileType << false;
}

void TestPictures::refusalIsSaidAndCanBeRetried()
{
    QFETCH(ErrorCode, code);
    QFETCH(bool, atOnce);
    Bench bench;
    if (atOnce)
        bench.store.refuseOffer.emplace(Error{code});
    else
        bench.store.refuseFinish.emplace(Error{code});
    const int id = *bench.tray().add(bytesOf(40'000), u"a.png"_s);
    QTRY_COMPARE(bench.tray().count(Way::Refused), 1);
    QCOMPARE(bench.tray().item(id)->error.code, code);
    QVERIFY(bench.lounge().draft().isEmpty());
    bench.store.refuseOffer.reset();
    bench.store.refuseFinish.reset();
    bench.tray().retry(id);
    QTRY_COMPARE(bench.tray().count(Way::Done), 1);
    QCOMPARE(bench.lounge().draft().pictures.size(), 1);
    QCOMPARE(bench.store.kept.size(), 1);
}

void TestPictures::whatCannotGoUpIsRefusedAtOnce()
{
    Bench bench;
    QCOMPARE(bench.tray().add({}, u"a"_s).error().field, u"args.bytes"_s);
    QCOMPARE(bench.tray().add(QByteArray(limits::imageBytes + 1, 'a'), u"a"_s).error().code, ErrorCode::FileTooLarge);
    for (int i = 0; i < limits::postPictures; ++i)
        QVERIFY(bench.tray().add(bytesOf(10, i), QString::number(i)).ok());
    QCOMPARE(bench.tray().add(bytesOf(10), u"e"_s).error().field, u"args.pictures"_s);
    QCOMPARE(bench.tray().room(), 0);
    QTRY_COMPARE(bench.tray().count(Way::Done), limits::postPictures);
    QCOMPARE(bench.names(), (QStringList{u"0"_s, u"1"_s, u"2"_s, u"3"_s}));
}

void TestPictures::removedPictureIsWithdrawn()
{
    Bench bench;
    bench.store.holdAt = 2; // on its way for ever
    const int id = *bench.tray().add(bytesOf(100'000), u"a.png"_s);
    QTRY_VERIFY(bench.store.chunks > 2);
    bench.tray().remove(id);
    QVERIFY(bench.tray().items().empty());
    QTRY_VERIFY(bench.store.kept.isEmpty());
    bench.store.holdAt = 0;
    const int second = *bench.tray().add(bytesOf(100), u"b.png"_s);
    QTRY_COMPARE(bench.tray().count(Way::Done), 1);
    bench.tray().remove(second);
    QVERIFY(bench.lounge().draft().isEmpty());
    QTRY_VERIFY(bench.store.kept.isEmpty());
}

void TestPictures::finishedPicturesAreInTheDraftAfterACrash()
{
    Bench bench;
    QVERIFY(bench.tray().add(bytesOf(100), u"a.png"_s).ok());
    QTRY_COMPARE(bench.tray().count(Way::Done), 1);
    bench.lounge().setDraft({u"Half"_s, {}, {}, bench.tray().pictures()});
    const PostDraft before = bench.lounge().draft();
    bench.restart();
    QCOMPARE(bench.lounge().draft(), before);
    QCOMPARE(bench.tray().pictures(), before.pictures);
    QSignalSpy lost(&bench.tray(), &PictureTray::lost);
    bench.tray().check();
    QTRY_COMPARE(bench.store.fetches, 1);
    QTRY_VERIFY(!bench.onTheDisk().isEmpty());
    QVERIFY(lost.isEmpty());
}

void TestPictures::pictureThatTheServerThrewAwayLeavesTheDraft()
{
    Bench bench;
    for (const QString &name : {u"a.png"_s, u"b.png"_s})
        QVERIFY(bench.tray().add(bytesOf(100), name).ok());
    QTRY_COMPARE(bench.tray().count(Way::Done), 2);
    bench.store.kept.remove(bench.tray().pictures().first().upload);
    QSignalSpy lost(&bench.tray(), &PictureTray::lost);
    bench.tray().check();
    QTRY_COMPARE(lost.size(), 1);
    QCOMPARE(lost.first().first().toStringList(), QStringList{u"a.png"_s});
    QCOMPARE(bench.names(), QStringList{u"b.png"_s});
    QCOMPARE(bench.lounge().draft().pictures, bench.tray().pictures());
}

void TestPictures::draftThatIsDroppedLeavesNoPictures()
{
    Bench bench;
    QVERIFY(bench.tray().add(bytesOf(100), u"a.png"_s).ok());
    QTRY_COMPARE(bench.tray().count(Way::Done), 1);
    bench.lounge().setDraft({});
    QVERIFY(bench.tray().items().empty());
    bench.restart();
    QVERIFY(bench.lounge().draft().isEmpty());
}

void TestPictures::editKeepsThePicturesUnlessTheyAreSaid()
{
    Bench bench;
    bench.scene.peer.always<cmd::EditPost>({});
    const Picture old = bench.store.put(bytesOf(10), u"old.png"_s);
    const auto tray = bench.lounge().makeTray();
    tray->begin({old}, true);
    bench.store.dropAt = 1; // it goes on by itself, as that of the draft does
    QVERIFY(tray->add(bytesOf(20), u"new.png"_s).ok());
    QTRY_COMPARE(tray->count(Way::Done), 2);
    QTRY_COMPARE(bench.scene.session->connectionState(), ConnectionState::Ready);
    QVERIFY(bench.lounge().draft().isEmpty()); // another tray
    Heard<Done> done;
    bench.lounge().edit(postId(1), {u"t"_s, {}, {}, {}}, done.take());
    QTRY_COMPARE(done.times, 1);
    QVERIFY(!bench.scene.peer.asked<cmd::EditPost>().last().pictures);
    bench.lounge().edit(postId(1), {u"t"_s, {}, {}, tray->pictures()}, done.take(), Lounge::Editing::AlsoPictures);
    QTRY_COMPARE(done.times, 2);
    QCOMPARE(bench.scene.peer.asked<cmd::EditPost>().last().pictures->size(), 2);
    tray->remove(tray->items().front().id);
    bench.lounge().edit(postId(1), {u"t"_s, {}, {}, {}}, done.take(), Lounge::Editing::AlsoPictures);
    QTRY_COMPARE(done.times, 3);
    QCOMPARE(bench.scene.peer.asked<cmd::EditPost>().last().pictures, std::optional(QList<UploadId>()));
    QCOMPARE(bench.scene.peer.count<cmd::Withdraw>(), 0); // what the post has goes with the edit
}

void TestPictures::signingOutForgetsTheTray()
{
    Bench bench;
    bench.store.holdAt = 1;
    QVERIFY(bench.tray().add(bytesOf(100), u"a.png"_s).ok());
    QSignalSpy out(bench.scene.session.get(), &Session::signedOut);
    bench.scene.session->signOut();
    QVERIFY(out.wait());
    QVERIFY(bench.tray().items().empty());
}

void TestPictures::pictureComesFromTheServerOnce()
{
    Bench bench;
    const QByteArray bytes = bytesOf(100'000);
    const Picture picture = bench.store.put(bytes, u"a.png"_s);
    QSignalSpy progress(&bench.lounge().pictures(), &Pictures::progress);
    int got = 0;
    const auto take = [&](const Result<QByteArray> &answer) { got += answer && *answer == bytes ? 1 : 100; };
    bench.lounge().pictures().fetch(picture, false, take);
    bench.lounge().pictures().fetch(picture, false, take);
    QCOMPARE(got, 0);
    QTRY_COMPARE(got, 2);
    QVERIFY(!progress.isEmpty());
    QCOMPARE(progress.first()[2].toLongLong(), 100'000);
    const int asked = bench.store.fetches;
    bench.restart();
    bench.lounge().pictures().fetch(picture, false, take);
    QTRY_COMPARE(got, 3);
    QCOMPARE(bench.store.fetches, asked);
    bench.lounge().pictures().fetch(picture, true, take); // that is another file
    QTRY_COMPARE(got, 4);
    QCOMPARE(bench.onTheDisk().size(), 2);
}

void TestPictures::fetchGoesOnAfterALostConnection()
{
    Bench bench;
    bench.store.dropFetchAt = 4;
    const QByteArray bytes = bytesOf(400'000);
    std::optional<QByteArray> got;
    bench.lounge().pictures().fetch(bench.store.put(bytes, u"a.png"_s), false, [&](const Result<QByteArray> &answer) { got = *answer; });
    QTRY_VERIFY(got);
    QCOMPARE(*got, bytes);
    QCOMPARE(bench.scene.peer.connections, 2);
}

void TestPictures::goneFetchIsTold()
{
    Bench bench;
    const Picture picture = bench.store.put(bytesOf(10), u"a.png"_s);
    bench.store.kept.clear();
    std::optional<Error> error;
    bench.lounge().pictures().fetch(picture, true, [&](const Result<QByteArray> &answer) { error = answer.error(); });
    QTRY_VERIFY(error);
    QCOMPARE(error->code, ErrorCode::FileGone);
    QVERIFY(bench.onTheDisk().isEmpty());
}

void TestPictures::picturesGoFromTheDiskWithTheirPost()
{
    Bench bench;
    Post one = post(1);
    one.pictures = {bench.store.put(bytesOf(10), u"a.png"_s), bench.store.put(bytesOf(20), u"b.png"_s)};
    bench.scene.peer.on<cmd::OpenPost>([&](qint64 id, const cmd::OpenPost &) { bench.scene.peer.ok(id, cmd::OpenedPost{one, {}}); });
    bench.scene.peer.always<cmd::ErasePost>({});
    Heard<Post> looked;
    bench.lounge().look(one.post, looked.take());
    QTRY_VERIFY(looked.result);
    int got = 0;
    for (const Picture &picture : std::as_const(one.pictures))
        bench.lounge().pictures().fetch(picture, false, [&](const Result<QByteArray> &answer) { got += answer ? 1 : 100; });
    QTRY_COMPARE(got, 2);
    QCOMPARE(bench.onTheDisk().size(), 2);
    one.pictures.removeFirst(); // changed by its author
    bench.lounge().look(one.post, looked.take());
    QTRY_COMPARE(looked.times, 2);
    QCOMPARE(bench.onTheDisk().size(), 1);
    Heard<Done> erased;
    bench.lounge().erase(one.post, erased.take());
    QTRY_VERIFY(erased.result);
    QVERIFY(bench.onTheDisk().isEmpty());
}

QTEST_GUILESS_MAIN(TestPictures)
#include "tst_pictures.moc"
