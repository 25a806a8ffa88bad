// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/sentences.h"
#include "scene.h"

using namespace jjak;
using namespace jjak::client;
using namespace jjak::client::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

namespace {

const RoomId pair = roomId(1), group = roomId(5);

Room groupRoom(qint64 head, qint64 version = 1)
{
    Room out = test::room(group, head, version);
    out.kind = RoomKind::Group;
    out.name = u"산책"_s;
    out.members.append(Member{3, u"Chan"_s});
    out.members[0].role = MemberRole::Moderator;
    out.members[1].role = MemberRole::Owner;
    return out;
}

Message notice(qint64 seq, int author, const QString &text)
{
    Message out = message(seq, author, text);
    out.kind = MessageKind::Notice;
    return out;
}

Invitation invitation(int number)
{
    SeededRng rng{std::uint64_t(number)};
    return {InvitationId::random(rng), u"산책"_s, pair, 3, fromMs(1'790'000'000'000)};
}

} // namespace

class TestGroups : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void groupIsCreatedWithOneId();
    void nameThatCannotBeIsRefusedAtOnce();
    void groupBearsItsName();
    void invitationsComeWithTheSnapshotAndByEvents();
    void answeredInvitationIsGoneAndNamesTheRoom();
    void acceptedTooLateIsSaid();
    void everyCommandAsksForWhatItSays();
    void takenOutTheGroupIsGoneWithWhatWaits();
    void invitedAgainTheGroupBeginsAnew();
    void rightsFollowTheRole();
    void readOnlyAndMutedMembersCannotWrite();
    void slowModeLetsOneWait();
    void slowedMessageGoesByItself();
    void mentionsGoWithTheMessage();
    void mentionOfSomebodyWhoLeftIsRefusedAtOnce();
    void blockedMemberIsHiddenUntilUnblocked();
    void noticesSayWhatWasDone_data();
    void noticesSayWhatWasDone();
    void deliveredToAllIsDelivered();
};

void TestGroups::groupIsCreatedWithOneId()
{
    Scene scene;
    int asked = 0;
    scene.peer.on<cmd::CreateGroup>([&](qint64 id, const cmd::CreateGroup &) {
        if (++asked == 1)
            return scene.peer.drop();
        scene.peer.ok(id, cmd::Created{group});
    });
    scene.start({test::room(pair, 0)});
    std::optional<Result<RoomId>> done;
    scene.session->createGroup(u"산책"_s, {pair}, [&](const Result<RoomId> &reply) { done = reply; });
    QTRY_VERIFY(done);
    QCOMPARE(**done, group);
    const auto sent = scene.peer.asked<cmd::CreateGroup>();
    QCOMPARE(sent.size(), 2);
    QCOMPARE(sent[0].cid, sent[1].cid);
    QCOMPARE(sent[0].with, QList{pair});
}

void TestGroups::nameThatCannotBeIsRefusedAtOnce()
{
    Scene scene;
    scene.start({test::room(pair, 0)});
    for (const QString &name : {QString(), u"a\nb"_s, QString(limits::roomNameCodePoints + 1, u'a')}) {
        std::optional<Error> error;
        scene.session->createGroup(name, {}, [&](const Result<RoomId> &reply) { error = reply.error(); });
        QTRY_VERIFY(error);
        QCOMPARE(error->field, u"args.name"_s);
        error.reset();
        scene.session->renameGroup(group, name, [&](const Result<> &reply) { error = reply.error(); });
        QTRY_VERIFY(error);
        QCOMPARE(error->field, u"args.name"_s);
    }
    QCOMPARE(scene.peer.count<cmd::CreateGroup>(), 0);
    QCOMPARE(scene.peer.count<cmd::Rename>(), 0);
}

void TestGroups::groupBearsItsName()
{
    QCOMPARE(titleOf(groupRoom(0)), u"산책"_s);
    QVERIFY(!isDeserted(groupRoom(0)));
    Scene scene;
    scene.start({groupRoom(0)});
    const RoomListModel &rooms = *scene.session->rooms();
    QCOMPARE(rooms.index(0).data(RoomListModel::NameRole).toString(), u"산책"_s);
    QVERIFY(rooms.index(0).data(RoomListModel::GroupRole).toBool());
}

void TestGroups::invitationsComeWithTheSnapshotAndByEvents()
{
    Scene scene;
    scene.invitations = {invitation(1)};
    QSignalSpy changed(scene.session.get(), &Session::invitationsChanged);
    scene.start({test::room(pair, 0)});
    QCOMPARE(scene.session->invitations(), QList{invitation(1)});
    QCOMPARE(changed.size(), 1);
    scene.peer.tell(ev::InvitationsState{{invitation(2), invitation(1)}});
    QTRY_COMPARE(scene.session->invitations().size(), 2);
    scene.peer.tell(ev::InvitationsState{{}});
    QTRY_VERIFY(scene.session->invitations().isEmpty());
    QCOMPARE(changed.size(), 3);
}

