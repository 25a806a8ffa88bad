// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>

#include "client/desktop/frame/recent_rooms.h"
#include "client/desktop/frame/shortcut_dialog.h"
#include "client/desktop/pages/chats_page.h"
#include "tour.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::desktop;
using namespace jjak::desktop::test;
using namespace jjak::protocol;
using jjak::client::test::roomId;

//! The keys that work everywhere in the window, and the list of them.
class TestKeys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listTellsWhatIsInstalled();
    void noKeyDoesTwoThings();
    void everyCommandHasANameInEveryLanguage_data();
    void everyCommandHasANameInEveryLanguage();
    void recentRoomsAreWalkedThroughWhileTheKeyIsHeld();
    void roomsThatAreGoneAreLeftOut();
    void controlTabGoesBackAndForth();
    void everythingIsMarkedAsRead();
    void textSizeIsRemembered();
    void unreadRoomsAreFoundInBothDirections();
};

namespace {

//! Text and keys of each line, as somebody reads them.
QMap<QString, QString> readList(const QDialog *dialog)
{
    QMap<QString, QString> lines;
    const auto labels = dialog->findChildren<QLabel *>();
    for (qsizetype i = 0; i + 1 < labels.size(); ++i)
        if (labels[i]->property("tone") == u"strong"_s)
            lines.insert(labels[i + 1]->text(), labels[i]->text());
    return lines;
}

RoomId shown(const Desk &desk)
{
    return desk.window->chatsPage()->openedRoom().value_or(RoomId());
}

void press(Desk &desk, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : desk.window.get(), key, modifiers);
}

//! Without letting the modifiers go.
void hold(Desk &desk, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyPress(QApplication::focusWidget() ? QApplication::focusWidget() : desk.window.get(), key, modifiers);
}

void letGo(Desk &desk)
{
    QTest::keyRelease(desk.window.get(), Qt::Key_Control);
}

const auto all = [](RoomId) { return true; };

} // namespace

void TestKeys::listTellsWhatIsInstalled()
{
    Desk desk;
    desk.show();
    QTest::keyClick(desk.window.get(), Qt::Key_Slash, Qt::ControlModifier);
    auto *dialog = desk.window->findChild<ShortcutDialog *>();
    QVERIFY(dialog);
    const auto lines = readList(dialog);
    int installed = 0;
    for (const QAction *action : desk.window->actions()) {
        const auto shortcuts = action->shortcuts();
        QVERIFY2(!shortcuts.isEmpty() && lines.contains(action->text()), qPrintable(action->text()));
        for (const QKeySequence &key : shortcuts)
            QVERIFY2(lines.value(action->text()).contains(key.toString(QKeySequence::NativeText)), qPrintable(action->text()));
        ++installed;
    }
    QCOMPARE(installed, int(desktop::Command::Quit) + 1);
    QCOMPARE(lines.size(), installed + Commands::linesOfPages().size()); // and nothing else
}

void TestKeys::noKeyDoesTwoThings()
{
    Desk desk;
    desk.show();
    QSet<QString> seen;
    for (const KeyLine &line : desk.window->commands().lines())
        for (const QKeySequence &key : line.keys) {
            QVERIFY2(!seen.contains(key.toString()), qPrintable(key.toString()));
            seen.insert(key.toString());
        }
    for (const KeyLine &line : Commands::linesOfPages())
        for (const QKeySequence &key : line.keys)
            QVERIFY2(!seen.contains(key.toString()), qPrintable(key.toString())); // the window would take it first
}

void TestKeys::everyCommandHasANameInEveryLanguage_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Korean") << u"ko"_s;
}

void TestKeys::everyCommandHasANameInEveryLanguage()
{
    QFETCH(QString, language);
    Desk desk;
    desk.speak(language);
    desk.show();
    QSet<QString> names;
    for (const QAction *action : desk.window->commands().all()) {
        QVERIFY(!action->text().isEmpty());
        names.insert(action->text());
    }
    QCOMPARE(names.size(), int(desktop::Command::Quit) + 1);
}

