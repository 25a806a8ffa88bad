// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene.h"

using namespace jjak;
using namespace jjak::client;
using namespace jjak::client::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

namespace {

QList<Message> history(int count)
{
    QList<Message> out;
    for (int i = 1; i <= count; ++i)
        out.append(message(i, 1 + i % 2, u"message %1"_s.arg(i)));
    return out;
}

} // namespace

class TestSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // signing in
    void signsInAndSyncs();
    void refusedSignInTellsWhy();
    void lostAnswerToASignInIsAskedForWithTheSameAttempt();
    void signInWithoutAServerFails();
    void signedInSessionIsNotSignedInAgain();
    void tokenIsStoredBeforeAnythingElseIsAsked();
    void rotatedTokenIsStoredBeforeAnythingElseIsAsked();
    void tokenThatCannotBeStoredIsTold();
    void whoDoesNotStaySignedInLeavesNoToken();
    void storedTokenResumesByItself();
    void voidTokenSignsOut();
    void busyResumeIsTriedAgain();
    void signingOutErasesTokenAndCache();
    void revokedDeviceIsSignedOutButKeepsItsOutbox();
    void replacedSessionStaysAwayAndKeepsItsToken();
    // catching up
    void cachedRoomsAreThereBeforeTheServerAnswers();
    void allPagesOfTheListingAreRead();
    void whatIsToldAfterTheSnapshotWasReadIsLater();
    void reconnectPullsOnlyWhatIsMissing();
    void eventsBehindAGapArePulledAndArriveInOrder();
    void frameThatIsNotUnderstoodLeadsToASnapshot();
    void resyncEventLeadsToASnapshot();
    void whatEverybodyIsToldIsNotDoneByAllAtOnce();
    void newRoomIsTold();
    void roomOpenedWhileAwayIsTold();
    void firstListingIsNotNews();
    void rateLimitedPullIsRepeated();
};

void TestSession::signsInAndSyncs()
{
    Scene scene;
    scene.rooms = {test::room(roomId(1), 0), test::room(roomId(2), 0)};
    QList<ConnectionState> states;
    QObject::connect(scene.session.get(), &Session::stateChanged, [&](ConnectionState state) { states.append(state); });
    std::optional<Result<>> answer;
    scene.session->connectTo(scene.peer.url());
    scene.session->signIn(u"나"_s, u"correct horse"_s, u"laptop"_s, true, [&](const Result<> &result) { answer = result; });
    QVERIFY(!answer);
    QTRY_COMPARE(scene.session->connectionState(), ConnectionState::Ready);
    QVERIFY(answer && answer->ok());
    QCOMPARE(states, (QList{ConnectionState::Connecting, ConnectionState::Connected, ConnectionState::Syncing, ConnectionState::Ready}));
    QCOMPARE(scene.session->state().account->name, u"나"_s);
    QCOMPARE(scene.session->rooms()->rowCount(), 2);
    QCOMPARE(scene.peer.asked<cmd::SignIn>().first().device, u"laptop"_s);
    QCOMPARE(scene.session->hello().server, u"peer"_s);
}

void TestSession::refusedSignInTellsWhy()
{
    Scene scene;
    scene.peer.on<cmd::SignIn>([&](qint64 id, const cmd::SignIn &) { scene.peer.refuse(id, Error{ErrorCode::AuthDenied}); });
    std::optional<Result<>> answer;
    scene.session->connectTo(scene.peer.url());
    scene.session->signIn(u"나"_s, u"wrong"_s, u"laptop"_s, true, [&](const Result<> &result) { answer = result; });
    QTRY_VERIFY(answer);
    QCOMPARE(answer->error().code, ErrorCode::AuthDenied);
    QCOMPARE(scene.session->connectionState(), ConnectionState::Connected);
    QVERIFY(!scene.session->isSignedIn());
}

void TestSession::lostAnswerToASignInIsAskedForWithTheSameAttempt()
{
    Scene scene;
    scene.peer.on<cmd::SignUp>([&](qint64 id, const cmd::SignUp &) {
        if (scene.peer.count<cmd::SignUp>() == 1)
            return scene.peer.drop();
        SeededRng ids(9);
        scene.peer.ok(id, cmd::SignedIn{AccountId::random(ids), DeviceId::random(ids), u"새봄"_s, token('n'), false});
    });
    std::optional<Result<>> answer;
    scene.session->connectTo(scene.peer.url());
    scene.session->signUp(u"새봄"_s, u"correct horse"_s, *dayFromIso(u"1999-05-01"), u"laptop"_s, true, [&](const Result<> &result) { answer = result; });
    QTRY_VERIFY(answer);
    QVERIFY(answer->ok());
    const auto asked = scene.peer.asked<cmd::SignUp>();
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked[0].attempt, asked[1].attempt);
}