void TestGroups::answeredInvitationIsGoneAndNamesTheRoom()
{
    Scene scene;
    scene.invitations = {invitation(1), invitation(2)};
    scene.peer.on<cmd::AnswerInvitation>([&](qint64 id, const cmd::AnswerInvitation &answer) { scene.peer.ok(id, cmd::Joined{answer.accept ? std::optional(group) : std::nullopt}); });
    scene.start({test::room(pair, 0)});
    std::optional<RoomId> joined;
    scene.session->answerInvitation(invitation(1).invitation, true, [&](const Result<std::optional<RoomId>> &reply) { joined = *reply; });
    QTRY_COMPARE(joined, std::optional(group));
    QCOMPARE(scene.session->invitations(), QList{invitation(2)});
    bool refused = false;
    scene.session->answerInvitation(invitation(2).invitation, false, [&](const Result<std::optional<RoomId>> &reply) { refused = reply && !*reply; });
    QTRY_VERIFY(refused);
    QVERIFY(scene.session->invitations().isEmpty());
}

void TestGroups::acceptedTooLateIsSaid()
{
    Scene scene;
    scene.invitations = {invitation(1)};
    scene.peer.on<cmd::AnswerInvitation>([&](qint64 id, const cmd::AnswerInvitation &) { scene.peer.refuse(id, {ErrorCode::InvitationGone}); });
    scene.start({test::room(pair, 0)});
    QSignalSpy failed(scene.session.get(), &Session::failed);
    scene.session->answerInvitation(invitation(1).invitation, true);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first()[0].value<Error>().code, ErrorCode::InvitationGone);
    QVERIFY(scene.session->invitations().isEmpty());
}

void TestGroups::everyCommandAsksForWhatItSays()
{
    Scene scene;
    scene.peer.always<cmd::Invite>({});
    scene.peer.always<cmd::Remove>({});
    scene.peer.always<cmd::Unban>({});
    scene.peer.always<cmd::Mute>({});
    scene.peer.always<cmd::Rename>({});
    scene.peer.always<cmd::SlowDown>({});
    scene.peer.always<cmd::SetExpiry>({});
    scene.peer.on<cmd::Appoint>([&](qint64 id, const cmd::Appoint &) { scene.peer.refuse(id, {ErrorCode::RoomRole}); });
    scene.start({groupRoom(0)});
    Session &session = *scene.session;
    int done = 0;
    const auto count = [&](const Result<> &reply) { done += reply ? 1 : 100; };
    session.invite(group, pair, count);
    session.removeMember(group, 3, true, count);
    session.unban(group, 3, count);
    session.muteMember(group, 3, std::chrono::hours(2), count);
    session.renameGroup(group, u"달리기"_s, count);
    session.setSlowMode(group, std::chrono::minutes(1), count);
    session.setExpiry(group, Expiry::Week, count);
    session.appoint(group, 3, MemberRole::Moderator, count);
    QTRY_COMPARE(done, 107);
    QCOMPARE(scene.peer.asked<cmd::Invite>().first().with, pair);
    QVERIFY(scene.peer.asked<cmd::Remove>().first().ban);
    QCOMPARE(scene.peer.asked<cmd::Unban>().first().member, 3);
    QCOMPARE(scene.peer.asked<cmd::Mute>().first().minutes, 120);
    QCOMPARE(scene.peer.asked<cmd::Rename>().first().name, u"달리기"_s);
    QCOMPARE(scene.peer.asked<cmd::SlowDown>().first().seconds, 60);
    QCOMPARE(scene.peer.asked<cmd::SetExpiry>().first().expiry, Expiry::Week);
    QCOMPARE(scene.peer.asked<cmd::Appoint>().first().role, MemberRole::Moderator);
}

void TestGroups::takenOutTheGroupIsGoneWithWhatWaits()
{
    Scene scene;
    scene.peer.on<cmd::Send>([](qint64, const cmd::Send &) {}); // never answered
    scene.start({groupRoom(0)});
    QVERIFY(scene.session->sendText(group, u"waits"_s).ok());
    scene.session->openRoom(group);
    Room told = groupRoom(1, 2);
    told.members[0].left = true;
    scene.peer.tell(ev::RoomState{told});
    QTRY_VERIFY(!scene.session->state().room(group));
    QCOMPARE(scene.session->rooms()->rowCount(), 0);
    QCOMPARE(scene.session->unsentCount(), 0);
    scene.peer.tell(ev::RoomState{told}); // told twice it does not come back
    scene.peer.tell(ev::RoomState{test::room(pair, 0)});
    QTRY_VERIFY(scene.session->state().room(pair));
    QVERIFY(!scene.session->state().room(group));
}

