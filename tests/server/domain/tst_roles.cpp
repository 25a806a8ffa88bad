// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "server/domain/rooms/roles.h"

using namespace jjak;
using namespace jjak::domain;
using namespace Qt::StringLiterals;
using enum MemberRole;

namespace {

constexpr Time now = fromMs(1'800'000'000'000);

} // namespace

//! The table of rights, and what follows from it.
class TestRoles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theOwnerMayDoEverything();
    void aLowerRoleHasNoRightThatAHigherOneLacks();
    void nobodyActsOnTheirEqualOrTheOwner();
    void aRightOnSomebodyNamesThemForEveryoneWhoHasIt();
    void onlyTheOwnerMakesModeratorsAndOwners();
    void whoMayNotWriteIsToldSo();
    void aMuteEndsByItself();
    void slowModeSlowsOnlyMembersAndOnlyWriting();
    void theGroupGoesToTheHighestThenTheFirst();
    void aNameIsMoreThanSpaces();
    void aMuteIsRepeatedWithinItsMinute();
};

void TestRoles::theOwnerMayDoEverything()
{
    for (const RightRow &row : rights)
        QVERIFY2(mayDo(row.right, Owner), row.command.data());
}

void TestRoles::aLowerRoleHasNoRightThatAHigherOneLacks()
{
    for (const RightRow &row : rights) {
        for (size_t i = 1; i < allMemberRoles.size(); ++i)
            QVERIFY2(!mayDo(row.right, allMemberRoles[i]) || mayDo(row.right, allMemberRoles[i - 1]), row.command.data());
    }
}

void TestRoles::nobodyActsOnTheirEqualOrTheOwner()
{
    for (const Right right : {Right::RemoveMember, Right::BanMember, Right::UnbanMember, Right::MuteMember, Right::Appoint, Right::HandOver}) {
        for (const MemberRole role : allMemberRoles) {
            QVERIFY(!mayDoTo(right, role, role));
            QVERIFY(!mayDoTo(right, role, Owner));
            for (const MemberRole target : allMemberRoles)
                QVERIFY(!mayDoTo(right, role, target) || role < target);
        }
    }
    QVERIFY(mayDoTo(Right::DeleteOthers, Moderator, Owner)); // what somebody said is not they themselves
    QVERIFY(!mayDoTo(Right::DeleteOthers, Member, ReadOnly));
}

void TestRoles::aRightOnSomebodyNamesThemForEveryoneWhoHasIt()
{
    int onSomebody = 0;
    for (const RightRow &row : rights) {
        for (const MemberRole role : allMemberRoles) {
            const bool onAnybody = std::ranges::any_of(allMemberRoles, [&](MemberRole target) { return mayDoTo(row.right, role, target); });
            QCOMPARE(onAnybody, isDoneToSomebody(row.right) && mayDo(row.right, role));
            onSomebody += onAnybody;
        }
    }
    QCOMPARE(onSomebody, 13); // six rights of owner and moderators, one of the owner alone
}

void TestRoles::onlyTheOwnerMakesModeratorsAndOwners()
{
    for (const MemberRole role : allMemberRoles) {
        for (const MemberRole target : allMemberRoles) {
            QCOMPARE(mayAppoint(role, target, Owner), role == Owner && target != Owner);
            QCOMPARE(mayAppoint(role, target, Moderator), role == Owner && target != Owner);
            QCOMPARE(mayAppoint(role, target, ReadOnly), (role == Owner && target != Owner) || (role == Moderator && target > Moderator));
        }
    }
}

void TestRoles::whoMayNotWriteIsToldSo()
{
    for (const Right right : {Right::Write, Right::React, Right::EditOwn}) {
        QCOMPARE(mayUtter(right, {ReadOnly}, 0, now), std::optional(Error{ErrorCode::RoomReadOnly}));
        QVERIFY(!mayUtter(right, {Member}, 0, now));
    }
}

void TestRoles::aMuteEndsByItself()
{
    for (const Right right : {Right::Write, Right::React, Right::EditOwn}) {
        QCOMPARE(mayUtter(right, {Moderator, now + 1ms}, 0, now), std::optional(Error::notBefore(ErrorCode::RoomMuted, now + 1ms)));
        QVERIFY(!mayUtter(right, {Moderator, now}, 0, now));
    }
}

void TestRoles::slowModeSlowsOnlyMembersAndOnlyWriting()
{
    QCOMPARE(mayUtter(Right::Write, {Member, {}, now - 9s}, 10, now), std::optional(Error::notBefore(ErrorCode::RoomSlow, now + 1s)));
    QVERIFY(!mayUtter(Right::Write, {Member, {}, now - 10s}, 10, now));
    QVERIFY(!mayUtter(Right::Write, {Member, {}, {}}, 10, now)); // nothing written yet
    QVERIFY(!mayUtter(Right::Write, {Member, {}, now}, 0, now));
    QVERIFY(!mayUtter(Right::EditOwn, {Member, {}, now}, 10, now));
    QVERIFY(!mayUtter(Right::React, {Member, {}, now}, 10, now));
    for (const MemberRole role : {Owner, Moderator})
        QVERIFY(!mayUtter(Right::Write, {role, {}, now}, 10, now));
}

void TestRoles::theGroupGoesToTheHighestThenTheFirst()
{
    QCOMPARE(heirOf({{2, Member}, {3, ReadOnly}, {5, Moderator}, {7, Moderator}}), std::optional(5));
    QCOMPARE(heirOf({{9, ReadOnly}, {4, Member}, {2, Member}}), std::optional(2));
    QCOMPARE(heirOf({{9, ReadOnly}, {4, ReadOnly}}), std::optional(4));
    QCOMPARE(heirOf({}), std::nullopt);
}

void TestRoles::aNameIsMoreThanSpaces()
{
    QCOMPARE(groupName(u"  산책   모임 "_s), std::optional(u"산책 모임"_s));
    QCOMPARE(groupName(u"\u1109\u1161\u11ab"_s), std::optional(u"산"_s));
    QCOMPARE(groupName(u"   "_s), std::nullopt);
    QCOMPARE(groupName(u"\u200b\u2060"_s), std::nullopt);
    QCOMPARE(groupName(u"🌲"_s), std::optional(u"🌲"_s));
}

void TestRoles::aMuteIsRepeatedWithinItsMinute()
{
    QVERIFY(isSameMute(now, now));
    QVERIFY(isSameMute(now, now + 59s));
    QVERIFY(!isSameMute(now, now + 60s));
    QVERIFY(!isSameMute(now, now - 1ms)); // shorter: meant otherwise
    QVERIFY(!isSameMute({}, now));
}

QTEST_GUILESS_MAIN(TestRoles)
#include "tst_roles.moc"
