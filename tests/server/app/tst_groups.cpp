// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/server/app/party.h"

using namespace jjak;
using namespace jjak::app;
using namespace jjak::app::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

namespace {

using Refusal = std::optional<Error>;

Refusal because(ErrorCode code)
{
    return Error{code};
}

} // namespace

//! What members of a group may do to it and to each other; who may is tested by cells in tests/e2e/tst_roles.cpp.
class TestGroups : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyChangeIsToldByANoticeAndTheState();
    void aRepetitionChangesNothingAndTellsNothing();
    void whoIsRemovedSeesNothingMore();
    void whoComesBackIsTheSameMember();
    void whoIsBannedStaysOutUntilTheyAreNot();
    void whoHasLeftCanStillBeBanned();
    void aMutedMemberReadsUntilItIsOver();
    void aMuteIsNotEscapedByLeaving();
    void slowModeLetsMembersWaitAndOthersNot();
    void handingOverMakesAModerator();
    void theGroupOutlivesItsOwner();
    void theLastOneOutLeavesAnEndedRoom();
    void mentionsNameMembersWhoAreThere();
    void moderatorsDeleteWhatOthersSaid();
    void readingAndTypingAreTold();
    void whoIsBlockedStaysInTheGroup();
    void whatIsReportedIsWhatThatMemberSaid();
    void thereIsNoGroupInOtherRooms();
};

void TestGroups::everyChangeIsToldByANoticeAndTheState()
{
    Party party;
    const cmd::Mute mute{party.group, 3, 10};
    const Time until = party.counter.now() + 10min;
    for (const auto &done : {party.refusal(party.moderator, cmd::Rename{party.group, u"  long   walks "_s}), party.refusal(party.moderator, cmd::SlowDown{party.group, 30}), party.refusal(party.moderator, mute),
                             party.refusal(party.moderator, cmd::Mute{party.group, 3, 0}), party.refusal(party.moderator, cmd::Appoint{party.group, 3, MemberRole::ReadOnly}),
                             party.refusal(party.owner, cmd::Remove{party.group, 4, false}), party.refusal(party.owner, cmd::Remove{party.group, 3, true}), party.refusal(party.owner, cmd::Unban{party.group, 3}),
                             party.refusal(party.owner, cmd::Appoint{party.group, 2, MemberRole::Owner}), party.refusal(party.owner, cmd::Leave{party.group})})
        QCOMPARE(done, Refusal());
    QCOMPARE(party.notices(), (QStringList{u"1: created"_s, u"2: joined"_s, u"3: joined"_s, u"4: joined"_s, u"1: role 2 moderator"_s, u"1: role 4 read_only"_s, u"2: renamed long walks"_s, u"2: slow 30"_s,
                                           u"2: muted 3 "_s + QString::fromLatin1(toIso(until)), u"2: unmuted 3"_s, u"2: role 3 read_only"_s, u"1: removed 4"_s, u"1: banned 3"_s, u"1: unbanned 3"_s,
                                           u"1: owner 2"_s, u"1: left"_s}));
    const Room &room = party.moderator.latest<ev::RoomState>()->room;
    QCOMPARE(room.name, std::optional(u"long walks"_s));
    QCOMPARE(room.kind, RoomKind::Group);
    QCOMPARE(room.slow, 30);
    QCOMPARE(room.version, party.room().version);
    QCOMPARE(room.members.size(), 4);
    QCOMPARE(room.members[1].role, MemberRole::Owner);
    QCOMPARE(room.me, 2);
    for (const int gone : {0, 2, 3})
        QVERIFY(room.members[gone].left);
    QCOMPARE(party.moderator.latest<ev::RoomMessage>()->message.text, u"left"_s);
}

