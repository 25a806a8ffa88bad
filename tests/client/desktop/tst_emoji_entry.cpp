// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAccessible>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

#include "client/core/emoji.h"
#include "client/desktop/chats/completion.h"
#include "client/desktop/emoji/emoji_grid.h"
#include "client/desktop/emoji/emoji_names.h"
#include "client/desktop/emoji/emoji_picker.h"
#include "client/desktop/emoji/recent_emoji.h"
#include "talk_bench.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::desktop;
using namespace jjak::desktop::test;
using namespace protocol;

//! Emoji are typed by their names or chosen from a picker, by keyboard alone, and never get in the way of writing.
class TestEmojiEntry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesBeginWhereTheyCan_data();
    void namesBeginWhereTheyCan();
    void begunNameIsCompleted_data();
    void begunNameIsCompleted();
    void completionEndsByItself();
    void wholeNameBecomesItsEmoji();
    void composingIsLeftAlone();
    void screenReadersHearWhatIsOffered();
    void keyAndButtonOpenThePicker();
    void pickerIsUsedByKeysAlone();
    void groupsShowTheirOwn();
    void recentOnesAreKept();
    void pickerGoesAway();
    void pickerFitsIntoASmallWindow();
    void anyEmojiCanBeAReaction();
};

namespace {

struct Bench : TalkBench {
    Completion *offers() { return composer()->completion(); }
    EmojiPicker *picker() { return view()->picker(); }
    void type(const QString &text) { QTest::keyClicks(edit(), text); }
    QString text() { return edit()->toPlainText(); }
};

void compose(QWidget *edit, const QString &preedit, const QString &commit = {})
{
    QInputMethodEvent event(preedit, {});
    event.setCommitString(commit);
    QApplication::sendEvent(edit, &event);
}

} // namespace

void TestEmojiEntry::namesBeginWhereTheyCan_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("begun");
    const auto row = [](const QString &text, const QString &begun) { QTest::newRow(qPrintable(text.isEmpty() ? u"nothing"_s : text)) << text << begun; };
    row({}, {});
    row(u":"_s, {});
    row(u":he"_s, u"he"_s);
    row(u"well :he"_s, u"he"_s);
    row(u"(:he"_s, u"he"_s);
    row(u"😀:he"_s, u"he"_s);
    row(u":하트"_s, u"하트"_s);
    row(u":+1"_s, u"+1"_s);
    row(u"12:30"_s, {});
    row(u"note:he"_s, {});
    row(u"시간:하"_s, {});
    row(u"::he"_s, {});
    row(u":he "_s, {});
    row(u": he"_s, {});
    row(u"he"_s, {});
}

void TestEmojiEntry::namesBeginWhereTheyCan()
{
    QFETCH(QString, text);
    QFETCH(QString, begun);
    QCOMPARE(begunEmojiName(text), begun);
}

void TestEmojiEntry::begunNameIsCompleted_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("downs");
    QTest::addColumn<QString>("expected");
    QTest::newRow("Enter") << int(Qt::Key_Return) << 0 << u"so ❤️"_s;
    QTest::newRow("Tab") << int(Qt::Key_Tab) << 0 << u"so ❤️"_s;
    QTest::newRow("the second") << int(Qt::Key_Return) << 1 << u"so "_s + client::emojiLike(u"hea")[1]->emoji;
    QTest::newRow("up to the last") << int(Qt::Key_Return) << -1 << u"so "_s + client::emojiLike(u"hea")[std::min<size_t>(8, client::emojiLike(u"hea").size()) - 1]->emoji;
    QTest::newRow("Esc") << int(Qt::Key_Escape) << 0 << u"so :hea"_s;
}

void TestEmojiEntry::begunNameIsCompleted()
{
    QFETCH(int, key);
    QFETCH(int, downs);
    QFETCH(QString, expected);
    Bench bench;
    bench.type(u"so :hea"_s);
    QVERIFY(bench.offers()->isVisible());
    QCOMPARE(bench.offers()->offered().first(), u"❤️"_s);
    QCOMPARE(QApplication::focusWidget(), bench.edit());
    const int listBottom = bench.offers()->mapToGlobal(QPoint(0, bench.offers()->height())).y();
    QVERIFY(listBottom <= bench.edit()->mapToGlobal(QPoint(0, 0)).y()); // it hides nothing of what is written
    for (int i = 0; i < std::abs(downs); ++i)
        QTest::keyClick(bench.edit(), downs > 0 ? Qt::Key_Down : Qt::Key_Up);
    QTest::keyClick(bench.edit(), Qt::Key(key));
    QVERIFY(!bench.offers()->isVisible());
    QCOMPARE(bench.text(), expected);
    QVERIFY(bench.desk.session().outbox(client::test::roomId(1)).empty()); // Enter meant the list
    QCOMPARE(QApplication::focusWidget(), bench.edit());
    QTest::keyClick(bench.edit(), Qt::Key_Return);
    QCOMPARE(bench.desk.session().outbox(client::test::roomId(1)).size(), size_t(1));
}

