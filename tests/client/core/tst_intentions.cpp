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
const Cell seoul = Cell::containing({37.5, 127}, 2);

Nearby waiting(qint64 version)
{
    Nearby nearby;
    nearby.version = version;
    nearby.ticket = Ticket{seoul, Reach::Km5, fromMs(1'790'000'000'000)};
    nearby.crowd = Crowd::Few;
    return nearby;
}

Nearby proposed(ProposalId id, qint64 version)
{
    Nearby nearby = waiting(version);
    nearby.crowd.reset();
    nearby.proposal = Proposal{id, fromMs(1'790'000'030'000), Answer::Open, false};
    return nearby;
}

ProposalId proposalId(int number)
{
    SeededRng rng{std::uint64_t(number)};
    return ProposalId::random(rng);
}

} // namespace

//! What somebody wants - seek, answer, read, leave, block, a draft - and what becomes of it when the connection breaks.
class TestIntentions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void seekIsAnsweredWithTheStateOfNearby();
    void answerLostWithTheConnectionIsGivenAgain();
    void answerToAProposalThatIsGoneIsNotGiven();
    void answerThatArrivedIsNotGivenAgain();
    void newSearchReplacesTheOneThatWaits();
    void cancelledSearchIsNotBegunAgain();
    void leavingIsRepeatedUntilAnswered();
    void reportIsRepeatedWithTheSameId();
    void refusalWithoutACallbackIsTold();
    void listsFailAtOnceWithoutAConnection();
    void listsComeBack();
    void readingIsToldOnceForMany();
    void readingWithoutAConnectionIsToldLater();
    void typingIsToldSparingly();
    void typingOfOthersEnds();
    void draftsSurviveARestart();
    void scrollPositionSurvivesARestart();
    void scrollingBackFetchesFromTheNetworkOnlyWhatIsNotHere();
    void damagedCacheIsToldAndTheOutboxSaved();
    void sessionInMemoryLeavesNothing();
    void manySessionsLiveInOneProcess();
};

void TestIntentions::seekIsAnsweredWithTheStateOfNearby()
{
    Scene scene;
    scene.start({});
    scene.peer.always<cmd::Seek>(waiting(3));
    QSignalSpy changed(scene.session.get(), &Session::nearbyChanged);
    std::optional<Result<>> answer;
    scene.session->seek(seoul, Reach::Km5, [&](const Result<> &result) { answer = result; });
    QTRY_VERIFY(answer);
    QVERIFY(answer->ok());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(scene.session->state().nearby, waiting(3));
    QCOMPARE(scene.peer.asked<cmd::Seek>().first().cell, seoul);
}

void TestIntentions::answerLostWithTheConnectionIsGivenAgain()
{
    Scene scene;
    scene.nearby = proposed(proposalId(1), 4);
    scene.start({});
    scene.peer.on<cmd::Accept>([&](qint64 id, const cmd::Accept &) {
        if (scene.peer.count<cmd::Accept>() == 1)
            return scene.peer.drop();
        auto accepted = proposed(proposalId(1), 5);
        accepted.proposal->mine = Answer::Accepted;
        scene.peer.ok(id, accepted);
    });
    std::optional<Result<>> answer;
    scene.session->accept(proposalId(1), [&](const Result<> &result) { answer = result; });
    QTRY_VERIFY(answer);
    QVERIFY(answer->ok());
    QCOMPARE(scene.peer.count<cmd::Accept>(), 2);
    QCOMPARE(scene.session->state().nearby.proposal->mine, Answer::Accepted);
}

void TestIntentions::answerToAProposalThatIsGoneIsNotGiven()
{
    Scene scene;
    scene.nearby = proposed(proposalId(1), 4);
    scene.start({});
    scene.nearby = waiting(6); // meanwhile it ended
    scene.peer.on<cmd::Accept>([&](qint64, const cmd::Accept &) { scene.peer.drop(); });
    std::optional<Result<>> answer;
    scene.session->accept(proposalId(1), [&](const Result<> &result) { answer = result; });
    QTRY_VERIFY(answer);
    QCOMPARE(answer->error().code, ErrorCode::ProposalGone);
    QCOMPARE(scene.peer.count<cmd::Accept>(), 1);
}

