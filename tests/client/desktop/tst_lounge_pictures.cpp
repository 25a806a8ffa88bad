// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QBuffer>
#include <QClipboard>
#include <QLineEdit>
#include <QMimeData>

#include "../core/picture_store.h"
#include "client/core/sentences.h"
#include "client/desktop/files/image_viewer.h"
#include "client/desktop/lounge/picture_row.h"
#include "client/desktop/lounge/picture_tile.h"
#include "client/desktop/lounge/post_card.h"
#include "client/desktop/lounge/post_dialog.h"
#include "client/desktop/lounge/post_pictures.h"
#include "client/desktop/lounge/post_words.h"
#include "client/desktop/safety/confirm_dialog.h"
#include "lounge_bench.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::desktop;
using namespace jjak::desktop::test;
using namespace protocol;
using client::PictureTray;
using Way = PictureTray::Item::State;

namespace {

QImage imageOf(const QColor &color, QSize size = {300, 200})
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(color);
    return image;
}

QByteArray pngOf(const QImage &image)
{
    QByteArray out;
    QBuffer buffer(&out);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return out;
}

//! A lounge with a store for pictures.
struct PictureBench : LoungeBench {
    PictureBench()
    {
        peer().on<cmd::WritePost>([this](qint64 id, const cmd::WritePost &ask) {
            if (refuseWrite) {
                peer().refuse(id, *refuseWrite);
                refuseWrite.reset();
                return;
            }
            Post post;
            post.post = PostId::random(desk.scene.rng);
            post.author = PersonaId::random(desk.scene.rng);
            post.name = u"달빛"_s;
            post.at = desk.session().serverNow();
            post.mine = true;
            post.heading = ask.heading;
            for (const UploadId upload : ask.pictures.value_or(QList<UploadId>()))
                post.pictures.append(store.picture(upload));
            samples.posts.prepend(post);
            peer().ok(id, cmd::Written{post.post});
        });
        peer().on<cmd::EditPost>([this](qint64 id, const cmd::EditPost &ask) {
            Post *post = samples.find(ask.post);
            post->pictures.clear();
            for (const UploadId upload : ask.pictures.value_or(QList<UploadId>()))
                post->pictures.append(store.picture(upload));
            peer().ok(id, cmd::Empty());
        });
    }
    //! Gives a post of the samples that many pictures.
    Post &illustrate(int number, int count)
    {
        Post &post = samples.posts[number];
        for (int i = 1; i <= count; ++i)
            post.pictures.append(store.put(pngOf(imageOf(i == 1 ? Qt::red : Qt::blue)), u"p%1.png"_s.arg(i), {300, 200}));
        return post;
    }
    QString file(const QString &name, const QByteArray &bytes)
    {
        QFile out(folder.filePath(name));
        return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() ? out.fileName() : QString();
    }
    QString image(const QString &name) { return file(name, pngOf(imageOf(Qt::green))); }
    PostDialog *compose()
    {
        page().newPost();
        auto *dialog = this->dialog<PostDialog>();
        dialog->titleEdit()->setText(u"Look"_s);
        return dialog;
    }
    PictureTray &tray() { return desk.session().lounge().tray(); }

    QTemporaryDir folder;
    client::test::PictureStore store{desk.scene};
    std::optional<Error> refuseWrite;
};

} // namespace

//! Pictures of posts as they are read and as they are written.
class TestLoungePictures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void picturesOpenInTheViewerOneAfterTheOther();
    void picturesOfOthersAreBlurredUntilPressed();
    void trustedLoungeIsShownPlainly();
    void cardShowsTheFirstPicture();
    void picturesFitTheColumn();
    void chosenPicturesArePosted();
    void postWaitsForItsPictures();
    void refusedPictureSaysWhyAndCanBeTriedAgainOrRemoved();
    void whatIsNoPictureIsSaid();
    void picturesKeepTheirSizeBelowManyErrors();
    void fourAreEnough();
    void picturesArePastedAndDropped();
    void picturesOfADraftAreThereAgain();
    void goneOneLeavesTheDraftWithASentence();
    void refusedPostSaysWhichPictureIsGone();
    void editedPostShowsAndChangesItsPictures();
    void cancelledEditLeavesThePost();
};

