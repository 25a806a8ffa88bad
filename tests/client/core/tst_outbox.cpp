// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene.h"

using namespace jjak;
using namespace jjak::client;
using namespace jjak::client::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

namespace {

const RoomId here = roomId(1);

//! Stores as a server does: once for each client id, and tells everybody when asked to.
struct Shelf {
    explicit Shelf(Scene &where) : scene(where)
    {
        scene.peer.on<cmd::Send>([this](qint64 id, const cmd::Send &send) {
            if (loseNext > 0 && loseNext-- > 0)
                return scene.peer.drop();
            const Sent sent = store(send);
            if (loseReplyNext > 0 && loseReplyNext-- > 0)
                return scene.peer.drop();
            if (tellFirst)
                scene.peer.tell(ev::RoomMessage{send.room, scene.messages[send.room].at(sent.seq - 1)});
            scene.peer.ok(id, sent);
        });
    }
    using Sent = cmd::Sent;
    Sent store(const cmd::Send &send)
    {
        auto &all = scene.messages[send.room];
        for (const Message &one : all)
            if (one.cid == send.cid)
                return {one.seq, one.at};
        Message one = message(all.size() + 1, 1, send.text);
        one.cid = send.cid;
        all.append(one);
        for (Room &room : scene.rooms)
            if (room.room == send.room)
                room.head = one.seq;
        return {one.seq, one.at};
    }
    QStringList texts(RoomId room = here) const
    {
        QStringList out;
        for (const Message &one : scene.messages.value(room))
            out.append(one.text);
        return out;
    }
    Scene &scene;
    int loseNext = 0, loseReplyNext = 0;
    bool tellFirst = false;
};

} // namespace

class TestOutbox : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void messageIsSentAndConfirmed();
    void messageToldBeforeItsReplyAppearsOnce();
    void textsThatCannotBeSentAreRefusedAtOnce();
    void lostReplyIsSentAgainWithTheSameId();
    void lostCommandIsSentAgainInOrder();
    void writtenWithoutAConnectionIsSentLaterInOrder();
    void writtenBeforeARestartIsSentAfterIt();
    void confirmedBehindAGapWaitsForTheMessagesBeforeIt();
    void storedBeforeTheRestartIsNotDoubledAfterSigningInAnew();
    void permanentRefusalFailsAndTheNextGoesOn();
    void everyPermanentRefusalFails_data();
    void everyPermanentRefusalFails();
    void passingRefusalWaitsAndGoesAgain();
    void refusedMessageIsRetriedAsTheNewest();
    void conflictIsRetriedUnderAnotherId();
    void refusedMessageSurvivesARestart();
    void discardedMessageIsNotSent();
    void messageUnderWayIsNotDiscarded();
    void roomsDoNotWaitForEachOther();
    void modelShowsTheWayOfAMessage();
};

void TestOutbox::messageIsSentAndConfirmed()
{
    Scene scene;
    Shelf shelf(scene);
    scene.start({test::room(here, 0)});
    QSignalSpy changed(scene.session.get(), &Session::outboxChanged), arrived(scene.session.get(), &Session::messageArrived);
    const auto cid = scene.session->sendText(here, u"안녕\n👋"_s);
    QVERIFY(cid.ok());
    QCOMPARE(scene.session->outbox(here).size(), size_t(1));
    QTRY_COMPARE(scene.session->outbox(here).size(), size_t(0));
    QVERIFY(changed.size() >= 2);
    QCOMPARE(arrived.size(), 1);
    QCOMPARE(arrived.first()[1].value<Message>().cid, std::optional(*cid));
    QCOMPARE(scene.session->state().room(here)->have, 1);
    QCOMPARE(scene.session->cachedMessages(here, 0, 10).last().text, u"안녕\n👋"_s);
}

