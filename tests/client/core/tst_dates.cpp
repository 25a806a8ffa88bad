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

cmd::Texts texts(const QString &hello)
{
    return {{{u"hello"_s, hello}, {u"invite"_s, u"And you, %*?"_s}}};
}

Time soon()
{
    return std::chrono::floor<Duration>(std::chrono::system_clock::now());
}

} // namespace

//! Events and blind dates in a session: what is asked, what is shown meanwhile, and what a broken connection makes of it.
class TestDates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(u"en"_s)); }
    void snapshotAndEventsAreTold();
    void enteringIsAnsweredWithTheLobby();
    void arrowChosenOfflineIsPendingAndSentWhenBack();
    void arrowOfAPhaseThatIsOverIsNotSent();
    void laterArrowIsNotUndoneByTheRepetitionOfAnEarlierOne();
    void operatorOpensAnEvent();
    void refusalWithoutACallbackIsTold();
    void wordsAreFetchedOnceAndKept();
    void languageThatIsNotThereFallsBack();
    void frozenRoomTakesNoMessage();
    void messageRefusedByTheHostComesBack();
    void everythingThatWaitsComesBackTogether();
    void blockedSeatIsNotShown();
    void seatIsNamedInBlockAndReport();
    void expiredRoomIsGoneFromTheCache();
    void roomExpiresByTheClock();
    void reminderIsSaidOnceEvenAfterARestart();
    void roleIsTold();
};

void TestDates::snapshotAndEventsAreTold()
{
    Scene scene;
    scene.blindDate = sitting(4, DatePhase::Talk);
    scene.events = {eventInfo(1, 1, evening)};
    QSignalSpy dates(scene.session.get(), &Session::blindDateChanged), events(scene.session.get(), &Session::eventsChanged);
    scene.start({dateRoom(0)});
    QCOMPARE(scene.session->blindDate(), scene.blindDate);
    QCOMPARE(scene.session->events(), scene.events);
    QVERIFY(dates.size() >= 1 && events.size() == 1);
    scene.peer.tell(ev::DateState{sitting(3, DatePhase::Welcome)});
    scene.peer.tell(ev::DateState{sitting(5, DatePhase::Arrow)});
    QTRY_COMPARE(scene.session->blindDate().date->phase, DatePhase::Arrow);
    auto closed = eventInfo(1, 2, evening);
    closed.closed = true;
    scene.peer.tell(ev::EventState{closed});
    QTRY_VERIFY(scene.session->events().isEmpty());
}

void TestDates::enteringIsAnsweredWithTheLobby()
{
    Scene scene;
    scene.start({});
    BlindDate lobby;
    lobby.version = 2;
    lobby.lobby = Lobby{eventId(1), 3, 7, evening, {}, {}};
    scene.peer.always<cmd::EnterDate>(lobby);
    lobby.version = 3;
    lobby.lobby.reset();
    scene.peer.always<cmd::LeaveDate>(lobby);
    scene.session->enterDate(eventId(1));
    QTRY_VERIFY(scene.session->blindDate().lobby);
    QCOMPARE(scene.session->blindDate().lobby->seated, 3);
    scene.session->leaveDate();
    QTRY_VERIFY(!scene.session->blindDate().lobby);
}

void TestDates::arrowChosenOfflineIsPendingAndSentWhenBack()
{
    Scene scene;
    scene.blindDate = sitting(4, DatePhase::Arrow, true);
    scene.start({dateRoom(0)});
    scene.peer.on<cmd::Shoot>([&](qint64 id, const cmd::Shoot &shoot) {
        auto now = sitting(5, DatePhase::Arrow, true);
        now.date->arrow = shoot.seat;
        scene.peer.ok(id, now);
    });
    scene.peer.listen(false);
    scene.peer.drop();
    QTRY_COMPARE(scene.session->connectionState(), ConnectionState::Waiting);
    std::optional<Result<>> answer;
    scene.session->shoot(dateId(1), 2);
    scene.session->shoot(dateId(1), 3, [&](const Result<> &result) { answer = result; });
    QCOMPARE(scene.session->pendingArrow(), std::optional(3));
    scene.peer.listen(true);
    QTRY_VERIFY(answer);
    QVERIFY(answer->ok());
    QCOMPARE(scene.peer.count<cmd::Shoot>(), 1);
    QCOMPARE(scene.session->blindDate().date->arrow, 3);
    QCOMPARE(scene.session->pendingArrow(), std::nullopt);
}

