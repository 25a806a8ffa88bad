// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dates.h"
#include "scene.h"

using namespace jjak;
using namespace jjak::client;
using namespace jjak::client::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

namespace {

const RoomId here = roomId(1);

using Told = std::optional<Result<>>;

Callback<> into(Told &answer)
{
    return [&answer](const Result<> &result) { answer = result; };
}

//! A room of the scene in which messages are changed as a server does it.
struct Shelf {
    Shelf(Scene &where, int count) : scene(where)
    {
        Room told = test::room(here, count);
        for (int i = 1; i <= count; ++i)
            all().append(message(i, 1 + i % 2, u"message %1"_s.arg(i)));
        if (count > 0)
            told.newest = all().last();
        scene.rooms = {told};
        scene.peer.on<cmd::Edit>([this](qint64 id, const cmd::Edit &edit) { answer(id, words(edit.seq, edit.text)); });
        scene.peer.on<cmd::Erase>([this](qint64 id, const cmd::Erase &erased) {
            if (all().at(erased.seq - 1).deleted)
                return scene.peer.refuse(id, Error{ErrorCode::MessageNotFound});
            answer(id, erase(erased.seq));
        });
        scene.peer.on<cmd::React>([this](qint64 id, const cmd::React &wish) { answer(id, reaction(wish.seq, wish.emoji, wish.on)); });
    }
    void start() { scene.start(scene.rooms); }
    QList<Message> &all() { return scene.messages[here]; }
    Message words(qint64 seq, const QString &text)
    {
        Message one = all().at(seq - 1);
        one.text = text;
        one.edited = one.at + 1min;
        return put(one);
    }
    Message erase(qint64 seq)
    {
        Message one = all().at(seq - 1);
        one.text.clear();
        one.reactions.reset();
        one.deleted = one.at + 1min;
        return put(one);
    }
    Message reaction(qint64 seq, const QString &emoji, bool on)
    {
        Message one = all().at(seq - 1);
        one.reactions = on ? std::optional(QList{Reaction{emoji, {1}}}) : std::nullopt;
        return put(one);
    }
    Message put(Message one)
    {
        Room &told = scene.rooms.first();
        one.change = ++told.changes;
        all()[one.seq - 1] = one;
        if (told.newest && told.newest->seq == one.seq)
            told.newest = one;
        return one;
    }
    void tell(const Message &one) { scene.peer.tell(ev::RoomChanged{here, one}); }
    void answer(qint64 id, const Message &one)
    {
        if (loseReplyNext > 0 && loseReplyNext-- > 0)
            return scene.peer.drop();
        scene.peer.ok(id, cmd::Changed{one});
    }
    Scene &scene;
    int loseReplyNext = 0;
};

} // namespace

//! What becomes of messages that are there already: others change them, or oneself does.
class TestChanges : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // told and pulled
    void toldChangeIsSeenEverywhere();
    void deletedNewestIsSaidInTheList();
    void gapIsPulledFor();
    void missedChangesArePulledAfterTheReconnect();
    void manyMissedChangesComePageByPage();
    void changesArePulledOnceAlsoOverARestart();
    void roomThatIsNewHerePullsNoChanges();
    void serverThatIsBehindDoesNotHoldUpForEver();
    void pageAskedForBeforeAChangeDoesNotUndoIt();
    void messageDeletedWhileAwayIsNoNews();
    void changeOfAHiddenSeatIsNotTold();
    // one's own
    void editedTextIsSeenWhenAnswered();
    void lostAnswerToAnEditIsAskedForAgain();
    void lostAnswerToADeletionIsSuccess();
    void latestOfTwoReactionsWithoutAConnectionIsSent();
    void refusalIsToldToTheCallerOrBySignal();
    void textsThatCannotBeAreRefusedLater();
    void ownTextsMayBeEdited();
    // replies
    void replyIsSentWithItsText();
    void replySurvivesARestart();
    void replyToWhatIsNotThereIsRefusedAtOnce();
};

