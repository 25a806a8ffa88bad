// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

#include "client/core/sentences.h"
#include "client/desktop/chats/composer_edit.h"
#include "client/desktop/chats/conversation_view.h"
#include "client/desktop/chats/message_view.h"
#include "client/desktop/forms/birth_edit.h"
#include "client/desktop/forms/form_field.h"
#include "client/desktop/frame/connection_bar.h"
#include "client/desktop/frame/quick_switcher.h"
#include "client/desktop/frame/rail.h"
#include "client/desktop/frame/shortcut_dialog.h"
#include "client/desktop/kit/banner.h"
#include "client/desktop/pages/chats_page.h"
#include "client/desktop/pages/sign_in_page.h"
#include "client/desktop/safety/left_dialog.h"
#include "tour.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::desktop;
using namespace jjak::desktop::test;
using namespace jjak::protocol;
using jjak::client::test::message;
using jjak::client::test::roomId;

//! The window as a whole: signing in, the keys that work everywhere, what is said about the connection.
class TestWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newcomerTypesTheNameFirst();
    void errorStandsNextToItsField();
    void missingInputIsNotAskedOfTheServer();
    void signUpSendsWhatWasTyped();
    void keysLeadToThePlaces();
    void keysOfTheWindowWorkInTheComposer();
    void areasFollowEachOther();
    void switcherFindsRoomsByFirstConsonants();
    void panicKeyLeavesTheRoomInOneInput();
    void lostConnectionIsSaidWithoutADialog();
    void newMessageIsCountedAndAnnounced();
    void readingAtTheEndClearsTheCount();
    void refusedMessageCanBeSentAgain();
    void endedRoomCannotBeWrittenTo();
    void narrowWindowShowsOneColumn();
    void revokedDeviceIsBackAtTheSignInPage();
};

namespace {

QStringList errors(QWidget *page)
{
    QStringList texts;
    for (const QLabel *label : page->findChildren<QLabel *>())
        if (label->isVisible() && label->property("tone") == u"danger"_s)
            texts.append(label->text());
    return texts;
}

QPushButton *primary(QWidget *page)
{
    for (auto *button : page->findChildren<QPushButton *>())
        if (button->property("kind") == u"primary"_s)
            return button;
    return nullptr;
}

void fill(SignInPage *page, const QString &name, const QString &password)
{
    page->setTask(SignInPage::Task::SignUp);
    const auto edits = page->findChildren<QLineEdit *>();
    for (QLineEdit *edit : edits) {
        if (edit->accessibleName() == "Name"_L1)
            edit->setText(name);
        else if (edit->accessibleName() == "Password"_L1)
            edit->setText(password);
    }
    page->findChild<BirthEdit *>()->setDay(std::chrono::sys_days(std::chrono::year(1999) / 5 / 17));
}

template <class Dialog>
Dialog *open(Desk &desk)
{
    auto *dialog = desk.window->findChild<Dialog *>();
    return dialog && dialog->isVisible() ? dialog : nullptr;
}

} // namespace

void TestWindow::newcomerTypesTheNameFirst()
{
    Desk desk;
    desk.show();
    desk.window->showPlace(MainWindow::Place::Nearby); // where one was last time
    const auto *focused = qobject_cast<QLineEdit *>(desk.window->focusWidget());
    QVERIFY(focused);
    QCOMPARE(focused->accessibleName(), u"Name"_s);
}

void TestWindow::errorStandsNextToItsField()
{
    Desk desk;
    desk.show();
    desk.scene.peer.on<cmd::SignUp>([&](qint64 id, const cmd::SignUp &) { desk.scene.peer.refuse(id, Error{ErrorCode::AccountNameTaken}); });
    fill(desk.window->signInPage(), u"나비"_s, u"violet lamp 77 river"_s);
    primary(desk.window->signInPage())->click();
    QTRY_COMPARE(errors(desk.window->signInPage()), QStringList{client::sentence(Error{ErrorCode::AccountNameTaken})});
    auto *name = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(name && name->accessibleName() == "Name"_L1);
    QVERIFY(primary(desk.window->signInPage())->isEnabled());
}

void TestWindow::missingInputIsNotAskedOfTheServer()
{
    Desk desk;
    desk.show();
    fill(desk.window->signInPage(), u"나"_s, u"short"_s);
    primary(desk.window->signInPage())->click();
    QCOMPARE(errors(desk.window->signInPage()).size(), 2);
    QCOMPARE(desk.session().connectionState(), client::ConnectionState::Offline);
}

