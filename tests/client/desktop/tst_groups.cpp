// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>

#include "client/core/sentences.h"
#include "client/desktop/chats/conversation_header.h"
#include "client/desktop/groups/group_dialog.h"
#include "client/desktop/groups/invitation_bar.h"
#include "client/desktop/groups/members_dialog.h"
#include "client/desktop/groups/people_list.h"
#include "talk_bench.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::desktop;
using namespace jjak::desktop::test;
using jjak::client::test::roomId;
using namespace protocol;

namespace {

constexpr int groupNumber = 6;

//! The tour's rooms, and a group of four in which one has that role.
struct GroupBench : TalkBench {
    explicit GroupBench(MemberRole mine)
    {
        group = desk.scene.rooms.first();
        group.room = roomId(groupNumber);
        group.kind = RoomKind::Group;
        group.name = u"Book club"_s;
        group.version = 1;
        group.head = 0;
        group.newest.reset();
        group.changes = 0;
        group.distance.reset();
        group.me = 1;
        group.members = {Member{1, u"me"_s, false, false, 0, 0, mine}, Member{2, u"Boss"_s, false, false, 0, 0, mine == MemberRole::Owner ? MemberRole::Moderator : MemberRole::Owner},
                         Member{3, u"Mira"_s, false, false, 0, 0, MemberRole::Member}, Member{4, u"Troll"_s, false, true, 0, 0, MemberRole::Member, {}, true}};
        desk.scene.peer.tell(ev::RoomState{group});
        QTRY_VERIFY(desk.session().state().room(group.room));
        desk.window->openRoom(group.room);
    }
    MembersDialog &members()
    {
        auto *dialog = desk.window->findChild<MembersDialog *>();
        if (!dialog) {
            dialog = new MembersDialog(desk.context, group.room, desk.window.get());
            dialog->open();
        }
        return *dialog;
    }
    //! The entries of the menu for that member, submenus' too.
    QStringList can(int member) { return textsOf(*members().menuOf(member)); }
    QAction *action(int member, const QString &text)
    {
        const auto all = members().menuOf(member)->findChildren<QAction *>();
        const auto it = std::ranges::find(all, text, &QAction::text);
        return it == all.end() ? nullptr : *it;
    }
    void become(const Room &next)
    {
        group = next;
        ++group.version;
        desk.scene.peer.tell(ev::RoomState{group});
        QTRY_VERIFY(!desk.session().state().room(group.room) || desk.session().state().room(group.room)->room.version == group.version);
    }

    Room group;

private:
    static QStringList textsOf(const QMenu &menu)
    {
        QStringList out;
        for (const QAction *action : menu.actions()) {
            if (action->menu())
                out += textsOf(*action->menu());
            else if (!action->isSeparator())
                out.append(action->text());
        }
        return out;
    }
};

} // namespace

//! Groups as they are on the screen: opened, joined, looked after.
class TestGroups : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void groupIsOpenedWithWhoIsChosen();
    void groupNeedsAName();
    void whoHasLeftCannotBeChosen();
    void refusalKeepsTheDialog();
    void invitationIsAccepted();
    void invitationIsDeclined();
    void ownerMayEverything();
    void memberMayBlockAndReportOnly();
    void moderatorDoesNothingToTheOwner();
    void banIsAskedForFirst();
    void slowModeIsSetAndFollowed();
    void dialogClosesWhenOneIsRemoved();
    void headerTellsTheGroup();
    void expiryIsChosenInTheHeader();
    void silenceIsChosenInTheHeader();
};