void TestDates::arrowOfAPhaseThatIsOverIsNotSent()
{
    Scene scene;
    scene.blindDate = sitting(4, DatePhase::Arrow, true);
    scene.start({dateRoom(0)});
    scene.peer.listen(false);
    scene.peer.drop();
    QTRY_COMPARE(scene.session->connectionState(), ConnectionState::Waiting);
    std::optional<Result<>> answer;
    scene.session->shoot(dateId(1), 3, [&](const Result<> &result) { answer = result; });
    scene.blindDate = sitting(6, DatePhase::Reveal, true);
    scene.peer.listen(true);
    QTRY_VERIFY(answer);
    QCOMPARE(answer->error().code, ErrorCode::DatePhase);
    QCOMPARE(scene.peer.count<cmd::Shoot>(), 0);
    QCOMPARE(scene.session->pendingArrow(), std::nullopt);
}

void TestDates::laterArrowIsNotUndoneByTheRepetitionOfAnEarlierOne()
{
    Scene scene;
    scene.blindDate = sitting(4, DatePhase::Arrow, true);
    scene.start({dateRoom(0)});
    // The first is refused for a moment, the second one taken.
    scene.peer.on<cmd::Shoot>([&](qint64 id, const cmd::Shoot &shoot) {
        if (shoot.seat == 2)
            return scene.peer.refuse(id, Error::later(ErrorCode::RateLimited, 10ms));
        auto now = sitting(5, DatePhase::Arrow, true);
        now.date->arrow = shoot.seat;
        scene.peer.ok(id, now);
    });
    int answered = 0;
    scene.session->shoot(dateId(1), 2, [&](const Result<> &result) { answered += result.ok(); });
    scene.session->shoot(dateId(1), 4, [&](const Result<> &result) { answered += result.ok(); });
    QTRY_COMPARE(answered, 2);
    QCOMPARE(scene.peer.count<cmd::Shoot>(), 2);
    QCOMPARE(scene.session->blindDate().date->arrow, 4);
}

void TestDates::operatorOpensAnEvent()
{
    Scene scene;
    scene.start({});
    scene.peer.always<cmd::OpenEvent>(eventInfo(1, 1, evening));
    scene.peer.always<cmd::ListEvents>({{eventInfo(2, 9, evening)}});
    auto closed = eventInfo(1, 2, evening);
    closed.closed = true;
    scene.peer.always<cmd::CloseEvent>(closed);
    QSignalSpy opened(scene.session.get(), &Session::eventOpened), ended(scene.session.get(), &Session::endedEventsListed);
    cmd::OpenEvent command;
    command.heading = u"Saturday evening"_s;
    command.from = evening;
    command.until = evening + 2h;
    command.zone = u"Asia/Seoul"_s;
    command.languages = {u"ko"_s};
    scene.session->openEvent(command);
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY(!scene.peer.asked<cmd::OpenEvent>().first().cid.isNull());
    QCOMPARE(scene.session->events(), QList{eventInfo(1, 1, evening)});
    scene.session->closeEvent(eventId(1));
    QTRY_VERIFY(scene.session->events().isEmpty());
    scene.session->listEndedEvents();
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(scene.peer.asked<cmd::ListEvents>().first().ended);
}

void TestDates::refusalWithoutACallbackIsTold()
{
    Scene scene;
    scene.start({});
    scene.peer.on<cmd::EnterDate>([&](qint64 id, const cmd::EnterDate &) { scene.peer.refuse(id, Error::notBefore(ErrorCode::EventClosed, evening)); });
    std::optional<Error> told;
    QObject::connect(scene.session.get(), &Session::failed, [&](const Error &error, const QString &what) {
        QCOMPARE(what, u"date.enter"_s);
        told = error;
    });
    scene.session->enterDate(eventId(1));
    QTRY_VERIFY(told);
    QCOMPARE(told->until, std::optional(evening));
}

