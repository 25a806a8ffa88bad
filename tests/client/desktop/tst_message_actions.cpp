// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QContextMenuEvent>
#include <QMenu>
#include <QPushButton>

#include "client/desktop/chats/composer_bar.h"
#include "client/desktop/chats/hover_button.h"
#include "client/desktop/chats/reaction_row.h"
#include "client/desktop/dates/room_view.h"
#include "client/desktop/pages/date_page.h"
#include "client/desktop/safety/confirm_dialog.h"
#include "date_samples.h"
#include "talk_bench.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::desktop;
using namespace jjak::desktop::test;
using jjak::client::test::message;
using jjak::client::test::roomId;
using namespace protocol;
using Model = client::MessageListModel;

//! What can be done with messages that are there is offered, by mouse and by keys, as far as it is allowed.
class TestMessageActions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void menuOffersWhatIsAllowed_data();
    void menuOffersWhatIsAllowed();
    void frozenTableOffersNothingNew();
    void deletionAsksOnce();
    void keysOpenTheMenu();
    void emojisAreChosenByKeys();
    void clickOnAReactionTogglesIt();
    void clickOnAQuoteLeadsToItsMessage();
    void buttonFollowsTheMouse();
    void screenReadersHearTheMarks();
};

namespace {

//! The texts of a menu, those of the emojis apart.
QStringList textsOf(const QMenu *menu)
{
    QStringList texts;
    for (const QAction *action : menu ? menu->actions() : QList<QAction *>())
        texts.append(action->text());
    return texts;
}

} // namespace

void TestMessageActions::menuOffersWhatIsAllowed_data()
{
    QTest::addColumn<int>("room");
    QTest::addColumn<qint64>("seq");
    QTest::addColumn<QStringList>("texts");
    const QStringList other{u"React"_s, u"Other reaction …"_s, u"Reply"_s, u"Copy the text"_s};
    QTest::newRow("somebody else's") << 1 << qint64(4) << other;
    QTest::newRow("one's own") << 1 << qint64(6) << QStringList{u"React"_s, u"Other reaction …"_s, u"Reply"_s, u"Edit"_s, u"Copy the text"_s, u"Delete for everyone …"_s};
    QTest::newRow("with a link") << 1 << qint64(5) << other + QStringList{u"https://example.org/cafe"_s};
    QTest::newRow("deleted") << 1 << qint64(10) << QStringList{};
    QTest::newRow("somebody else's where nobody answers") << 3 << qint64(1) << QStringList{u"Copy the text"_s};
    QTest::newRow("one's own where nobody answers") << 3 << qint64(2) << QStringList{u"Copy the text"_s, u"Delete for everyone …"_s};
    QTest::newRow("notice") << 3 << qint64(3) << QStringList{u"Copy the text"_s};
}

void TestMessageActions::menuOffersWhatIsAllowed()
{
    QFETCH(int, room);
    QFETCH(qint64, seq);
    QFETCH(QStringList, texts);
    TalkBench bench(room);
    const std::unique_ptr<QMenu> menu(bench.actions()->menu(bench.index(seq), readMessage(bench.index(seq))));
    QCOMPARE(textsOf(menu.get()), texts);
}

void TestMessageActions::frozenTableOffersNothingNew()
{
    Desk desk;
    desk.show();
    openDoors(desk, {eventIn(-5min)});
    fillDateRoom(desk);
    desk.start(desk.scene.rooms);
    desk.window->showPlace(MainWindow::Place::Dates);
    ConversationView *view = desk.window->datePage()->room()->conversation();
    constexpr qint64 own = 5, other = 6;
    tellDate(desk, dateIn(DatePhase::Talk, 100s));
    QTRY_VERIFY(view->messages()->messages() && view->messages()->messages()->rowOfSeq(other) >= 0);
    QVERIFY(view->actions()->offered(other).reply && view->actions()->offered(other).react);
    QVERIFY(!view->actions()->offered(other).edit && !view->actions()->offered(other).remove);
    QVERIFY(view->actions()->offered(own).edit && view->actions()->offered(own).remove);
    view->actions()->edit(own);
    Date frozen = dateIn(DatePhase::Talk, 100s);
    frozen.frozen = true;
    tellDate(desk, frozen);
    QVERIFY(!view->actions()->offered(other).reply && !view->actions()->offered(other).react);
    QVERIFY(!view->actions()->offered(own).edit);
    QVERIFY(view->actions()->offered(own).remove); // what was said too much can be taken back at any time
    QCOMPARE(view->composer()->edited(), own);     // a pause does not take the words out of the box
    QTest::keyClick(view->composer()->edit(), Qt::Key_Return);
    QCOMPARE(view->composer()->edited(), own);
    tellDate(desk, dateIn(DatePhase::Closed));
    QCOMPARE(view->composer()->edited(), 0);
}

