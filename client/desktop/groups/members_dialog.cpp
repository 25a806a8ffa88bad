// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/groups/members_dialog.h"

#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QListWidget>
#include <QLocale>
#include <QMenu>
#include <QPointer>
#include <QVBoxLayout>
#include <algorithm>

#include "client/core/notice_sentences.h"
#include "client/core/sentences.h"
#include "client/desktop/groups/group_dialog.h"
#include "client/desktop/kit/tab_order.h"
#include "client/desktop/makers.h"
#include "client/desktop/safety/confirm_dialog.h"
#include "common/rules/limits.h"

namespace jjak::desktop {

namespace {

constexpr std::array slowSteps{0, 10, 30, 60, 300, 900, 3600}; // seconds

QString slowText(int seconds)
{
    if (seconds == 0)
        return MembersDialog::tr("Off");
    return seconds < 60 ? MembersDialog::tr("%n second(s)", nullptr, seconds) : MembersDialog::tr("%n minute(s)", nullptr, seconds / 60);
}

} // namespace

MembersDialog::MembersDialog(Context &context, RoomId group, QWidget *parent)
    : QDialog(parent), m_context(context), m_group(group), m_heading(makeLabel(this, Tone::Title)), m_list(new QListWidget(this)), m_error(makeLabel(this, Tone::Danger)),
      m_actions(makeButton(this)), m_invite(makeButton(this, Kind::Primary)), m_rename(makeButton(this)), m_slowLabel(makeLabel(this)), m_slow(new QComboBox(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    build();
    connect(&context.session, &client::Session::roomChanged, this, [this](RoomId room) {
        if (room == m_group)
            refresh();
    });
    connect(m_list, &QListWidget::itemActivated, this, &MembersDialog::showMenu);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] { m_actions->setEnabled(m_list->currentItem() != nullptr); });
    connect(m_actions, &QPushButton::clicked, this, &MembersDialog::showMenu);
    connect(m_rename, &QPushButton::clicked, this, &MembersDialog::rename);
    connect(m_invite, &QPushButton::clicked, this, [this] { (new GroupDialog(m_context, m_group, this))->open(); });
    connect(m_slow, &QComboBox::activated, this, [this](int index) { m_context.session.setSlowMode(m_group, std::chrono::seconds(m_slow->itemData(index).toInt()), answered()); });
    refresh();
    keepTabAsSeen(this);
    m_list->setFocus();
}

void MembersDialog::build()
{
    const Theme &theme = m_context.theme;
    setWindowTitle(tr("Members"));
    m_list->setAccessibleName(tr("Members"));
    m_list->setMinimumSize(theme.px(380), theme.px(260));
    m_actions->setText(tr("What can be done …"));
    m_invite->setText(tr("Invite people …"));
    m_rename->setText(tr("Rename …"));
    m_slowLabel->setText(tr("Slow mode: time between two messages of a member"));
    m_slowLabel->setBuddy(m_slow);
    m_slow->setAccessibleName(m_slowLabel->text());
    for (const int seconds : slowSteps)
        m_slow->addItem(slowText(seconds), seconds);
    m_error->hide();
    auto *top = new QHBoxLayout;
    top->addWidget(m_heading, 1);
    top->addWidget(m_rename);
    auto *slow = new QHBoxLayout;
    slow->addWidget(m_slowLabel, 1);
    slow->addWidget(m_slow);
    auto *close = makeButton(this);
    close->setText(tr("Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_actions);
    buttons->addStretch();
    buttons->addWidget(m_invite);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20));
    layout->setSpacing(theme.px(10));
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    layout->addLayout(slow);
    layout->addWidget(m_error);
    layout->addLayout(buttons);
}

QString MembersDialog::error() const
{
    return m_error->isVisibleTo(this) ? m_error->text() : QString();
}

void MembersDialog::refresh()
{
    const client::RoomEntry *entry = m_context.session.state().room(m_group);
    if (!entry || client::hasLeft(entry->room))
        return reject(); // not in it any more: there is nothing to show
    const protocol::Room room = entry->room;
    m_heading->setText(client::titleOf(m_context.session.state(), room));
    const int kept = m_list->currentItem() ? m_list->currentItem()->data(Qt::UserRole).toInt() : room.me;
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    auto members = room.members;
    std::ranges::stable_sort(members, {}, [](const protocol::Member &m) { return std::pair(m.left, m.role); });
    for (const protocol::Member &member : members) {
        if (member.left && !member.banned)
            continue;
        auto *item = new QListWidgetItem(lineOf(member), m_list);
        item->setData(Qt::UserRole, member.number);
        if (member.number == kept)
            m_list->setCurrentItem(item);
    }
    m_actions->setEnabled(m_list->currentItem() != nullptr);
    m_invite->setVisible(m_context.session.mayIn(m_group, Right::Invite));
    m_rename->setVisible(m_context.session.mayIn(m_group, Right::Rename));
    const bool slow = m_context.session.mayIn(m_group, Right::SlowMode);
    m_slowLabel->setVisible(slow);
    m_slow->setVisible(slow);
    if (m_slow->findData(room.slow) < 0)
        m_slow->addItem(slowText(room.slow), room.slow);
    m_slow->setCurrentIndex(m_slow->findData(room.slow));
}