void TestChanges::toldChangeIsSeenEverywhere()
{
    Scene scene;
    Shelf shelf(scene, 5);
    shelf.start();
    MessageListModel *model = scene.session->openRoom(here);
    QSignalSpy changed(scene.session.get(), &Session::messageChanged), touched(model, &MessageListModel::dataChanged);
    shelf.tell(shelf.words(4, u"other words"_s));
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed.first()[1].value<Message>(), shelf.all().at(3));
    QCOMPARE(model->index(3).data().toString(), u"other words"_s);
    QVERIFY(model->index(3).data(MessageListModel::EditedRole).toBool());
    QVERIFY(touched.size() >= 1);
    QCOMPARE(*scene.session->cachedMessage(here, 4), shelf.all().at(3));
    QCOMPARE(scene.session->state().room(here)->changed, 1);
    QCOMPARE(scene.peer.count<cmd::Changes>(), 0);
}

void TestChanges::deletedNewestIsSaidInTheList()
{
    Scene scene;
    Shelf shelf(scene, 5);
    shelf.start();
    const QModelIndex row = scene.session->rooms()->index(0);
    QCOMPARE(row.data(RoomListModel::PreviewRole).toString(), u"message 5"_s);
    shelf.tell(shelf.erase(5));
    QTRY_COMPARE(row.data(RoomListModel::PreviewRole).toString(), u"Message deleted"_s);
    MessageListModel *model = scene.session->openRoom(here);
    QCOMPARE(model->index(4).data().toString(), u"Message deleted"_s);
    QVERIFY(model->index(4).data(MessageListModel::DeletedRole).toBool());
}

void TestChanges::gapIsPulledFor()
{
    Scene scene;
    Shelf shelf(scene, 5);
    shelf.start();
    (void)shelf.words(1, u"missed"_s);
    shelf.tell(shelf.words(2, u"told"_s));
    QTRY_COMPARE(scene.session->state().room(here)->changed, 2);
    QCOMPARE(scene.peer.asked<cmd::Changes>().first().after, 0);
    QCOMPARE(scene.session->cachedMessage(here, 1)->text, u"missed"_s);
    QCOMPARE(scene.session->cachedMessage(here, 2)->text, u"told"_s);
}

void TestChanges::missedChangesArePulledAfterTheReconnect()
{
    Scene scene;
    Shelf shelf(scene, 5);
    shelf.start();
    MessageListModel *model = scene.session->openRoom(here);
    QSignalSpy synced(scene.session.get(), &Session::synced);
    scene.peer.drop();
    (void)shelf.words(2, u"other words"_s);
    (void)shelf.reaction(3, u"👍"_s, true);
    QVERIFY(synced.wait());
    QCOMPARE(model->index(1).data().toString(), u"other words"_s);
    QCOMPARE(model->index(2).data(MessageListModel::ReactionsRole).value<QList<Reaction>>(), (QList{Reaction{u"👍"_s, {1}}}));
    QCOMPARE(scene.peer.count<cmd::Changes>(), 1);
}

void TestChanges::manyMissedChangesComePageByPage()
{
    Scene scene;
    Shelf shelf(scene, 5);
    shelf.start();
    for (int i = 6; i <= 120; ++i)
        shelf.all().append(message(i, 2));
    scene.rooms.first().head = 120;
    scene.rooms.first().newest = shelf.all().last();
    for (int i = 1; i <= 120; ++i)
        (void)shelf.words(i, u"changed %1"_s.arg(i));
    QSignalSpy synced(scene.session.get(), &Session::synced);
    scene.peer.drop();
    QVERIFY(synced.wait());
    QCOMPARE(scene.session->state().room(here)->changed, 120);
    QCOMPARE(scene.peer.count<cmd::Changes>(), 3);
    QCOMPARE(scene.session->cachedMessage(here, 2)->text, u"changed 2"_s);
    QCOMPARE(scene.session->cachedMessages(here, 0, 1).first().text, u"changed 120"_s);
}

