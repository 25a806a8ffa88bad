// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/server/app/talk.h"

using namespace jjak;
using namespace jjak::app;
using namespace jjak::app::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

//! What happens to messages that are there already, and who is told.
class TestMessages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAnswerNamesWhatItAnswers();
    void newWordsAreToldToBoth();
    void onlyOnesOwnTextCanBeChanged();
    void aStrangerEditsNoLinkIntoAMessage();
    void whatWasSaidBeforeIsKeptForReports();
    void whatIsDeletedIsGone();
    void aRepetitionOfAnEditedMessageIsNoConflict();
    void reactionsAreToldAndCountedOnce();
    void whoMissedChangesPullsThem();
    void manyChangesComeInPages();
    void nobodyElseMayDoAnything();
    void whileTheHostSpeaksNothingIsChanged();
};

void TestMessages::anAnswerNamesWhatItAnswers()
{
    Talk talk;
    const qint64 first = talk.say(talk.one, u"coffee or tea?"_s);
    const qint64 second = talk.say(talk.other, u"tea"_s, first);
    QCOMPARE(talk.one.latest<ev::RoomMessage>()->message.reply, std::optional(first));
    QCOMPARE(talk.stored(second).reply, std::optional(first));
    QCOMPARE(talk.refusal(talk.one, cmd::Send{talk.room, ClientId::random(talk.rng), u"?"_s, 99}), ErrorCode::ProtocolBadField);
    const cmd::Send again{talk.room, ClientId::random(talk.rng), u"me too"_s, first};
    QVERIFY(talk.counter.ask(talk.one, again));
    QCOMPARE(talk.refusal(talk.one, cmd::Send{talk.room, again.cid, again.text, second}), ErrorCode::MessageConflict);
}

void TestMessages::newWordsAreToldToBoth()
{
    Talk talk;
    const qint64 seq = talk.say(talk.one, u"helo"_s);
    const auto answer = talk.counter.ask(talk.one, cmd::Edit{talk.room, seq, u"hello"_s});
    QCOMPARE(answer->message.text, u"hello"_s);
    QCOMPARE(answer->message.change, std::optional<qint64>(1));
    QVERIFY(answer->message.edited);
    for (Guest *guest : {&talk.one, &talk.other})
        QCOMPARE(guest->latest<ev::RoomChanged>()->message, answer->message);
    QCOMPARE(talk.stored(seq), answer->message);
    QCOMPARE(talk.counter.read(talk.other, cmd::Sync{})->rooms.first().changes, 1);
    QVERIFY(talk.counter.ask(talk.one, cmd::Edit{talk.room, seq, u"hello"_s})); // again: nothing happens
    QCOMPARE(talk.changes(), 1);
}

void TestMessages::onlyOnesOwnTextCanBeChanged()
{
    Talk talk;
    const qint64 seq = talk.say(talk.one, u"mine"_s);
    QCOMPARE(talk.refusal(talk.other, cmd::Edit{talk.room, seq, u"yours"_s}), ErrorCode::MessageNotOwn);
    QCOMPARE(talk.refusal(talk.other, cmd::Erase{talk.room, seq}), ErrorCode::MessageNotOwn);
    QCOMPARE(talk.refusal(talk.one, cmd::Edit{talk.room, seq + 1, u"?"_s}), ErrorCode::MessageNotFound);
    QCOMPARE(talk.refusal(talk.one, cmd::Erase{talk.room, seq + 1}), ErrorCode::MessageNotFound);
    QVERIFY(talk.counter.ask(talk.one, cmd::Leave{talk.room}));
    QCOMPARE(talk.refusal(talk.one, cmd::Edit{talk.room, seq, u"?"_s}), ErrorCode::RoomLeft);
    QCOMPARE(talk.refusal(talk.one, cmd::Erase{talk.room, seq}), ErrorCode::RoomLeft);
    const qint64 notice = talk.counter.stores().rooms.find(talk.room)->head;
    QCOMPARE(talk.stored(notice).kind, MessageKind::Notice);
    QCOMPARE(talk.refusal(talk.other, cmd::Erase{talk.room, notice}), ErrorCode::MessageNotOwn);
    QCOMPARE(talk.stored(seq).text, u"mine"_s);
    QCOMPARE(talk.changes(), 0);
}

void TestMessages::aStrangerEditsNoLinkIntoAMessage()
{
    Talk talk;
    qint64 seq = 0;
    for (int i = 0; i < limits::strangerMessages; ++i)
        seq = talk.say(talk.one, u"hello %1"_s.arg(i));
    QCOMPARE(talk.refusal(talk.one, cmd::Edit{talk.room, seq, u"see https://example.org"_s}), ErrorCode::StrangerLink);
    QVERIFY(talk.counter.ask(talk.one, cmd::Edit{talk.room, seq, u"hello you"_s})); // it is no fourth message
    talk.say(talk.other, u"hi"_s);
    QVERIFY(talk.counter.ask(talk.one, cmd::Edit{talk.room, seq, u"see https://example.org"_s}));
}

