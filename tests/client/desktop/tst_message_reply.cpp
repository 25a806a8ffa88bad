// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QLabel>

#include "client/desktop/chats/composer_bar.h"
#include "talk_bench.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::desktop;
using namespace jjak::desktop::test;
using jjak::client::test::roomId;
using namespace protocol;
using Model = client::MessageListModel;

//! The box writes answers and changes as well as new messages, and never loses what was written.
class TestMessageReply : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void replyIsSentWithItsMessage();
    void escapeCancelsTheReplyAndKeepsTheText();
    void closeButtonCancelsTheReply();
    void keysChooseWhatIsRepliedTo();
    void upInAnEmptyBoxEditsTheLastOwnMessage();
    void draftWaitsForTheEndOfAnEdit();
    void unchangedEditAsksNothing();
    void refusedEditIsInTheBoxAgain();
    void deletedMessageIsNoLongerEdited();
    void replyWaitsForItsRoom();
    void editWaitsForItsRoomWithItsWords();
    void waitingReplyToADeletedMessageIsGivenUp();
    void refusedEditWaitsInItsRoom();
    void signingOutForgetsWhatWaits();
    void strangerWhoHasToWaitMayStillEdit();
};

void TestMessageReply::replyIsSentWithItsMessage()
{
    TalkBench bench;
    QVERIFY(!bench.composer()->bar()->isVisible());
    bench.actions()->reply(12);
    QVERIFY(bench.composer()->bar()->isVisible());
    QCOMPARE(bench.composer()->bar()->text(), u"Reply to 보라: 추천해 주실 만한 거 있어요?"_s);
    QCOMPARE(QApplication::focusWidget(), bench.edit());
    QTest::keyClicks(bench.edit(), u"yes"_s);
    QTest::keyClick(bench.edit(), Qt::Key_Return);
    QTRY_COMPARE(bench.count<cmd::Send>(), 1);
    QVERIFY(bench.last<cmd::Send>().reply == 12);
    QVERIFY(!bench.composer()->bar()->isVisible());
    QTest::keyClicks(bench.edit(), u"and"_s); // the next one replies to nothing
    QTest::keyClick(bench.edit(), Qt::Key_Return);
    const auto waiting = bench.desk.session().outbox(roomId(1));
    QVERIFY(!waiting.empty() && waiting.back().text == u"and"_s && !waiting.back().reply);
}

void TestMessageReply::escapeCancelsTheReplyAndKeepsTheText()
{
    TalkBench bench;
    QTest::keyClicks(bench.edit(), u"so far"_s);
    bench.actions()->reply(lastOwnSeq);
    QCOMPARE(bench.composer()->bar()->text(), u"Reply to yourself: "_s + lastOwn());
    QTest::keyClick(bench.edit(), Qt::Key_Escape);
    QCOMPARE(bench.composer()->repliedTo(), 0);
    QCOMPARE(bench.edit()->toPlainText(), u"so far"_s);
    bench.actions()->reply(lastOwnSeq);
    bench.list()->setFocus(); // from the messages, too
    QTest::keyClick(bench.list(), Qt::Key_Escape);
    QCOMPARE(bench.composer()->repliedTo(), 0);
}

void TestMessageReply::closeButtonCancelsTheReply()
{
    TalkBench bench;
    bench.actions()->reply(12);
    bench.composer()->bar()->findChild<QAbstractButton *>()->click();
    QCOMPARE(bench.composer()->repliedTo(), 0);
    QVERIFY(!bench.composer()->bar()->isVisible());
    QCOMPARE(QApplication::focusWidget(), bench.edit());
}

void TestMessageReply::keysChooseWhatIsRepliedTo()
{
    TalkBench bench;
    const auto press = [&](Qt::Key key) {
        QTest::keyClick(bench.edit(), key, Qt::ControlModifier);
        return bench.composer()->repliedTo();
    };
    QCOMPARE(press(Qt::Key_Up), 12);
    QCOMPARE(press(Qt::Key_Up), 11);
    QCOMPARE(bench.list()->currentIndex(), bench.index(11));
    QCOMPARE(press(Qt::Key_Up), 9); // the deleted one is passed by
    QCOMPARE(press(Qt::Key_Down), 11);
    QCOMPARE(press(Qt::Key_Down), 12);
    QCOMPARE(press(Qt::Key_Down), 0);
    QVERIFY(!bench.composer()->bar()->isVisible());
    for (int i = 0; i < 20; ++i)
        press(Qt::Key_Up);
    QCOMPARE(bench.composer()->repliedTo(), 1);
}

