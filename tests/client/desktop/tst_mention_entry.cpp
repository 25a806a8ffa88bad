// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QInputMethodEvent>

#include "client/desktop/chats/completion.h"
#include "talk_bench.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::desktop;
using namespace jjak::desktop::test;
using jjak::client::test::roomId;
using namespace protocol;

namespace {

constexpr int groupNumber = 6;

//! The tour's rooms, and a group in which Mira has called the one who reads.
struct MentionBench : TalkBench {
    MentionBench()
    {
        group = desk.scene.rooms.first();
        group.room = roomId(groupNumber);
        group.kind = RoomKind::Group;
        group.name = u"Book club"_s;
        group.version = 1;
        group.head = 2;
        group.changes = 0;
        group.distance.reset();
        group.me = 1;
        group.members = {member(1, u"Sora"_s), member(2, u"Mira"_s), member(3, u"Minho"_s), member(4, u"Big Mira"_s), member(5, u"하늘"_s), member(6, u"Troll"_s, true), member(7, u"Mira B"_s)};
        QList<Message> &talk = desk.scene.messages[group.room];
        talk = {find(roomId(1), 11), find(roomId(1), 12)};
        for (qsizetype i = 0; i < talk.size(); ++i) {
            talk[i].seq = i + 1;
            talk[i].author = 2;
            talk[i].kind = MessageKind::Text;
            talk[i].reply.reset();
            talk[i].reactions.reset();
            talk[i].change.reset();
        }
        talk[0].text = u"Sorapark is lovely"_s;
        talk[1].text = u"And you, @sora, do you come?"_s;
        talk[1].mentions = QList<int>{1};
        group.newest = talk.last();
        desk.scene.rooms.append(group);
        desk.scene.peer.tell(ev::RoomState{group});
        QTRY_VERIFY(desk.session().state().room(group.room));
        open(groupNumber);
    }
    static Member member(int number, const QString &name, bool left = false)
    {
        Member made;
        made.number = number;
        made.name = name;
        made.left = left;
        made.role = number == 2 ? MemberRole::Owner : MemberRole::Member;
        return made;
    }
    Completion *offers() { return composer()->completion(); }
    QStringList offered() { return offers()->isVisible() ? offers()->offered() : QStringList(); }
    void type(const QString &text) { edit()->insertPlainText(text); } // keyClicks() knows no Hangul
    void press(Qt::Key key) { QTest::keyClick(edit(), key); }
    QString text() { return edit()->toPlainText(); }
    bool nothingIsSent() { return desk.session().outbox(group.room).empty(); }
    QString spoken(qint64 seq) { return index(seq).data(Qt::AccessibleTextRole).toString(); }

    Room group;
};

void compose(QWidget *edit, const QString &preedit, const QString &commit = {})
{
    QInputMethodEvent event(preedit, {});
    event.setCommitString(commit);
    QApplication::sendEvent(edit, &event);
}

} // namespace

//! Members of a group are mentioned by typing the beginning of their names, and who is mentioned notices it.
class TestMentionEntry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void presentMembersAreOffered_data();
    void presentMembersAreOffered();
    void nobodyIsOfferedElsewhere();
    void takenNameIsAMention_data();
    void takenNameIsAMention();
    void clickTakesAName();
    void longerNameDoesNotHoldUpATakenOne();
    void spaceBehindIsNotDoubled();
    void escClosesUntilSomethingElseIsTyped();
    void composingIsLeftAlone();
    void screenReadersHearTheNames();
    void mentionOfOneselfIsTold();
    void ownNameIsFoundInTheText();
};

void TestMentionEntry::presentMembersAreOffered_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("offered");
    const auto row = [](const QString &typed, const QStringList &offered) { QTest::newRow(qPrintable(typed)) << typed << offered; };
    row(u"@"_s, {u"@Mira "_s, u"@Minho "_s, u"@Big Mira "_s, u"@하늘 "_s, u"@Mira B "_s});
    row(u"hi @mi"_s, {u"@Mira "_s, u"@Minho "_s, u"@Mira B "_s, u"@Big Mira "_s}); // the beginning of a name before a later word
    row(u"(@Min"_s, {u"@Minho "_s});
    row(u"안녕 @하"_s, {u"@하늘 "_s});
    row(u"@mira "_s, {u"@Mira B "_s});
    row(u"@Mira B"_s, {}); // it is whole
    row(u"@minho"_s, {});
    row(u"@minhox"_s, {});
    row(u"@Minho is"_s, {});
    row(u"mail@mi"_s, {});
    row(u"@So"_s, {});  // oneself
    row(u"@Tro"_s, {}); // has left
    row(u"mi"_s, {});
}

void TestMentionEntry::presentMembersAreOffered()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, offered);
    MentionBench bench;
    bench.type(typed);
    QCOMPARE(bench.offered(), offered);
}

void TestMentionEntry::nobodyIsOfferedElsewhere()
{
    MentionBench bench;
    bench.open(1);
    bench.type(u"@"_s);
    QVERIFY(!bench.offers()->isVisible());
    bench.press(Qt::Key_Backspace);
    bench.type(u":hea"_s); // the same list
    QVERIFY(bench.offers()->isVisible());
}

void TestMentionEntry::takenNameIsAMention_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("downs");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("member");
    QTest::newRow("Enter") << int(Qt::Key_Return) << 0 << u"so @Mira "_s << 2;
    QTest::newRow("Tab, the second") << int(Qt::Key_Tab) << 1 << u"so @Minho "_s << 3;
    QTest::newRow("down around") << int(Qt::Key_Return) << 5 << u"so @Minho "_s << 3;
}