void TestOutbox::messageToldBeforeItsReplyAppearsOnce()
{
    Scene scene;
    Shelf shelf(scene);
    shelf.tellFirst = true;
    scene.start({test::room(here, 0)});
    QSignalSpy arrived(scene.session.get(), &Session::messageArrived);
    MessageListModel *model = scene.session->openRoom(here);
    for (int i = 1; i <= 3; ++i)
        QVERIFY(scene.session->sendText(here, QString::number(i)).ok());
    QTRY_COMPARE(scene.session->unsentCount(), 0);
    QCOMPARE(shelf.texts(), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
    QCOMPARE(model->rowCount(), 3);
    QCOMPARE(arrived.size(), 3);
    QCOMPARE(scene.peer.count<cmd::Send>(), 3);
}

void TestOutbox::textsThatCannotBeSentAreRefusedAtOnce()
{
    Scene scene;
    Room left = test::room(roomId(2), 0);
    left.members[0].left = true;
    Room deserted = test::room(roomId(3), 0);
    deserted.members[1].left = true;
    scene.start({test::room(here, 0), left, deserted});
    Session &session = *scene.session;
    QCOMPARE(session.sendText(here, {}).error().code, ErrorCode::ProtocolBadField);
    QCOMPARE(session.sendText(here, QString(2001, u'a')).error().reason, u"length"_s);
    QVERIFY(session.sendText(here, QString(2000, u'a')).ok());
    QCOMPARE(session.sendText(roomId(9), u"x"_s).error().code, ErrorCode::RoomNotFound);
    QCOMPARE(session.sendText(roomId(2), u"x"_s).error().code, ErrorCode::RoomLeft);
    QCOMPARE(session.sendText(roomId(3), u"x"_s).error().code, ErrorCode::RoomEnded);
}

void TestOutbox::lostReplyIsSentAgainWithTheSameId()
{
    Scene scene;
    Shelf shelf(scene);
    scene.start({test::room(here, 0)});
    shelf.loseReplyNext = 1;
    QVERIFY(scene.session->sendText(here, u"once"_s).ok());
    QTRY_COMPARE(scene.session->unsentCount(), 0);
    QTRY_COMPARE(scene.session->connectionState(), ConnectionState::Ready);
    QCOMPARE(shelf.texts(), QStringList{u"once"_s});
    QCOMPARE(scene.session->cachedMessages(here, 0, 10).size(), 1);
    for (const cmd::Send &send : scene.peer.asked<cmd::Send>())
        QCOMPARE(send.cid, scene.peer.asked<cmd::Send>().first().cid);
}

void TestOutbox::lostCommandIsSentAgainInOrder()
{
    Scene scene;
    Shelf shelf(scene);
    scene.start({test::room(here, 0)});
    shelf.loseNext = 2;
    for (int i = 1; i <= 5; ++i)
        QVERIFY(scene.session->sendText(here, QString::number(i)).ok());
    QTRY_COMPARE(scene.session->unsentCount(), 0);
    QCOMPARE(shelf.texts(), (QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s}));
    QCOMPARE(scene.peer.connections, 3);
}