void TestChanges::changesArePulledOnceAlsoOverARestart()
{
    Scene scene;
    Shelf shelf(scene, 5);
    shelf.start();
    (void)shelf.words(1, u"missed"_s);
    shelf.tell(shelf.words(2, u"told"_s));
    QTRY_COMPARE(scene.session->state().room(here)->changed, 2);
    scene.restart();
    QSignalSpy synced(scene.session.get(), &Session::synced);
    scene.session->connectTo(scene.peer.url());
    QVERIFY(synced.wait());
    QCOMPARE(scene.session->state().room(here)->changed, 2);
    QCOMPARE(scene.session->cachedMessage(here, 2)->text, u"told"_s);
    QCOMPARE(scene.peer.count<cmd::Changes>(), 1);
}

void TestChanges::roomThatIsNewHerePullsNoChanges()
{
    Scene scene;
    Shelf shelf(scene, 5);
    (void)shelf.words(5, u"long ago"_s);
    shelf.start();
    QCOMPARE(scene.session->state().room(here)->changed, 1);
    QCOMPARE(scene.session->cachedMessage(here, 5)->text, u"long ago"_s);
    QCOMPARE(scene.peer.count<cmd::Changes>(), 0);
}

void TestChanges::serverThatIsBehindDoesNotHoldUpForEver()
{
    Scene scene;
    Shelf shelf(scene, 5);
    shelf.start();
    scene.peer.always<cmd::Changes>({});
    QSignalSpy synced(scene.session.get(), &Session::synced);
    scene.peer.drop();
    (void)shelf.words(2, u"other words"_s);
    QVERIFY(synced.wait());
    QVERIFY(scene.peer.count<cmd::Changes>() > 1);
    QVERIFY(scene.peer.count<cmd::Changes>() < 10);
}

void TestChanges::pageAskedForBeforeAChangeDoesNotUndoIt()
{
    Scene scene;
    Shelf shelf(scene, 120);
    shelf.start();
    MessageListModel *model = scene.session->openRoom(here);
    QTRY_COMPARE(model->rowCount(), 50);
    qint64 asked = 0;
    const QList<Message> before = shelf.all().mid(20, 50);
    scene.peer.on<cmd::History>([&](qint64 id, const cmd::History &) { asked = id; });
    model->fetchOlder();
    QTRY_VERIFY(asked > 0);
    shelf.tell(shelf.words(60, u"other words"_s));
    scene.peer.ok(asked, cmd::Page{before, 120});
    QTRY_COMPARE(model->rowCount(), 100);
    QCOMPARE(model->index(model->rowOfSeq(60)).data().toString(), u"other words"_s);
    QCOMPARE(scene.session->cachedMessage(here, 60)->text, u"other words"_s);
}

void TestChanges::messageDeletedWhileAwayIsNoNews()
{
    Scene scene;
    Shelf shelf(scene, 3);
    shelf.start();
    QSignalSpy synced(scene.session.get(), &Session::synced), arrived(scene.session.get(), &Session::messageArrived);
    scene.peer.drop();
    shelf.all().append(message(4, 2, u"said"_s));
    shelf.all().append(message(5, 2, u"said and taken back"_s));
    scene.rooms.first().head = 5;
    scene.rooms.first().newest = shelf.all().last();
    (void)shelf.erase(5);
    QVERIFY(synced.wait());
    QCOMPARE(scene.session->state().room(here)->have, 5);
    QCOMPARE(arrived.size(), 1);
    QCOMPARE(arrived.first()[1].value<Message>().seq, 4);
}

void TestChanges::changeOfAHiddenSeatIsNotTold()
{
    Scene scene;
    scene.blindDate = sitting(1, DatePhase::Welcome);
    scene.blindDate.date->hidden = {2};
    Room told = dateRoom(2);
    scene.messages[told.room] = {message(1, 2), message(2, 3)};
    told.newest = scene.messages[told.room].last();
    scene.start({told});
    QSignalSpy changed(scene.session.get(), &Session::messageChanged);
    Message hidden = message(1, 2, u"hidden"_s), seen = message(2, 3, u"seen"_s);
    hidden.change = 1;
    seen.change = 2;
    scene.peer.tell(ev::RoomChanged{told.room, hidden});
    scene.peer.tell(ev::RoomChanged{told.room, seen});
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed.first()[1].value<Message>().text, u"seen"_s);
    QVERIFY(!scene.session->cachedMessage(told.room, 1));
    QVERIFY(scene.session->cachedMessage(told.room, 2));
}

