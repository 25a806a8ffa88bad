// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QBuffer>
#include <QCheckBox>
#include <QClipboard>
#include <QMenu>
#include <QMimeData>
#include <QtEndian>

#include "client/core/sentences.h"
#include "client/desktop/chats/composer_edit.h"
#include "client/desktop/files/attach_dialog.h"
#include "client/desktop/files/conversation_files.h"
#include "client/desktop/files/image_viewer.h"
#include "talk_bench.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::desktop;
using namespace jjak::desktop::test;
using jjak::client::test::roomId;
using namespace protocol;
using Model = client::MessageListModel;

namespace {

//! Half red, half blue, so that a blur can be told from it.
QImage picture(QSize size = {300, 200})
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); x += 2)
            image.setPixelColor(x, y, Qt::blue);
    return image;
}

QByteArray encoded(const QImage &image, const char *format = "PNG")
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

//! The tour's first room with an image (13) and a file (14) of the other person, and a server that gives their bytes.
struct FileBench : TalkBench {
    FileBench() : image(encoded(picture()))
    {
        desk.scene.peer.on<cmd::Fetch>([this](qint64 id, const cmd::Fetch &asked) {
            ++fetches;
            if (refused)
                return desk.scene.peer.refuse(id, Error{*refused});
            const QByteArray &all = asked.seq == 13 ? image : file;
            QByteArray frame(8, '\0');
            qToBigEndian(id, frame.data());
            desk.scene.peer.rawBytes(frame + all.mid(asked.offset, limits::chunkBytes));
        });
        add(13, MessageKind::Image, {u"beach.png"_s, image.size(), u"image/png"_s, 300, 200, image.size()});
        add(14, MessageKind::File, {u"notes.txt"_s, file.size(), u"application/octet-stream"_s, 0, 0, 0});
    }
    void add(qint64 seq, MessageKind kind, const Attachment &attachment)
    {
        Message message = find(roomId(1), 12);
        message.seq = seq;
        message.kind = kind;
        message.text.clear();
        message.file = attachment;
        message.reply.reset();
        message.reactions.reset();
        message.change.reset();
        desk.scene.messages[roomId(1)].append(message);
        desk.scene.peer.tell(ev::RoomMessage{roomId(1), message});
        QTRY_VERIFY(model().rowOfSeq(seq) >= 0);
    }
    ConversationFiles &files() { return *view()->files(); }
    MessageRow row(qint64 seq)
    {
        MessageRow row = readMessage(index(seq));
        files().dress(row, index(seq));
        return row;
    }
    AttachDialog *dialog() { return desk.window->findChild<AttachDialog *>(); }

    const QByteArray image, file = QByteArray("so many notes\n").repeated(5000);
    int fetches = 0;
    std::optional<ErrorCode> refused;
    QTemporaryDir folder;
};

} // namespace

//! Images and files in a conversation: chosen, dropped and pasted, looked at and saved.
class TestAttachments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void imagesOfOthersAreBlurredUntilClicked();
    void enterShowsABlurredImage();
    void trustedConversationsAreShownPlainly();
    void thumbnailIsFetchedOnce();
    void viewerShowsZoomsAndSaves();
    void viewerSaysWhatWentWrong();
    void fileIsANameAndASize();
    void goneFileSaysSo();
    void choosingAnImageOffersItWithoutItsData();
    void imageCanGoAsAFile();
    void textFilesGoAsFiles();
    void pastedImageIsAttached();
    void pastedTextIsText();
    void droppedFileIsAttached();
    void whatIsRefusedStaysInTheDialog();
    void answerGoesWithTheFile();
    void sendingCanBeCancelled();
    void nothingIsAttachedWhereNothingCanBeWritten();
};

void TestAttachments::imagesOfOthersAreBlurredUntilClicked()
{
    FileBench bench;
    QTRY_VERIFY(!bench.row(13).image.isNull());
    const QImage covered = bench.row(13).image.toImage();
    QVERIFY(bench.row(13).covered && !bench.row(14).covered);
    QVERIFY(bench.files().thumbnails().isBlurred(roomId(1), 13, false));
    QVERIFY(qAbs(covered.pixelColor(100, 100).red() - covered.pixelColor(101, 100).red()) < 40); // the stripes are gone
    bench.click(13, layOut(bench.row(13), bench.list()->viewport()->width(), bench.desk.theme).image.center());
    QVERIFY(!bench.desk.window->findChild<ImageViewer *>()); // the first click only shows it
    QVERIFY(!bench.row(13).covered);
    const QImage plain = bench.row(13).image.toImage();
    QVERIFY(qAbs(plain.pixelColor(100, 100).red() - plain.pixelColor(101, 100).red()) > 200);
    bench.files().openImage(bench.index(13));
    QVERIFY(bench.desk.window->findChild<ImageViewer *>());
}