void TestEmojiEntry::completionEndsByItself()
{
    Bench bench;
    bench.type(u":h"_s);
    QVERIFY(!bench.offers()->isVisible()); // one letter says nothing
    bench.type(u"ea"_s);
    QVERIFY(bench.offers()->isVisible());
    bench.type(u"qq"_s);
    QVERIFY(!bench.offers()->isVisible());
    for (int i = 0; i < 2; ++i)
        QTest::keyClick(bench.edit(), Qt::Key_Backspace);
    QVERIFY(bench.offers()->isVisible());
    QTest::keyClick(bench.edit(), Qt::Key_Escape);
    QVERIFY(!bench.offers()->isVisible());
    bench.type(u"r"_s); // goes on: offered again
    QVERIFY(bench.offers()->isVisible());
    QTest::keyClick(bench.edit(), Qt::Key_Home);
    QVERIFY(!bench.offers()->isVisible());
    QTest::keyClick(bench.edit(), Qt::Key_End);
    QVERIFY(bench.offers()->isVisible());
    bench.list()->setFocus();
    QVERIFY(!bench.offers()->isVisible());
    bench.edit()->setFocus();
    bench.edit()->clear();
    bench.type(u"at 10:30"_s);
    QVERIFY(!bench.offers()->isVisible());
    QTest::keyClick(bench.edit(), Qt::Key_Return);
    QCOMPARE(bench.desk.session().outbox(client::test::roomId(1)).size(), size_t(1));
}

void TestEmojiEntry::wholeNameBecomesItsEmoji()
{
    Bench bench;
    bench.type(u"I :heart: it"_s);
    QCOMPARE(bench.text(), u"I ❤️ it"_s);
    bench.edit()->clear();
    bench.type(u":+1::100:"_s);
    QCOMPARE(bench.text(), u"👍💯"_s);
    bench.edit()->clear();
    bench.type(u":nosuch: at 12:30: a:heart:"_s);
    QCOMPARE(bench.text(), u":nosuch: at 12:30: a:heart:"_s);
    bench.edit()->clear();
    bench.type(u":tea:"_s);
    QCOMPARE(bench.text(), u"🍵"_s);
    bench.edit()->undo(); // who meant the letters gets them
    QCOMPARE(bench.text(), u":tea:"_s);
    QVERIFY(recentEmoji(bench.desk.settings).contains(u"❤️"_s));
}

void TestEmojiEntry::composingIsLeftAlone()
{
    Bench bench;
    bench.type(u":"_s);
    compose(bench.edit(), u"하"_s);
    QCoreApplication::processEvents();
    QVERIFY(!bench.offers()->isVisible());
    compose(bench.edit(), u"트"_s, u"하"_s); // one syllable is there, the next one is being composed
    QCoreApplication::processEvents();
    QVERIFY(!bench.offers()->isVisible());
    compose(bench.edit(), {}, u"트"_s);
    QTRY_VERIFY(bench.offers()->isVisible());
    QCOMPARE(bench.offers()->offered().first(), u"❤️"_s);
    compose(bench.edit(), u"ㅇ"_s);
    QTRY_VERIFY(!bench.offers()->isVisible());
    compose(bench.edit(), {});
    QTRY_VERIFY(bench.offers()->isVisible());
    compose(bench.edit(), {}, u":"_s); // input methods may bring the colon as well
    QTRY_COMPARE(bench.text(), u"❤️"_s);
}

void TestEmojiEntry::screenReadersHearWhatIsOffered()
{
    Bench bench;
    bench.type(u":popc"_s);
    QCOMPARE(bench.edit()->accessibleDescription(), u"popcorn, 1 of 1"_s);
    QTest::keyClick(bench.edit(), Qt::Key_Escape);
    QVERIFY(bench.edit()->accessibleDescription().isEmpty());
}