void TestMessageActions::deletionAsksOnce()
{
    TalkBench bench;
    const auto dialog = [&] { return bench.desk.window->findChild<ConfirmDialog *>(); };
    bench.actions()->remove(6);
    QVERIFY(dialog() && dialog()->isVisible());
    dialog()->reject();
    QTRY_VERIFY(!dialog());
    bench.actions()->remove(4); // somebody else's
    QVERIFY(!dialog());
    QCOMPARE(bench.count<cmd::Erase>(), 0);
    bench.actions()->remove(6);
    dialog()->actionButton()->click();
    QTRY_COMPARE(bench.count<cmd::Erase>(), 1);
    QCOMPARE(bench.last<cmd::Erase>().seq, 6);
    QTRY_VERIFY(bench.index(6).data(Model::DeletedRole).toBool());
}

void TestMessageActions::keysOpenTheMenu()
{
    TalkBench bench;
    const auto popup = [] { return qobject_cast<QMenu *>(QApplication::activePopupWidget()); };
    bench.list()->setFocus();
    bench.list()->setCurrentIndex(bench.index(6));
    QTest::keyClick(bench.list(), Qt::Key_F10, Qt::ShiftModifier);
    QVERIFY(popup());
    QVERIFY(textsOf(popup()).contains(u"Edit"_s));
    popup()->close();
    QContextMenuEvent byKey(QContextMenuEvent::Keyboard, QPoint(1, 1), bench.list()->viewport()->mapToGlobal(QPoint(1, 1)));
    QApplication::sendEvent(bench.list()->viewport(), &byKey);
    QVERIFY(popup());
    QVERIFY(textsOf(popup()).contains(u"Edit"_s)); // of the current row, wherever the mouse is
    popup()->close();
    const QPoint at = bench.list()->visualRect(bench.index(12)).center();
    QContextMenuEvent byMouse(QContextMenuEvent::Mouse, at, bench.list()->viewport()->mapToGlobal(at));
    QApplication::sendEvent(bench.list()->viewport(), &byMouse);
    QVERIFY(popup());
    QVERIFY(!textsOf(popup()).contains(u"Edit"_s));
    popup()->close();
}

void TestMessageActions::emojisAreChosenByKeys()
{
    TalkBench bench;
    const QPointer<QMenu> menu = bench.actions()->menu(bench.index(6), readMessage(bench.index(6)));
    menu->popup(bench.desk.window->mapToGlobal(QPoint(20, 20)));
    auto *row = menu->findChild<ReactionRow *>();
    QVERIFY(row);
    QCOMPARE(row->buttons().size(), ReactionRow::usual().size());
    for (const QToolButton *button : row->buttons())
        QCOMPARE(button->isChecked(), button->text().startsWith(u'❤')); // that one is there already
    QTest::keyClick(menu, Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), row->buttons()[0]);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QCOMPARE(QApplication::focusWidget(), row->buttons()[2]);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QCOMPARE(menu->activeAction()->text(), u"Other reaction …"_s);
    QTest::keyClick(menu, Qt::Key_Up);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(bench.count<cmd::React>(), 1);
    QCOMPARE(bench.last<cmd::React>().emoji, ReactionRow::usual()[1]);
    QVERIFY(!bench.last<cmd::React>().on); // it was there: taken back
    QTRY_VERIFY(!menu);
}

