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

//! How people come into a group: invited through direct rooms, because accounts are known to nobody.
class TestInvitations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNewGroupInvitesAndWaits();
    void whoAcceptsSeesEverythingFromTheStart();
    void aRefusalIsToldToNobody();
    void anAnswerCanBeRepeatedButNotTurned();
    void anInvitationIsForItsAccountAlone();
    void anInvitationGrowsTooOld();
    void whoIsInvitedKnowsHowManyAreThere();
    void whoIsInvitedKnowsTheNewName();
    void itGoesWithWhoInvited();
    void itGoesWhenTheTwoPart();
    void itGoesWhenOneBlocksTheOther();
    void onlyWhoOneTalksWithCanBeInvited();
    void aBadCreationCreatesNothing();
    void oneGroupHasAtMostSoManyMembers();
    void onePersonHasAtMostSoManyOpenOnes();
};

void TestInvitations::aNewGroupInvitesAndWaits()
{
    Party party;
    const RoomId direct = party.direct(party.outsider, party.plain);
    const RoomId room = party.create(party.plain, u" new  ones "_s, {direct, direct});
    const Invitation invitation = party.invitationOf(party.outsider);
    QCOMPARE(invitation.name, u"new ones"_s);
    QCOMPARE(invitation.from, direct);
    QCOMPARE(invitation.members, 1);
    QCOMPARE(party.outsider.latest<ev::InvitationsState>()->invitations, QList<Invitation>{invitation});
    QVERIFY(!party.outsider.latest<ev::RoomState>());
    const Room &state = party.plain.latest<ev::RoomState>()->room;
    QCOMPARE(state.room, room);
    QCOMPARE(state.members.size(), 1);
    QCOMPARE(state.members.first().role, MemberRole::Owner);
    QCOMPARE(party.refusal(party.plain, cmd::Send{room, ClientId::random(party.rng), u"alone, but it can be written"_s}), Refusal());
    QCOMPARE(party.refusal(party.outsider, cmd::Send{room, ClientId::random(party.rng), u"?"_s}), because(ErrorCode::RoomNotFound));
}

void TestInvitations::whoAcceptsSeesEverythingFromTheStart()
{
    Party party;
    party.say(party.owner, u"long before"_s);
    party.join(party.group, party.plain, party.outsider); // a plain member may invite
    QVERIFY(party.invitationsOf(party.outsider).isEmpty());
    QVERIFY(party.outsider.latest<ev::InvitationsState>()->invitations.isEmpty());
    const auto page = party.counter.read(party.outsider, cmd::History{party.group, {}, 0, 50});
    QCOMPARE(page->messages.first().text, u"created"_s);
    QVERIFY(std::ranges::find(page->messages, u"long before"_s, &Message::text) != page->messages.end());
    const auto rooms = party.counter.read(party.outsider, cmd::Sync{})->rooms;
    const auto room = std::ranges::find(rooms, party.group, &Room::room);
    QVERIFY(room != rooms.end());
    QCOMPARE(room->me, 5);
    QCOMPARE(room->members[4].name, u"outsider"_s);
    QCOMPARE(room->members[4].read, room->head);
    QCOMPARE(party.owner.latest<ev::RoomState>()->room.members.size(), 5);
}

void TestInvitations::aRefusalIsToldToNobody()
{
    Party party;
    const cmd::Invite invite{party.group, party.direct(party.owner, party.outsider)};
    QCOMPARE(party.refusal(party.owner, invite), Refusal());
    const int heard = party.heard(party.owner);
    const auto refused = party.counter.ask(party.outsider, cmd::AnswerInvitation{party.invitationOf(party.outsider).invitation, false});
    QVERIFY(refused && !refused->room);
    QVERIFY(party.invitationsOf(party.outsider).isEmpty());
    QCOMPARE(party.heard(party.owner), heard);
    QCOMPARE(party.refusal(party.owner, invite), Refusal()); // looks as if it still waited
    QVERIFY(party.invitationsOf(party.outsider).isEmpty());
    party.counter.skip(limits::invitationTime);
    QCOMPARE(party.refusal(party.owner, invite), Refusal());
    QCOMPARE(party.invitationsOf(party.outsider).size(), 1);
}

void TestInvitations::anAnswerCanBeRepeatedButNotTurned()
{
    Party party;
    QCOMPARE(party.refusal(party.owner, cmd::Invite{party.group, party.direct(party.owner, party.outsider)}), Refusal());
    const cmd::AnswerInvitation yes{party.invitationOf(party.outsider).invitation, true}, no{yes.invitation, false};
    for (int i = 0; i < 2; ++i)
        QCOMPARE(party.counter.ask(party.outsider, yes)->room, std::optional(party.group));
    QCOMPARE(party.notices().count(u"5: joined"_s), 1);
    QCOMPARE(party.refusal(party.outsider, no), because(ErrorCode::InvitationGone));
    QCOMPARE(party.refusal(party.outsider, cmd::Leave{party.group}), Refusal());
    QCOMPARE(party.refusal(party.outsider, yes), because(ErrorCode::InvitationGone)); // it is no way back in
    QVERIFY(party.member(5).left);
}