void TestSession::signInWithoutAServerFails()
{
    Scene scene;
    scene.peer.listen(false);
    std::optional<Result<>> answer;
    scene.session->connectTo(scene.peer.url());
    scene.session->signIn(u"나"_s, u"correct horse"_s, u"laptop"_s, true, [&](const Result<> &result) { answer = result; });
    QTRY_VERIFY(answer);
    QCOMPARE(answer->error().code, ErrorCode::Unavailable);
    QCOMPARE(scene.session->problem(), LinkProblem::Unreachable);
}

void TestSession::signedInSessionIsNotSignedInAgain()
{
    Scene scene;
    scene.start({});
    std::optional<Result<>> answer;
    scene.session->signIn(u"other"_s, u"correct horse"_s, u"laptop"_s, true, [&](const Result<> &result) { answer = result; });
    QTRY_VERIFY(answer);
    QCOMPARE(answer->error().code, ErrorCode::ProtocolOrder);
    QCOMPARE(scene.peer.count<cmd::SignIn>(), 1);
}

void TestSession::tokenIsStoredBeforeAnythingElseIsAsked()
{
    Scene scene;
    scene.secrets.holdWrites = true;
    QSignalSpy signedIn(scene.session.get(), &Session::signedIn);
    scene.signIn();
    QTRY_COMPARE(scene.secrets.writes, 1);
    QTest::qWait(50);
    QCOMPARE(signedIn.size(), 0);
    QCOMPARE(scene.peer.count<cmd::Sync>(), 0);
    scene.secrets.finishWrite();
    QCOMPARE(signedIn.size(), 1);
    QTRY_COMPARE(scene.peer.count<cmd::Sync>(), 1);
    QVERIFY(scene.secrets.secrets.cbegin()->contains(token('a').toLatin1()));
}

void TestSession::rotatedTokenIsStoredBeforeAnythingElseIsAsked()
{
    Scene scene;
    scene.start({});
    scene.restart();
    scene.secrets.holdWrites = true;
    scene.peer.on<cmd::Resume>([&](qint64 id, const cmd::Resume &) {
        SeededRng ids(3);
        scene.peer.ok(id, cmd::SignedIn{AccountId::random(ids), DeviceId::random(ids), u"나"_s, token('b'), false});
    });
    scene.session->connectTo(scene.peer.url());
    QTRY_COMPARE(scene.secrets.writes, 2);
    QTest::qWait(50);
    QCOMPARE(scene.peer.count<cmd::Sync>(), 1);
    // The connection breaks before the token is stored: the next one uses the new token all the same.
    scene.peer.drop();
    QTRY_COMPARE(scene.peer.count<cmd::Resume>(), 2);
    QCOMPARE(scene.peer.asked<cmd::Resume>()[0].token, token('a'));
    QCOMPARE(scene.peer.asked<cmd::Resume>()[1].token, token('b'));
}

void TestSession::tokenThatCannotBeStoredIsTold()
{
    Scene scene;
    scene.secrets.holdWrites = true;
    QSignalSpy told(scene.session.get(), &Session::tokenNotStored), synced(scene.session.get(), &Session::synced);
    scene.signIn();
    QTRY_COMPARE(scene.secrets.writes, 1);
    scene.secrets.finishWrite(false);
    QCOMPARE(told.size(), 1);
    QVERIFY(synced.wait());
}

void TestSession::whoDoesNotStaySignedInLeavesNoToken()
{
    Scene scene;
    scene.signIn(false);
    QTRY_COMPARE(scene.session->connectionState(), ConnectionState::Ready);
    QCOMPARE(scene.secrets.writes, 0);
    QVERIFY(scene.secrets.secrets.isEmpty());
    scene.peer.drop();
    QTRY_COMPARE(scene.peer.count<cmd::Resume>(), 1); // within the session it resumes
    scene.session->disconnect();
    scene.session->connectTo(scene.peer.url());
    QTRY_COMPARE(scene.peer.count<cmd::Resume>(), 2);
}