void TestGroups::aRepetitionChangesNothingAndTellsNothing()
{
    Party party;
    const auto twice = [&](Guest &who, const auto &command) {
        QCOMPARE(party.refusal(who, command), Refusal());
        const qint64 version = party.room().version, head = party.room().head;
        const int heard = party.heard(party.owner) + party.heard(party.plain) + party.heard(party.outsider);
        QCOMPARE(party.refusal(who, command), Refusal());
        QCOMPARE(party.room().version, version);
        QCOMPARE(party.room().head, head);
        QCOMPARE(party.heard(party.owner) + party.heard(party.plain) + party.heard(party.outsider), heard);
    };
    twice(party.moderator, cmd::Rename{party.group, u"other"_s});
    twice(party.moderator, cmd::SlowDown{party.group, 5});
    twice(party.moderator, cmd::Mute{party.group, 3, 60});
    twice(party.moderator, cmd::Mute{party.group, 3, 0});
    twice(party.moderator, cmd::Appoint{party.group, 3, MemberRole::ReadOnly});
    twice(party.moderator, cmd::Invite{party.group, party.direct(party.moderator, party.outsider)});
    twice(party.moderator, cmd::Remove{party.group, 4, false});
    twice(party.moderator, cmd::Remove{party.group, 4, true});
    twice(party.moderator, cmd::Unban{party.group, 4});
    twice(party.owner, cmd::Appoint{party.group, 2, MemberRole::Owner});
    twice(party.owner, cmd::Leave{party.group});
    const cmd::CreateGroup create{ClientId::random(party.rng), u"again"_s, {party.direct(party.plain, party.outsider)}};
    const auto first = party.counter.ask(party.plain, create), second = party.counter.ask(party.plain, create);
    QCOMPARE(first->room, second->room);
    QCOMPARE(party.notices(first->room), QStringList{u"1: created"_s});
}

void TestGroups::whoIsRemovedSeesNothingMore()
{
    Party party;
    party.say(party.owner, u"before"_s);
    QCOMPARE(party.refusal(party.moderator, cmd::Remove{party.group, 3, false}), Refusal());
    QVERIFY(party.plain.latest<ev::RoomState>()->room.members[2].left);
    QCOMPARE(party.plain.latest<ev::RoomMessage>()->message.text, u"removed 3"_s);
    party.counter.skip(1ms);
    const int heard = party.heard(party.plain);
    party.say(party.owner, u"after"_s);
    QCOMPARE(party.refusal(party.moderator, cmd::Rename{party.group, u"other"_s}), Refusal());
    QCOMPARE(party.heard(party.plain), heard);
    QCOMPARE(party.counter.read(party.plain, cmd::History{party.group, {}, {}, 10}).error().code, ErrorCode::RoomLeft);
    QCOMPARE(party.counter.read(party.plain, cmd::Changes{party.group, 0}).error().code, ErrorCode::RoomLeft);
    QCOMPARE(party.refusal(party.plain, cmd::Read{party.group, 1}), because(ErrorCode::RoomLeft));
    QCOMPARE(party.refusal(party.plain, cmd::Send{party.group, ClientId::random(party.rng), u"?"_s}), because(ErrorCode::RoomLeft));
    QCOMPARE(party.refusal(party.plain, cmd::Rename{party.group, u"mine"_s}), because(ErrorCode::RoomLeft));
    const auto rooms = party.counter.read(party.plain, cmd::Sync{})->rooms;
    for (const Room &room : rooms)
        QVERIFY(room.room != party.group);
}

void TestGroups::whoComesBackIsTheSameMember()
{
    Party party;
    party.say(party.owner, u"before"_s);
    QCOMPARE(party.refusal(party.owner, cmd::Remove{party.group, 2, false}), Refusal());
    party.say(party.owner, u"meanwhile"_s);
    party.join(party.group, party.plain, party.moderator);
    QCOMPARE(party.member(2).left, std::nullopt);
    QCOMPARE(party.member(2).role, MemberRole::Member); // and no moderator any more
    QCOMPARE(party.counter.stores().rooms.members(party.group).size(), 4);
    const auto page = party.counter.read(party.moderator, cmd::History{party.group, {}, {}, 50});
    QVERIFY(std::ranges::find(page->messages, u"meanwhile"_s, &Message::text) != page->messages.end());
    const Room &room = party.moderator.latest<ev::RoomState>()->room;
    QCOMPARE(room.me, 2);
    QCOMPARE(party.moderator.latest<ev::RoomMessage>()->message.text, u"joined"_s);
    QCOMPARE(party.member(2).read, party.room().head); // nothing is unread to a newcomer
}