void TestInvitations::anInvitationIsForItsAccountAlone()
{
    Party party;
    QCOMPARE(party.refusal(party.owner, cmd::Invite{party.group, party.direct(party.owner, party.outsider)}), Refusal());
    const cmd::AnswerInvitation yes{party.invitationOf(party.outsider).invitation, true};
    Guest &thief = party.counter.guest(u"thief"_s);
    QCOMPARE(party.refusal(thief, yes), because(ErrorCode::InvitationGone));
    QCOMPARE(party.refusal(thief, cmd::AnswerInvitation{InvitationId::random(party.rng), true}), because(ErrorCode::InvitationGone));
    QCOMPARE(party.refusal(party.outsider, yes), Refusal());
}

void TestInvitations::anInvitationGrowsTooOld()
{
    Party party;
    QCOMPARE(party.refusal(party.owner, cmd::Invite{party.group, party.direct(party.owner, party.outsider)}), Refusal());
    const cmd::AnswerInvitation yes{party.invitationOf(party.outsider).invitation, true};
    party.counter.skip(limits::invitationTime);
    QVERIFY(party.invitationsOf(party.outsider).isEmpty());
    QCOMPARE(party.refusal(party.outsider, yes), because(ErrorCode::InvitationGone));
    party.counter.skip(2h); // swept
    QVERIFY(!party.counter.stores().invitations.find(yes.invitation));
    QVERIFY(party.outsider.latest<ev::InvitationsState>()->invitations.isEmpty());
}

void TestInvitations::whoIsInvitedKnowsHowManyAreThere()
{
    Party party;
    Guest &other = party.counter.guest(u"other"_s);
    QCOMPARE(party.refusal(party.owner, cmd::Invite{party.group, party.direct(party.owner, party.outsider)}), Refusal());
    const auto told = [&] { return party.outsider.latest<ev::InvitationsState>()->invitations.first().members; };
    const int before = told();
    party.join(party.group, party.owner, other);
    QCOMPARE(told(), before + 1);
    QCOMPARE(party.refusal(other, cmd::Leave{party.group}), Refusal());
    QCOMPARE(told(), before);
    QCOMPARE(party.refusal(party.owner, cmd::Remove{party.group, 3, false}), Refusal());
    QCOMPARE(told(), before - 1);
    QCOMPARE(party.invitationOf(party.outsider).members, before - 1);
    const int heard = party.heard(party.outsider);
    QCOMPARE(party.refusal(party.owner, cmd::Remove{party.group, 3, true}), Refusal()); // is gone already
    QCOMPARE(party.heard(party.outsider), heard);
}

void TestInvitations::whoIsInvitedKnowsTheNewName()
{
    Party party;
    QCOMPARE(party.refusal(party.owner, cmd::Invite{party.group, party.direct(party.owner, party.outsider)}), Refusal());
    QCOMPARE(party.refusal(party.owner, cmd::Rename{party.group, u"another name"_s}), Refusal());
    QCOMPARE(party.outsider.latest<ev::InvitationsState>()->invitations.first().name, u"another name"_s);
}

void TestInvitations::itGoesWithWhoInvited()
{
    for (const bool left : {true, false}) {
        Party party;
        QCOMPARE(party.refusal(party.plain, cmd::Invite{party.group, party.direct(party.plain, party.outsider)}), Refusal());
        const cmd::AnswerInvitation yes{party.invitationOf(party.outsider).invitation, true};
        QCOMPARE(left ? party.refusal(party.plain, cmd::Leave{party.group}) : party.refusal(party.moderator, cmd::Remove{party.group, 3, false}), Refusal());
        QVERIFY(party.outsider.latest<ev::InvitationsState>()->invitations.isEmpty());
        QCOMPARE(party.refusal(party.outsider, yes), because(ErrorCode::InvitationGone));
    }
}

void TestInvitations::itGoesWhenTheTwoPart()
{
    for (const bool invited : {true, false}) {
        Party party;
        const RoomId direct = party.direct(party.plain, party.outsider);
        QCOMPARE(party.refusal(party.plain, cmd::Invite{party.group, direct}), Refusal());
        const cmd::AnswerInvitation yes{party.invitationOf(party.outsider).invitation, true};
        QCOMPARE(party.refusal(invited ? party.outsider : party.plain, cmd::Leave{direct}), Refusal());
        QVERIFY(party.outsider.latest<ev::InvitationsState>()->invitations.isEmpty());
        QCOMPARE(party.refusal(party.outsider, yes), because(ErrorCode::InvitationGone));
        QCOMPARE(party.refusal(party.plain, cmd::Invite{party.group, direct}), because(invited ? ErrorCode::RoomEnded : ErrorCode::RoomLeft));
    }
}