void TestEmojiEntry::keyAndButtonOpenThePicker()
{
    Bench bench;
    bench.type(u"ab"_s);
    QTest::keyClick(bench.edit(), Qt::Key_Left);
    QTest::keyClick(bench.edit(), Qt::Key_E, Qt::ControlModifier);
    QVERIFY(bench.picker()->isVisible());
    QCOMPARE(QApplication::focusWidget(), bench.picker()->search());
    QTest::keyClick(bench.picker()->search(), Qt::Key_Escape);
    QVERIFY(!bench.picker()->isVisible());
    QCOMPARE(QApplication::focusWidget(), bench.edit());
    QVERIFY(!bench.composer()->emojiButton()->accessibleName().isEmpty());
    bench.composer()->emojiButton()->click();
    QVERIFY(bench.picker()->isVisible());
    bench.picker()->grid()->choose();
    QCOMPARE(bench.text(), u"a😀b"_s); // where the cursor was
    QVERIFY(!bench.picker()->isVisible());
    QCOMPARE(QApplication::focusWidget(), bench.edit());
}

void TestEmojiEntry::pickerIsUsedByKeysAlone()
{
    Bench bench;
    EmojiGrid *grid = bench.picker()->grid();
    QTest::keyClick(bench.edit(), Qt::Key_E, Qt::ControlModifier);
    QTest::keyClicks(bench.picker()->search(), u"pizz"_s);
    QCOMPARE(grid->emoji(), QStringList{u"🍕"_s});
    QTest::keyClick(bench.picker()->search(), Qt::Key_Return);
    QCOMPARE(bench.text(), u"🍕"_s);
    QTest::keyClick(bench.edit(), Qt::Key_E, Qt::ControlModifier);
    QTest::keyClicks(bench.picker()->search(), u"nosuch"_s);
    QTest::keyClick(bench.picker()->search(), Qt::Key_Return); // nothing to take
    QVERIFY(bench.picker()->isVisible());
    bench.picker()->search()->clear();
    bench.picker()->groups()[1]->click();
    QVERIFY(grid->columns() > 3);
    QTest::keyClick(bench.picker()->search(), Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), grid);
    QTest::keyClick(grid, Qt::Key_Right);
    QCOMPARE(grid->current(), grid->emoji()[1]);
    QTest::keyClick(grid, Qt::Key_Down);
    QCOMPARE(grid->current(), grid->emoji()[1 + grid->columns()]);
    QTest::keyClick(grid, Qt::Key_Up);
    for (int i = 0; i < grid->columns(); ++i)
        QTest::keyClick(grid, Qt::Key_Right); // beyond the end of the line
    QCOMPARE(grid->current(), grid->emoji()[1 + grid->columns()]);
    QTest::keyClick(grid, Qt::Key_Home);
    QCOMPARE(grid->current(), grid->emoji().first());
    QTest::keyClick(grid, Qt::Key_Up);
    QCOMPARE(QApplication::focusWidget(), bench.picker()->search());
    QTest::keyClick(bench.picker()->search(), Qt::Key_Down);
    QTest::keyClicks(grid, u"t"_s); // letters are for the search
    QCOMPARE(QApplication::focusWidget(), bench.picker()->search());
    QCOMPARE(bench.picker()->search()->text(), u"t"_s);
    QTest::keyClicks(bench.picker()->search(), u"ea"_s);
    QTest::keyClick(bench.picker()->search(), Qt::Key_Down);
    QCOMPARE(grid->current(), u"🍵"_s);
    QTest::keyClick(grid, Qt::Key_Return);
    QCOMPARE(bench.text(), u"🍕🍵"_s);
}

void TestEmojiEntry::groupsShowTheirOwn()
{
    Bench bench;
    QTest::keyClick(bench.edit(), Qt::Key_E, Qt::ControlModifier);
    qsizetype all = 0;
    const auto groups = bench.picker()->groups();
    for (qsizetype i = 1; i < groups.size(); ++i) {
        groups[i]->click();
        const QStringList shown = bench.picker()->grid()->emoji();
        QVERIFY2(shown.size() > 10, qPrintable(groups[i]->accessibleName()));
        for (const QString &emoji : shown)
            QCOMPARE(int(client::nameOfEmoji(emoji)->group), int(i) - 1);
        all += shown.size();
        QVERIFY(!groups[i]->accessibleName().isEmpty() && !groups[i]->toolTip().isEmpty());
    }
    QCOMPARE(size_t(all), client::namedEmoji().size());
    const QModelIndex first = bench.picker()->grid()->model()->index(0, 0);
    QCOMPARE(first.data(Qt::AccessibleTextRole).toString(), client::nameOfEmoji(first.data().toString())->name().replace(u'_', u' '));
}