void TestGroups::groupIsOpenedWithWhoIsChosen()
{
    TalkBench bench;
    cmd::CreateGroup asked;
    bench.desk.scene.peer.on<cmd::CreateGroup>([&](qint64 id, const cmd::CreateGroup &c) {
        asked = c;
        Room room = bench.desk.scene.rooms.first();
        room.room = roomId(groupNumber);
        room.kind = RoomKind::Group;
        room.name = c.name;
        room.newest.reset();
        room.head = 0;
        room.changes = 0;
        bench.desk.scene.peer.tell(ev::RoomState{room});
        bench.desk.scene.peer.ok(id, cmd::Created{room.room});
    });
    QTest::keyClick(bench.desk.window.get(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = bench.desk.window->findChild<GroupDialog *>();
    QVERIFY(dialog);
    QTRY_COMPARE(QApplication::focusWidget(), dialog->nameEdit());
    QTest::keyClicks(dialog->nameEdit(), u"Book club"_s);
    dialog->people()->setFocus();
    QTest::keyClick(dialog->people(), Qt::Key_Space);
    dialog->actionButton()->click();
    QTRY_COMPARE(asked.name, u"Book club"_s);
    QCOMPARE(asked.with.size(), 1);
    QTRY_COMPARE(bench.desk.window->chatsPage()->openedRoom(), std::optional(roomId(groupNumber)));
    QTRY_VERIFY(!bench.desk.window->findChild<GroupDialog *>());
}

void TestGroups::groupNeedsAName()
{
    TalkBench bench;
    GroupDialog dialog(bench.desk.context, std::nullopt, bench.desk.window.get());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QVERIFY(!dialog.actionButton()->isEnabled());
    dialog.nameEdit()->setText(u"   "_s);
    QVERIFY(!dialog.actionButton()->isEnabled());
    dialog.nameEdit()->setText(u"x"_s);
    QVERIFY(dialog.actionButton()->isEnabled());
}

void TestGroups::whoHasLeftCannotBeChosen()
{
    TalkBench bench;
    const PeopleList list(bench.desk.context);
    QStringList names;
    for (int i = 0; i < list.count(); ++i)
        names.append(list.item(i)->text());
    QVERIFY(names.contains(u"보라"_s));
    QVERIFY(!names.contains(u"도윤"_s)); // has left
    QVERIFY(list.chosen().isEmpty());
}

void TestGroups::refusalKeepsTheDialog()
{
    TalkBench bench;
    bench.desk.scene.peer.on<cmd::CreateGroup>([&](qint64 id, const cmd::CreateGroup &) { bench.desk.scene.peer.refuse(id, Error{ErrorCode::InvitationLimit}); });
    bench.desk.window->chatsPage()->newGroup();
    auto *dialog = bench.desk.window->findChild<GroupDialog *>();
    dialog->nameEdit()->setText(u"Book club"_s);
    dialog->actionButton()->click();
    QTRY_COMPARE(dialog->error(), client::sentence(Error{ErrorCode::InvitationLimit}));
    QVERIFY(dialog->actionButton()->isEnabled());
    QCOMPARE(dialog->nameEdit()->text(), u"Book club"_s);
}

void TestGroups::invitationIsAccepted()
{
    TalkBench bench;
    auto *bar = bench.desk.window->findChild<InvitationBar *>();
    QVERIFY(bar && bar->isHidden());
    std::optional<cmd::AnswerInvitation> asked;
    bench.desk.scene.peer.on<cmd::AnswerInvitation>([&](qint64 id, const cmd::AnswerInvitation &c) {
        asked = c;
        bench.desk.scene.peer.tell(ev::InvitationsState{});
        bench.desk.scene.peer.ok(id, cmd::Joined{});
    });
    const Invitation invitation{InvitationId::random(bench.desk.scene.rng), u"Book club"_s, roomId(1), 3, bench.desk.session().serverNow()};
    bench.desk.scene.peer.tell(ev::InvitationsState{{invitation}});
    QTRY_VERIFY(!bar->isHidden());
    const auto labels = bar->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *l) { return l->text().contains(u"Book club"_s) && l->text().contains(u"보라"_s); }));
    const auto buttons = bar->findChildren<QPushButton *>();
    (*std::ranges::find(buttons, u"Join"_s, &QPushButton::text))->click();
    QTRY_VERIFY(asked && asked->accept && asked->invitation == invitation.invitation);
    QTRY_VERIFY(bar->isHidden());
}