void TestMessageActions::clickOnAReactionTogglesIt()
{
    TalkBench bench;
    bench.list()->scrollTo(bench.index(6), QAbstractItemView::PositionAtCenter);
    const MessageLayout layout = bench.layout(6);
    QCOMPARE(layout.reactions.size(), 2);
    bench.click(6, layout.reactions[0].center()); // somebody else's
    QTRY_COMPARE(bench.count<cmd::React>(), 1);
    QCOMPARE(bench.last<cmd::React>().emoji, u"👍"_s);
    QVERIFY(bench.last<cmd::React>().on);
    bench.click(6, layout.reactions[1].center()); // one's own
    QTRY_COMPARE(bench.count<cmd::React>(), 2);
    QVERIFY(!bench.last<cmd::React>().on);
    bench.click(6, layout.text.center());
    QTest::qWait(50);
    QCOMPARE(bench.count<cmd::React>(), 2);
}

void TestMessageActions::clickOnAQuoteLeadsToItsMessage()
{
    Desk desk;
    desk.show();
    fillRooms(desk);
    auto &talk = desk.scene.messages[roomId(1)];
    for (qint64 seq = talk.size() + 1; seq <= 150; ++seq)
        talk.append(message(seq, 1 + int(seq % 2), u"message %1"_s.arg(seq)));
    talk.last().reply = 110;
    desk.scene.rooms[0].head = 150;
    desk.scene.rooms[0].members[0].read = 150;
    desk.scene.rooms[0].newest = talk.last();
    desk.start(desk.scene.rooms);
    desk.window->openRoom(roomId(1));
    MessageView *list = desk.window->chatsPage()->conversation()->messages();
    QTRY_VERIFY(list->messages()->rowOfSeq(110) >= 0);
    list->scrollToEnd();
    const QModelIndex last = list->model()->index(list->messages()->rowOfSeq(150), 0);
    const MessageLayout layout = layOut(readMessage(last), list->viewport()->width(), desk.theme);
    QVERIFY(!layout.quote.isEmpty());
    QVERIFY(last.data(Model::QuoteRole).toString().contains(u"message 110"_s));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(last).topLeft() + layout.quote.center().toPoint());
    QCOMPARE(list->currentIndex().data(Model::SeqRole).toLongLong(), 110);
    QVERIFY(list->viewport()->rect().contains(list->visualRect(list->currentIndex())));
}

void TestMessageActions::buttonFollowsTheMouse()
{
    TalkBench bench;
    auto *button = bench.list()->findChild<HoverButton *>();
    QVERIFY(button && !button->isVisible());
    bench.list()->scrollTo(bench.index(6), QAbstractItemView::PositionAtCenter);
    const auto moveTo = [&](qint64 seq) {
        const QPointF at = bench.list()->visualRect(bench.index(seq)).center();
        QMouseEvent move(QEvent::MouseMove, at, bench.list()->viewport()->mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(bench.list()->viewport(), &move);
    };
    for (const qint64 seq : {6, 4}) {
        moveTo(seq);
        QVERIFY(button->isVisible());
        const QRect row = bench.list()->visualRect(bench.index(seq));
        QVERIFY(row.left() <= button->geometry().left() && button->geometry().right() <= row.right());
        const MessageLayout layout = bench.layout(seq);
        QVERIFY(!button->geometry().intersects(layout.bubble.united(layout.time).translated(row.topLeft()).toRect()));
    }
    button->click();
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QVERIFY(!textsOf(menu).contains(u"Edit"_s)); // of the message under the mouse: somebody else's
    menu->close();
    moveTo(10); // deleted
    QVERIFY(!button->isVisible());
}

void TestMessageActions::screenReadersHearTheMarks()
{
    TalkBench bench;
    const auto spoken = [&](qint64 seq) { return bench.index(seq).data(Qt::AccessibleTextRole).toString(); };
    QVERIFY2(spoken(6).contains(u"Reactions: 👍 1, ❤️ 2, one of them yours. edited."_s), qPrintable(spoken(6)));
    QVERIFY2(spoken(4).contains(u"In reply to "_s) && spoken(4).contains(u"이 근처에 사세요?"_s), qPrintable(spoken(4)));
    QVERIFY2(spoken(10).contains(bench.index(10).data().toString()) && !bench.index(10).data().toString().isEmpty(), qPrintable(spoken(10)));
    bench.actions()->reply(12);
    QCOMPARE(bench.edit()->accessibleDescription(), bench.composer()->bar()->text());
}

QTEST_MAIN(TestMessageActions)
#include "tst_message_actions.moc"
