// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/server/storage/scratch.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::storage;
using protocol::MemberRole;
using Failure = app::Transaction::Failure;

namespace {

struct Group {
    explicit Group(Scratch &scratch) : s(scratch), owner(s.account()), cid(ClientId::random(s.rng()))
    {
        app::RoomRow row;
        row.id = room = RoomId::random(s.rng());
        row.kind = protocol::RoomKind::Group;
        row.opened = row.active = noon;
        row.name = u"산책"_s;
        row.creator = owner.id;
        row.cid = cid;
        app::MemberRow member{room, 1, owner.id, owner.name, false, 0, 0, {}};
        member.role = MemberRole::Owner;
        s->rooms.insert(row, {member});
    }
    std::optional<int> join(AccountId account, int most = 100) { return s->groups.join({room, 0, account, u"somebody"_s, false, 0, 0, {}}, most); }
    app::MemberRow member(int number) { return s->rooms.members(room)[number - 1]; }
    app::InvitationRow invite(AccountId account, int by = 1, Time at = noon, std::optional<RoomId> through = {})
    {
        const app::InvitationRow row{InvitationId::random(s.rng()), room, account, through.value_or(RoomId::random(s.rng())), by, at};
        s->invitations.save(row);
        return row;
    }

    Scratch &s; // before the others, which are made with it
    app::AccountRow owner;
    ClientId cid;
    RoomId room;
};

} // namespace

class TstGroupStores : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void groupIsFoundByWhatCreatedIt();
    void oneCommandCreatesOneGroup();
    void membersGetTheNextNumber();
    void aGroupThatIsFullTakesNobody();
    void whoComesBackGetsTheirNumberAgain();
    void bannedOnesDoNotComeBack();
    void nobodyJoinsTwice();
    void memberComesBackAsStored();
    void thereIsOneOwner();
    void everyChangeAdvancesTheVersion();
    void endedGroupsGoInSteps();
    void invitationComesBackAsStored();
    void anotherInvitationTakesThePlaceOfTheFirst();
    void openOnesAreShownLatestFirst();
    void answeredAndOldOnesAreNotOpen();
    void openOnesAreWithdrawn();
    void sweepingTellsWhoseWereOpen();
    void invitationsGoWithTheirRoom();
    void blocksCountInBothDirections();
};

void TstGroupStores::groupIsFoundByWhatCreatedIt()
{
    Scratch s{Scratch::Where::Memory};
    Group g(s);
    QCOMPARE(s->groups.createdBy(g.owner.id, g.cid), std::optional(g.room));
    QVERIFY(!s->groups.createdBy(g.owner.id, ClientId::random(s.rng())));
    QVERIFY(!s->groups.createdBy(s.account().id, g.cid));
    const auto row = s->rooms.find(g.room);
    QCOMPARE(row->name, std::optional(u"산책"_s));
    QCOMPARE(g.member(1).role, MemberRole::Owner);
}

void TstGroupStores::oneCommandCreatesOneGroup()
{
    Scratch s{Scratch::Where::Memory};
    Group g(s);
    QVERIFY(!s.commit([&] {
        auto again = *s->rooms.find(g.room);
        again.id = RoomId::random(s.rng());
        s->rooms.insert(again, {});
        QCOMPARE(s->transaction.failure(), Failure::Command);
    }));
}

void TstGroupStores::membersGetTheNextNumber()
{
    Scratch s{Scratch::Where::Memory};
    Group g(s);
    for (int number = 2; number <= 4; ++number)
        QCOMPARE(g.join(s.account().id), std::optional(number));
    QCOMPARE(g.member(4).role, MemberRole::Member);
    QCOMPARE(g.member(4).name, u"somebody"_s);
}

void TstGroupStores::aGroupThatIsFullTakesNobody()
{
    Scratch s{Scratch::Where::Memory};
    Group g(s);
    const auto second = s.account(), third = s.account();
    QCOMPARE(g.join(second.id, 2), std::optional(2));
    QVERIFY(!g.join(third.id, 2));
    s->rooms.leave(g.room, 2, noon);
    QCOMPARE(g.join(third.id, 2), std::optional(3)); // numbers are not given twice
    QVERIFY(!g.join(second.id, 2));
    QCOMPARE(g.join(second.id, 3), std::optional(2));
}

void TstGroupStores::whoComesBackGetsTheirNumberAgain()
{
    Scratch s{Scratch::Where::Memory};
    Group g(s);
    const auto a = s.account();
    QVERIFY(g.join(a.id));
    auto row = g.member(2);
    row.muted = noon + 1h;
    row.left = noon;
    s->groups.setMember(row);
    QCOMPARE(g.join(a.id), std::optional(2));
    QVERIFY(!g.member(2).left);
    QCOMPARE(g.member(2).muted, std::optional(noon + 1h));
}