void TestMessages::whatWasSaidBeforeIsKeptForReports()
{
    Talk talk;
    const qint64 seq = talk.say(talk.other, u"something unkind"_s);
    for (const QString &text : {u"something else"_s, u"something nice"_s})
        QVERIFY(talk.counter.ask(talk.other, cmd::Edit{talk.room, seq, text}));
    const auto reported = talk.counter.ask(talk.one, cmd::Report{ClientId::random(talk.rng), talk.room, {}, ReportReason::Harassment, {}, false, {}});
    QStringList said;
    const auto report = talk.counter.stores().reports.find(reported->report);
    for (const Message &message : report->evidence)
        said.append(message.text);
    QCOMPARE(said, (QStringList{u"something unkind"_s, u"something else"_s, u"something nice"_s}));

    // Who edits again and again makes no endless report.
    for (int i = 0; i < 3 * limits::reportMessages; ++i)
        QVERIFY(talk.counter.ask(talk.other, cmd::Edit{talk.room, seq, u"words %1"_s.arg(i)}));
    const auto again = talk.counter.ask(talk.one, cmd::Report{ClientId::random(talk.rng), talk.room, {}, ReportReason::Harassment, {}, false, {}});
    const auto second = talk.counter.stores().reports.find(again->report);
    QCOMPARE(second->evidence.size(), limits::reportMessages + 1);
    QCOMPARE(second->evidence.last().text, u"words %1"_s.arg(3 * limits::reportMessages - 1));
}

void TestMessages::whatIsDeletedIsGone()
{
    Talk talk;
    const qint64 seq = talk.say(talk.one, u"a secret"_s);
    QVERIFY(talk.counter.ask(talk.one, cmd::Edit{talk.room, seq, u"another secret"_s}));
    QVERIFY(talk.counter.ask(talk.other, cmd::React{talk.room, seq, u"👍"_s, true}));
    const auto answer = talk.counter.ask(talk.one, cmd::Erase{talk.room, seq});
    QVERIFY(answer->message.deleted && answer->message.text.isEmpty() && !answer->message.reactions && !answer->message.edited);
    QCOMPARE(talk.other.latest<ev::RoomChanged>()->message, answer->message);
    QCOMPARE(talk.stored(seq), answer->message);
    QVERIFY(talk.counter.stores().messages.earlier(talk.room, seq).isEmpty());
    QCOMPARE(talk.refusal(talk.one, cmd::Erase{talk.room, seq}), ErrorCode::MessageNotFound);
    QCOMPARE(talk.refusal(talk.one, cmd::Edit{talk.room, seq, u"?"_s}), ErrorCode::MessageNotFound);
    QCOMPARE(talk.refusal(talk.other, cmd::React{talk.room, seq, u"👍"_s, true}), ErrorCode::MessageNotFound);
    QCOMPARE(talk.counter.read(talk.other, cmd::Sync{})->rooms.first().newest, std::optional(answer->message));
    QCOMPARE(talk.say(talk.other, u"what was it?"_s), seq + 1);
}

void TestMessages::aRepetitionOfAnEditedMessageIsNoConflict()
{
    Talk talk;
    const cmd::Send first{talk.room, ClientId::random(talk.rng), u"helo"_s};
    const auto sent = talk.counter.ask(talk.one, first);
    QVERIFY(talk.counter.ask(talk.one, cmd::Edit{talk.room, sent->seq, u"hello"_s}));
    const auto again = talk.counter.ask(talk.one, first);
    QCOMPARE(again->seq, sent->seq);
    QCOMPARE(talk.stored(sent->seq).text, u"hello"_s);
}

void TestMessages::reactionsAreToldAndCountedOnce()
{
    Talk talk;
    const qint64 seq = talk.say(talk.one, u"we have a winner"_s);
    for (int i = 0; i < 2; ++i)
        QVERIFY(talk.counter.ask(talk.other, cmd::React{talk.room, seq, u"👍"_s, true}));
    QCOMPARE(talk.changes(), 1);
    QVERIFY(talk.counter.ask(talk.one, cmd::React{talk.room, seq, u"👍"_s, true}));
    const int first = talk.counter.read(talk.other, cmd::Sync{})->rooms.first().me;
    QCOMPARE(talk.other.latest<ev::RoomChanged>()->message.reactions, std::optional(QList<Reaction>{{u"👍"_s, {first, 3 - first}}}));
    QCOMPARE(talk.refusal(talk.one, cmd::React{talk.room, seq, u"no"_s, true}), ErrorCode::ProtocolBadField);
    for (Guest *guest : {&talk.one, &talk.other})
        QVERIFY(talk.counter.ask(*guest, cmd::React{talk.room, seq, u"👍"_s, false}));
    QVERIFY(!talk.stored(seq).reactions);
    QCOMPARE(talk.stored(seq).change, std::optional<qint64>(4));
}