void TestDates::wordsAreFetchedOnceAndKept()
{
    Scene scene;
    scene.blindDate = sitting(4, DatePhase::Talk);
    scene.events = {eventInfo(1, 1, evening)};
    scene.messages[dateRoomId()] = {hostLine(1, u"hello"_s), hostLine(2, u"invite 2 3"_s)};
    qint64 waiting = 0;
    scene.peer.on<cmd::ScriptTexts>([&](qint64 id, const cmd::ScriptTexts &ask) {
        QCOMPARE(ask.language, u"en"_s);
        waiting = id;
    });
    scene.start({dateRoom(2)});
    auto *model = scene.session->openRoom(dateRoomId());
    QTRY_COMPARE(model->rowCount(), 2);
    QCOMPARE(model->data(model->index(0), Qt::DisplayRole).toString(), u"…"_s);
    QTRY_VERIFY(waiting > 0);
    scene.peer.ok(waiting, texts(u"Hello"_s));
    QTRY_COMPARE(model->data(model->index(0), Qt::DisplayRole).toString(), u"Hello"_s);
    QCOMPARE(model->data(model->index(1), Qt::DisplayRole).toString(), u"And you, Bright Fox and Calm Owl?"_s);
    scene.session->setLanguage(u"en"_s);
    scene.restart();
    scene.signIn();
    QTRY_COMPARE(scene.session->connectionState(), ConnectionState::Ready);
    QCOMPARE(scene.session->hostText(dateRoomId(), hostLine(1, u"hello"_s)), u"Hello"_s);
    QCOMPARE(scene.peer.count<cmd::ScriptTexts>(), 1);
    // Another language of the interface is another question, once.
    scene.peer.always<cmd::ScriptTexts>(texts(u"안녕하세요"_s));
    scene.session->setLanguage(u"ko"_s);
    QTRY_COMPARE(scene.session->hostText(dateRoomId(), hostLine(1, u"hello"_s)), u"안녕하세요"_s);
    scene.session->setLanguage(u"en"_s);
    QCOMPARE(scene.session->hostText(dateRoomId(), hostLine(1, u"hello"_s)), u"Hello"_s);
    QCOMPARE(scene.peer.count<cmd::ScriptTexts>(), 2);
}

void TestDates::languageThatIsNotThereFallsBack()
{
    Scene scene;
    scene.blindDate = sitting(4, DatePhase::Talk);
    scene.events = {eventInfo(1, 1, evening)};
    scene.events.first().languages = {u"ko"_s};
    scene.peer.on<cmd::ScriptTexts>([&](qint64 id, const cmd::ScriptTexts &ask) {
        if (ask.language == u"ko"_s)
            return scene.peer.ok(id, texts(u"안녕하세요"_s));
        scene.peer.refuse(id, Error{ErrorCode::ScriptNotFound});
    });
    scene.start({dateRoom(0)});
    QTRY_COMPARE(scene.session->hostText(dateRoomId(), hostLine(1, u"hello"_s)), u"안녕하세요"_s);
    QCOMPARE(scene.peer.count<cmd::ScriptTexts>(), 2);
}

void TestDates::frozenRoomTakesNoMessage()
{
    Scene scene;
    scene.blindDate = sitting(4, DatePhase::Topic, true);
    scene.blindDate.date->thaw = soon() + 1h;
    scene.start({dateRoom(0), test::room(roomId(2), 0)});
    const auto sent = scene.session->sendText(dateRoomId(), u"hello"_s);
    QVERIFY(!sent);
    QCOMPARE(sent.error(), Error::notBefore(ErrorCode::RoomFrozen, scene.blindDate.date->thaw));
    QVERIFY(scene.session->outbox(dateRoomId()).empty());
    QCOMPARE(scene.session->maySend(roomId(2)), std::nullopt);
    auto cooling = sitting(5, DatePhase::Talk);
    cooling.date->cooling = soon() + 1min;
    scene.peer.tell(ev::DateState{cooling});
    QTRY_COMPARE(scene.session->maySend(dateRoomId()), std::optional(Error::notBefore(ErrorCode::RoomCooling, cooling.date->cooling)));
    scene.peer.tell(ev::DateState{sitting(6, DatePhase::Talk)});
    QTRY_COMPARE(scene.session->maySend(dateRoomId()), std::nullopt);
    scene.peer.tell(ev::DateState{sitting(7, DatePhase::Closed, true)});
    QTRY_COMPARE(scene.session->maySend(dateRoomId()), std::optional(Error{ErrorCode::RoomEnded}));
}