void TestOutbox::writtenWithoutAConnectionIsSentLaterInOrder()
{
    Scene scene;
    Shelf shelf(scene);
    scene.start({test::room(here, 0)});
    scene.peer.listen(false);
    scene.peer.drop();
    QTRY_COMPARE(scene.session->connectionState(), ConnectionState::Waiting);
    for (int i = 1; i <= 3; ++i)
        QVERIFY(scene.session->sendText(here, QString::number(i)).ok());
    QCOMPARE(scene.session->unsentCount(), 3);
    scene.peer.listen(true);
    QTRY_COMPARE(scene.session->unsentCount(), 0);
    QCOMPARE(shelf.texts(), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
}

void TestOutbox::writtenBeforeARestartIsSentAfterIt()
{
    Scene scene;
    Shelf shelf(scene);
    scene.start({test::room(here, 0)});
    shelf.loseReplyNext = 1;
    scene.peer.listen(false);
    const auto cid = scene.session->sendText(here, u"before"_s);
    QTRY_COMPARE(shelf.texts().size(), 1); // stored, but nobody was told
    QVERIFY(scene.session->sendText(here, u"after"_s).ok());
    scene.restart();
    scene.peer.listen(true);
    scene.session->connectTo(scene.peer.url());
    QCOMPARE(scene.session->unsentCount(), 2);
    QTRY_COMPARE(scene.session->unsentCount(), 0);
    QCOMPARE(shelf.texts(), (QStringList{u"before"_s, u"after"_s}));
    QCOMPARE(scene.session->cachedMessages(here, 0, 10).first().cid, std::optional(*cid));
}

void TestOutbox::confirmedBehindAGapWaitsForTheMessagesBeforeIt()
{
    Scene scene;
    Shelf shelf(scene);
    scene.start({test::room(here, 0)});
    MessageListModel *model = scene.session->openRoom(here);
    scene.messages[here] = {message(1, 2, u"missed 1"_s), message(2, 2, u"missed 2"_s)};
    QVERIFY(scene.session->sendText(here, u"mine"_s).ok());
    QTRY_COMPARE(model->rowCount(), 3);
    QTRY_COMPARE(scene.session->outbox(here).size(), size_t(0));
    QStringList rows;
    for (int row = 0; row < model->rowCount(); ++row)
        rows.append(model->index(row).data().toString());
    QCOMPARE(rows, (QStringList{u"missed 1"_s, u"missed 2"_s, u"mine"_s}));
}

//! A new device has other ids in the server's eyes, so what was stored already must be recognised by its message.
void TestOutbox::storedBeforeTheRestartIsNotDoubledAfterSigningInAnew()
{
    Scene scene;
    Shelf shelf(scene);
    scene.start({test::room(here, 0)});
    shelf.loseReplyNext = 1;
    scene.peer.listen(false);
    QVERIFY(scene.session->sendText(here, u"once"_s).ok());
    QTRY_COMPARE(shelf.texts().size(), 1);
    scene.secrets.secrets.clear();
    scene.restart();
    scene.peer.listen(true);
    scene.signIn();
    QTRY_COMPARE(scene.session->connectionState(), ConnectionState::Ready);
    QTRY_COMPARE(scene.session->unsentCount(), 0);
    QCOMPARE(scene.peer.count<cmd::Send>(), 1);
}

void TestOutbox::permanentRefusalFailsAndTheNextGoesOn()
{
    Scene scene;
    Shelf shelf(scene);
    scene.start({test::room(here, 0)});
    scene.peer.on<cmd::Send>([&](qint64 id, const cmd::Send &send) {
        if (send.text.contains(u"http"_s))
            scene.peer.refuse(id, Error{ErrorCode::StrangerLink});
        else
            scene.peer.ok(id, shelf.store(send));
    });
    QVERIFY(scene.session->sendText(here, u"http://spam"_s).ok());
    QVERIFY(scene.session->sendText(here, u"hello"_s).ok());
    QTRY_COMPARE(shelf.texts(), QStringList{u"hello"_s});
    QTRY_COMPARE(scene.session->outbox(here).size(), size_t(1)); // the other is confirmed after it is stored
    const auto left = scene.session->outbox(here);
    QCOMPARE(left[0].state, OutboxEntry::State::Refused);
    QCOMPARE(left[0].error.code, ErrorCode::StrangerLink);
    const RoomListModel *rooms = scene.session->rooms();
    QCOMPARE(rooms->index(0).data(RoomListModel::FailedRole).toInt(), 1);
}

void TestOutbox::everyPermanentRefusalFails_data()
{
    QTest::addColumn<ErrorCode>("code");
    for (const ErrorCode code : {ErrorCode::RoomLeft, ErrorCode::RoomEnded, ErrorCode::StrangerLimit, ErrorCode::StrangerLink, ErrorCode::ProtocolBadField, ErrorCode::MessageConflict, ErrorCode::RoomNotFound,
                                 ErrorCode::AccessDenied})
        QTest::addRow("%s", jjak::nameOf(code).data()) << code;
}

void TestOutbox::everyPermanentRefusalFails()
{
    QFETCH(const ErrorCode, code);
    Scene scene;
    scene.start({test::room(here, 0)});
    scene.peer.on<cmd::Send>([&](qint64 id, const cmd::Send &) { scene.peer.refuse(id, Error{code}); });
    QVERIFY(scene.session->sendText(here, u"x"_s).ok());
    QTRY_COMPARE(scene.session->outbox(here).front().state, OutboxEntry::State::Refused);
    QTest::qWait(50);
    QCOMPARE(scene.peer.count<cmd::Send>(), 1);
}

void TestOutbox::passingRefusalWaitsAndGoesAgain()
{
    Scene scene;
    Shelf shelf(scene);
    scene.start({test::room(here, 0)});
    scene.peer.on<cmd::Send>([&](qint64 id, const cmd::Send &send) {
        const auto times = scene.peer.count<cmd::Send>();
        if (times <= 2)
            return scene.peer.refuse(id, times == 1 ? Error::later(ErrorCode::RateLimited, 30ms) : Error{ErrorCode::Unavailable});
        scene.peer.ok(id, shelf.store(send));
    });
    QVERIFY(scene.session->sendText(here, u"1"_s).ok());
    QVERIFY(scene.session->sendText(here, u"2"_s).ok());
    QTRY_COMPARE(scene.session->unsentCount(), 0);
    QCOMPARE(shelf.texts(), (QStringList{u"1"_s, u"2"_s}));
    QCOMPARE(scene.peer.connections, 1);
}

void TestOutbox::refusedMessageIsRetriedAsTheNewest()
{
    Scene scene;
    Shelf shelf(scene);
    scene.start({test::room(here, 0)});
    bool refuse = true;
    scene.peer.on<cmd::Send>([&](qint64 id, const cmd::Send &send) {
        if (std::exchange(refuse, false))
            scene.peer.refuse(id, Error{ErrorCode::StrangerLimit});
        else
            scene.peer.ok(id, shelf.store(send));
    });
    const auto cid = scene.session->sendText(here, u"first"_s);
    QVERIFY(scene.session->sendText(here, u"second"_s).ok());
    QTRY_COMPARE(shelf.texts().size(), 1);
    scene.session->retry(*cid);
    QTRY_COMPARE(shelf.texts(), (QStringList{u"second"_s, u"first"_s}));
    QCOMPARE(scene.peer.asked<cmd::Send>().last().cid, *cid);
    QTRY_COMPARE(scene.session->unsentCount(), 0);
}

void TestOutbox::conflictIsRetriedUnderAnotherId()
{
    Scene scene;
    Shelf shelf(scene);
    scene.start({test::room(here, 0)});
    bool refuse = true;
    scene.peer.on<cmd::Send>([&](qint64 id, const cmd::Send &send) {
        if (std::exchange(refuse, false))
            scene.peer.refuse(id, Error{ErrorCode::MessageConflict});
        else
            scene.peer.ok(id, shelf.store(send));
    });
    const auto cid = scene.session->sendText(here, u"x"_s);
    QTRY_COMPARE(scene.session->outbox(here).front().state, OutboxEntry::State::Refused);
    scene.session->retry(*cid);
    QTRY_COMPARE(scene.session->unsentCount(), 0);
    QVERIFY(scene.peer.asked<cmd::Send>().last().cid != *cid);
    scene.restart();
    scene.session->connectTo(scene.peer.url());
    QCOMPARE(scene.session->unsentCount(), 0);
}

void TestOutbox::refusedMessageSurvivesARestart()
{
    Scene scene;
    scene.start({test::room(here, 0)});
    scene.peer.on<cmd::Send>([&](qint64 id, const cmd::Send &) { scene.peer.refuse(id, Error{ErrorCode::StrangerLimit}); });
    QVERIFY(scene.session->sendText(here, u"too much"_s).ok());
    QTRY_COMPARE(scene.session->outbox(here).front().state, OutboxEntry::State::Refused);
    const auto before = scene.session->outbox(here);
    scene.restart();
    scene.session->connectTo(scene.peer.url());
    QTRY_COMPARE(scene.session->connectionState(), ConnectionState::Ready);
    QCOMPARE(scene.session->outbox(here), before);
    QCOMPARE(scene.peer.count<cmd::Send>(), 1);
}

void TestOutbox::discardedMessageIsNotSent()
{
    Scene scene;
    Shelf shelf(scene);
    scene.start({test::room(here, 0)});
    scene.peer.listen(false);
    scene.peer.drop();
    QTRY_COMPARE(scene.session->connectionState(), ConnectionState::Waiting);
    const auto regretted = scene.session->sendText(here, u"regretted"_s);
    QVERIFY(scene.session->sendText(here, u"meant"_s).ok());
    QVERIFY(scene.session->discard(*regretted));
    QVERIFY(!scene.session->discard(*regretted));
    scene.peer.listen(true);
    QTRY_COMPARE(scene.session->unsentCount(), 0);
    QCOMPARE(shelf.texts(), QStringList{u"meant"_s});
}

void TestOutbox::messageUnderWayIsNotDiscarded()
{
    Scene scene;
    scene.start({test::room(here, 0)}); // the peer does not answer
    const auto cid = scene.session->sendText(here, u"on its way"_s);
    QTRY_COMPARE(scene.peer.count<cmd::Send>(), 1);
    QVERIFY(!scene.session->discard(*cid));
    QCOMPARE(scene.session->unsentCount(), 1);
}

void TestOutbox::roomsDoNotWaitForEachOther()
{
    Scene scene;
    Shelf shelf(scene);
    scene.start({test::room(here, 0), test::room(roomId(2), 0)});
    scene.peer.on<cmd::Send>([&](qint64 id, const cmd::Send &send) {
        if (send.room != here)
            scene.peer.ok(id, shelf.store(send));
    });
    QVERIFY(scene.session->sendText(here, u"stuck"_s).ok());
    QVERIFY(scene.session->sendText(roomId(2), u"free"_s).ok());
    QTRY_COMPARE(shelf.texts(roomId(2)), QStringList{u"free"_s});
    QCOMPARE(scene.session->unsentCount(), 1);
}

void TestOutbox::modelShowsTheWayOfAMessage()
{
    using Delivery = MessageListModel::Delivery;
    Scene scene;
    Shelf shelf(scene);
    scene.start({test::room(here, 0)});
    MessageListModel *model = scene.session->openRoom(here);
    const auto delivery = [&] { return model->index(0).data(MessageListModel::DeliveryRole).value<Delivery>(); };
    QVERIFY(scene.session->sendText(here, u"hi"_s).ok());
    QCOMPARE(model->rowCount(), 1);
    QCOMPARE(delivery(), Delivery::Queued);
    QVERIFY(!model->index(0).data(MessageListModel::CidRole).value<ClientId>().isNull());
    QTRY_COMPARE(delivery(), Delivery::Stored);
    QTRY_COMPARE(model->index(0).data(MessageListModel::SeqRole).toLongLong(), 1);
    scene.peer.tell(ev::RoomRead{here, 2, 1});
    QTRY_COMPARE(delivery(), Delivery::Read);
    QCOMPARE(model->rowCount(), 1);
    scene.peer.on<cmd::Send>([&](qint64 id, const cmd::Send &) { scene.peer.refuse(id, Error{ErrorCode::RoomEnded}); });
    QVERIFY(scene.session->sendText(here, u"too late"_s).ok());
    QTRY_COMPARE(model->index(1).data(MessageListModel::DeliveryRole).value<Delivery>(), Delivery::Failed);
    QVERIFY(!model->index(1).data(MessageListModel::ErrorRole).toString().isEmpty());
}

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