void TestEmojiEntry::recentOnesAreKept()
{
    Bench bench;
    QTest::keyClick(bench.edit(), Qt::Key_E, Qt::ControlModifier);
    QVERIFY(!bench.picker()->groups()[0]->isEnabled()); // there are none yet
    QTest::keyClicks(bench.picker()->search(), u"popcorn"_s);
    QTest::keyClick(bench.picker()->search(), Qt::Key_Return);
    bench.type(u":tea:"_s);
    QTest::keyClick(bench.edit(), Qt::Key_E, Qt::ControlModifier);
    QVERIFY(bench.picker()->groups()[0]->isChecked());
    QCOMPARE(bench.picker()->grid()->emoji(), (QStringList{u"🍵"_s, u"🍿"_s}));
    QTest::keyClick(bench.picker()->search(), Qt::Key_Return);
    QVERIFY(bench.text().endsWith(u"🍵"_s));
    QVERIFY(bench.desk.settings.save());
    const client::Settings again(bench.desk.scene.folder.filePath(u"settings.ini"_s));
    QCOMPARE(recentEmoji(again), (QStringList{u"🍵"_s, u"🍿"_s}));
}

void TestEmojiEntry::pickerGoesAway()
{
    Bench bench;
    const auto open = [&] {
        bench.edit()->setFocus();
        QTest::keyClick(bench.edit(), Qt::Key_E, Qt::ControlModifier);
        return bench.picker()->isVisible();
    };
    QVERIFY(open());
    bench.list()->setFocus();
    QVERIFY(!bench.picker()->isVisible());
    QVERIFY(open());
    QTest::mouseClick(bench.list()->viewport(), Qt::LeftButton, {}, QPoint(5, 5));
    QVERIFY(!bench.picker()->isVisible());
    QVERIFY(open());
    bench.open(2);
    QVERIFY(!bench.picker()->isVisible());
    QVERIFY(open());
    bench.desk.window->resize(bench.desk.window->size() - QSize(40, 0));
    QTRY_VERIFY(!bench.picker()->isVisible());
    QVERIFY(bench.text().isEmpty());
}

void TestEmojiEntry::pickerFitsIntoASmallWindow()
{
    Bench bench;
    bench.desk.window->resize(bench.desk.window->minimumSizeHint().expandedTo(QSize(380, 420)));
    QCoreApplication::processEvents();
    QTest::keyClick(bench.edit(), Qt::Key_E, Qt::ControlModifier);
    QVERIFY(bench.picker()->isVisible());
    QVERIFY(bench.desk.window->rect().contains(bench.picker()->geometry()));
    QVERIFY(bench.picker()->grid()->columns() >= 3);
}

void TestEmojiEntry::anyEmojiCanBeAReaction()
{
    Bench bench;
    const std::unique_ptr<QMenu> menu(bench.actions()->menu(bench.index(4), readMessage(bench.index(4))));
    QAction *other = nullptr;
    for (QAction *action : menu->actions())
        other = action->text() == u"Other reaction …"_s ? action : other;
    QVERIFY(other);
    other->trigger();
    QVERIFY(bench.picker()->isVisible());
    bench.picker()->search()->setText(u"하트"_s); // keyClicks() knows no Hangul
    QCOMPARE(bench.picker()->grid()->current(), u"❤️"_s);
    bench.picker()->search()->clear();
    QTest::keyClicks(bench.picker()->search(), u"otter"_s);
    QTest::keyClick(bench.picker()->search(), Qt::Key_Return);
    QTRY_COMPARE(bench.count<cmd::React>(), 1);
    QCOMPARE(bench.last<cmd::React>().seq, 4);
    QCOMPARE(bench.last<cmd::React>().emoji, u"🦦"_s);
    QVERIFY(bench.last<cmd::React>().on);
    QVERIFY(bench.text().isEmpty());
    QCOMPARE(QApplication::focusWidget(), bench.list());
}

QTEST_MAIN(TestEmojiEntry)
#include "tst_emoji_entry.moc"