QString MembersDialog::lineOf(const protocol::Member &member) const
{
    const client::RoomEntry *entry = m_context.session.state().room(m_group);
    QStringList parts{member.number == entry->room.me ? tr("%1 (you)").arg(member.name) : member.name};
    if (member.banned)
        parts.append(tr("banned"));
    else
        parts.append(client::label(member.role));
    if (member.muted && *member.muted > m_context.session.serverNow())
        parts.append(tr("muted until %1").arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(toMs(*member.muted)), QLocale::ShortFormat)));
    if (const QString presence = client::label(member.presence); !presence.isEmpty())
        parts.append(presence);
    return parts.join(QStringLiteral(" · "));
}

client::Callback<> MembersDialog::answered()
{
    return [self = QPointer<MembersDialog>(this)](const Result<> &result) {
        if (!self)
            return;
        self->m_error->setVisible(!result);
        self->m_error->setText(result ? QString() : client::sentence(result.error()));
        self->refresh();
    };
}

void MembersDialog::addMutes(QMenu &menu, int member)
{
    QMenu *mute = menu.addMenu(tr("Mute"));
    for (const int minutes : {10, 60, 24 * 60}) {
        const QString text = minutes < 60 ? tr("For %n minute(s)", nullptr, minutes) : tr("For %n hour(s)", nullptr, minutes / 60);
        mute->addAction(text, this, [this, member, minutes] { m_context.session.muteMember(m_group, member, std::chrono::minutes(minutes), answered()); });
    }
    mute->addAction(tr("May write again"), this, [this, member] { m_context.session.muteMember(m_group, member, std::chrono::minutes(0), answered()); });
}

void MembersDialog::addRoles(QMenu &menu, const protocol::Member &member)
{
    using enum MemberRole;
    const auto appoint = [this, number = member.number](MemberRole role) { m_context.session.appoint(m_group, number, role, answered()); };
    const MemberRole mine = client::meIn(m_context.session.state().room(m_group)->room)->role;
    QMenu *roles = menu.addMenu(tr("Role"));
    for (const MemberRole role : {Moderator, Member, ReadOnly}) {
        if (role == member.role || (role == Moderator && mine != Owner))
            continue;
        roles->addAction(client::label(role), this, [appoint, role] { appoint(role); });
    }
    if (!m_context.session.mayIn(m_group, Right::HandOver, member.number))
        return;
    menu.addAction(tr("Hand the group over …"), this, [this, member, appoint] {
        auto *sure = new ConfirmDialog(m_context.theme, tr("Hand the group over to %1?").arg(member.name),
                                       tr("%1 decides about everything here from then on. You become a moderator.").arg(member.name), tr("Hand over"), this);
        connect(sure, &QDialog::accepted, this, [appoint] { appoint(Owner); });
        sure->open();
    });
}

QMenu *MembersDialog::menuOf(int number)
{
    auto *menu = new QMenu(this);
    const client::RoomEntry *entry = m_context.session.state().room(m_group);
    const protocol::Member *found = entry ? client::memberOf(entry->room, number) : nullptr;
    if (!found || number == entry->room.me)
        return menu;
    const protocol::Member member = *found; // the menu may be open when the room has changed
    const auto may = [this, number](Right right) { return m_context.session.mayIn(m_group, right, number); };
    if (may(Right::Appoint))
        addRoles(*menu, member);
    if (may(Right::MuteMember))
        addMutes(*menu, number);
    if (may(Right::RemoveMember))
        menu->addAction(tr("Remove"), this, [this, number] { m_context.session.removeMember(m_group, number, false, answered()); });
    if (may(Right::BanMember))
        menu->addAction(tr("Remove and ban …"), this, [this, member] {
            auto *sure = new ConfirmDialog(m_context.theme, tr("Ban %1?").arg(member.name), tr("%1 is removed and cannot be invited again until the ban is lifted.").arg(member.name), tr("Ban"), this);
            connect(sure, &QDialog::accepted, this, [this, number = member.number] { m_context.session.removeMember(m_group, number, true, answered()); });
            sure->open();
        });
    if (may(Right::UnbanMember))
        menu->addAction(tr("Lift the ban"), this, [this, number] { m_context.session.unban(m_group, number, answered()); });
    if (!member.left) {
        menu->addSeparator();
        menu->addAction(tr("Block …"), this, [this, number] { Q_EMIT blockWanted(number); });
        menu->addAction(tr("Report …"), this, [this, number] { Q_EMIT reportWanted(number); });
    }
    return menu;
}

void MembersDialog::showMenu()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    QMenu *menu = menuOf(item->data(Qt::UserRole).toInt());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (menu->isEmpty())
        menu->addAction(tr("This is you"))->setEnabled(false);
    menu->popup(m_list->viewport()->mapToGlobal(m_list->visualItemRect(item).bottomLeft()));
}

void MembersDialog::rename()
{
    const client::RoomEntry *entry = m_context.session.state().room(m_group);
    if (!entry)
        return;
    bool ok = false;
    const QString name = QInputDialog::getText(this, tr("Rename the group"), tr("Name of the group"), QLineEdit::Normal, entry->room.name.value_or(QString()), &ok).trimmed();
    if (ok && !name.isEmpty())
        m_context.session.renameGroup(m_group, name.left(limits::roomNameCodePoints), answered());
}

} // namespace jjak::desktop