void TestAttachments::enterShowsABlurredImage()
{
    FileBench bench;
    QTRY_VERIFY(bench.row(13).covered);
    bench.list()->setFocus();
    bench.list()->setCurrentIndex(bench.index(13));
    QVERIFY(bench.index(13).data(Qt::AccessibleTextRole).toString().contains(u"Blurred picture, Enter shows it"_s));
    QTest::keyClick(bench.list(), Qt::Key_Return);
    QVERIFY(!bench.row(13).covered);
    QVERIFY(!QApplication::activePopupWidget());
    QVERIFY(!bench.index(13).data(Qt::AccessibleTextRole).toString().contains(u"Blurred"_s));
    QTest::keyClick(bench.list(), Qt::Key_Return); // now as on any other message
    QTRY_VERIFY(QApplication::activePopupWidget());
    QApplication::activePopupWidget()->close();
}

void TestAttachments::trustedConversationsAreShownPlainly()
{
    FileBench bench;
    QMenu menu;
    bench.files().addTo(menu, bench.index(13));
    const auto actions = menu.actions();
    const auto trust = std::ranges::find(actions, u"Always show images in this conversation"_s, &QAction::text);
    QVERIFY(trust != actions.end());
    (*trust)->trigger();
    QVERIFY(!bench.files().thumbnails().isBlurred(roomId(1), 99, false));
    QVERIFY(bench.files().thumbnails().isBlurred(roomId(2), 99, false));
    const Thumbnails next(bench.desk.context); // after the next start
    QVERIFY(!next.isBlurred(roomId(1), 99, false));
}

void TestAttachments::thumbnailIsFetchedOnce()
{
    FileBench bench;
    QTRY_VERIFY(!bench.row(13).image.isNull());
    const int before = bench.fetches;
    for (int i = 0; i < 5; ++i)
        QVERIFY(!bench.row(13).image.isNull());
    QCOMPARE(bench.fetches, before);
    QCOMPARE(bench.row(13).imageSize, QSize(300, 200));
}

void TestAttachments::viewerShowsZoomsAndSaves()
{
    FileBench bench;
    ImageViewer viewer(bench.desk.theme, std::make_unique<MessageImage>(bench.desk.session(), roomId(1), 13, QPixmap()), 0, bench.desk.window.get());
    viewer.setAttribute(Qt::WA_DeleteOnClose, false);
    viewer.open();
    QTRY_VERIFY(viewer.isLoaded());
    QVERIFY(viewer.status().isEmpty());
    viewer.setZoom(2);
    QTest::keyClick(&viewer, Qt::Key_Plus);
    QVERIFY(viewer.zoom() > 2);
    QTest::keyClick(&viewer, Qt::Key_0);
    QCOMPARE(viewer.zoom(), 0.0);
    QTest::keyClick(&viewer, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->image().size(), QSize(300, 200));
    const QString path = bench.folder.filePath(u"saved.png"_s);
    QVERIFY(viewer.saveTo(path));
    QFile saved(path);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), bench.image);
    QVERIFY(!viewer.saveTo(bench.folder.filePath(u"no/such/folder.png"_s)));
    QVERIFY(!viewer.status().isEmpty());
    QTest::keyClick(&viewer, Qt::Key_Escape);
    QVERIFY(!viewer.isVisible());
}

void TestAttachments::viewerSaysWhatWentWrong()
{
    FileBench bench;
    bench.refused = ErrorCode::FileGone;
    ImageViewer viewer(bench.desk.theme, std::make_unique<MessageImage>(bench.desk.session(), roomId(1), 13, QPixmap()), 0, bench.desk.window.get());
    viewer.setAttribute(Qt::WA_DeleteOnClose, false);
    viewer.open();
    QTRY_COMPARE(viewer.status(), client::sentence(Error{ErrorCode::FileGone}));
    QVERIFY(!viewer.isLoaded());
}

void TestAttachments::fileIsANameAndASize()
{
    FileBench bench;
    const MessageRow row = bench.row(14);
    QCOMPARE(row.fileName, u"notes.txt"_s);
    QVERIFY(!row.fileDetail.isEmpty());
    QVERIFY(!row.imageSize.isValid());
}

void TestAttachments::goneFileSaysSo()
{
    FileBench bench;
    Message gone = bench.find(roomId(1), 14);
    gone.file.reset();
    bench.tell(gone);
    QTRY_VERIFY(bench.row(14).text.contains(u"not there any more"_s));
    QVERIFY(bench.row(14).fileName.isEmpty());
}