void TestMessageReply::upInAnEmptyBoxEditsTheLastOwnMessage()
{
    TalkBench bench;
    QTest::keyClick(bench.edit(), Qt::Key_Up);
    QCOMPARE(bench.composer()->edited(), lastOwnSeq);
    QCOMPARE(bench.composer()->bar()->text(), u"Edit message"_s);
    QCOMPARE(bench.edit()->toPlainText(), lastOwn());
    QTest::keyClicks(bench.edit(), u"!"_s);
    QTest::keyClick(bench.edit(), Qt::Key_Return);
    QTRY_COMPARE(bench.count<cmd::Edit>(), 1);
    QCOMPARE(bench.last<cmd::Edit>().seq, lastOwnSeq);
    QCOMPARE(bench.last<cmd::Edit>().text, QString(lastOwn() + u'!'));
    QVERIFY(bench.edit()->toPlainText().isEmpty());
    QTRY_VERIFY(bench.index(lastOwnSeq).data(Model::EditedRole).toBool());
    QCOMPARE(bench.count<cmd::Send>(), 0);
    QTest::keyClicks(bench.edit(), u"text"_s); // in a box that is not empty it moves the cursor
    QTest::keyClick(bench.edit(), Qt::Key_Up);
    QCOMPARE(bench.composer()->edited(), 0);
}

void TestMessageReply::draftWaitsForTheEndOfAnEdit()
{
    TalkBench bench;
    QTest::keyClicks(bench.edit(), u"half a thought"_s);
    bench.actions()->edit(lastOwnSeq);
    QCOMPARE(bench.edit()->toPlainText(), lastOwn());
    QTest::keyClicks(bench.edit(), u"?"_s);
    bench.composer()->keepDraft();
    QCOMPARE(bench.desk.session().draft(roomId(1)), u"half a thought"_s);
    QTest::keyClick(bench.edit(), Qt::Key_Escape);
    QCOMPARE(bench.edit()->toPlainText(), u"half a thought"_s);
    QCOMPARE(bench.count<cmd::Edit>(), 0);
}

void TestMessageReply::unchangedEditAsksNothing()
{
    TalkBench bench;
    bench.actions()->edit(lastOwnSeq);
    QTest::keyClick(bench.edit(), Qt::Key_Return);
    QCOMPARE(bench.composer()->edited(), 0);
    bench.actions()->edit(6);
    bench.edit()->clear();
    QTest::keyClick(bench.edit(), Qt::Key_Return); // no words at all are no edit
    QCOMPARE(bench.composer()->edited(), 6);
    QTest::qWait(50);
    QCOMPARE(bench.count<cmd::Edit>(), 0);
}

void TestMessageReply::refusedEditIsInTheBoxAgain()
{
    TalkBench bench;
    bench.desk.scene.peer.on<cmd::Edit>([&](qint64 id, const cmd::Edit &) { bench.desk.scene.peer.refuse(id, Error{ErrorCode::StrangerLink}); });
    bench.actions()->edit(lastOwnSeq);
    QTest::keyClicks(bench.edit(), u" www.example.org"_s);
    QTest::keyClick(bench.edit(), Qt::Key_Return);
    QTRY_COMPARE(bench.composer()->edited(), lastOwnSeq);
    QCOMPARE(bench.edit()->toPlainText(), QString(lastOwn() + u" www.example.org"_s));
    QTest::keyClick(bench.edit(), Qt::Key_Return); // may be tried again as it is
    QTRY_COMPARE(bench.count<cmd::Edit>(), 2);
    QTRY_COMPARE(bench.composer()->edited(), lastOwnSeq);
    bool said = false;
    for (const QLabel *label : bench.composer()->findChildren<QLabel *>())
        said = said || (label->isVisible() && label->property("tone") == u"danger"_s && !label->text().isEmpty());
    QVERIFY(said);
}

void TestMessageReply::deletedMessageIsNoLongerEdited()
{
    TalkBench bench;
    Message gone = bench.find(roomId(1), lastOwnSeq);
    gone.text.clear();
    gone.deleted = gone.at;
    bench.actions()->edit(lastOwnSeq);
    bench.tell(gone);
    QCOMPARE(bench.composer()->edited(), 0);
    QVERIFY(bench.edit()->toPlainText().isEmpty());
    QVERIFY(readMessage(bench.index(lastOwnSeq)).deleted);
}