void TestMentionEntry::takenNameIsAMention()
{
    QFETCH(int, key);
    QFETCH(int, downs);
    QFETCH(QString, text);
    QFETCH(int, member);
    MentionBench bench;
    QTest::keyClicks(bench.edit(), u"so @mi"_s);
    QCOMPARE(QApplication::focusWidget(), bench.edit());
    for (int i = 0; i < downs; ++i)
        bench.press(Qt::Key_Down);
    bench.press(Qt::Key(key));
    QCOMPARE(bench.text(), text);
    QVERIFY(!bench.offers()->isVisible());
    QVERIFY(bench.nothingIsSent()); // the key meant the list
    QCOMPARE(QApplication::focusWidget(), bench.edit());
    bench.press(Qt::Key_Return);
    QTRY_COMPARE(bench.count<cmd::Send>(), 1);
    QCOMPARE(bench.last<cmd::Send>().mentions, std::optional(QList<int>{member}));
}

void TestMentionEntry::clickTakesAName()
{
    MentionBench bench;
    bench.type(u"@mi"_s);
    QVERIFY(bench.offers()->isVisible());
    const QRect second = bench.offers()->visualRect(bench.offers()->model()->index(1, 0));
    QTest::mouseClick(bench.offers()->viewport(), Qt::LeftButton, {}, second.center());
    QCOMPARE(bench.text(), u"@Minho "_s);
    QVERIFY(!bench.offers()->isVisible());
    QCOMPARE(QApplication::focusWidget(), bench.edit());
}

void TestMentionEntry::longerNameDoesNotHoldUpATakenOne()
{
    MentionBench bench;
    bench.type(u"@mir"_s);
    bench.press(Qt::Key_Return);
    QCOMPARE(bench.text(), u"@Mira "_s);
    QVERIFY(!bench.offers()->isVisible()); // though "Mira B" begins so
    bench.press(Qt::Key_Return);
    QVERIFY(!bench.nothingIsSent());
    QVERIFY(bench.text().isEmpty());
    bench.type(u"@mir"_s); // and next time they are offered as before
    QCOMPARE(bench.offered().size(), 3);
}

void TestMentionEntry::spaceBehindIsNotDoubled()
{
    MentionBench bench;
    bench.type(u" come"_s);
    bench.edit()->moveCursor(QTextCursor::Start);
    bench.type(u"@min"_s);
    bench.press(Qt::Key_Tab);
    QCOMPARE(bench.text(), u"@Minho come"_s);
}

void TestMentionEntry::escClosesUntilSomethingElseIsTyped()
{
    MentionBench bench;
    bench.type(u"@m"_s);
    QVERIFY(bench.offers()->isVisible());
    bench.press(Qt::Key_Escape);
    QVERIFY(!bench.offers()->isVisible());
    QCOMPARE(bench.text(), u"@m"_s);
    bench.press(Qt::Key_Left);
    bench.press(Qt::Key_End);
    bench.type(u"i"_s);
    QVERIFY(bench.offers()->isVisible());
    bench.press(Qt::Key_Escape);
    bench.press(Qt::Key_Return);
    QVERIFY(!bench.nothingIsSent()); // Enter means the message again
}

void TestMentionEntry::composingIsLeftAlone()
{
    MentionBench bench;
    bench.type(u"@"_s);
    QVERIFY(bench.offers()->isVisible());
    compose(bench.edit(), u"하"_s);
    QTRY_VERIFY(!bench.offers()->isVisible());
    bench.press(Qt::Key_Down); // belongs to the input method
    QCOMPARE(bench.edit()->wholeText(), u"@하"_s);
    compose(bench.edit(), u"느"_s, u"하"_s);
    QCoreApplication::processEvents();
    QVERIFY(!bench.offers()->isVisible());
    compose(bench.edit(), {}, u"늘"_s);
    QCoreApplication::processEvents();
    QVERIFY(!bench.offers()->isVisible()); // whole: there is nothing to add
    bench.press(Qt::Key_Backspace);
    QCOMPARE(bench.offered(), QStringList{u"@하늘 "_s});
    bench.press(Qt::Key_Return);
    QCOMPARE(bench.text(), u"@하늘 "_s);
}

void TestMentionEntry::screenReadersHearTheNames()
{
    MentionBench bench;
    bench.type(u"@mi"_s);
    QCOMPARE(bench.edit()->accessibleDescription(), u"Mira, 1 of 4"_s);
    bench.press(Qt::Key_Up);
    QCOMPARE(bench.edit()->accessibleDescription(), u"Big Mira, 4 of 4"_s);
    bench.press(Qt::Key_Escape);
    QVERIFY(bench.edit()->accessibleDescription().isEmpty());
}

void TestMentionEntry::mentionOfOneselfIsTold()
{
    MentionBench bench;
    QTRY_VERIFY(bench.model().rowOfSeq(2) >= 0);
    QVERIFY2(bench.spoken(2).contains(u"Mentions you"_s), qPrintable(bench.spoken(2)));
    QVERIFY(!bench.spoken(1).contains(u"Mentions you"_s));
}

void TestMentionEntry::ownNameIsFoundInTheText()
{
    MentionBench bench;
    QTRY_VERIFY(bench.model().rowOfSeq(2) >= 0);
    const MessageRow row = readMessage(bench.index(2), &bench.group);
    QVERIFY(row.callsMe);
    QCOMPARE(row.calls.size(), 1);
    QCOMPARE(row.text.sliced(row.calls.first().start, row.calls.first().length), u"@sora"_s);
    const MessageRow other = readMessage(bench.index(1), &bench.group);
    QVERIFY(!other.callsMe && other.calls.isEmpty());
}

QTEST_MAIN(TestMentionEntry)
#include "tst_mention_entry.moc"