void TestSession::storedTokenResumesByItself()
{
    Scene scene;
    scene.start({});
    scene.restart();
    QSignalSpy signedIn(scene.session.get(), &Session::signedIn);
    scene.session->connectTo(scene.peer.url());
    QVERIFY(scene.session->isSignedIn());
    QVERIFY(signedIn.wait());
    QCOMPARE(scene.peer.asked<cmd::Resume>().last().token, token('a'));
    QCOMPARE(scene.peer.count<cmd::SignIn>(), 1);
}

void TestSession::voidTokenSignsOut()
{
    Scene scene;
    scene.start({test::room(roomId(1), 0)});
    scene.restart();
    scene.peer.on<cmd::Resume>([&](qint64 id, const cmd::Resume &) { scene.peer.refuse(id, Error{ErrorCode::AuthToken}); });
    QSignalSpy signedOut(scene.session.get(), &Session::signedOut);
    scene.session->connectTo(scene.peer.url());
    QCOMPARE(scene.session->rooms()->rowCount(), 1);
    QVERIFY(signedOut.wait());
    QCOMPARE(signedOut.first().first().value<SignOutReason>(), SignOutReason::Expired);
    QVERIFY(scene.secrets.secrets.isEmpty());
    QVERIFY(!scene.session->isSignedIn());
    QCOMPARE(scene.session->rooms()->rowCount(), 0);
    QTRY_COMPARE(scene.session->connectionState(), ConnectionState::Connected);
}

void TestSession::busyResumeIsTriedAgain()
{
    Scene scene;
    scene.start({});
    int refusals = 0;
    scene.peer.on<cmd::Resume>([&](qint64 id, const cmd::Resume &) {
        if (++refusals <= 2)
            return scene.peer.refuse(id, Error::later(ErrorCode::AuthBusy, 10ms));
        SeededRng ids(3);
        scene.peer.ok(id, cmd::SignedIn{AccountId::random(ids), DeviceId::random(ids), u"나"_s, {}, false});
    });
    scene.peer.drop();
    QTRY_COMPARE(scene.peer.count<cmd::Sync>(), 2);
    QCOMPARE(scene.secrets.erases, 0);
}

void TestSession::signingOutErasesTokenAndCache()
{
    Scene scene;
    scene.start({test::room(roomId(1), 0)});
    QVERIFY(!QDir(scene.folder.path()).isEmpty());
    QSignalSpy signedOut(scene.session.get(), &Session::signedOut);
    scene.session->signOut();
    QVERIFY(signedOut.wait());
    QCOMPARE(signedOut.first().first().value<SignOutReason>(), SignOutReason::Asked);
    QCOMPARE(scene.peer.count<cmd::SignOut>(), 1);
    QVERIFY(scene.secrets.secrets.isEmpty());
    QVERIFY(QDir(scene.folder.path()).isEmpty());
    QCOMPARE(scene.session->rooms()->rowCount(), 0);
    // Somebody else can sign in now.
    QTRY_COMPARE(scene.session->connectionState(), ConnectionState::Connected);
    scene.signIn();
    QTRY_COMPARE(scene.session->connectionState(), ConnectionState::Ready);
}

void TestSession::revokedDeviceIsSignedOutButKeepsItsOutbox()
{
    Scene scene;
    scene.start({test::room(roomId(1), 0)});
    QVERIFY(scene.session->sendText(roomId(1), u"never answered"_s).ok());
    QSignalSpy signedOut(scene.session.get(), &Session::signedOut);
    scene.peer.tell(ev::SessionEnded{SessionEnd::Revoked});
    QVERIFY(signedOut.wait());
    QCOMPARE(signedOut.first().first().value<SignOutReason>(), SignOutReason::Revoked);
    QVERIFY(scene.secrets.secrets.isEmpty());
    QCOMPARE(scene.session->unsentCount(), 0);
    QTRY_COMPARE(scene.session->connectionState(), ConnectionState::Connected);
    scene.signIn();
    QTRY_COMPARE(scene.session->connectionState(), ConnectionState::Ready);
    QCOMPARE(scene.session->unsentCount(), 1);
}