void TstGroupStores::bannedOnesDoNotComeBack()
{
    Scratch s{Scratch::Where::Memory};
    Group g(s);
    const auto a = s.account();
    QVERIFY(g.join(a.id));
    auto row = g.member(2);
    row.banned = true;
    row.left = noon;
    s->groups.setMember(row);
    QVERIFY(!g.join(a.id));
    row.banned = false;
    s->groups.setMember(row);
    QVERIFY(g.join(a.id));
}

void TstGroupStores::nobodyJoinsTwice()
{
    Scratch s{Scratch::Where::Memory};
    Group g(s);
    QVERIFY(!g.join(g.owner.id));
    QCOMPARE(s->rooms.members(g.room).size(), 1);
    QCOMPARE(s->transaction.failure(), Failure::None);
}

void TstGroupStores::memberComesBackAsStored()
{
    Scratch s{Scratch::Where::Memory};
    Group g(s);
    QVERIFY(g.join(s.account().id));
    auto row = g.member(2);
    row.role = MemberRole::ReadOnly;
    row.muted = noon + 5min;
    row.banned = true;
    row.left = noon + 1s;
    s->groups.setMember(row);
    const auto back = g.member(2);
    QCOMPARE(back.role, row.role);
    QCOMPARE(back.muted, row.muted);
    QCOMPARE(back.banned, true);
    QCOMPARE(back.left, row.left);
    QCOMPARE(g.member(1).role, MemberRole::Owner); // nobody else
}

void TstGroupStores::thereIsOneOwner()
{
    Scratch s{Scratch::Where::Memory};
    Group g(s);
    QVERIFY(g.join(s.account().id));
    auto second = g.member(2);
    second.role = MemberRole::Owner;
    QVERIFY(!s.commit([&] {
        s->groups.setMember(second);
        QCOMPARE(s->transaction.failure(), Failure::Command);
    }));
    s->transaction.rollback();
    QCOMPARE(g.member(2).role, MemberRole::Member);
    auto first = g.member(1);
    first.left = noon; // an owner who has left is none
    s->groups.setMember(first);
    s->groups.setMember(second);
    QCOMPARE(g.member(2).role, MemberRole::Owner);
}

void TstGroupStores::everyChangeAdvancesTheVersion()
{
    Scratch s{Scratch::Where::Memory};
    Group g(s);
    const auto version = [&] { return s->rooms.find(g.room)->version; };
    const qint64 before = version();
    QVERIFY(g.join(s.account().id));
    QCOMPARE(version(), before + 1);
    s->groups.setMember(g.member(2));
    QCOMPARE(version(), before + 2);
    auto row = *s->rooms.find(g.room);
    row.name = u"달리기"_s;
    row.slow = 30;
    s->groups.setRoom(row);
    QCOMPARE(version(), before + 3);
    QCOMPARE(s->rooms.find(g.room)->name, std::optional(u"달리기"_s));
    QCOMPARE(s->rooms.find(g.room)->slow, 30);
}

void TstGroupStores::endedGroupsGoInSteps()
{
    Scratch s{Scratch::Where::Memory};
    Group ended(s), lives(s);
    const RoomId direct = s.directRoom();
    for (const RoomId &room : {ended.room, lives.room, direct}) {
        for (int i = 0; i < 3; ++i)
            s->messages.append(s.newMessage(room, 1));
    }
    s->rooms.expire(ended.room, noon);
    s->rooms.expire(direct, noon); // is no group
    const auto left = [&](RoomId room) { return s->messages.page(room, {}, {}, 9).size(); };
    s->groups.removeEnded(noon - 1ms, 2);
    QCOMPARE(left(ended.room), 3);
    s->groups.removeEnded(noon, 2);
    QCOMPARE(left(ended.room), 1);
    QVERIFY(s->rooms.find(ended.room));
    s->groups.removeEnded(noon, 2);
    QVERIFY(!s->rooms.find(ended.room));
    s->groups.removeEnded(noon, 2);
    QCOMPARE(left(lives.room), 3);
    QCOMPARE(left(direct), 3);
}

void TstGroupStores::invitationComesBackAsStored()
{
    Scratch s{Scratch::Where::Memory};
    Group g(s);
    const auto a = s.account();
    auto row = g.invite(a.id, 7);
    for (const std::optional<bool> accepted : {std::optional<bool>(), std::optional(true), std::optional(false)}) {
        row.accepted = accepted;
        s->invitations.save(row);
        for (const auto &back : {s->invitations.find(row.id), s->invitations.of(g.room, a.id)})
            QVERIFY(back && back->id == row.id && back->room == g.room && back->account == a.id && back->through == row.through && back->by == 7 && back->at == noon && back->accepted == accepted);
    }
    s->invitations.remove(row.id);
    QVERIFY(!s->invitations.find(row.id));
}