void TestAttachments::choosingAnImageOffersItWithoutItsData()
{
    FileBench bench;
    const QString path = bench.folder.filePath(u"IMG_0001.PNG"_s);
    QVERIFY(picture().save(path, "PNG"));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    bench.files().attach(data, 0);
    QVERIFY(bench.dialog() && bench.dialog()->isImage());
    // Enter sends, as in the box below the messages.
    QTest::keyClicks(bench.dialog()->caption(), u"the"_s);
    QTest::keyClick(bench.dialog()->caption(), Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(bench.dialog()->caption(), u"sea"_s);
    QTest::keyClick(bench.dialog()->caption(), Qt::Key_Return);
    const auto waiting = bench.desk.session().outbox(roomId(1));
    QVERIFY(!waiting.empty());
    QTRY_COMPARE(bench.count<cmd::Offer>(), 1);
    QVERIFY(bench.last<cmd::Offer>().image);
    QCOMPARE(bench.last<cmd::Offer>().caption, u"the\nsea"_s);
    QTRY_VERIFY(!bench.dialog());
}

void TestAttachments::imageCanGoAsAFile()
{
    FileBench bench;
    const QString path = bench.folder.filePath(u"scan.png"_s);
    QVERIFY(picture().save(path, "PNG"));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    bench.files().attach(data, 0);
    QVERIFY(!bench.dialog()->asFile()->isHidden());
    bench.dialog()->asFile()->setChecked(true);
    bench.dialog()->send();
    QTRY_COMPARE(bench.count<cmd::Offer>(), 1);
    QVERIFY(!bench.last<cmd::Offer>().image);
    QCOMPARE(bench.last<cmd::Offer>().bytes, QFileInfo(path).size());
}

void TestAttachments::textFilesGoAsFiles()
{
    FileBench bench;
    const QString path = bench.folder.filePath(u"list.txt"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("milk") == 4);
    file.close();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    bench.files().attach(data, 0);
    QVERIFY(!bench.dialog()->isImage());
    QVERIFY(bench.dialog()->asFile()->isHidden());
    QVERIFY(bench.dialog()->error().isEmpty());
    bench.dialog()->send();
    QTRY_COMPARE(bench.count<cmd::Offer>(), 1);
    QCOMPARE(bench.last<cmd::Offer>().name, u"list.txt"_s);
}

void TestAttachments::pastedImageIsAttached()
{
    FileBench bench;
    QGuiApplication::clipboard()->setImage(picture());
    bench.edit()->paste();
    QVERIFY(bench.dialog() && bench.dialog()->isImage());
    QVERIFY(bench.dialog()->asFile()->isHidden()); // there is no file
    QVERIFY(bench.edit()->toPlainText().isEmpty());
}

void TestAttachments::pastedTextIsText()
{
    FileBench bench;
    QGuiApplication::clipboard()->setText(u"just words"_s);
    bench.edit()->paste();
    QVERIFY(!bench.dialog());
    QCOMPARE(bench.edit()->toPlainText(), u"just words"_s);
}

void TestAttachments::droppedFileIsAttached()
{
    FileBench bench;
    const QString path = bench.folder.filePath(u"dropped.png"_s);
    QVERIFY(picture().save(path, "PNG"));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QVERIFY(ConversationFiles::isWelcome(data));
    QDragEnterEvent enter(bench.view()->rect().center(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(bench.view(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(bench.view()->rect().center(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(bench.view(), &drop);
    QVERIFY(bench.dialog() && bench.dialog()->isImage());
    QMimeData other;
    other.setUrls({QUrl(u"https://example.org/a.png"_s), QUrl::fromLocalFile(bench.folder.path())});
    QVERIFY(!ConversationFiles::isWelcome(other)); // nothing of this machine that is a file
}

void TestAttachments::whatIsRefusedStaysInTheDialog()
{
    FileBench bench;
    const QString path = bench.folder.filePath(u"empty.bin"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    bench.files().attach(data, 0);
    bench.dialog()->send();
    QVERIFY(bench.dialog());
    QVERIFY(!bench.dialog()->error().isEmpty());
    QVERIFY(bench.desk.session().outbox(roomId(1)).empty());
}

void TestAttachments::answerGoesWithTheFile()
{
    FileBench bench;
    bench.actions()->reply(12);
    QGuiApplication::clipboard()->setImage(picture());
    bench.edit()->paste();
    bench.dialog()->send();
    QTRY_COMPARE(bench.count<cmd::Offer>(), 1);
    QVERIFY(bench.last<cmd::Offer>().reply == 12);
    QCOMPARE(bench.composer()->repliedTo(), 0);
}

void TestAttachments::sendingCanBeCancelled()
{
    FileBench bench;
    QGuiApplication::clipboard()->setImage(picture());
    bench.edit()->paste();
    bench.dialog()->send();
    const int last = bench.model().rowCount() - 1;
    const QModelIndex row = bench.list()->model()->index(last, 0);
    QTRY_VERIFY(row.data(Model::UploadRole).toInt() >= 0);
    MessageRow shown = readMessage(row);
    bench.files().dress(shown, row);
    QVERIFY(shown.progress >= 0 && !shown.image.isNull()); // what one sends is seen at once
    QMenu menu;
    bench.files().addTo(menu, row);
    QCOMPARE(menu.actions().size(), 1);
    menu.actions().first()->trigger();
    QTRY_VERIFY(bench.desk.session().outbox(roomId(1)).empty());
}

void TestAttachments::nothingIsAttachedWhereNothingCanBeWritten()
{
    FileBench bench;
    bench.open(3); // has left
    QVERIFY(!bench.files().mayAttach());
    QSignalSpy said(&bench.files(), &ConversationFiles::said);
    QGuiApplication::clipboard()->setImage(picture());
    bench.files().attach(*QGuiApplication::clipboard()->mimeData(), 0);
    QVERIFY(!bench.dialog());
    QCOMPARE(said.size(), 1);
}

QTEST_MAIN(TestAttachments)
#include "tst_attachments.moc"