void TestSession::replacedSessionStaysAwayAndKeepsItsToken()
{
    Scene scene;
    scene.start({test::room(roomId(1), 0)});
    QSignalSpy signedOut(scene.session.get(), &Session::signedOut);
    scene.peer.tell(ev::SessionEnded{SessionEnd::Replaced});
    QVERIFY(signedOut.wait());
    QCOMPARE(scene.session->connectionState(), ConnectionState::Offline);
    QCOMPARE(scene.secrets.erases, 0);
    QCOMPARE(scene.session->rooms()->rowCount(), 1);
    scene.session->connectTo(scene.peer.url());
    QTRY_COMPARE(scene.session->connectionState(), ConnectionState::Ready);
    QCOMPARE(scene.peer.count<cmd::Resume>(), 1);
}

void TestSession::cachedRoomsAreThereBeforeTheServerAnswers()
{
    Scene scene;
    scene.messages[roomId(1)] = history(3);
    scene.start({test::room(roomId(1), 3)});
    scene.restart();
    scene.peer.listen(false);
    scene.session->connectTo(scene.peer.url());
    QCOMPARE(scene.session->rooms()->rowCount(), 1);
    MessageListModel *model = scene.session->openRoom(roomId(1));
    QVERIFY(model);
    QCOMPARE(model->rowCount(), 3);
    QCOMPARE(model->index(2).data().toString(), u"message 3"_s);
}

void TestSession::allPagesOfTheListingAreRead()
{
    Scene scene;
    scene.peer.on<cmd::Sync>([&](qint64 id, const cmd::Sync &) { scene.peer.ok(id, cmd::Snapshot{fromMs(0), {}, {}, {}, {test::room(roomId(1), 0)}, true, {}, {}, {}}); });
    scene.peer.on<cmd::ListRooms>([&](qint64 id, const cmd::ListRooms &ask) {
        if (ask.after == roomId(1))
            scene.peer.ok(id, cmd::RoomList{{test::room(roomId(2), 0)}, true});
        else
            scene.peer.ok(id, cmd::RoomList{{test::room(roomId(3), 0)}, false});
    });
    scene.signIn();
    QTRY_COMPARE(scene.session->connectionState(), ConnectionState::Ready);
    QCOMPARE(scene.session->state().rooms.size(), 3);
    QCOMPARE(scene.peer.asked<cmd::ListRooms>().last().after, std::optional(roomId(2)));
}

//! The snapshot was read before something changed, and comes after it was told.
void TestSession::whatIsToldAfterTheSnapshotWasReadIsLater()
{
    Scene scene;
    Settings hidden;
    hidden.presence = false;
    const Invitation gone{InvitationId::random(scene.rng), u"walk"_s, roomId(1), 2, fromMs(1)};
    scene.peer.on<cmd::Sync>([&](qint64 id, const cmd::Sync &) {
        scene.peer.tell(ev::InvitationsState{});
        scene.peer.tell(ev::HiddenState{{{roomId(1), 2}}});
        scene.peer.ok(id, cmd::Snapshot{fromMs(0), {}, {}, {}, {test::room(roomId(1), 0)}, false, {gone}, hidden, {}});
    });
    scene.signIn();
    QTRY_COMPARE(scene.session->connectionState(), ConnectionState::Ready);
    QVERIFY(scene.session->invitations().isEmpty());
    QCOMPARE(scene.session->state().hidden.value(roomId(1)), QList<int>{2});
    QCOMPARE(scene.session->state().settings, hidden); // nothing else was told of these
}

void TestSession::reconnectPullsOnlyWhatIsMissing()
{
    Scene scene;
    scene.messages[roomId(1)] = history(5);
    scene.start({test::room(roomId(1), 5), test::room(roomId(2), 0)});
    QSignalSpy arrived(scene.session.get(), &Session::messageArrived);
    const auto pulls = scene.peer.count<cmd::History>();
    scene.messages[roomId(1)] = history(9);
    scene.rooms[0].head = 9;
    scene.peer.drop();
    QTRY_COMPARE(scene.peer.count<cmd::Sync>(), 2);
    QTRY_COMPARE(scene.session->state().room(roomId(1))->have, 9);
    QCOMPARE(scene.peer.count<cmd::History>(), pulls + 1);
    QCOMPARE(scene.peer.asked<cmd::History>().last().after, std::optional<qint64>(5));
    // 6 and 8 are one's own.
    QCOMPARE(arrived.size(), 1);
    QCOMPARE(arrived.first()[1].value<Message>().seq, 9);
}