void TestGroups::invitedAgainTheGroupBeginsAnew()
{
    Scene scene;
    scene.messages[group] = {message(1, 2), message(2, 2)};
    scene.start({groupRoom(2)});
    Room told = groupRoom(2, 2);
    told.members[0].left = true;
    scene.peer.tell(ev::RoomState{told});
    QTRY_VERIFY(!scene.session->state().room(group));
    scene.messages[group].append(message(3, 3));
    QSignalSpy opened(scene.session.get(), &Session::roomOpened);
    scene.peer.tell(ev::RoomState{groupRoom(3, 3)});
    QTRY_COMPARE(opened.size(), 1);
    QTRY_COMPARE(scene.session->cachedMessages(group, 0, 10).size(), 3);
}

void TestGroups::rightsFollowTheRole()
{
    Scene scene;
    Room banned = groupRoom(0);
    banned.members.append(Member{4, u"Dal"_s, false, true});
    banned.members[3].banned = true;
    scene.start({banned, test::room(pair, 1)});
    const Session &session = *scene.session;
    QVERIFY(session.mayIn(group, Right::Rename));
    QVERIFY(session.mayIn(group, Right::RemoveMember, 3));
    QVERIFY(!session.mayIn(group, Right::RemoveMember, 2)); // the owner
    QVERIFY(!session.mayIn(group, Right::RemoveMember, 1)); // oneself
    QVERIFY(!session.mayIn(group, Right::RemoveMember, 4)); // has left
    QVERIFY(!session.mayIn(group, Right::RemoveMember, 9)); // nobody
    QVERIFY(session.mayIn(group, Right::UnbanMember, 4));
    QVERIFY(!session.mayIn(group, Right::UnbanMember, 3));
    QVERIFY(!session.mayIn(group, Right::HandOver, 3));
    QVERIFY(session.mayIn(pair, Right::SetExpiry));
    QVERIFY(!session.mayIn(pair, Right::Rename));
    QVERIFY(!session.mayIn(roomId(8), Right::Leave));
    QVERIFY(session.mayDelete(group, message(1, 3)));
    QVERIFY(!session.mayDelete(pair, message(1, 2)));
    QVERIFY(session.mayDelete(pair, message(1, 1)));
    QVERIFY(!session.mayDelete(group, notice(1, 3, u"joined"_s)));
    QVERIFY(session.mayEdit(group, message(1, 1)));
    QVERIFY(!session.mayEdit(group, message(1, 3)));
}

void TestGroups::readOnlyAndMutedMembersCannotWrite()
{
    Scene scene;
    Room told = groupRoom(0);
    told.members[0].role = MemberRole::ReadOnly;
    scene.start({told});
    QCOMPARE(scene.session->maySend(group)->code, ErrorCode::RoomReadOnly);
    QVERIFY(!scene.session->mayReact(group));
    told = groupRoom(0, 2);
    told.members[0].role = MemberRole::Member;
    told.members[0].muted = scene.session->serverNow() + 1h;
    scene.peer.tell(ev::RoomState{told});
    QTRY_COMPARE(scene.session->maySend(group)->code, ErrorCode::RoomMuted);
    QCOMPARE(scene.session->maySend(group)->until, told.members[0].muted);
    QCOMPARE(scene.session->sendText(group, u"hey"_s).error().code, ErrorCode::RoomMuted);
    told.version = 3;
    told.members[0].muted = scene.session->serverNow() - 1s;
    scene.peer.tell(ev::RoomState{told});
    QTRY_VERIFY(!scene.session->maySend(group));
}