void TestDates::messageRefusedByTheHostComesBack()
{
    Scene scene;
    scene.blindDate = sitting(4, DatePhase::Talk);
    scene.start({dateRoom(0)});
    scene.peer.on<cmd::Send>([&](qint64 id, const cmd::Send &) { scene.peer.refuse(id, Error::notBefore(ErrorCode::RoomFrozen, evening)); });
    std::optional<Error> why;
    QString text;
    QObject::connect(scene.session.get(), &Session::messageReturned, [&](RoomId room, const QString &returned, const Error &error) {
        QCOMPARE(room, dateRoomId());
        text = returned;
        why = error;
    });
    scene.session->setDraft(dateRoomId(), u"and more"_s);
    QVERIFY(scene.session->sendText(dateRoomId(), u"hello"_s));
    QTRY_VERIFY(why);
    QCOMPARE(text, u"hello"_s);
    QCOMPARE(why->until, std::optional(evening));
    QVERIFY(scene.session->outbox(dateRoomId()).empty());
    QCOMPARE(scene.session->unsentCount(), 0);
    QCOMPARE(scene.session->draft(dateRoomId()), u"hello\nand more"_s);
}

void TestDates::everythingThatWaitsComesBackTogether()
{
    Scene scene;
    scene.blindDate = sitting(4, DatePhase::Talk);
    scene.start({dateRoom(0)});
    scene.peer.on<cmd::Send>([&](qint64 id, const cmd::Send &) { scene.peer.refuse(id, Error::notBefore(ErrorCode::RoomCooling, evening)); });
    scene.peer.listen(false);
    scene.peer.drop();
    QTRY_COMPARE(scene.session->connectionState(), ConnectionState::Waiting);
    for (const QString &text : {u"one"_s, u"two"_s, u"three"_s})
        QVERIFY(scene.session->sendText(dateRoomId(), text));
    QSignalSpy returned(scene.session.get(), &Session::messageReturned);
    scene.peer.listen(true);
    QTRY_COMPARE(returned.size(), 1);
    QCOMPARE(scene.session->draft(dateRoomId()), u"one\ntwo\nthree"_s);
    QCOMPARE(scene.peer.count<cmd::Send>(), 1);
    QVERIFY(scene.session->outbox(dateRoomId()).empty());
}

void TestDates::blockedSeatIsNotShown()
{
    Scene scene;
    scene.blindDate = sitting(4, DatePhase::Talk);
    scene.messages[dateRoomId()] = {message(1, 2, u"one"_s), message(2, 3, u"two"_s), message(3, 2, u"three"_s)};
    scene.peer.always<cmd::ScriptTexts>(texts(u"Hello"_s));
    scene.start({dateRoom(3)});
    auto *model = scene.session->openRoom(dateRoomId());
    QTRY_COMPARE(model->rowCount(), 3);
    scene.session->markRead(dateRoomId(), 3);
    auto now = sitting(5, DatePhase::Talk);
    now.date->hidden = {3};
    scene.peer.tell(ev::DateState{now});
    QTRY_COMPARE(model->rowCount(), 2);
    QCOMPARE(model->rowOfSeq(2), -1);
    QCOMPARE(model->rowOfSeq(3), 1);
    QSignalSpy arrived(scene.session.get(), &Session::messageArrived);
    scene.peer.tell(ev::RoomMessage{dateRoomId(), message(4, 3, u"four"_s)});
    scene.peer.tell(ev::RoomMessage{dateRoomId(), message(5, 4, u"five"_s)});
    QTRY_COMPARE(model->rowCount(), 3);
    QCOMPARE(arrived.size(), 1);
    QCOMPARE(model->data(model->index(2), Qt::DisplayRole).toString(), u"five"_s);
    QCOMPARE(unread(scene.session->state().room(dateRoomId())->room), 1);
    QCOMPARE(scene.session->cachedMessages(dateRoomId(), 0, 50).size(), 3);
    // As the newest one it is not in the list either.
    scene.peer.tell(ev::RoomMessage{dateRoomId(), message(6, 3, u"six"_s)});
    QTRY_COMPARE(scene.session->state().room(dateRoomId())->have, 6);
    auto *list = scene.session->rooms();
    QVERIFY(list->data(list->index(0), RoomListModel::PreviewRole).toString().isEmpty());
}