void TestSession::eventsBehindAGapArePulledAndArriveInOrder()
{
    Scene scene;
    scene.start({test::room(roomId(1), 0)});
    QList<qint64> order;
    QObject::connect(scene.session.get(), &Session::messageArrived, [&](RoomId, const Message &one) { order.append(one.seq); });
    for (int i = 1; i <= 6; ++i)
        scene.messages[roomId(1)].append(message(i, 2));
    scene.peer.tell(ev::RoomMessage{roomId(1), message(1, 2)});
    scene.peer.tell(ev::RoomMessage{roomId(1), message(5, 2)});
    scene.peer.tell(ev::RoomMessage{roomId(1), message(3, 2)});
    scene.peer.tell(ev::RoomMessage{roomId(1), message(6, 2)});
    QTRY_COMPARE(order, (QList<qint64>{1, 2, 3, 4, 5, 6}));
    QVERIFY(scene.peer.count<cmd::History>() <= 2);
}

void TestSession::frameThatIsNotUnderstoodLeadsToASnapshot()
{
    Scene scene;
    scene.start({test::room(roomId(1), 0)});
    scene.peer.raw(R"({"ev": "room.message", "data": {"room": 5}})");
    QTRY_COMPARE_WITH_TIMEOUT(scene.peer.count<cmd::Sync>(), 2, 4000);
    scene.peer.raw(R"({"ev": "table.turned", "data": {}})"); // unknown: nothing
    QTest::qWait(20);
    QCOMPARE(scene.peer.connections, 1);
}

void TestSession::resyncEventLeadsToASnapshot()
{
    Scene scene;
    scene.start({});
    QSignalSpy synced(scene.session.get(), &Session::synced);
    scene.rooms = {test::room(roomId(7), 0)};
    scene.peer.tell(ev::Resync{});
    QTRY_COMPARE_WITH_TIMEOUT(synced.size(), 1, 4000);
    QVERIFY(scene.session->state().room(roomId(7)));
}

void TestSession::whatEverybodyIsToldIsNotDoneByAllAtOnce()
{
    Scene scene;
    scene.times.resyncWithin = 500h; // chance would have to be one in a million for it to be over before this test
    scene.restart();
    scene.start({});
    QCOMPARE(scene.peer.count<cmd::Sync>(), 1);
    scene.peer.tell(ev::Resync{});
    scene.peer.tell(ev::RoomState{test::room(roomId(4), 0)});
    QTRY_VERIFY(scene.session->state().room(roomId(4)));
    QCOMPARE(scene.peer.count<cmd::Sync>(), 1);
}

void TestSession::newRoomIsTold()
{
    Scene scene;
    scene.start({});
    QSignalSpy opened(scene.session.get(), &Session::roomOpened);
    scene.peer.tell(ev::RoomState{test::room(roomId(4), 0)});
    QVERIFY(opened.wait());
    QCOMPARE(opened.first().first().value<RoomId>(), roomId(4));
    QCOMPARE(scene.session->rooms()->rowCount(), 1);
}

void TestSession::roomOpenedWhileAwayIsTold()
{
    Scene scene;
    scene.start({test::room(roomId(1), 0)});
    QSignalSpy opened(scene.session.get(), &Session::roomOpened);
    scene.rooms.append(test::room(roomId(4), 0));
    scene.peer.drop();
    QVERIFY(opened.wait());
    QCOMPARE(opened.first().first().value<RoomId>(), roomId(4));
}

void TestSession::firstListingIsNotNews()
{
    Scene scene;
    QSignalSpy opened(scene.session.get(), &Session::roomOpened);
    scene.start({test::room(roomId(1), 0)});
    QCOMPARE(opened.size(), 0);
}

void TestSession::rateLimitedPullIsRepeated()
{
    Scene scene;
    scene.messages[roomId(1)] = history(2);
    int asked = 0;
    scene.peer.on<cmd::History>([&](qint64 id, const cmd::History &) {
        if (++asked < 3)
            return scene.peer.refuse(id, Error::later(ErrorCode::RateLimited, 10ms));
        scene.peer.ok(id, cmd::Page{history(2), 2});
    });
    scene.start({test::room(roomId(1), 2)});
    QCOMPARE(asked, 3);
    QCOMPARE(scene.session->state().room(roomId(1))->have, 2);
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