void TestMessages::whoMissedChangesPullsThem()
{
    Talk talk;
    const qint64 first = talk.say(talk.one, u"first"_s), second = talk.say(talk.one, u"second"_s);
    for (const auto &[seq, text] : {std::pair(first, u"1"_s), std::pair(second, u"2"_s), std::pair(first, u"one"_s)})
        QVERIFY(talk.counter.ask(talk.one, cmd::Edit{talk.room, seq, text}));
    const auto all = talk.counter.read(talk.other, cmd::Changes{talk.room, 0});
    QCOMPARE(all->messages, (QList<Message>{talk.stored(second), talk.stored(first)})); // each once, as it is now
    QCOMPARE(all->upTo, 3);
    QVERIFY(!all->more);
    QCOMPARE(talk.counter.read(talk.other, cmd::Changes{talk.room, 2})->messages, QList<Message>{talk.stored(first)});
    QVERIFY(talk.counter.read(talk.other, cmd::Changes{talk.room, 3})->messages.isEmpty());
    QCOMPARE(talk.counter.read(talk.other, cmd::Changes{talk.room, 50})->upTo, 50);
}

void TestMessages::manyChangesComeInPages()
{
    Talk talk;
    talk.say(talk.other, u"hi"_s);
    const int count = limits::historyPage + 10;
    for (int i = 0; i < count; ++i) {
        const qint64 seq = talk.say(talk.one, u"message"_s);
        QVERIFY(talk.counter.ask(talk.one, cmd::Edit{talk.room, seq, u"message %1"_s.arg(seq)}));
    }
    const auto page = talk.counter.read(talk.other, cmd::Changes{talk.room, 0});
    QCOMPARE(page->messages.size(), limits::historyPage);
    QCOMPARE(page->upTo, limits::historyPage);
    QVERIFY(page->more);
    const auto rest = talk.counter.read(talk.other, cmd::Changes{talk.room, page->upTo});
    QCOMPARE(rest->messages.size(), 10);
    QCOMPARE(rest->upTo, count);
    QVERIFY(!rest->more);
}

void TestMessages::nobodyElseMayDoAnything()
{
    Talk talk;
    const qint64 seq = talk.say(talk.one, u"ours"_s);
    Guest &stranger = talk.counter.guest(u"stranger"_s);
    QCOMPARE(talk.refusal(stranger, cmd::Edit{talk.room, seq, u"?"_s}), ErrorCode::RoomNotFound);
    QCOMPARE(talk.refusal(stranger, cmd::Erase{talk.room, seq}), ErrorCode::RoomNotFound);
    QCOMPARE(talk.refusal(stranger, cmd::React{talk.room, seq, u"👍"_s, true}), ErrorCode::RoomNotFound);
    QCOMPARE(talk.counter.read(stranger, cmd::Changes{talk.room, 0}).error().code, ErrorCode::RoomNotFound);
}

void TestMessages::whileTheHostSpeaksNothingIsChanged()
{
    Counter counter;
    SeededRng rng(4);
    const auto event = counter.operate(cmd::OpenEvent{ClientId::random(rng), u"Friday"_s, counter.now(), counter.now() + 2h, u"Asia/Seoul"_s, 7, {u"ko"_s}, {}});
    QList<Guest *> guests;
    for (int i = 0; i < 7; ++i) {
        guests.append(&counter.guest(u"guest %1"_s.arg(i)));
        QVERIFY(counter.ask(*guests.last(), cmd::EnterDate{event->event}));
    }
    const auto date = [&] { return *guests[0]->blindDate().date; };
    const auto playTo = [&](DatePhase phase) {
        for (int i = 0; i < 6000 && date().phase != phase; ++i)
            counter.pass(1s);
    };
    playTo(DatePhase::Talk);
    const auto sent = counter.ask(*guests[0], cmd::Send{date().room, ClientId::random(rng), u"helo"_s});
    playTo(DatePhase::Topic);
    QCOMPARE(counter.ask(*guests[0], cmd::Edit{date().room, sent->seq, u"hello"_s}).error().code, ErrorCode::RoomFrozen);
    QCOMPARE(counter.ask(*guests[1], cmd::React{date().room, sent->seq, u"👍"_s, true}).error().code, ErrorCode::RoomFrozen);
    QVERIFY(counter.ask(*guests[0], cmd::Erase{date().room, sent->seq})); // taking back is always allowed
    QVERIFY(guests[1]->latest<ev::RoomChanged>()->message.deleted);
}

QTEST_GUILESS_MAIN(TestMessages)
#include "tst_messages.moc"