void TestLoungePictures::picturesOpenInTheViewerOneAfterTheOther()
{
    PictureBench bench;
    bench.illustrate(3, 3); // one's own
    bench.open(3);
    const auto tiles = bench.view().pictures()->tiles();
    QCOMPARE(tiles.size(), 3);
    QTRY_VERIFY(!tiles[2]->picture().isNull());
    QCOMPARE(tiles[1]->accessibleName(), u"Picture 2 of 3: p2.png"_s);
    tiles[1]->setFocus();
    QTest::keyClick(tiles[1], Qt::Key_Return);
    auto *viewer = bench.dialog<ImageViewer>();
    QVERIFY(viewer && viewer->index() == 1);
    QTRY_VERIFY(viewer->isLoaded());
    QCOMPARE(viewer->windowTitle(), u"Picture 2 of 3: p2.png"_s);
    QVERIFY(QTest::qWaitForWindowActive(viewer));
    QTest::keyClick(viewer, Qt::Key_Right);
    QCOMPARE(viewer->index(), 2);
    QTest::keyClick(viewer, Qt::Key_Right); // the last one
    QCOMPARE(viewer->index(), 2);
    QTRY_VERIFY(viewer->isLoaded());
    QVERIFY(!LoungeBench::button(viewer, u"Next"_s)->isEnabled());
    LoungeBench::button(viewer, u"Previous"_s)->click();
    QTest::keyClick(viewer, Qt::Key_Left);
    QCOMPARE(viewer->index(), 0);
    QTRY_VERIFY(viewer->isLoaded());
    QVERIFY(viewer->saveTo(bench.folder.filePath(u"saved.png"_s)));
    QCOMPARE(QImage(bench.folder.filePath(u"saved.png"_s)).pixelColor(9, 9), QColor(Qt::red));
    QTest::keyClick(viewer, Qt::Key_Escape);
    QTRY_VERIFY(!bench.dialog<ImageViewer>());
}

void TestLoungePictures::picturesOfOthersAreBlurredUntilPressed()
{
    PictureBench bench;
    bench.illustrate(1, 2);
    bench.open(1);
    const auto tiles = bench.view().pictures()->tiles();
    QTRY_VERIFY(!tiles[0]->picture().isNull());
    QVERIFY2(tiles[0]->accessibleName().endsWith(u"Blurred: press to show it"_s), qPrintable(tiles[0]->accessibleName()));
    tiles[0]->click();
    QVERIFY(!bench.dialog<ImageViewer>()); // the first press only shows it
    QCOMPARE(tiles[0]->accessibleName(), u"Picture 1 of 2: p1.png"_s);
    QVERIFY(tiles[1]->accessibleName().contains(u"Blurred"_s));
    tiles[0]->click();
    QVERIFY(bench.dialog<ImageViewer>());
    QTRY_VERIFY(bench.dialog<ImageViewer>()->isLoaded());
    bench.dialog<ImageViewer>()->step(1); // looked at on purpose, too
    QTRY_VERIFY(!tiles[1]->accessibleName().contains(u"Blurred"_s));
}

void TestLoungePictures::trustedLoungeIsShownPlainly()
{
    PictureBench bench;
    const UploadId picture = bench.illustrate(1, 1).pictures.first().upload;
    bench.open(1);
    LoungeBench::entry(bench.view().menu(), u"Always show pictures in the lounge"_s)->trigger();
    QVERIFY(!bench.view().pictures()->tiles().first()->accessibleName().contains(u"Blurred"_s));
    QVERIFY(!PostThumbnails(bench.desk.context).isBlurred(picture, false)); // after the next start
    QTRY_VERIFY(LoungeBench::entry(bench.view().menu(), u"Blur pictures in the lounge again"_s));
    LoungeBench::entry(bench.view().menu(), u"Blur pictures in the lounge again"_s)->trigger();
    QVERIFY(PostThumbnails(bench.desk.context).isBlurred(picture, false));
}

void TestLoungePictures::cardShowsTheFirstPicture()
{
    PictureBench bench;
    Post &post = bench.illustrate(3, 3);
    bench.page().posts()->refresh();
    QTRY_VERIFY(bench.page().posts()->postAt(3) && bench.page().posts()->postAt(3)->pictures.size() == 3);
    QVERIFY(accessibleText(post, bench.desk.session().serverNow()).contains(u"3 picture"_s));
    bench.list().scrollTo(bench.list().model()->index(3, 0));
    const auto shows = [&](const QColor &color) {
        const QImage shot = bench.list().viewport()->grab(bench.list().visualRect(bench.list().model()->index(3, 0))).toImage();
        return shot.pixelColor(shot.width() - 60, 50) == color;
    };
    QTRY_VERIFY(shows(Qt::red));
    Post plain = post;
    plain.pictures.clear();
    const Time now = bench.desk.session().serverNow();
    QVERIFY(PostCard(plain, 300, bench.desk.theme, now).height() <= PostCard(post, 300, bench.desk.theme, now).height()); // nothing is cut off
}