void TestGroups::invitationIsDeclined()
{
    TalkBench bench;
    auto *bar = bench.desk.window->findChild<InvitationBar *>();
    bench.desk.scene.peer.on<cmd::AnswerInvitation>([&](qint64 id, const cmd::AnswerInvitation &) { bench.desk.scene.peer.refuse(id, Error{ErrorCode::InvitationGone}); });
    QSignalSpy said(bar, &InvitationBar::said);
    bench.desk.scene.peer.tell(ev::InvitationsState{{{InvitationId::random(bench.desk.scene.rng), u"Book club"_s, roomId(1), 3, bench.desk.session().serverNow()}}});
    QTRY_VERIFY(!bar->isHidden());
    const auto buttons = bar->findChildren<QPushButton *>();
    (*std::ranges::find(buttons, u"No, thanks"_s, &QPushButton::text))->click();
    QTRY_COMPARE(said.size(), 1);
    QVERIFY(!bench.last<cmd::AnswerInvitation>().accept);
    QVERIFY(bar->isEnabled());
}

void TestGroups::ownerMayEverything()
{
    GroupBench bench(MemberRole::Owner);
    const QStringList can = bench.can(3);
    for (const auto &text : {u"Remove"_s, u"Remove and ban …"_s, u"Hand the group over …"_s, u"Moderator"_s, u"May write again"_s, u"Block …"_s, u"Report …"_s})
        QVERIFY2(can.contains(text), qPrintable(text + u" in "_s + can.join(u'|')));
    QCOMPARE(can.filter(u"For "_s).size(), 3); // how long they are muted
    QCOMPARE(bench.can(4), (QStringList{u"Lift the ban"_s}));
    QVERIFY(bench.can(1).isEmpty()); // oneself
    QVERIFY(!bench.members().inviteButton()->isHidden() && !bench.members().renameButton()->isHidden() && !bench.members().slowMode()->isHidden());
    bench.desk.scene.peer.on<cmd::Remove>([&](qint64 id, const cmd::Remove &) { bench.desk.scene.peer.refuse(id, Error{ErrorCode::MemberNotFound}); });
    bench.action(3, u"Remove"_s)->trigger();
    QTRY_COMPARE(bench.members().error(), client::sentence(Error{ErrorCode::MemberNotFound}));
    QVERIFY(bench.last<cmd::Remove>().member == 3 && !bench.last<cmd::Remove>().ban);
}

void TestGroups::memberMayBlockAndReportOnly()
{
    GroupBench bench(MemberRole::Member);
    QCOMPARE(bench.can(3), (QStringList{u"Block …"_s, u"Report …"_s}));
    QVERIFY(!bench.members().inviteButton()->isHidden());
    QVERIFY(bench.members().renameButton()->isHidden() && bench.members().slowMode()->isHidden());
}

void TestGroups::moderatorDoesNothingToTheOwner()
{
    GroupBench bench(MemberRole::Moderator);
    QCOMPARE(bench.can(2), (QStringList{u"Block …"_s, u"Report …"_s}));
    QVERIFY(bench.can(3).contains(u"Remove"_s));
    QVERIFY(!bench.can(3).contains(u"Hand the group over …"_s));
    QVERIFY(!bench.can(3).contains(u"Moderator"_s));
}

void TestGroups::banIsAskedForFirst()
{
    GroupBench bench(MemberRole::Owner);
    bench.desk.scene.peer.on<cmd::Remove>([&](qint64 id, const cmd::Remove &) { bench.desk.scene.peer.ok(id, cmd::Empty()); });
    bench.action(3, u"Remove and ban …"_s)->trigger();
    QCOMPARE(bench.count<cmd::Remove>(), 0);
    QPushButton *sure = nullptr;
    const auto buttons = bench.members().findChildren<QPushButton *>();
    for (QPushButton *button : buttons)
        if (button->text() == u"Ban"_s)
            sure = button;
    QVERIFY(sure);
    sure->click();
    QTRY_COMPARE(bench.count<cmd::Remove>(), 1);
    QVERIFY(bench.last<cmd::Remove>().ban);
}