void TestGroups::slowModeLetsOneWait()
{
    Scene scene;
    Room told = groupRoom(0);
    told.slow = 600;
    scene.start({told});
    QVERIFY(!scene.session->maySend(group)); // a moderator is not slowed down
    told.version = 2;
    told.members[0].role = MemberRole::Member;
    scene.peer.tell(ev::RoomState{told});
    QTRY_COMPARE(scene.session->state().room(group)->room.version, 2);
    QVERIFY(!scene.session->maySend(group));
    qint64 open = 0;
    scene.peer.on<cmd::Send>([&](qint64 id, const cmd::Send &) { open = id; });
    QVERIFY(scene.session->sendText(group, u"first"_s).ok());
    QCOMPARE(scene.session->maySend(group)->code, ErrorCode::RoomSlow);
    QVERIFY(!scene.session->maySend(group)->until);
    const Time at = scene.session->serverNow();
    QTRY_VERIFY(open != 0);
    scene.peer.ok(open, cmd::Sent{1, at});
    QTRY_COMPARE(scene.session->maySend(group)->until, std::optional(at + 600s));
    QVERIFY(scene.session->mayReact(group));
    // Known again after a restart.
    scene.restart();
    scene.session->connectTo(scene.peer.url());
    QTRY_VERIFY(scene.session->state().room(group));
    QCOMPARE(scene.session->maySend(group)->until, std::optional(at + 600s));
}

void TestGroups::slowedMessageGoesByItself()
{
    Scene scene;
    int asked = 0;
    scene.peer.on<cmd::Send>([&](qint64 id, const cmd::Send &) {
        if (++asked == 1)
            return scene.peer.refuse(id, Error::notBefore(ErrorCode::RoomSlow, std::chrono::floor<Duration>(std::chrono::system_clock::now()) + 30ms));
        scene.peer.ok(id, cmd::Sent{1, fromMs(1'790'000'000'000)});
    });
    scene.start({groupRoom(0)});
    QSignalSpy returned(scene.session.get(), &Session::messageReturned);
    QVERIFY(scene.session->sendText(group, u"hey"_s).ok());
    QTRY_COMPARE(scene.session->unsentCount(), 0);
    QCOMPARE(asked, 2);
    QCOMPARE(returned.size(), 0);
}

void TestGroups::mentionsGoWithTheMessage()
{
    Scene scene;
    scene.peer.on<cmd::Send>([&](qint64 id, const cmd::Send &) { scene.peer.ok(id, cmd::Sent{1, fromMs(1'790'000'000'000)}); });
    scene.start({groupRoom(0)});
    scene.session->disconnect();
    QVERIFY(scene.session->sendText(group, u"@Chan"_s, 0, {3}).ok());
    scene.restart(); // also from the disk
    scene.session->connectTo(scene.peer.url());
    QTRY_COMPARE(scene.peer.count<cmd::Send>(), 1);
    QCOMPARE(scene.peer.asked<cmd::Send>().first().mentions, std::optional(QList{3}));
    QTRY_COMPARE(scene.session->cachedMessages(group, 0, 1).size(), 1);
    QCOMPARE(scene.session->cachedMessages(group, 0, 1).first().mentions, std::optional(QList{3}));
    MessageListModel *model = scene.session->openRoom(group);
    Message named = message(2, 2, u"@나"_s);
    named.mentions = {1};
    scene.peer.tell(ev::RoomMessage{group, named});
    QTRY_COMPARE(model->rowCount(), 2);
    QVERIFY(!model->index(0).data(MessageListModel::MentionsMeRole).toBool());
    QVERIFY(model->index(1).data(MessageListModel::MentionsMeRole).toBool());
}

void TestGroups::mentionOfSomebodyWhoLeftIsRefusedAtOnce()
{
    Scene scene;
    Room told = groupRoom(0);
    told.members[2].left = true;
    scene.start({told, test::room(pair, 0)});
    QCOMPARE(scene.session->sendText(group, u"@"_s, 0, {3}).error().field, u"args.mentions"_s);
    QCOMPARE(scene.session->sendText(group, u"@"_s, 0, {7}).error().field, u"args.mentions"_s);
    QCOMPARE(scene.session->sendText(pair, u"@"_s, 0, {2}).error().field, u"args.mentions"_s);
    QCOMPARE(scene.session->unsentCount(), 0);
}

void TestGroups::blockedMemberIsHiddenUntilUnblocked()
{
    SeededRng ids(9);
    const BlockId block = BlockId::random(ids);
    Scene scene;
    scene.peer.always<cmd::Block>({block});
    scene.peer.always<cmd::Unblock>({});
    const ev::HiddenState hidden{{{group, 3}}};
    scene.messages[group] = {message(1, 2), message(2, 3), notice(3, 3, u"renamed x"_s)};
    scene.start({groupRoom(3)});
    MessageListModel *model = scene.session->openRoom(group);
    QCOMPARE(model->rowCount(), 3);
    scene.session->block(Whom::of(group, 3));
    scene.peer.tell(hidden);
    QTRY_COMPARE(model->rowCount(), 2); // what was done to the group stays
    QSignalSpy arrived(scene.session.get(), &Session::messageArrived);
    scene.peer.tell(ev::RoomMessage{group, message(4, 3, u"hidden"_s)});
    scene.peer.tell(ev::RoomMessage{group, message(5, 2, u"seen"_s)});
    QTRY_COMPARE(arrived.size(), 1);
    QCOMPARE(model->rowCount(), 3);
    // Also after a restart.
    scene.rooms.first().head = 5;
    scene.hidden = hidden.hidden;
    scene.restart();
    scene.session->connectTo(scene.peer.url());
    QTRY_VERIFY(scene.session->state().room(group));
    model = scene.session->openRoom(group);
    QCOMPARE(model->rowCount(), 3);
    QTRY_COMPARE(scene.session->connectionState(), ConnectionState::Ready);
    scene.session->unblock(block);
    scene.peer.tell(ev::HiddenState{});
    QTRY_COMPARE(model->rowCount(), 5);
}