void TestGroups::whoIsBannedStaysOutUntilTheyAreNot()
{
    Party party;
    const cmd::Invite back{party.group, party.direct(party.owner, party.plain)};
    QCOMPARE(party.refusal(party.moderator, cmd::Remove{party.group, 3, true}), Refusal());
    QVERIFY(party.owner.latest<ev::RoomState>()->room.members[2].banned);
    QCOMPARE(party.refusal(party.owner, back), because(ErrorCode::RoomBanned));
    QCOMPARE(party.refusal(party.moderator, cmd::Unban{party.group, 3}), Refusal());
    QCOMPARE(party.refusal(party.owner, back), Refusal());
    QCOMPARE(party.invitationOf(party.plain).name, u"walks"_s);
    QCOMPARE(party.refusal(party.moderator, cmd::Remove{party.group, 3, true}), Refusal()); // again, while it waits
    QVERIFY(party.invitationsOf(party.plain).isEmpty());
    QVERIFY(party.plain.latest<ev::InvitationsState>()->invitations.isEmpty());
}

void TestGroups::whoHasLeftCanStillBeBanned()
{
    Party party;
    QCOMPARE(party.refusal(party.plain, cmd::Leave{party.group}), Refusal());
    QCOMPARE(party.refusal(party.moderator, cmd::Mute{party.group, 3, 5}), because(ErrorCode::MemberNotFound));
    QCOMPARE(party.refusal(party.moderator, cmd::Appoint{party.group, 3, MemberRole::ReadOnly}), because(ErrorCode::MemberNotFound));
    QCOMPARE(party.refusal(party.owner, cmd::Appoint{party.group, 3, MemberRole::Owner}), because(ErrorCode::MemberNotFound));
    QCOMPARE(party.refusal(party.moderator, cmd::Remove{party.group, 3, true}), Refusal());
    QVERIFY(party.member(3).banned);
    QCOMPARE(party.notices().last(), u"2: banned 3"_s);
    QCOMPARE(party.refusal(party.moderator, cmd::Remove{party.group, 9, true}), because(ErrorCode::MemberNotFound));
}

void TestGroups::aMutedMemberReadsUntilItIsOver()
{
    Party party;
    const qint64 seq = party.say(party.plain, u"mine"_s);
    QCOMPARE(party.refusal(party.moderator, cmd::Mute{party.group, 3, 10}), Refusal());
    const Error muted = Error::notBefore(ErrorCode::RoomMuted, party.counter.now() + 10min);
    QCOMPARE(party.refusal(party.plain, cmd::Send{party.group, ClientId::random(party.rng), u"?"_s}), Refusal(muted));
    QCOMPARE(party.refusal(party.plain, cmd::Edit{party.group, seq, u"?"_s}), Refusal(muted));
    QCOMPARE(party.refusal(party.plain, cmd::React{party.group, seq, u"👍"_s, true}), Refusal(muted));
    QCOMPARE(party.counter.read(party.plain, cmd::Typing{party.group}).error(), muted);
    QVERIFY(party.counter.read(party.plain, cmd::History{party.group, {}, {}, 10}));
    QCOMPARE(party.plain.latest<ev::RoomState>()->room.members[2].muted, muted.until);
    QCOMPARE(party.refusal(party.plain, cmd::Erase{party.group, seq}), Refusal()); // one's own words stay one's own
    party.counter.skip(10min);
    party.say(party.plain, u"again"_s);
    QCOMPARE(party.refusal(party.moderator, cmd::Mute{party.group, 3, 10}), Refusal());
    QCOMPARE(party.refusal(party.moderator, cmd::Mute{party.group, 3, 20}), Refusal()); // longer
    QCOMPARE(party.member(3).muted, std::optional(party.counter.now() + 20min));
    QCOMPARE(party.refusal(party.moderator, cmd::Mute{party.group, 3, 5}), Refusal()); // shorter
    QCOMPARE(party.member(3).muted, std::optional(party.counter.now() + 5min));
}