void TestGroups::slowModeIsSetAndFollowed()
{
    GroupBench bench(MemberRole::Owner);
    bench.desk.scene.peer.on<cmd::SlowDown>([&](qint64 id, const cmd::SlowDown &) { bench.desk.scene.peer.ok(id, cmd::Empty()); });
    QComboBox *slow = bench.members().slowMode();
    QCOMPARE(slow->currentData().toInt(), 0);
    Q_EMIT slow->activated(slow->findData(30));
    QTRY_COMPARE(bench.count<cmd::SlowDown>(), 1);
    QCOMPARE(bench.last<cmd::SlowDown>().seconds, 30);
    Room next = bench.group;
    next.slow = 45; // somebody else's client offers other steps
    bench.become(next);
    QTRY_COMPARE(slow->currentData().toInt(), 45);
}

void TestGroups::dialogClosesWhenOneIsRemoved()
{
    GroupBench bench(MemberRole::Member);
    bench.members();
    Room next = bench.group;
    next.members[0].left = true;
    bench.become(next);
    QTRY_VERIFY(!bench.desk.window->findChild<MembersDialog *>());
}

void TestGroups::headerTellsTheGroup()
{
    GroupBench bench(MemberRole::Member);
    auto *header = bench.view()->findChild<ConversationHeader *>();
    QStringList texts;
    const auto actions = header->menuButton()->menu()->actions();
    for (const QAction *action : actions)
        if (action->isVisible())
            texts.append(action->text());
    QVERIFY(texts.contains(u"Members …"_s) && texts.contains(u"Leave …"_s));
    QVERIFY(!texts.contains(u"Block …"_s)); // whom?
    (*std::ranges::find(actions, u"Members …"_s, &QAction::text))->trigger();
    QVERIFY(bench.desk.window->findChild<MembersDialog *>());
}

void TestGroups::expiryIsChosenInTheHeader()
{
    TalkBench bench;
    auto *header = bench.view()->findChild<ConversationHeader *>();
    bench.desk.scene.peer.on<cmd::SetExpiry>([&](qint64 id, const cmd::SetExpiry &) { bench.desk.scene.peer.ok(id, cmd::Empty()); });
    const auto actions = header->menuButton()->menu()->actions();
    QMenu *menu = (*std::ranges::find_if(actions, [](const QAction *a) { return a->menu() != nullptr; }))->menu();
    QVERIFY(menu->actions().at(0)->isChecked());
    menu->actions().at(int(Expiry::Week))->trigger();
    QTRY_COMPARE(bench.count<cmd::SetExpiry>(), 1);
    QCOMPARE(bench.last<cmd::SetExpiry>().expiry, Expiry::Week);
    QVERIFY(menu->actions().at(0)->isChecked()); // until the server has said so
    Room next = bench.desk.scene.rooms.first();
    next.expiry = Expiry::Week;
    ++next.version;
    bench.desk.scene.peer.tell(ev::RoomState{next});
    QTRY_VERIFY(menu->actions().at(int(Expiry::Week))->isChecked());
}

void TestGroups::silenceIsChosenInTheHeader()
{
    TalkBench bench;
    auto *header = bench.view()->findChild<ConversationHeader *>();
    bench.desk.scene.peer.on<cmd::Silence>([&](qint64 id, const cmd::Silence &) { bench.desk.scene.peer.ok(id, cmd::Empty()); });
    const auto actions = header->menuButton()->menu()->actions();
    (*std::ranges::find(actions, u"No notifications from here"_s, &QAction::text))->trigger();
    QTRY_COMPARE(bench.count<cmd::Silence>(), 1);
    QVERIFY(bench.last<cmd::Silence>().silent && bench.last<cmd::Silence>().room == roomId(1));
}

QTEST_MAIN(TestGroups)
#include "tst_groups.moc"