void TestIntentions::answerThatArrivedIsNotGivenAgain()
{
    Scene scene;
    scene.nearby = proposed(proposalId(1), 4);
    scene.start({});
    scene.peer.on<cmd::Accept>([&](qint64, const cmd::Accept &) {
        scene.nearby = waiting(7);
        scene.nearby.ticket.reset();
        scene.nearby.ended = Ended{proposalId(1), Outcome::Accepted, false, here};
        scene.peer.drop();
    });
    std::optional<Result<>> answer;
    scene.session->accept(proposalId(1), [&](const Result<> &result) { answer = result; });
    QTRY_VERIFY(answer);
    QVERIFY(answer->ok());
    QCOMPARE(scene.peer.count<cmd::Accept>(), 1);
}

void TestIntentions::newSearchReplacesTheOneThatWaits()
{
    Scene scene;
    scene.start({});
    scene.peer.always<cmd::Seek>(waiting(3));
    scene.peer.listen(false);
    scene.peer.drop();
    QTRY_COMPARE(scene.session->connectionState(), ConnectionState::Waiting);
    int answered = 0;
    for (const Reach reach : {Reach::Km2, Reach::Km50, Reach::Km5})
        scene.session->seek(seoul, reach, [&](const Result<> &result) { answered += result.ok(); });
    scene.peer.listen(true);
    QTRY_COMPARE(answered, 3);
    QCOMPARE(scene.peer.count<cmd::Seek>(), 1);
    QCOMPARE(scene.peer.asked<cmd::Seek>().first().reach, Reach::Km5);
}

void TestIntentions::cancelledSearchIsNotBegunAgain()
{
    Scene scene;
    scene.start({});
    scene.peer.listen(false);
    scene.peer.drop();
    QTRY_COMPARE(scene.session->connectionState(), ConnectionState::Waiting);
    int answered = 0;
    scene.session->seek(seoul, Reach::Km2, [&](const Result<> &) { ++answered; });
    scene.session->cancelSeek([&](const Result<> &) { ++answered; });
    scene.peer.listen(true);
    QTRY_COMPARE(scene.session->connectionState(), ConnectionState::Ready);
    QTRY_COMPARE(answered, 2);
    QCOMPARE(scene.peer.count<cmd::Seek>(), 0);
    QCOMPARE(scene.peer.count<cmd::CancelSeek>(), 0); // nothing was searched for
}

void TestIntentions::leavingIsRepeatedUntilAnswered()
{
    Scene scene;
    scene.start({test::room(here, 0)});
    scene.peer.on<cmd::Leave>([&](qint64 id, const cmd::Leave &) {
        const auto times = scene.peer.count<cmd::Leave>();
        if (times == 1)
            return scene.peer.drop();
        if (times == 2)
            return scene.peer.refuse(id, Error::later(ErrorCode::Unavailable, 10ms));
        scene.peer.ok(id, cmd::Empty{});
    });
    std::optional<Result<>> answer;
    scene.session->leave(here, [&](const Result<> &result) { answer = result; });
    QTRY_VERIFY(answer);
    QVERIFY(answer->ok());
    QCOMPARE(scene.peer.count<cmd::Leave>(), 3);
}

void TestIntentions::reportIsRepeatedWithTheSameId()
{
    Scene scene;
    scene.start({test::room(here, 0)});
    scene.peer.on<cmd::Report>([&](qint64 id, const cmd::Report &) {
        if (scene.peer.count<cmd::Report>() == 1)
            return scene.peer.drop();
        SeededRng ids(1);
        scene.peer.ok(id, cmd::Reported{ReportId::random(ids)});
    });
    std::optional<Result<>> answer;
    scene.session->report(Whom::of(here), ReportReason::Spam, u"links"_s, true, [&](const Result<> &result) { answer = result; });
    QTRY_VERIFY(answer && answer->ok());
    const auto asked = scene.peer.asked<cmd::Report>();
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked[0].cid, asked[1].cid);
    QCOMPARE(asked[1].room, std::optional(here));
    QVERIFY(!asked[1].proposal && asked[1].block);
}

void TestIntentions::refusalWithoutACallbackIsTold()
{
    Scene scene;
    scene.start({test::room(here, 0)});
    scene.peer.on<cmd::Block>([&](qint64 id, const cmd::Block &) { scene.peer.refuse(id, Error{ErrorCode::ReportNothing}); });
    QSignalSpy failed(scene.session.get(), &Session::failed);
    scene.session->block(Whom::of(here));
    QVERIFY(failed.wait());
    QCOMPARE(failed.first()[0].value<Error>().code, ErrorCode::ReportNothing);
    QCOMPARE(failed.first()[1].toString(), u"safety.block"_s);
}