void TestGroups::aMuteIsNotEscapedByLeaving()
{
    Party party;
    QCOMPARE(party.refusal(party.moderator, cmd::Mute{party.group, 3, 60}), Refusal());
    QCOMPARE(party.refusal(party.plain, cmd::Leave{party.group}), Refusal());
    party.join(party.group, party.owner, party.plain);
    QCOMPARE(party.refusal(party.plain, cmd::Send{party.group, ClientId::random(party.rng), u"?"_s})->code, ErrorCode::RoomMuted);
    QCOMPARE(party.refusal(party.owner, cmd::Appoint{party.group, 3, MemberRole::Owner}), Refusal());
    party.say(party.plain, u"an owner is not muted: nobody could undo it"_s);
}

void TestGroups::slowModeLetsMembersWaitAndOthersNot()
{
    Party party;
    QCOMPARE(party.refusal(party.moderator, cmd::SlowDown{party.group, 60}), Refusal());
    const qint64 first = party.say(party.plain, u"one"_s);
    const Error slow = Error::notBefore(ErrorCode::RoomSlow, party.counter.now() + 60s);
    QCOMPARE(party.refusal(party.plain, cmd::Send{party.group, ClientId::random(party.rng), u"two"_s}), Refusal(slow));
    QCOMPARE(party.refusal(party.plain, cmd::Edit{party.group, first, u"one and two"_s}), Refusal());
    QCOMPARE(party.refusal(party.plain, cmd::React{party.group, first, u"👍"_s, true}), Refusal());
    for (Guest *guest : {&party.owner, &party.moderator}) {
        party.say(*guest, u"one"_s);
        party.say(*guest, u"two"_s);
    }
    party.counter.skip(60s);
    party.say(party.plain, u"two"_s);
    party.join(party.group, party.plain, party.outsider);
    party.say(party.outsider, u"a notice is no message of mine"_s);
}

void TestGroups::handingOverMakesAModerator()
{
    Party party;
    const qint64 version = party.room().version;
    QCOMPARE(party.refusal(party.owner, cmd::Appoint{party.group, 4, MemberRole::Owner}), Refusal());
    QCOMPARE(party.member(4).role, MemberRole::Owner);
    QCOMPARE(party.member(1).role, MemberRole::Moderator);
    QVERIFY(party.room().version > version);
    QCOMPARE(party.notices().last(), u"1: owner 4"_s);
    QCOMPARE(party.refusal(party.owner, cmd::Remove{party.group, 4, false}), because(ErrorCode::RoomRole));
    QCOMPARE(party.refusal(party.reader, cmd::Appoint{party.group, 1, MemberRole::ReadOnly}), Refusal());
}

void TestGroups::theGroupOutlivesItsOwner()
{
    Party party;
    QCOMPARE(party.refusal(party.owner, cmd::Leave{party.group}), Refusal());
    QCOMPARE(party.member(2).role, MemberRole::Owner);
    QCOMPARE(party.notices().mid(6), (QStringList{u"1: left"_s, u"1: owner 2"_s}));
    QCOMPARE(party.moderator.latest<ev::RoomState>()->room.members[1].role, MemberRole::Owner);
    QCOMPARE(party.refusal(party.moderator, cmd::Leave{party.group}), Refusal());
    QCOMPARE(party.member(3).role, MemberRole::Owner);
    QCOMPARE(party.refusal(party.plain, cmd::Leave{party.group}), Refusal());
    QCOMPARE(party.member(4).role, MemberRole::Owner);
    party.say(party.reader, u"mine alone"_s);
}

void TestGroups::theLastOneOutLeavesAnEndedRoom()
{
    Party party;
    for (Guest *guest : {&party.moderator, &party.plain, &party.reader, &party.owner})
        QCOMPARE(party.refusal(*guest, cmd::Leave{party.group}), Refusal());
    QCOMPARE(party.room().expires, std::optional(party.counter.now() + party.counter.policy.reportAfterLeaving));
    QCOMPARE(party.refusal(party.plain, cmd::Report{ClientId::random(party.rng), party.group, {}, ReportReason::Spam, {}, false, 1}), Refusal());
    for (Guest *guest : {&party.owner, &party.reader})
        QCOMPARE(party.counter.read(*guest, cmd::History{party.group, {}, {}, 10}).error().code, ErrorCode::RoomLeft);
    party.counter.skip(party.counter.policy.reportAfterLeaving);
    QVERIFY(!party.counter.stores().rooms.find(party.group)); // and everything in it
    QCOMPARE(party.refusal(party.owner, cmd::Leave{party.group}), because(ErrorCode::RoomNotFound));
}