void TestChanges::editedTextIsSeenWhenAnswered()
{
    Scene scene;
    Shelf shelf(scene, 5);
    shelf.start();
    Told answer;
    scene.session->editMessage(here, 4, u"better"_s, into(answer));
    QVERIFY(!answer);
    QCOMPARE(scene.session->cachedMessage(here, 4)->text, u"message 4"_s);
    QTRY_VERIFY(answer);
    QVERIFY(answer->ok());
    QCOMPARE(scene.session->cachedMessage(here, 4)->text, u"better"_s);
    QCOMPARE(scene.session->state().room(here)->changed, 1);
    const auto asked = scene.peer.asked<cmd::Edit>().first();
    QCOMPARE(asked.room, here);
    QCOMPARE(asked.seq, 4);
    QCOMPARE(asked.text, u"better"_s);
}

void TestChanges::lostAnswerToAnEditIsAskedForAgain()
{
    Scene scene;
    Shelf shelf(scene, 5);
    shelf.start();
    shelf.loseReplyNext = 1;
    Told answer;
    scene.session->editMessage(here, 4, u"better"_s, into(answer));
    QTRY_VERIFY(answer);
    QVERIFY(answer->ok());
    QCOMPARE(scene.peer.count<cmd::Edit>(), 2);
    QTRY_COMPARE(scene.session->cachedMessage(here, 4)->text, u"better"_s);
}

void TestChanges::lostAnswerToADeletionIsSuccess()
{
    Scene scene;
    Shelf shelf(scene, 5);
    shelf.start();
    shelf.loseReplyNext = 1;
    Told answer;
    scene.session->deleteMessage(here, 4, into(answer));
    QTRY_VERIFY(answer);
    QVERIFY(answer->ok());
    QTRY_VERIFY(scene.session->cachedMessage(here, 4)->deleted);
}

void TestChanges::latestOfTwoReactionsWithoutAConnectionIsSent()
{
    Scene scene;
    Shelf shelf(scene, 5);
    shelf.start();
    scene.peer.listen(false);
    scene.peer.drop();
    QTRY_VERIFY(scene.session->connectionState() != ConnectionState::Ready);
    scene.session->react(here, 5, u"👍"_s, true);
    scene.session->react(here, 5, u"👍"_s, false);
    scene.session->react(here, 4, u"👍"_s, true);
    scene.peer.listen(true);
    QTRY_COMPARE(scene.peer.count<cmd::React>(), 2);
    const auto asked = scene.peer.asked<cmd::React>();
    QVERIFY(asked[0].seq == 5 && !asked[0].on);
    QVERIFY(asked[1].seq == 4 && asked[1].on);
    QTRY_VERIFY(hasReacted(*scene.session->cachedMessage(here, 4), u"👍"_s, 1));
}

void TestChanges::refusalIsToldToTheCallerOrBySignal()
{
    Scene scene;
    Shelf shelf(scene, 5);
    shelf.start();
    scene.peer.on<cmd::React>([&](qint64 id, const cmd::React &) { scene.peer.refuse(id, Error{ErrorCode::ReactionLimit}); });
    QSignalSpy failed(scene.session.get(), &Session::failed);
    Told answer;
    scene.session->react(here, 5, u"👍"_s, true, into(answer));
    QTRY_VERIFY(answer);
    QCOMPARE(answer->error().code, ErrorCode::ReactionLimit);
    QCOMPARE(failed.size(), 0);
    scene.session->react(here, 5, u"👍"_s, true);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first()[1].toString(), u"message.react"_s);
}