void TestInvitations::itGoesWhenOneBlocksTheOther()
{
    Party party;
    party.join(party.group, party.owner, party.outsider);
    const RoomId direct = party.direct(party.plain, party.outsider), other = party.create(party.plain, u"other"_s, {direct});
    QCOMPARE(party.invitationOf(party.outsider).name, u"other"_s);
    QCOMPARE(party.refusal(party.outsider, cmd::Block{party.group, {}, 3}), Refusal()); // met in the group, not in their own room
    QVERIFY(party.invitationsOf(party.outsider).isEmpty());
    QCOMPARE(party.refusal(party.plain, cmd::Invite{other, direct}), because(ErrorCode::RoomEnded));
    QCOMPARE(party.refusal(party.outsider, cmd::CreateGroup{ClientId::random(party.rng), u"mine"_s, {direct}})->code, ErrorCode::RoomEnded);
}

void TestInvitations::onlyWhoOneTalksWithCanBeInvited()
{
    Party party;
    Guest &stranger = party.counter.guest(u"stranger"_s);
    const RoomId silent = party.direct(party.owner, stranger, false);
    QCOMPARE(party.refusal(party.owner, cmd::Invite{party.group, silent}), because(ErrorCode::StrangerLimit));
    QCOMPARE(party.refusal(party.owner, cmd::Invite{party.group, RoomId::random(party.rng)}), because(ErrorCode::RoomNotFound));
    QCOMPARE(party.refusal(party.owner, cmd::Invite{party.group, party.direct(party.plain, party.outsider)}), because(ErrorCode::RoomNotFound));
    QCOMPARE(party.refusal(party.owner, cmd::Invite{party.group, party.group}), because(ErrorCode::RoomKind));
    QCOMPARE(party.refusal(party.owner, cmd::Invite{party.group, party.direct(party.owner, party.plain)}), Refusal()); // a member already
    QVERIFY(party.invitationsOf(party.plain).isEmpty());
}

void TestInvitations::aBadCreationCreatesNothing()
{
    Party party;
    const auto before = party.counter.read(party.plain, cmd::Sync{})->rooms.size();
    const RoomId good = party.direct(party.plain, party.outsider);
    Error wrong{ErrorCode::RoomNotFound};
    wrong.field = u"args.with[1]"_s;
    QCOMPARE(party.refusal(party.plain, cmd::CreateGroup{ClientId::random(party.rng), u"new"_s, {good, RoomId::random(party.rng)}}), Refusal(wrong));
    QCOMPARE(party.refusal(party.plain, cmd::CreateGroup{ClientId::random(party.rng), u" "_s, {good}}), Refusal(Error::badField(u"args.name"_s, u"characters"_s)));
    QVERIFY(party.invitationsOf(party.outsider).isEmpty());
    QCOMPARE(party.counter.read(party.plain, cmd::Sync{})->rooms.size(), before + 1); // the direct room
}

void TestInvitations::oneGroupHasAtMostSoManyMembers()
{
    Party party;
    QCOMPARE(party.refusal(party.owner, cmd::Invite{party.group, party.direct(party.owner, party.outsider)}), Refusal());
    const cmd::AnswerInvitation yes{party.invitationOf(party.outsider).invitation, true};
    for (int number = 5; number <= limits::groupMembers; ++number) {
        Guest &guest = party.counter.guest(u"guest %1"_s.arg(number));
        QCOMPARE(party.counter.stores().groups.join({party.group, 0, guest.identity.account, u"guest"_s, false, 0, 0, {}}, limits::groupMembers), std::optional(number));
    }
    QCOMPARE(party.refusal(party.outsider, yes), because(ErrorCode::RoomFull));
    QCOMPARE(party.refusal(party.owner, cmd::Invite{party.group, party.direct(party.owner, party.counter.guest(u"late"_s))}), because(ErrorCode::RoomFull));
    QCOMPARE(party.refusal(party.owner, cmd::Remove{party.group, 50, false}), Refusal());
    QCOMPARE(party.refusal(party.outsider, yes), Refusal()); // it still waited
}

void TestInvitations::onePersonHasAtMostSoManyOpenOnes()
{
    Party party;
    const RoomId direct = party.direct(party.plain, party.outsider);
    for (int i = 0; i < limits::openInvitations; ++i)
        (void)party.create(party.plain, u"group %1"_s.arg(i), {direct});
    QCOMPARE(party.invitationsOf(party.outsider).size(), limits::openInvitations);
    QCOMPARE(party.refusal(party.owner, cmd::Invite{party.group, party.direct(party.owner, party.outsider)}), because(ErrorCode::InvitationLimit));
    Error full{ErrorCode::InvitationLimit};
    full.field = u"args.with[0]"_s;
    QCOMPARE(party.refusal(party.plain, cmd::CreateGroup{ClientId::random(party.rng), u"one more"_s, {direct}}), Refusal(full));
    QVERIFY(party.counter.ask(party.outsider, cmd::AnswerInvitation{party.invitationsOf(party.outsider).first().invitation, false}));
    QCOMPARE(party.refusal(party.owner, cmd::Invite{party.group, party.direct(party.owner, party.outsider)}), Refusal());
}

QTEST_GUILESS_MAIN(TestInvitations)
#include "tst_invitations.moc"