void TstGroupStores::anotherInvitationTakesThePlaceOfTheFirst()
{
    Scratch s{Scratch::Where::Memory};
    Group g(s);
    const auto a = s.account();
    const auto first = g.invite(a.id), second = g.invite(a.id);
    QVERIFY(!s->invitations.find(first.id));
    QCOMPARE(s->invitations.of(g.room, a.id)->id, second.id);
}

void TstGroupStores::openOnesAreShownLatestFirst()
{
    Scratch s{Scratch::Where::Memory};
    Group one(s), other(s);
    const auto a = s.account();
    QVERIFY(one.join(s.account().id) && one.join(s.account().id));
    s->rooms.leave(one.room, 3, noon);
    const auto first = one.invite(a.id, 1, noon), second = other.invite(a.id, 1, noon + 1s);
    const auto open = s->invitations.openOf(a.id, noon - 1s);
    QCOMPARE(open.size(), 2);
    QCOMPARE(open[0].invitation, second.id);
    QCOMPARE(open[0].members, 1);
    QCOMPARE(open[1].invitation, first.id);
    QCOMPARE(open[1].from, first.through);
    QCOMPARE(open[1].name, u"산책"_s);
    QCOMPARE(open[1].members, 2); // who has left does not count
    QCOMPARE(open[1].at, noon);
}

void TstGroupStores::answeredAndOldOnesAreNotOpen()
{
    Scratch s{Scratch::Where::Memory};
    Group g(s);
    const auto a = s.account();
    auto row = g.invite(a.id);
    QVERIFY(s->invitations.openOf(a.id, noon).isEmpty());
    QCOMPARE(s->invitations.openOf(a.id, noon - 1ms).size(), 1);
    row.accepted = false;
    s->invitations.save(row);
    QVERIFY(s->invitations.openOf(a.id, noon - 1ms).isEmpty());
}

void TstGroupStores::openOnesAreWithdrawn()
{
    Scratch s{Scratch::Where::Memory};
    Group g(s);
    const auto a = s.account(), b = s.account(), c = s.account();
    const RoomId direct = RoomId::random(s.rng());
    const auto first = g.invite(a.id, 2), second = g.invite(b.id, 3, noon, direct);
    auto answered = g.invite(c.id, 2, noon, direct);
    answered.accepted = true;
    s->invitations.save(answered);
    QCOMPARE(s->invitations.withdrawBy(g.room, 2), QList<AccountId>{a.id});
    QVERIFY(!s->invitations.find(first.id) && s->invitations.find(second.id));
    QCOMPARE(s->invitations.withdrawThrough(direct), QList<AccountId>{b.id});
    QVERIFY(!s->invitations.find(second.id) && s->invitations.find(answered.id));
    QVERIFY(s->invitations.withdrawThrough(direct).isEmpty());
}

void TstGroupStores::sweepingTellsWhoseWereOpen()
{
    Scratch s{Scratch::Where::Memory};
    Group g(s);
    const auto a = s.account(), b = s.account(), c = s.account();
    const auto first = g.invite(a.id, 1, noon);
    auto answered = g.invite(b.id, 1, noon + 1s);
    answered.accepted = false;
    s->invitations.save(answered);
    const auto later = g.invite(c.id, 1, noon + 2s);
    QCOMPARE(s->invitations.sweep(noon + 1s, 1), QList<AccountId>{a.id}); // in small steps
    QVERIFY(!s->invitations.find(first.id) && s->invitations.find(answered.id));
    QVERIFY(s->invitations.sweep(noon + 1s, 9).isEmpty());
    QVERIFY(!s->invitations.find(answered.id) && s->invitations.find(later.id));
}

void TstGroupStores::invitationsGoWithTheirRoom()
{
    Scratch s{Scratch::Where::Memory};
    Group g(s);
    const auto row = g.invite(s.account().id);
    s.set().database().change(u"DELETE FROM room WHERE id = ?"_s, g.room);
    QVERIFY(!s->invitations.find(row.id));
}

void TstGroupStores::blocksCountInBothDirections()
{
    Scratch s{Scratch::Where::Memory};
    const auto a = s.account(), b = s.account(), c = s.account();
    s->blocks.insert({BlockId::random(s.rng()), a.id, b.id, {}, noon});
    QVERIFY(s->blocks.between(a.id, b.id) && s->blocks.between(b.id, a.id));
    QVERIFY(!s->blocks.between(a.id, c.id) && !s->blocks.between(b.id, c.id));
}

QTEST_GUILESS_MAIN(TstGroupStores)
#include "tst_group_stores.moc"