void TestLoungePictures::picturesFitTheColumn()
{
    PictureBench bench;
    bench.illustrate(3, 4);
    bench.desk.theme.setZoom(200);
    bench.desk.window->resize(700, 700);
    bench.open(3);
    const auto tiles = bench.view().pictures()->tiles();
    QTRY_VERIFY(tiles.last()->width() > 0 && tiles.last()->isVisible());
    for (const PictureTile *tile : tiles)
        QVERIFY2(tile->geometry().right() <= bench.view().pictures()->width(), qPrintable(QString::number(tile->geometry().right())));
    for (int i = 1; i < tiles.size(); ++i)
        QVERIFY(!tiles[i]->geometry().intersects(tiles[i - 1]->geometry()));
    QTRY_VERIFY(bench.view().pictures()->height() >= tiles.last()->geometry().bottom());
}

void TestLoungePictures::chosenPicturesArePosted()
{
    PictureBench bench;
    PostDialog *dialog = bench.compose();
    QCOMPARE(dialog->pictures()->addButton()->text(), u"Add pictures"_s);
    dialog->pictures()->addFiles({bench.image(u"b.png"_s), bench.image(u"a.png"_s)});
    QCOMPARE(dialog->pictures()->items().size(), 2);
    QVERIFY(!dialog->pictures()->items().first()->tile()->picture().isNull());
    QTRY_COMPARE(bench.tray().count(Way::Done), 2);
    QVERIFY(dialog->postButton()->isEnabled());
    QVERIFY(bench.store.kept.begin()->name.endsWith(u".jpg"_s)); // made anew: nothing of it tells where it was taken
    const QList<Picture> pictures = bench.tray().pictures();
    dialog->postButton()->click();
    QTRY_VERIFY(!bench.dialog<PostDialog>());
    QCOMPARE(bench.last<cmd::WritePost>().pictures, std::optional(QList<UploadId>{pictures[0].upload, pictures[1].upload}));
    QCOMPARE(pictures[0].file.name, u"b.jpg"_s);
    QTRY_COMPARE(bench.page().posts()->postAt(0)->pictures.size(), 2);
    QVERIFY(bench.tray().items().empty());
}