void TestDates::seatIsNamedInBlockAndReport()
{
    Scene scene;
    scene.blindDate = sitting(4, DatePhase::Talk);
    scene.start({dateRoom(0)});
    scene.session->block(Whom::of(dateRoomId(), 3));
    scene.session->report(Whom::of(dateRoomId(), 4), ReportReason::Spam, u""_s, true);
    QTRY_COMPARE(scene.peer.count<cmd::Report>(), 1);
    QCOMPARE(scene.peer.asked<cmd::Block>().first().member, std::optional(3));
    QCOMPARE(scene.peer.asked<cmd::Report>().first().member, std::optional(4));
}

void TestDates::expiredRoomIsGoneFromTheCache()
{
    Scene scene;
    Room room = dateRoom(1);
    room.expires = soon() + 300ms;
    scene.blindDate = sitting(4, DatePhase::Closed, true);
    scene.messages[dateRoomId()] = {message(1, 2, u"one"_s)};
    scene.start({room});
    QTRY_COMPARE(scene.session->cachedMessages(dateRoomId(), 0, 50).size(), 1);
    scene.session->setDraft(dateRoomId(), u"draft"_s);
    scene.restart(); // with the room still in the cache
    QTRY_VERIFY(soon() > *room.expires);
    scene.rooms.clear();
    scene.peer.listen(false);
    scene.session->connectTo(scene.peer.url());
    QTRY_VERIFY(scene.session->isSignedIn());
    QVERIFY(!scene.session->state().room(dateRoomId()));
    QVERIFY(scene.session->draft(dateRoomId()).isEmpty());
    QCOMPARE(scene.session->rooms()->rowCount(), 0);
}

void TestDates::roomExpiresByTheClock()
{
    Scene scene;
    Room room = dateRoom(0);
    room.expires = soon() + 400ms;
    scene.blindDate = sitting(4, DatePhase::Talk);
    scene.start({room, test::room(roomId(2), 0)});
    QCOMPARE(scene.session->rooms()->rowCount(), 2);
    QTRY_COMPARE(scene.session->rooms()->rowCount(), 1);
    QVERIFY(!scene.session->state().room(dateRoomId()));
    QVERIFY(soon() >= *room.expires);
    QCOMPARE(scene.session->maySend(dateRoomId()), std::optional(Error{ErrorCode::RoomNotFound}));
}

void TestDates::reminderIsSaidOnceEvenAfterARestart()
{
    Scene scene;
    scene.events = {eventInfo(1, 1, soon() + 10min + 500ms), eventInfo(2, 1, soon() + 10min + 500ms)};
    scene.start({});
    QSignalSpy reminded(scene.session.get(), &Session::reminded);
    scene.session->setReminder(occasionOf(scene.events[0]), true);
    QVERIFY(scene.session->hasReminder(eventId(1)) && !scene.session->hasReminder(eventId(2)));
    QCOMPARE(reminded.size(), 0);
    QTRY_COMPARE(reminded.size(), 1);
    QCOMPARE(reminded.first().at(0).value<Occasion>().id, OccasionId(eventId(1)));
    QCOMPARE(reminded.first().at(1).toInt(), 10);
    scene.restart();
    QSignalSpy again(scene.session.get(), &Session::reminded);
    scene.signIn();
    QTRY_COMPARE(scene.session->connectionState(), ConnectionState::Ready);
    QVERIFY(scene.session->hasReminder(eventId(1)));
    // A change of the event lets the clock look at it at once.
    scene.peer.tell(ev::EventState{eventInfo(1, 2, scene.events.first().from)});
    QTRY_COMPARE(scene.session->events().first().version, 2);
    QTest::qWait(20);
    QCOMPARE(again.size(), 0);
    scene.session->setReminder(occasionOf(scene.events[0]), false);
    QVERIFY(!scene.session->hasReminder(eventId(1)));
}

void TestDates::roleIsTold()
{
    Scene scene;
    QCOMPARE(scene.session->role(), Role::User);
    scene.peer.on<cmd::SignIn>([&](qint64 id, const cmd::SignIn &) {
        SeededRng ids(9);
        cmd::SignedIn reply{AccountId::random(ids), DeviceId::random(ids), u"나"_s, token('a'), false};
        reply.role = Role::Operator;
        scene.peer.ok(id, reply);
    });
    scene.start({});
    QCOMPARE(scene.session->role(), Role::Operator);
}

QTEST_GUILESS_MAIN(TestDates)
#include "tst_dates.moc"