void TestIntentions::listsFailAtOnceWithoutAConnection()
{
    Scene scene;
    std::optional<ErrorCode> devices, blocks;
    scene.session->listDevices([&](const auto &result) { devices = result.error().code; });
    scene.session->listBlocks([&](const auto &result) { blocks = result.error().code; });
    QTRY_VERIFY(devices && blocks);
    QCOMPARE(*devices, ErrorCode::Unavailable);
    QCOMPARE(*blocks, ErrorCode::Unavailable);
}

void TestIntentions::listsComeBack()
{
    Scene scene;
    scene.start({});
    SeededRng ids(1);
    const DeviceInfo device{DeviceId::random(ids), u"laptop"_s, fromMs(0), fromMs(1), true};
    const BlockInfo block{BlockId::random(ids), u"Bora"_s, fromMs(2)};
    scene.peer.always<cmd::ListDevices>({{device}});
    scene.peer.always<cmd::ListBlocks>({{block}});
    QList<DeviceInfo> devices;
    QList<BlockInfo> blocks;
    scene.session->listDevices([&](const auto &result) { devices = *result; });
    scene.session->listBlocks([&](const auto &result) { blocks = *result; });
    QTRY_COMPARE(devices, QList{device});
    QTRY_COMPARE(blocks, QList{block});
}

void TestIntentions::readingIsToldOnceForMany()
{
    Scene scene;
    scene.start({test::room(here, 0)});
    for (int i = 1; i <= 20; ++i)
        scene.peer.tell(ev::RoomMessage{here, message(i, 2)});
    QTRY_COMPARE(scene.session->state().room(here)->have, 20);
    QCOMPARE(scene.session->rooms()->totalUnread(), 20);
    for (int i = 1; i <= 20; ++i)
        scene.session->markRead(here, i);
    QCOMPARE(scene.session->rooms()->totalUnread(), 0);
    QTRY_COMPARE(scene.peer.count<cmd::Read>(), 1);
    QCOMPARE(scene.peer.asked<cmd::Read>().first().seq, 20);
    scene.session->markRead(here, 7);
    QTest::qWait(50);
    QCOMPARE(scene.peer.count<cmd::Read>(), 1);
}

void TestIntentions::readingWithoutAConnectionIsToldLater()
{
    Scene scene;
    scene.messages[here] = {message(1, 2), message(2, 2)};
    scene.start({test::room(here, 2)});
    scene.peer.listen(false);
    scene.peer.drop();
    QTRY_COMPARE(scene.session->connectionState(), ConnectionState::Waiting);
    scene.session->markRead(here, 2);
    scene.restart();
    scene.peer.listen(true);
    scene.session->connectTo(scene.peer.url());
    QTRY_COMPARE(scene.peer.count<cmd::Read>(), 1);
    QCOMPARE(scene.peer.asked<cmd::Read>().first().seq, 2);
}

void TestIntentions::typingIsToldSparingly()
{
    Scene scene;
    scene.start({test::room(here, 0), test::room(roomId(2), 0)});
    for (int i = 0; i < 10; ++i)
        scene.session->typing(here);
    scene.session->typing(roomId(2));
    QTRY_COMPARE(scene.peer.count<cmd::Typing>(), 2);
    QTest::qWait(30);
    QCOMPARE(scene.peer.count<cmd::Typing>(), 2);
}

void TestIntentions::typingOfOthersEnds()
{
    Scene scene;
    scene.start({test::room(here, 0)});
    QSignalSpy changed(scene.session.get(), &Session::roomChanged);
    scene.peer.tell(ev::RoomTyping{here, 2});
    QVERIFY(changed.wait());
    QVERIFY(scene.session->rooms()->index(0).data(RoomListModel::TypingRole).toBool());
    QVERIFY(changed.wait(6000));
    QVERIFY(!scene.session->rooms()->index(0).data(RoomListModel::TypingRole).toBool());
}

void TestIntentions::draftsSurviveARestart()
{
    Scene scene;
    scene.start({test::room(here, 0), test::room(roomId(2), 0)});
    scene.session->setDraft(here, u"I wanted to s"_s);
    scene.session->setDraft(roomId(2), u"gone"_s);
    scene.session->setDraft(roomId(2), {});
    scene.restart();
    scene.peer.listen(false);
    scene.session->connectTo(scene.peer.url());
    QCOMPARE(scene.session->draft(here), u"I wanted to s"_s);
    QVERIFY(scene.session->draft(roomId(2)).isEmpty());
    const int row = scene.session->rooms()->rowOf(here);
    QCOMPARE(scene.session->rooms()->index(row).data(RoomListModel::DraftRole).toString(), u"I wanted to s"_s);
}

