// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "client/terminal/app/message_words.h"
#include "client/terminal/plain/plain_words.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::terminal;
using protocol::Message;
using protocol::MessageKind;
using protocol::Reaction;

namespace {

constexpr int me = 1;

protocol::Room roomOfTwo()
{
    protocol::Room room;
    room.me = me;
    room.members = {{.number = me, .name = u"나"_s}, {.number = 2, .name = u"민지"_s}};
    return room;
}

Message text(qint64 seq, int author, const QString &words)
{
    Message message;
    message.seq = seq;
    message.author = author;
    message.text = words;
    return message;
}

Message with(Message message, const QList<Reaction> &reactions)
{
    message.reactions = reactions;
    return message;
}

Message deleted(Message message)
{
    message.text.clear();
    message.deleted = fromMs(5);
    return message;
}

} // namespace

class TstMessageWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reactionsAreOneLine();
    void quotesAreOneLine();
    void reactingAgainTakesBack();
    void onlyWhatHasWordsCanBeNamed();
    void theNewestIsNamedFirst();
    void changesAreSpoken();
    void aDeletedMessageIsToldWithoutItsWords();
    void whoReactsIsTold();
    void whatDidNotChangeIsNotTold();
};

void TstMessageWords::reactionsAreOneLine()
{
    QCOMPARE(reactionsLine({{u"❤️"_s, {1, 2}}, {u"👍"_s, {2}}}, 3), u"❤️ 2  👍 1"_s);
    QCOMPARE(reactionsLine({{u"❤️"_s, {1, 2}}, {u"👍"_s, {2}}}, 1), u"[❤️ 2]  👍 1"_s); // one's own
    QVERIFY(reactionsLine({}, 1).isEmpty());
    QVERIFY(!reactionsLine({{u"\u001b[2J"_s, {1}}}, 1).contains(QChar(0x1B)));
}

void TstMessageWords::quotesAreOneLine()
{
    const auto room = roomOfTwo();
    QCOMPARE(quoteOf(room, text(3, 2, {}), u"one\ntwo"_s), u"민지: one two"_s);
    QCOMPARE(quoteOf(room, text(3, me, {}), u"one"_s), u"You: one"_s);
    Message host = text(4, 0, u"welcome"_s);
    host.kind = MessageKind::Host;
    QCOMPARE(quoteOf(room, host, u"Hello!"_s), u"Host: Hello!"_s);
    QCOMPARE(quoteOf(room, text(5, 9, {}), u"of nobody"_s), u"of nobody"_s);
}

void TstMessageWords::reactingAgainTakesBack()
{
    const Message plain = text(3, 2, u"a"_s);
    QCOMPARE(reactingTo(plain, me, u"👍"_s), (Reacting{u"👍"_s, true}));
    QCOMPARE(reactingTo(with(plain, {{u"👍"_s, {2}}}), me, u"👍"_s), (Reacting{u"👍"_s, true}));
    QCOMPARE(reactingTo(with(plain, {{u"👍"_s, {2, me}}}), me, u"👍"_s), (Reacting{u"👍"_s, false}));
    QCOMPARE(reactingTo(with(plain, {{u"👍"_s, {me}}}), me, u"❤️"_s), (Reacting{u"❤️"_s, true}));
    // The form without colours joins the one that is there, and takes one's own back.
    QCOMPARE(reactingTo(with(plain, {{u"❤"_s, {2}}}), me, u"❤️"_s), (Reacting{u"❤"_s, true}));
    QCOMPARE(reactingTo(with(plain, {{u"❤️"_s, {2}}, {u"❤"_s, {me}}}), me, u"❤️"_s), (Reacting{u"❤"_s, false}));
}

void TstMessageWords::onlyWhatHasWordsCanBeNamed()
{
    Message notice = text(1, 2, u"left"_s);
    notice.kind = MessageKind::Notice;
    Message host = text(2, 0, u"welcome"_s);
    host.kind = MessageKind::Host;
    QVERIFY(!isNameable(notice) && isNameable(host) && isNameable(text(3, 2, u"a"_s)) && !isNameable(deleted(text(3, 2, u"a"_s))));
    QVERIFY(isTextOf(text(3, me, u"a"_s), me) && !isTextOf(text(3, 2, u"a"_s), me) && !isTextOf(deleted(text(3, me, u"a"_s)), me) && !isTextOf(notice, 2));
}

void TstMessageWords::theNewestIsNamedFirst()
{
    const QList<Message> messages{text(1, 2, u"a"_s), text(2, me, u"b"_s), deleted(text(3, me, u"c"_s)), text(4, 2, u"d"_s)};
    QCOMPARE(nameablesOf(messages, me), (QList<Nameable>{{4, false, u"d"_s}, {2, true, u"b"_s}, {1, false, u"a"_s}}));
}

void TstMessageWords::changesAreSpoken()
{
    Message edited = text(12, 2, u"new\nwords"_s);
    edited.edited = fromMs(7);
    QCOMPARE(spokenChange(3, roomOfTwo(), text(12, 2, u"old"_s), edited), QStringList{u"[3] 민지 changed #12: new\n    words"_s});
    edited.author = me;
    QVERIFY(spokenChange(3, roomOfTwo(), text(12, me, u"old"_s), edited).value(0).startsWith(u"[3] You changed #12"_s));
    Message again = edited;
    again.edited = fromMs(8);
    QCOMPARE(spokenChange(3, roomOfTwo(), edited, again).size(), qsizetype(1));
}

void TstMessageWords::aDeletedMessageIsToldWithoutItsWords()
{
    const Message before = with(text(12, 2, u"secret"_s), {{u"👍"_s, {me}}});
    Message now = deleted(before);
    now.reactions.reset();
    QCOMPARE(spokenChange(3, roomOfTwo(), before, now), QStringList{u"[3] 민지 deleted #12."_s});
    QVERIFY(spokenChange(3, roomOfTwo(), now, now).isEmpty());
}

void TstMessageWords::whoReactsIsTold()
{
    const Message before = with(text(12, me, u"hello"_s), {{u"👍"_s, {2}}});
    const Message now = with(text(12, me, u"hello"_s), {{u"❤️"_s, {2, me}}});
    QCOMPARE(spokenChange(1, roomOfTwo(), before, now),
             (QStringList{u"[1] 민지 reacted to #12 “hello” with ❤️"_s, u"[1] You reacted to #12 “hello” with ❤️"_s, u"[1] 민지 took back 👍 from #12 “hello”"_s}));
    const QString lengthy = spokenChange(1, roomOfTwo(), text(12, me, {}), with(text(12, me, QString(500, u'x')), {{u"👍"_s, {2}}})).value(0);
    QVERIFY(lengthy.size() < 100 && lengthy.contains(u"…"_s));
}

void TstMessageWords::whatDidNotChangeIsNotTold()
{
    Message message = with(text(12, 2, u"hello"_s), {{u"👍"_s, {2}}});
    message.edited = fromMs(7);
    Message now = message;
    now.reactions->append({u"❤️"_s, {me}});
    QCOMPARE(spokenChange(1, roomOfTwo(), message, now).size(), qsizetype(1)); // the edit was told before
}

QTEST_GUILESS_MAIN(TstMessageWords)
#include "tst_message_words.moc"