void TestWindow::signUpSendsWhatWasTyped()
{
    Desk desk;
    desk.show();
    desk.scene.peer.on<cmd::SignUp>([&](qint64 id, const cmd::SignUp &asked) {
        desk.scene.peer.ok(id, cmd::SignedIn{AccountId::random(desk.scene.rng), DeviceId::random(desk.scene.rng), asked.name, client::test::token('a'), false});
    });
    fill(desk.window->signInPage(), u"나비"_s, u"violet lamp 77 river"_s);
    primary(desk.window->signInPage())->click();
    QTRY_VERIFY(!desk.window->showsSignIn());
    const cmd::SignUp asked = desk.scene.peer.asked<cmd::SignUp>().first();
    QCOMPARE(asked.name, u"나비"_s);
    QCOMPARE(toIso(asked.birth), QByteArray("1999-05-17"));
    QCOMPARE(desk.settings.name(), u"나비"_s);
}

void TestWindow::keysLeadToThePlaces()
{
    Desk desk;
    desk.start();
    for (const auto &[key, place] : {std::pair(Qt::Key_2, MainWindow::Place::Dates), std::pair(Qt::Key_3, MainWindow::Place::Chats), std::pair(Qt::Key_4, MainWindow::Place::Lounge), std::pair(Qt::Key_5, MainWindow::Place::Settings), std::pair(Qt::Key_1, MainWindow::Place::Nearby)}) {
        QTest::keyClick(desk.window.get(), key, Qt::ControlModifier);
        QCOMPARE(desk.window->place(), place);
        QCOMPARE(desk.window->rail()->current(), int(place));
    }
    const int zoom = desk.theme.zoom();
    QTest::keyClick(desk.window.get(), Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(desk.theme.zoom(), zoom + 10);
    QTest::keyClick(desk.window.get(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(desk.theme.zoom(), 100);
    QTest::keyClick(desk.window.get(), Qt::Key_F1);
    QVERIFY(open<ShortcutDialog>(desk));
}

void TestWindow::keysOfTheWindowWorkInTheComposer()
{
    Desk desk;
    fillRooms(desk);
    desk.start(desk.scene.rooms);
    desk.window->openRoom(roomId(1));
    QVERIFY(qobject_cast<ComposerEdit *>(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier);
    QVERIFY(open<QuickSwitcher>(desk));
    open<QuickSwitcher>(desk)->reject();
    desk.window->activateWindow();
    QTest::keyClick(desk.window->chatsPage()->findChild<ComposerEdit *>(), Qt::Key_5, Qt::ControlModifier);
    QCOMPARE(desk.window->place(), MainWindow::Place::Settings);
}

void TestWindow::areasFollowEachOther()
{
    Desk desk;
    fillRooms(desk);
    desk.start(desk.scene.rooms);
    desk.window->openRoom(roomId(1));
    QWidget *composer = QApplication::focusWidget();
    QTest::keyClick(composer, Qt::Key_F6);
    QVERIFY(qobject_cast<RailButton *>(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget(), desk.window->chatsPage()->list());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget(), composer);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), desk.window->chatsPage()->list());
}

void TestWindow::switcherFindsRoomsByFirstConsonants()
{
    Desk desk;
    fillRooms(desk);
    desk.start(desk.scene.rooms);
    QTest::keyClick(desk.window.get(), Qt::Key_K, Qt::ControlModifier);
    auto *switcher = open<QuickSwitcher>(desk);
    QVERIFY(switcher);
    auto *edit = switcher->findChild<QLineEdit *>();
    edit->setText(u"ㄷㅇ"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(desk.window->chatsPage()->openedRoom() == roomId(3));
    QCOMPARE(desk.window->place(), MainWindow::Place::Chats);
}

void TestWindow::panicKeyLeavesTheRoomInOneInput()
{
    Desk desk;
    fillRooms(desk);
    desk.start(desk.scene.rooms);
    desk.window->openRoom(roomId(1));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(desk.scene.peer.count<cmd::Leave>(), 1);
    QVERIFY(desk.scene.peer.asked<cmd::Leave>().first().room == roomId(1));
    QCOMPARE(desk.window->place(), MainWindow::Place::Nearby); // out of sight, too
    QVERIFY(open<LeftDialog>(desk));
    QTest::keyClick(open<LeftDialog>(desk), Qt::Key_B);
    QTRY_COMPARE(desk.scene.peer.count<cmd::Block>(), 1);
}

void TestWindow::lostConnectionIsSaidWithoutADialog()
{
    Desk desk;
    fillRooms(desk);
    desk.start(desk.scene.rooms);
    desk.window->openRoom(roomId(1));
    desk.scene.peer.listen(false);
    desk.scene.peer.drop();
    auto *bar = desk.window->findChild<ConnectionBar *>()->banner();
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(!QApplication::activeModalWidget());
    auto *edit = desk.window->chatsPage()->findChild<ComposerEdit *>();
    QTest::keyClicks(edit, u"written without a connection"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_VERIFY(bar->text().contains(u"kept"_s) || !bar->findChild<QPushButton *>()->isVisible());
    desk.scene.peer.listen(true);
    QTRY_VERIFY(!bar->isVisible());
    QTRY_COMPARE(desk.scene.peer.count<cmd::Send>(), 1);
}

void TestWindow::newMessageIsCountedAndAnnounced()
{
    Desk desk;
    fillRooms(desk);
    desk.start(desk.scene.rooms);
    const int before = desk.window->rail()->button(int(MainWindow::Place::Chats))->unread();
    QSignalSpy arrived(&desk.session(), &client::Session::messageArrived);
    desk.scene.peer.tell(ev::RoomMessage{roomId(3), message(4, 2, u"오늘 저녁에 시간 있어요?"_s)});
    QVERIFY(arrived.wait());
    QCOMPARE(desk.window->rail()->button(int(MainWindow::Place::Chats))->unread(), before + 1);
    QVERIFY(desk.window->windowTitle().contains(QString::number(before + 1)));
    QVERIFY(desk.window->announcer()->accessibleName().contains(u"오늘 저녁에"_s));
    QVERIFY(desk.window->announcer()->accessibleName().contains(u"도윤"_s));
}

void TestWindow::readingAtTheEndClearsTheCount()
{
    Desk desk;
    fillRooms(desk);
    desk.start(desk.scene.rooms);
    QVERIFY(client::unread(desk.session().state().room(roomId(1))->room) > 0);
    desk.window->openRoom(roomId(1));
    QTRY_COMPARE(client::unread(desk.session().state().room(roomId(1))->room), 0);
    QTRY_VERIFY(desk.scene.peer.count<cmd::Read>() >= 1);
}

void TestWindow::refusedMessageCanBeSentAgain()
{
    Desk desk;
    fillRooms(desk);
    desk.start(desk.scene.rooms);
    desk.window->openRoom(roomId(1));
    desk.scene.peer.on<cmd::Send>([&](qint64 id, const cmd::Send &) { desk.scene.peer.refuse(id, Error{ErrorCode::StrangerLink}); });
    auto *edit = desk.window->chatsPage()->findChild<ComposerEdit *>();
    QTest::keyClicks(edit, u"look at this"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    auto *view = desk.window->chatsPage()->findChild<MessageView *>();
    const auto last = [&] { return view->messages()->index(view->messages()->rowCount() - 1, 0); };
    QTRY_VERIFY(!last().data(client::MessageListModel::ErrorRole).toString().isEmpty());
    QVERIFY(edit->toPlainText().isEmpty()); // it stays where it was sent, not in the box
    desk.session().retry(last().data(client::MessageListModel::CidRole).value<ClientId>());
    QTRY_COMPARE(desk.scene.peer.count<cmd::Send>(), 2);
}

void TestWindow::endedRoomCannotBeWrittenTo()
{
    Desk desk;
    fillRooms(desk);
    desk.start(desk.scene.rooms);
    desk.window->openRoom(roomId(3));
    QVERIFY(!desk.window->chatsPage()->findChild<ComposerEdit *>()->isVisible());
    bool said = false;
    for (const QLabel *label : desk.window->chatsPage()->findChildren<QLabel *>())
        said = said || (label->isVisible() && label->text() == client::sentence(Error{ErrorCode::RoomEnded}));
    QVERIFY(said);
}

void TestWindow::narrowWindowShowsOneColumn()
{
    Desk desk;
    fillRooms(desk);
    desk.start(desk.scene.rooms);
    desk.window->showPlace(MainWindow::Place::Chats);
    desk.window->resize(420, 700);
    ChatsPage *chats = desk.window->chatsPage();
    QTRY_VERIFY(chats->list()->isVisible());
    QVERIFY(!chats->conversation()->isVisible());
    desk.window->openRoom(roomId(1));
    QVERIFY(!chats->list()->isVisible());
    QVERIFY(chats->conversation()->isVisible());
    QVERIFY(desk.window->rail()->geometry().top() > chats->height() / 2); // at the bottom
    desk.window->resize(1080, 700);
    QTRY_VERIFY(chats->list()->isVisible() && chats->conversation()->isVisible());
}

void TestWindow::revokedDeviceIsBackAtTheSignInPage()
{
    Desk desk;
    desk.start();
    desk.scene.peer.tell(ev::SessionEnded{SessionEnd::Revoked});
    QTRY_VERIFY(desk.window->showsSignIn());
    QStringList texts;
    for (const QLabel *label : desk.window->signInPage()->findChildren<QLabel *>())
        texts.append(label->isVisible() ? label->text() : QString());
    QVERIFY(texts.contains(client::sentence(client::SignOutReason::Revoked)));
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