void TestIntentions::scrollPositionSurvivesARestart()
{
    Scene scene;
    scene.start({test::room(here, 0)});
    QCOMPARE(scene.session->scrollPosition(here), 0);
    scene.session->setScrollPosition(here, 17);
    scene.restart();
    scene.session->connectTo(scene.peer.url());
    QCOMPARE(scene.session->scrollPosition(here), 17);
}

void TestIntentions::scrollingBackFetchesFromTheNetworkOnlyWhatIsNotHere()
{
    Scene scene;
    for (int i = 1; i <= 200; ++i)
        scene.messages[here].append(message(i, 2));
    scene.start({test::room(here, 200)});
    const auto pulled = scene.peer.count<cmd::History>();
    QCOMPARE(pulled, 1); // the newest page only
    MessageListModel *model = scene.session->openRoom(here);
    QCOMPARE(model->rowCount(), 50);
    for (int page = 2; page <= 4; ++page) {
        QVERIFY(model->hasOlder());
        QSignalSpy loaded(model, &MessageListModel::olderLoaded);
        model->fetchOlder();
        QVERIFY(loaded.wait());
        QCOMPARE(model->rowCount(), 50 * page);
    }
    QVERIFY(!model->hasOlder());
    QCOMPARE(scene.peer.count<cmd::History>(), 4);
    // Now it is in the cache.
    scene.session->closeRoom(here);
    model = scene.session->openRoom(here);
    for (int page = 2; page <= 4; ++page)
        model->fetchOlder();
    QCOMPARE(model->rowCount(), 200);
    QCOMPARE(scene.peer.count<cmd::History>(), 4);
    QCOMPARE(model->index(0).data(MessageListModel::SeqRole).toLongLong(), 1);
}

void TestIntentions::damagedCacheIsToldAndTheOutboxSaved()
{
    Scene scene;
    scene.start({test::room(here, 0)});
    QVERIFY(scene.session->sendText(here, u"unsent"_s).ok());
    scene.restart();
    const auto files = QDir(scene.folder.path()).entryInfoList({u"*.sqlite"_s}, QDir::Files);
    QCOMPARE(files.size(), 1);
    QFile file(files.first().filePath());
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(60); // where SQLite's header keeps user_version: the file is of a newer program
    file.write(QByteArray("\0\0\0\x63", 4));
    file.close();
    QSignalSpy rebuilt(scene.session.get(), &Session::cacheRebuilt);
    scene.session->connectTo(scene.peer.url());
    QCOMPARE(rebuilt.size(), 1);
    QCOMPARE(rebuilt.first().first().toInt(), 1);
    QTRY_COMPARE(scene.session->connectionState(), ConnectionState::Ready);
    QCOMPARE(scene.session->rooms()->rowCount(), 1);
    QCOMPARE(scene.session->unsentCount(), 1);
}

void TestIntentions::sessionInMemoryLeavesNothing()
{
    Scene scene;
    SessionConfig config;
    config.cacheFolder = u":memory:"_s;
    config.watchNetwork = false;
    config.times = quickTimes();
    scene.session = std::make_unique<Session>(config, scene.secrets, scene.rng);
    scene.messages[here] = {message(1, 2)};
    scene.start({test::room(here, 1)});
    QCOMPARE(scene.session->cachedMessages(here, 0, 10).size(), 1);
    QVERIFY(QDir(scene.folder.path()).isEmpty());
}

void TestIntentions::manySessionsLiveInOneProcess()
{
    constexpr int count = 50;
    std::vector<std::unique_ptr<Scene>> scenes;
    for (int i = 0; i < count; ++i) {
        auto scene = std::make_unique<Scene>();
        scene->rooms = {test::room(here, 0)};
        scene->signIn();
        scenes.push_back(std::move(scene));
    }
    for (const auto &scene : scenes) {
        QTRY_COMPARE(scene->session->connectionState(), ConnectionState::Ready);
        scene->session->setDraft(here, scene->folder.path());
    }
    for (const auto &scene : scenes)
        QCOMPARE(scene->session->draft(here), scene->folder.path());
}

QTEST_GUILESS_MAIN(TestIntentions)
#include "tst_intentions.moc"
