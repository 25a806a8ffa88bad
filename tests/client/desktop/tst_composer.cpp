// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QInputMethodEvent>
#include <QLabel>
#include <QPlainTextEdit>

#include "client/desktop/chats/composer.h"
#include "client/desktop/chats/composer_edit.h"
#include "client/desktop/pages/chats_page.h"
#include "desk.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::desktop;
using namespace jjak::desktop::test;
using jjak::client::test::roomId;

//! What is written goes out once and whole, also in the middle of composing a syllable.
class TestComposer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void enterSendsAndShiftEnterBeginsALine();
    void enterWhileComposingSendsTheWholeTextOnce_data();
    void enterWhileComposingSendsTheWholeTextOnce();
    void composedTextThatIsGivenUpIsNotSent();
    void boxGrowsToEightLinesAndNoFurther();
    void draftBelongsToItsRoom();
    void counterAppearsNearTheLimitAndStopsBeyondIt();
    void obstacleTakesThePlaceOfTheBox();
    void afterThreeMessagesToAStrangerOneWaits();
};

namespace {

struct Bench {
    Bench() : composer((desk.start({client::test::room(roomId(1), 0), client::test::room(roomId(2), 0)}), desk.context))
    {
        composer.resize(500, 100);
        composer.show();
        composer.setRoom(roomId(1));
        composer.edit()->setFocus();
    }
    QStringList sent()
    {
        QStringList texts;
        for (const auto &entry : desk.session().outbox(roomId(1)))
            texts.append(entry.text);
        return texts;
    }
    Desk desk;
    Composer composer;
};

void preedit(QWidget *edit, const QString &text)
{
    QInputMethodEvent event(text, {});
    QApplication::sendEvent(edit, &event);
}

void commit(QWidget *edit, const QString &text)
{
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(edit, &event);
}

} // namespace