void TestGroups::mentionsNameMembersWhoAreThere()
{
    Party party;
    const auto mention = [&](RoomId room, const QList<int> &numbers) { return party.refusal(party.plain, cmd::Send{room, ClientId::random(party.rng), u"you"_s, {}, numbers}); };
    QCOMPARE(mention(party.group, {1, 4}), Refusal());
    QCOMPARE(party.reader.latest<ev::RoomMessage>()->message.mentions, std::optional(QList<int>{1, 4}));
    QCOMPARE(party.counter.read(party.reader, cmd::History{party.group, {}, {}, 1})->messages.first().mentions, std::optional(QList<int>{1, 4}));
    const Refusal wrong = Error::badField(u"args.mentions"_s, u"range"_s);
    QCOMPARE(mention(party.group, {9}), wrong);
    QCOMPARE(mention(party.group, {0}), wrong);
    QCOMPARE(mention(party.group, {1, 1}), wrong);
    QCOMPARE(mention(party.direct(party.plain, party.outsider), {1}), wrong);
    QCOMPARE(party.refusal(party.reader, cmd::Leave{party.group}), Refusal());
    QCOMPARE(mention(party.group, {4}), wrong);
    const cmd::Send once{party.group, ClientId::random(party.rng), u"you"_s, {}, QList<int>{1}};
    QCOMPARE(party.refusal(party.plain, once), Refusal());
    QCOMPARE(party.refusal(party.plain, cmd::Send{once.room, once.cid, once.text}), because(ErrorCode::MessageConflict));
}

void TestGroups::moderatorsDeleteWhatOthersSaid()
{
    Party party;
    const qint64 owners = party.say(party.owner, u"by the owner"_s), plains = party.say(party.plain, u"by a member"_s);
    QCOMPARE(party.refusal(party.plain, cmd::Erase{party.group, owners}), because(ErrorCode::MessageNotOwn));
    QCOMPARE(party.refusal(party.reader, cmd::Erase{party.group, plains}), because(ErrorCode::MessageNotOwn));
    QCOMPARE(party.refusal(party.moderator, cmd::Edit{party.group, plains, u"other words"_s}), because(ErrorCode::MessageNotOwn));
    for (const qint64 seq : {owners, plains})
        QCOMPARE(party.refusal(party.moderator, cmd::Erase{party.group, seq}), Refusal());
    QVERIFY(party.plain.latest<ev::RoomChanged>()->message.deleted);
    QVERIFY(party.plain.latest<ev::RoomChanged>()->message.text.isEmpty());
    QCOMPARE(party.refusal(party.moderator, cmd::Erase{party.group, 1}), because(ErrorCode::MessageNotOwn)); // a notice
    const qint64 last = party.say(party.plain, u"said before leaving"_s);
    QCOMPARE(party.refusal(party.plain, cmd::Leave{party.group}), Refusal());
    QCOMPARE(party.refusal(party.moderator, cmd::Erase{party.group, last}), Refusal());
}

void TestGroups::readingAndTypingAreTold()
{
    Party party;
    const qint64 seq = party.say(party.owner, u"hello"_s);
    QCOMPARE(party.refusal(party.plain, cmd::Read{party.group, seq}), Refusal());
    for (Guest *guest : {&party.owner, &party.moderator, &party.reader, &party.plain}) {
        QCOMPARE(guest->latest<ev::RoomRead>()->member, 3);
        QCOMPARE(guest->latest<ev::RoomRead>()->seq, seq);
    }
    QVERIFY(party.counter.read(party.plain, cmd::Typing{party.group}));
    QCOMPARE(party.reader.latest<ev::RoomTyping>()->member, 3);
    QVERIFY(!party.plain.latest<ev::RoomTyping>());
    QCOMPARE(party.counter.read(party.reader, cmd::Typing{party.group}).error().code, ErrorCode::RoomReadOnly);
}