void TestMessageReply::replyWaitsForItsRoom()
{
    TalkBench bench;
    bench.actions()->reply(12);
    const QString about = bench.composer()->bar()->text();
    QTest::keyClicks(bench.edit(), u"half"_s);
    bench.open(2);
    QCOMPARE(bench.composer()->repliedTo(), 0);
    QVERIFY(!bench.composer()->bar()->isVisible());
    QVERIFY(bench.edit()->toPlainText().isEmpty());
    bench.open(1);
    QCOMPARE(bench.composer()->repliedTo(), 12);
    QVERIFY(bench.composer()->bar()->isVisible());
    QCOMPARE(bench.composer()->bar()->text(), about);
    QCOMPARE(bench.edit()->toPlainText(), u"half"_s);
    QTest::keyClick(bench.edit(), Qt::Key_Return);
    QTRY_COMPARE(bench.count<cmd::Send>(), 1);
    QVERIFY(bench.last<cmd::Send>().reply == 12);
    bench.open(2);
    bench.open(1);
    QCOMPARE(bench.composer()->repliedTo(), 0); // it was sent
}

void TestMessageReply::editWaitsForItsRoomWithItsWords()
{
    TalkBench bench;
    QTest::keyClicks(bench.edit(), u"draft"_s);
    bench.actions()->edit(lastOwnSeq);
    QTest::keyClicks(bench.edit(), u" more"_s);
    bench.open(2);
    QCOMPARE(bench.composer()->edited(), 0);
    QVERIFY(bench.edit()->toPlainText().isEmpty());
    QCOMPARE(bench.desk.session().draft(roomId(1)), u"draft"_s);
    bench.open(1);
    QCOMPARE(bench.composer()->edited(), lastOwnSeq);
    QCOMPARE(bench.edit()->toPlainText(), QString(lastOwn() + u" more"_s));
    QTest::keyClick(bench.edit(), Qt::Key_Escape);
    QCOMPARE(bench.edit()->toPlainText(), u"draft"_s);
    QCOMPARE(bench.count<cmd::Edit>(), 0);
}

void TestMessageReply::waitingReplyToADeletedMessageIsGivenUp()
{
    TalkBench bench;
    bench.actions()->reply(12);
    bench.open(2);
    Message gone = bench.find(roomId(1), 12);
    gone.text.clear();
    gone.deleted = gone.at;
    bench.tell(gone);
    bench.open(1);
    QCOMPARE(bench.composer()->repliedTo(), 0);
    QVERIFY(!bench.composer()->bar()->isVisible());
}

void TestMessageReply::refusedEditWaitsInItsRoom()
{
    TalkBench bench;
    qint64 asked = 0;
    bench.desk.scene.peer.on<cmd::Edit>([&](qint64 id, const cmd::Edit &) { asked = id; });
    bench.actions()->edit(lastOwnSeq);
    QTest::keyClicks(bench.edit(), u"!"_s);
    QTest::keyClick(bench.edit(), Qt::Key_Return);
    QTRY_VERIFY(asked > 0);
    bench.open(2);
    bench.desk.scene.peer.refuse(asked, Error{ErrorCode::StrangerLink});
    QTest::qWait(50);
    QCOMPARE(bench.composer()->edited(), 0);
    bench.open(1);
    QCOMPARE(bench.composer()->edited(), lastOwnSeq);
    QCOMPARE(bench.edit()->toPlainText(), QString(lastOwn() + u'!'));
    QTest::keyClick(bench.edit(), Qt::Key_Return); // the same words once more
    QTRY_COMPARE(bench.count<cmd::Edit>(), 2);
}

void TestMessageReply::signingOutForgetsWhatWaits()
{
    TalkBench bench;
    bench.actions()->reply(12);
    bench.open(2);
    QSignalSpy out(&bench.desk.session(), &client::Session::signedOut);
    bench.desk.session().signOut();
    QTRY_VERIFY(!out.isEmpty());
    bench.composer()->setRoom(roomId(1));
    QCOMPARE(bench.composer()->repliedTo(), 0);
}

void TestMessageReply::strangerWhoHasToWaitMayStillEdit()
{
    TalkBench bench(4); // three messages and no answer
    QTRY_VERIFY(!bench.edit()->isVisible());
    QVERIFY(!bench.actions()->offered(3).reply);
    bench.actions()->edit(3);
    QVERIFY(bench.edit()->isVisible());
    QTest::keyClicks(bench.edit(), u"!"_s);
    QTest::keyClick(bench.edit(), Qt::Key_Return);
    QTRY_COMPARE(bench.count<cmd::Edit>(), 1);
    QVERIFY(!bench.edit()->isVisible());
}

QTEST_MAIN(TestMessageReply)
#include "tst_message_reply.moc"