void TestChanges::textsThatCannotBeAreRefusedLater()
{
    Scene scene;
    Shelf shelf(scene, 5);
    shelf.start();
    Told edited, reacted;
    scene.session->editMessage(here, 4, {}, into(edited));
    scene.session->react(here, 4, QString(17, u'a'), true, into(reacted));
    QVERIFY(!edited && !reacted);
    QTRY_VERIFY(edited && reacted);
    QCOMPARE(edited->error().code, ErrorCode::ProtocolBadField);
    QCOMPARE(reacted->error().field, u"args.emoji"_s);
    QCOMPARE(scene.peer.count<cmd::Edit>() + scene.peer.count<cmd::React>(), 0);
}

void TestChanges::ownTextsMayBeEdited()
{
    Scene scene;
    Shelf shelf(scene, 5);
    Room left = test::room(roomId(2), 1);
    left.members[0].left = true;
    scene.rooms.append(left);
    shelf.start();
    const Session &session = *scene.session;
    QVERIFY(session.mayEdit(here, message(4, 1)));
    QVERIFY(!session.mayEdit(here, message(4, 2)));
    QVERIFY(!session.mayEdit(roomId(2), message(1, 1)));
    QVERIFY(!session.mayEdit(roomId(9), message(1, 1)));
    Message notice = message(4, 1), gone = message(4, 1);
    notice.kind = MessageKind::Notice;
    gone.deleted = gone.at;
    QVERIFY(!session.mayEdit(here, notice));
    QVERIFY(!session.mayEdit(here, gone));
}

void TestChanges::replyIsSentWithItsText()
{
    Scene scene;
    Shelf shelf(scene, 5);
    shelf.start();
    scene.peer.on<cmd::Send>([&](qint64 id, const cmd::Send &) { scene.peer.ok(id, cmd::Sent{6, message(6, 1).at}); });
    MessageListModel *model = scene.session->openRoom(here);
    QVERIFY(scene.session->sendText(here, u"yes"_s, 3).ok());
    QCOMPARE(scene.session->outbox(here).front().reply, 3);
    QCOMPARE(model->index(5).data(MessageListModel::ReplyRole).toLongLong(), 3);
    QTRY_COMPARE(scene.session->unsentCount(), 0);
    QCOMPARE(scene.peer.asked<cmd::Send>().first().reply, std::optional<qint64>(3));
    QTRY_COMPARE(scene.session->state().room(here)->have, 6);
    QCOMPARE(scene.session->cachedMessage(here, 6)->reply, std::optional<qint64>(3));
    QCOMPARE(model->index(5).data(MessageListModel::QuoteRole).toString(), u"Bora: message 3"_s);
    QVERIFY(scene.session->sendText(here, u"plain"_s).ok());
    QTRY_COMPARE(scene.peer.count<cmd::Send>(), 2);
    QVERIFY(!scene.peer.asked<cmd::Send>().last().reply);
}

void TestChanges::replySurvivesARestart()
{
    Scene scene;
    Shelf shelf(scene, 5);
    shelf.start();
    scene.peer.drop();
    QVERIFY(scene.session->sendText(here, u"yes"_s, 3).ok());
    scene.restart();
    scene.session->connectTo(scene.peer.url());
    QTRY_COMPARE(scene.peer.count<cmd::Send>(), 1);
    QCOMPARE(scene.peer.asked<cmd::Send>().first().reply, std::optional<qint64>(3));
}

void TestChanges::replyToWhatIsNotThereIsRefusedAtOnce()
{
    Scene scene;
    Shelf shelf(scene, 5);
    shelf.start();
    QCOMPARE(scene.session->sendText(here, u"yes"_s, 6).error().code, ErrorCode::MessageNotFound);
    QCOMPARE(scene.session->sendText(here, u"yes"_s, -1).error().code, ErrorCode::MessageNotFound);
    QVERIFY(scene.session->outbox(here).empty());
}

QTEST_GUILESS_MAIN(TestChanges)
#include "tst_changes.moc"