void TestGroups::whoIsBlockedStaysInTheGroup()
{
    Party party;
    const RoomId direct = party.direct(party.plain, party.owner);
    QCOMPARE(party.refusal(party.plain, cmd::Block{party.group, {}, 1}), Refusal());
    QVERIFY(party.counter.stores().blocks.between(party.owner.identity.account, party.plain.identity.account));
    // All devices of who blocked hide what is written there, and not what the same person writes elsewhere.
    const QList<HiddenMember> hidden{{party.group, 1}};
    QCOMPARE(party.plain.latest<ev::HiddenState>()->hidden, hidden);
    QCOMPARE(party.counter.read(party.plain, cmd::Sync{})->hidden, hidden);
    QVERIFY(!party.owner.latest<ev::HiddenState>());
    QVERIFY(party.counter.read(party.owner, cmd::Sync{})->hidden.isEmpty());
    for (const int number : {1, 3})
        QVERIFY(!party.member(number).left);
    party.say(party.owner, u"still here"_s);
    QCOMPARE(party.plain.latest<ev::RoomMessage>()->message.text, u"still here"_s);
    const RoomId other = party.create(party.owner, u"other"_s, {});
    QCOMPARE(party.refusal(party.owner, cmd::Invite{other, direct}), because(ErrorCode::RoomEnded));
    QCOMPARE(party.refusal(party.plain, cmd::Block{party.group, {}, 3}), because(ErrorCode::ReportNothing));
    const auto blocks = party.counter.read(party.plain, cmd::ListBlocks{});
    QCOMPARE(party.refusal(party.plain, cmd::Unblock{blocks->blocks.first().block}), Refusal());
    QVERIFY(party.plain.latest<ev::HiddenState>()->hidden.isEmpty());
}

void TestGroups::whatIsReportedIsWhatThatMemberSaid()
{
    Party party;
    party.say(party.moderator, u"something unkind"_s);
    for (int i = 0; i < 60; ++i)
        party.say(party.owner, u"much else %1"_s.arg(i));
    const auto textsOf = [&](Guest &by, int member) {
        const auto reported = party.counter.ask(by, cmd::Report{ClientId::random(party.rng), party.group, {}, ReportReason::Harassment, {}, false, member});
        QStringList texts;
        const auto row = party.counter.stores().reports.find(reported->report);
        for (const Message &message : row->evidence)
            texts.append(message.text);
        return texts;
    };
    QStringList texts = textsOf(party.plain, 2);
    QCOMPARE(texts.size(), limits::reportMessages + 1);
    QCOMPARE(texts.first(), u"something unkind"_s);
    QCOMPARE(texts.last(), u"much else 59"_s);
    QCOMPARE(party.refusal(party.plain, cmd::Leave{party.group}), Refusal());
    party.counter.skip(1s);
    party.say(party.moderator, u"what they could not see"_s);
    texts = textsOf(party.plain, 2);
    QVERIFY(!texts.contains(u"what they could not see"_s) && texts.contains(u"something unkind"_s));
    QCOMPARE(party.refusal(party.outsider, cmd::Report{ClientId::random(party.rng), party.group, {}, ReportReason::Spam, {}, false, 2}), because(ErrorCode::RoomNotFound));
}

void TestGroups::thereIsNoGroupInOtherRooms()
{
    Party party;
    const RoomId direct = party.direct(party.plain, party.outsider);
    QCOMPARE(party.refusal(party.plain, cmd::Rename{direct, u"ours"_s}), because(ErrorCode::RoomKind));
    QCOMPARE(party.refusal(party.plain, cmd::Remove{direct, 2, true}), because(ErrorCode::RoomKind));
    QCOMPARE(party.refusal(party.plain, cmd::Appoint{direct, 2, MemberRole::Owner}), because(ErrorCode::RoomKind));
    QCOMPARE(party.refusal(party.plain, cmd::Invite{direct, direct}), because(ErrorCode::RoomKind));
    QCOMPARE(party.refusal(party.outsider, cmd::Rename{party.group, u"ours"_s}), because(ErrorCode::RoomNotFound));
    QCOMPARE(party.refusal(party.owner, cmd::Rename{party.group, u"   "_s}), Refusal(Error::badField(u"args.name"_s, u"characters"_s)));
}

QTEST_GUILESS_MAIN(TestGroups)
#include "tst_groups.moc"