void TestGroups::noticesSayWhatWasDone_data()
{
    QTest::addColumn<int>("author");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("created") << 2 << u"created"_s << u"Bora created the group."_s;
    QTest::newRow("created by me") << 1 << u"created"_s << u"You created the group."_s;
    QTest::newRow("joined") << 3 << u"joined"_s << u"Chan joined the group."_s;
    QTest::newRow("left") << 3 << u"left"_s << u"Chan left the group."_s;
    QTest::newRow("left by me") << 1 << u"left"_s << u"You left the group."_s;
    QTest::newRow("removed") << 2 << u"removed 3"_s << u"Bora removed Chan from the group."_s;
    QTest::newRow("removed by me") << 1 << u"removed 3"_s << u"You removed Chan from the group."_s;
    QTest::newRow("banned") << 2 << u"banned 3"_s << u"Bora banned Chan from the group."_s;
    QTest::newRow("unbanned") << 2 << u"unbanned 3"_s << u"Bora lifted the ban on Chan."_s;
    QTest::newRow("unmuted") << 2 << u"unmuted 1"_s << u"Bora lets you write again."_s;
    QTest::newRow("renamed") << 2 << u"renamed 밤 산책 %1"_s << u"Bora renamed the group to “밤 산책 %1”."_s;
    QTest::newRow("slow off") << 1 << u"slow 0"_s << u"You turned slow mode off."_s;
    QTest::newRow("role") << 2 << u"role 1 moderator"_s << u"Bora made you a moderator."_s;
    QTest::newRow("read only") << 2 << u"role 3 read_only"_s << u"Bora lets Chan only read from now on."_s;
    QTest::newRow("member") << 1 << u"role 3 member"_s << u"You made Chan an ordinary member."_s;
    QTest::newRow("owner") << 2 << u"owner 3"_s << u"Chan is the owner of the group now."_s;
    QTest::newRow("owner is me") << 2 << u"owner 1"_s << u"You are the owner of the group now."_s;
    QTest::newRow("expiry") << 2 << u"expiry 7d"_s << u"Bora made new messages disappear after 7 days."_s;
    QTest::newRow("expiry off") << 1 << u"expiry off"_s << u"You turned disappearing messages off."_s;
    QTest::newRow("of nobody known") << 2 << u"removed 77"_s << u"Bora removed Somebody from the group."_s;
    QTest::newRow("newer") << 2 << u"painted 3"_s << u"Something happened here that this version of Jjak cannot show. Please update it."_s;
}

void TestGroups::noticesSayWhatWasDone()
{
    QFETCH(const int, author);
    QFETCH(const QString, text);
    QTEST(noticeText(groupRoom(1), notice(1, author, text)), "sentence");
}

void TestGroups::deliveredToAllIsDelivered()
{
    Scene scene;
    scene.messages[group] = {message(1, 1)};
    scene.start({groupRoom(1)});
    MessageListModel *model = scene.session->openRoom(group);
    const auto delivery = [&] { return model->index(0).data(MessageListModel::DeliveryRole).value<MessageListModel::Delivery>(); };
    QCOMPARE(delivery(), MessageListModel::Delivery::Stored);
    scene.peer.tell(ev::RoomGot{group, 2, 1});
    QTRY_COMPARE(scene.session->state().room(group)->room.members[1].got, 1);
    QCOMPARE(delivery(), MessageListModel::Delivery::Stored);
    scene.peer.tell(ev::RoomGot{group, 3, 1});
    QTRY_COMPARE(delivery(), MessageListModel::Delivery::Delivered);
    scene.peer.tell(ev::RoomRead{group, 2, 1});
    QTRY_COMPARE(delivery(), MessageListModel::Delivery::Read);
}

QTEST_GUILESS_MAIN(TestGroups)
#include "tst_groups.moc"