void TestKeys::recentRoomsAreWalkedThroughWhileTheKeyIsHeld()
{
    RecentRooms recent;
    QVERIFY(!recent.next(1, false, all));
    for (const int room : {1, 2, 3})
        recent.opened(roomId(room));
    const auto step = [&](int by) {
        const auto room = recent.next(by, true, all);
        recent.opened(*room);
        return *room;
    };
    QVERIFY(step(1) == roomId(2));
    QVERIFY(step(1) == roomId(1)); // further, as long as it is held
    QVERIFY(step(1) == roomId(3));
    QVERIFY(step(-1) == roomId(1));
    recent.settle();
    QVERIFY(step(1) == roomId(3)); // from where one has stopped, back to where one began
    recent.settle();
    QVERIFY(step(1) == roomId(1));
    recent.settle();
    recent.opened(roomId(9)); // by a click
    QVERIFY(step(1) == roomId(1));
}

void TestKeys::roomsThatAreGoneAreLeftOut()
{
    RecentRooms recent;
    for (const int room : {1, 2, 3})
        recent.opened(roomId(room));
    const auto withoutTwo = [](RoomId room) { return room != roomId(2); };
    QVERIFY(recent.next(1, true, withoutTwo) == roomId(1));
    recent.settle();
    QVERIFY(recent.next(1, false, withoutTwo) == roomId(1)); // none is on the screen: the latest
    QVERIFY(!RecentRooms().next(1, true, all));
    QVERIFY(!recent.next(1, true, [](RoomId) { return false; }));
}

void TestKeys::controlTabGoesBackAndForth()
{
    Desk desk;
    fillRooms(desk);
    desk.start(desk.scene.rooms);
    for (const int room : {5, 1, 4})
        desk.window->openRoom(roomId(room));
    hold(desk, Qt::Key_Tab, Qt::ControlModifier);
    QVERIFY(shown(desk) == roomId(1));
    letGo(desk);
    hold(desk, Qt::Key_Tab, Qt::ControlModifier);
    QVERIFY(shown(desk) == roomId(4));
    hold(desk, Qt::Key_Tab, Qt::ControlModifier);
    QVERIFY(shown(desk) == roomId(5));
    hold(desk, Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier); // as keyboards send it
    QVERIFY(shown(desk) == roomId(4));
    letGo(desk);
    desk.window->showPlace(MainWindow::Place::Nearby);
    hold(desk, Qt::Key_Tab, Qt::ControlModifier);
    QVERIFY(desk.window->place() == MainWindow::Place::Chats && shown(desk) == roomId(4));
}

void TestKeys::everythingIsMarkedAsRead()
{
    Desk desk;
    fillRooms(desk);
    desk.start(desk.scene.rooms);
    QVERIFY(desk.session().rooms()->totalUnread() > 0);
    press(desk, Qt::Key_Escape, Qt::ShiftModifier);
    QCOMPARE(desk.session().rooms()->totalUnread(), 0);
    QCOMPARE(desk.window->windowTitle(), u"Jjak"_s);
    QTRY_VERIFY(desk.scene.peer.count<cmd::Read>() >= 2); // the server knows too
}

void TestKeys::textSizeIsRemembered()
{
    Desk desk;
    desk.show();
    press(desk, Qt::Key_Plus, Qt::ControlModifier);
    press(desk, Qt::Key_Equal, Qt::ControlModifier);
    QCOMPARE(desk.theme.zoom(), 120);
    QCOMPARE(desk.settings.extra(u"zoom"_s).toInt(), 120);
    press(desk, Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(desk.settings.extra(u"zoom"_s).toInt(), 110);
    press(desk, Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(desk.settings.extra(u"zoom"_s).toInt(), 100);
}

void TestKeys::unreadRoomsAreFoundInBothDirections()
{
    Desk desk;
    fillRooms(desk);
    desk.start(desk.scene.rooms);
    const client::RoomListModel *rooms = desk.session().rooms();
    QList<RoomId> unread;
    for (int row = 0; row < rooms->rowCount(); ++row)
        if (rooms->index(row, 0).data(client::RoomListModel::UnreadRole).toLongLong() > 0)
            unread.append(rooms->roomAt(row));
    QCOMPARE(unread.size(), 2);
    press(desk, Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
    QVERIFY(shown(desk) == unread.first());
    press(desk, Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
    QVERIFY(shown(desk) == unread.last());
    const int row = rooms->rowOf(shown(desk));
    press(desk, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(rooms->rowOf(shown(desk)), row - 1);
}

QTEST_MAIN(TestKeys)
#include "tst_keys.moc"