void TestComposer::enterSendsAndShiftEnterBeginsALine()
{
    Bench bench;
    QTest::keyClicks(bench.composer.edit(), u"one"_s);
    QTest::keyClick(bench.composer.edit(), Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(bench.composer.edit(), u"two"_s);
    QVERIFY(bench.sent().isEmpty());
    QTest::keyClick(bench.composer.edit(), Qt::Key_Return);
    QCOMPARE(bench.sent(), QStringList{u"one\ntwo"_s});
    QVERIFY(bench.composer.edit()->toPlainText().isEmpty());
    QTest::keyClick(bench.composer.edit(), Qt::Key_Return); // there is nothing left to send
    QCOMPARE(bench.sent().size(), 1);
}

void TestComposer::enterWhileComposingSendsTheWholeTextOnce_data()
{
    QTest::addColumn<QString>("order");
    QTest::newRow("key, then commit") << u"kc"_s;
    QTest::newRow("commit, then key") << u"ck"_s;
    QTest::newRow("key, cleared, then commit") << u"k0c"_s;
    QTest::newRow("key, commit, and the key again") << u"kck"_s;
    QTest::newRow("key twice, then commit") << u"kkc"_s;
}

void TestComposer::enterWhileComposingSendsTheWholeTextOnce()
{
    QFETCH(QString, order);
    Bench bench;
    ComposerEdit *edit = bench.composer.edit();
    commit(edit, u"안녕하세"_s);
    preedit(edit, u"요"_s);
    QVERIFY(edit->isComposing());
    for (const QChar step : order) {
        if (step == u'k')
            QTest::keyClick(edit, Qt::Key_Return);
        else if (step == u'0')
            preedit(edit, {});
        else
            commit(edit, u"요"_s);
    }
    QTRY_COMPARE(bench.sent(), QStringList{u"안녕하세요"_s});
    QTest::qWait(100); // longer than any late commit is waited for
    QCOMPARE(bench.sent(), QStringList{u"안녕하세요"_s});
    QVERIFY(edit->wholeText().isEmpty());
}

void TestComposer::composedTextThatIsGivenUpIsNotSent()
{
    Bench bench;
    ComposerEdit *edit = bench.composer.edit();
    preedit(edit, u"요"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QTest::keyClick(edit, Qt::Key_Escape);
    preedit(edit, {});
    QTest::qWait(100);
    QVERIFY(bench.sent().isEmpty());
}

void TestComposer::boxGrowsToEightLinesAndNoFurther()
{
    Bench bench;
    ComposerEdit *edit = bench.composer.edit();
    QList<int> heights;
    for (int lines = 1; lines <= 12; ++lines) {
        edit->setPlainText(QString(lines - 1, u'\n'));
        QCoreApplication::processEvents();
        heights.append(edit->sizeHint().height());
    }
    for (int i = 1; i < ComposerEdit::mostLines; ++i)
        QVERIFY2(heights[i] > heights[i - 1], qPrintable(QString::number(i)));
    for (int i = ComposerEdit::mostLines; i < heights.size(); ++i)
        QCOMPARE(heights[i], heights[ComposerEdit::mostLines - 1]);
}

void TestComposer::draftBelongsToItsRoom()
{
    Bench bench;
    QTest::keyClicks(bench.composer.edit(), u"for the first"_s);
    bench.composer.setRoom(roomId(2));
    QVERIFY(bench.composer.edit()->toPlainText().isEmpty());
    QCOMPARE(bench.desk.session().draft(roomId(1)), u"for the first"_s);
    bench.composer.setRoom(roomId(1));
    QCOMPARE(bench.composer.edit()->toPlainText(), u"for the first"_s);
    QTest::keyClick(bench.composer.edit(), Qt::Key_Return);
    QVERIFY(bench.desk.session().draft(roomId(1)).isEmpty());
}

void TestComposer::counterAppearsNearTheLimitAndStopsBeyondIt()
{
    Bench bench;
    const auto counters = [&] {
        int shown = 0;
        for (const QLabel *label : bench.composer.findChildren<QLabel *>())
            shown += label->isVisible() && label->text().contains(u"left"_s) ? 1 : 0;
        return shown;
    };
    bench.composer.edit()->setPlainText(QString(100, u'a'));
    QCOMPARE(counters(), 0);
    bench.composer.edit()->setPlainText(QString(limits::messageCodePoints, u'a'));
    QCOMPARE(counters(), 1);
    bench.composer.edit()->setPlainText(QString(limits::messageCodePoints + 1, u'a'));
    QTest::keyClick(bench.composer.edit(), Qt::Key_Return);
    QVERIFY(bench.sent().isEmpty());
    QString emoji;
    for (int i = 0; i < limits::messageCodePoints; ++i)
        emoji += u"😀"_s; // two units each, one code point
    bench.composer.edit()->setPlainText(emoji);
    QTest::keyClick(bench.composer.edit(), Qt::Key_Return);
    QCOMPARE(bench.sent(), QStringList{emoji});
}

void TestComposer::obstacleTakesThePlaceOfTheBox()
{
    Bench bench;
    bench.composer.setObstacle(u"You have left."_s);
    QVERIFY(!bench.composer.edit()->isVisible());
    bench.composer.setObstacle({});
    QVERIFY(bench.composer.edit()->isVisible());
}

void TestComposer::afterThreeMessagesToAStrangerOneWaits()
{
    Desk desk;
    desk.start({client::test::room(roomId(1), 0)});
    desk.window->openRoom(roomId(1));
    auto *edit = desk.window->chatsPage()->findChild<ComposerEdit *>();
    for (int i = 0; i < limits::strangerMessages; ++i) {
        QVERIFY(edit->isVisible());
        QTest::keyClicks(edit, u"hi"_s);
        QTest::keyClick(edit, Qt::Key_Return);
    }
    QTRY_VERIFY(!edit->isVisible());
}

QTEST_MAIN(TestComposer)
#include "tst_composer.moc"