void TestLoungePictures::postWaitsForItsPictures()
{
    PictureBench bench;
    bench.store.holdAt = 1;
    PostDialog *dialog = bench.compose();
    dialog->pictures()->addFiles({bench.image(u"a.png"_s)});
    QTRY_VERIFY(bench.store.chunks > 0);
    QVERIFY(!dialog->postButton()->isEnabled());
    QVERIFY2(dialog->pictures()->note().startsWith(u"Waiting for 1 picture"_s), qPrintable(dialog->pictures()->note()));
    QCOMPARE(dialog->postButton()->accessibleDescription(), dialog->pictures()->note());
    QVERIFY(dialog->pictures()->items().first()->tile()->progress() >= 0);
    QTest::keyClick(dialog->textEdit(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(bench.count<cmd::WritePost>(), 0);
    bench.store.holdAt = 0;
    bench.peer().drop(); // and it goes on by itself
    QTRY_VERIFY(dialog->postButton()->isEnabled());
    QCOMPARE(dialog->pictures()->items().first()->tile()->progress(), -1);
    QVERIFY(dialog->pictures()->note().isEmpty());
}

void TestLoungePictures::refusedPictureSaysWhyAndCanBeTriedAgainOrRemoved()
{
    PictureBench bench;
    bench.store.refuseFinish.emplace(Error{ErrorCode::FileQuota});
    PostDialog *dialog = bench.compose();
    dialog->pictures()->addFiles({bench.image(u"a.png"_s)});
    PictureItem *item = dialog->pictures()->items().first();
    QTRY_VERIFY(dialog->pictures()->note().contains(client::sentence(Error{ErrorCode::FileQuota})));
    QVERIFY(dialog->pictures()->note().startsWith(u"a.jpg: "_s));
    QVERIFY(!dialog->postButton()->isEnabled());
    QVERIFY(item->retryButton()->isVisible());
    QCOMPARE(item->retryButton()->accessibleName(), u"Try picture 1 again: a.jpg"_s);
    item->retryButton()->click();
    QTRY_COMPARE(bench.count<cmd::FinishPicture>(), 2);
    QTRY_VERIFY(item->retryButton()->isVisible());
    item->removeButton()->click();
    QVERIFY(dialog->pictures()->items().isEmpty());
    QVERIFY(dialog->pictures()->note().isEmpty());
    QVERIFY(dialog->postButton()->isEnabled());
    bench.store.refuseFinish.reset();
    dialog->pictures()->addFiles({bench.image(u"b.png"_s)});
    QTRY_COMPARE(bench.tray().count(Way::Done), 1);
}

void TestLoungePictures::whatIsNoPictureIsSaid()
{
    PictureBench bench;
    PostDialog *dialog = bench.compose();
    dialog->pictures()->addFiles({bench.file(u"notes.txt"_s, "words"), bench.image(u"a.png"_s), u"/no/such/file.png"_s});
    QCOMPARE(dialog->pictures()->items().size(), 1);
    QVERIFY(dialog->pictures()->note().contains(u"notes.txt: "_s + client::sentence(Error{ErrorCode::FileType, {}, u"type"_s, {}})));
    QVERIFY(dialog->pictures()->note().contains(u"file.png: "_s + client::sentence(Error{ErrorCode::FileGone})));
    QTRY_VERIFY(dialog->postButton()->isEnabled()); // what did not come in keeps nothing waiting
}

void TestLoungePictures::picturesKeepTheirSizeBelowManyErrors()
{
    PictureBench bench;
    bench.store.refuseFinish.emplace(Error{ErrorCode::FileQuota});
    PostDialog *dialog = bench.compose();
    dialog->pictures()->addFiles({bench.image(u"a.png"_s), bench.image(u"b.png"_s), bench.image(u"c.png"_s), bench.file(u"notes.txt"_s, "words"), u"/no/such/file.png"_s});
    QTRY_COMPARE(dialog->pictures()->note().count(u'\n'), 5);
    for (const PictureItem *item : dialog->pictures()->items()) {
        QTRY_VERIFY(item->parentWidget()->rect().contains(item->geometry()));
        QVERIFY(item->removeButton()->height() >= item->removeButton()->sizeHint().height());
        QVERIFY(item->rect().contains(item->removeButton()->geometry()));
    }
}

void TestLoungePictures::fourAreEnough()
{
    PictureBench bench;
    PostDialog *dialog = bench.compose();
    QStringList paths;
    for (int i = 0; i < 6; ++i)
        paths += bench.image(u"%1.png"_s.arg(i));
    dialog->pictures()->addFiles(paths);
    QCOMPARE(dialog->pictures()->items().size(), limits::postPictures);
    QVERIFY(dialog->pictures()->note().startsWith(u"A post has 4 picture"_s));
    QVERIFY(!dialog->pictures()->addButton()->isEnabled());
    dialog->pictures()->items()[1]->removeButton()->click();
    QVERIFY(dialog->pictures()->addButton()->isEnabled());
    QTRY_COMPARE(bench.tray().count(Way::Done), 3);
    QCOMPARE(bench.tray().pictures()[1].file.name, u"2.jpg"_s);
}

void TestLoungePictures::picturesArePastedAndDropped()
{
    PictureBench bench;
    PostDialog *dialog = bench.compose();
    QGuiApplication::clipboard()->setImage(imageOf(Qt::yellow));
    QTest::keyClick(dialog->textEdit(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(dialog->pictures()->items().size(), 1);
    QVERIFY(dialog->textEdit()->toPlainText().isEmpty());
    QGuiApplication::clipboard()->setText(u"words"_s);
    QTest::keyClick(dialog->textEdit(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(dialog->textEdit()->toPlainText(), u"words"_s);
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(bench.image(u"a.png"_s)), QUrl::fromLocalFile(bench.image(u"b.png"_s))});
    for (QWidget *target : {static_cast<QWidget *>(dialog->textEdit()->viewport()), static_cast<QWidget *>(dialog->titleEdit())}) {
        QDragEnterEvent over(QPoint(5, 5), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        over.ignore();
        QApplication::sendEvent(target, &over);
        QVERIFY(over.isAccepted()); // by the dialog, not as text
    }
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(dialog, &drop);
    QCOMPARE(dialog->pictures()->items().size(), 3);
    QCOMPARE(dialog->titleEdit()->text(), u"Look"_s);
}

void TestLoungePictures::picturesOfADraftAreThereAgain()
{
    PictureBench bench;
    bench.store.holdAt = 1;
    PostDialog *dialog = bench.compose();
    dialog->pictures()->addFiles({bench.image(u"a.png"_s)});
    QTRY_VERIFY(bench.store.chunks > 0);
    dialog->reject();
    QTRY_VERIFY(!bench.dialog<PostDialog>());
    bench.store.holdAt = 0;
    bench.peer().drop();
    QTRY_COMPARE(bench.desk.session().lounge().draft().pictures.size(), 1); // though nobody was looking
    bench.page().newPost();
    auto *again = bench.dialog<PostDialog>();
    QCOMPARE(again->pictures()->items().size(), 1);
    QVERIFY(again->postButton()->isEnabled());
    QTRY_VERIFY(again->pictures()->note().isEmpty());
    again->throwButton()->click();
    bench.dialog<ConfirmDialog>()->actionButton()->click();
    QTRY_VERIFY(bench.store.kept.isEmpty());
    QVERIFY(bench.desk.session().lounge().draft().isEmpty());
}

void TestLoungePictures::goneOneLeavesTheDraftWithASentence()
{
    PictureBench bench;
    PostDialog *dialog = bench.compose();
    dialog->pictures()->addFiles({bench.image(u"a.png"_s)});
    QTRY_COMPARE(bench.tray().count(Way::Done), 1);
    dialog->reject();
    QTRY_COMPARE(bench.desk.session().lounge().draft().title, u"Look"_s); // the dialog is gone
    bench.store.kept.clear();                                             // a day later
    bench.page().newPost();
    auto *again = bench.dialog<PostDialog>();
    QTRY_COMPARE(again->pictures()->note(), u"“a.jpg” is not on the server any more. Add it again if you want it."_s);
    QVERIFY(again->pictures()->items().isEmpty());
    QVERIFY(again->postButton()->isEnabled());
}

void TestLoungePictures::refusedPostSaysWhichPictureIsGone()
{
    PictureBench bench;
    PostDialog *dialog = bench.compose();
    dialog->pictures()->addFiles({bench.image(u"a.png"_s), bench.image(u"b.png"_s)});
    QTRY_COMPARE(bench.tray().count(Way::Done), 2);
    bench.store.kept.remove(bench.tray().pictures().first().upload);
    bench.refuseWrite.emplace(Error{ErrorCode::UploadGone});
    dialog->postButton()->click();
    QTRY_VERIFY(dialog->pictures()->note().contains(u"a.jpg"_s));
    QVERIFY(dialog->error().startsWith(u"Not all pictures"_s));
    QCOMPARE(dialog->pictures()->items().size(), 1);
    dialog->postButton()->click();
    QTRY_VERIFY(!bench.dialog<PostDialog>());
    QCOMPARE(bench.last<cmd::WritePost>().pictures.value_or(QList<UploadId>()).size(), 1);
}

void TestLoungePictures::editedPostShowsAndChangesItsPictures()
{
    PictureBench bench;
    const Post before = bench.illustrate(3, 2);
    bench.open(3);
    LoungeBench::entry(bench.view().menu(), u"Edit …"_s)->trigger();
    auto *dialog = bench.dialog<PostDialog>();
    QCOMPARE(dialog->pictures()->items().size(), 2);
    QTRY_VERIFY(!dialog->pictures()->items().last()->tile()->picture().isNull());
    dialog->pictures()->items().first()->removeButton()->click();
    dialog->pictures()->addFiles({bench.image(u"new.png"_s)});
    QTRY_VERIFY(dialog->postButton()->isEnabled());
    dialog->postButton()->click();
    QTRY_VERIFY(!bench.dialog<PostDialog>());
    const auto asked = bench.last<cmd::EditPost>().pictures.value_or(QList<UploadId>());
    QCOMPARE(asked.size(), 2);
    QVERIFY(asked.first() == before.pictures[1].upload);
    QCOMPARE(bench.store.kept[asked.last()].name, u"new.jpg"_s);
    QTRY_COMPARE(bench.view().pictures()->tiles().last()->accessibleName(), u"Picture 2 of 2: new.jpg"_s);
    QVERIFY(bench.tray().items().empty()); // the draft's is another one
    QCOMPARE(bench.count<cmd::Withdraw>(), 0);
}

void TestLoungePictures::cancelledEditLeavesThePost()
{
    PictureBench bench;
    bench.illustrate(3, 1);
    bench.open(3);
    LoungeBench::entry(bench.view().menu(), u"Edit …"_s)->trigger();
    auto *dialog = bench.dialog<PostDialog>();
    dialog->pictures()->items().first()->removeButton()->click();
    dialog->pictures()->addFiles({bench.image(u"new.png"_s)});
    QTRY_VERIFY(dialog->postButton()->isEnabled());
    dialog->reject();
    QTRY_COMPARE(bench.store.kept.size(), 1); // the post's own
    QCOMPARE(bench.count<cmd::Withdraw>(), 1);
    QCOMPARE(bench.count<cmd::EditPost>(), 0);
}

QTEST_MAIN(TestLoungePictures)
#include "tst_lounge_pictures.moc"
