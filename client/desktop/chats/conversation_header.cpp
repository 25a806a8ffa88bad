// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/chats/conversation_header.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <algorithm>

#include "client/core/notice_sentences.h"
#include "client/core/sentences.h"
#include "client/desktop/kit/avatar.h"
#include "client/desktop/kit/elided_label.h"
#include "client/desktop/kit/icons.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

ConversationHeader::ConversationHeader(Context &context, QWidget *parent)
    : Translated(parent), m_context(context), m_back(makeIconButton(this, context.theme, u"back"_s)), m_avatar(new Avatar(context.theme, 40, this)),
      m_name(new ElidedLabel(this)), m_demo(makeLabel(this, Tone::Muted)), m_detail(new ElidedLabel(this)),
      m_table(makeIconButton(this, context.theme, u"lounge"_s)), m_menu(makeIconButton(this, context.theme, u"more"_s))
{
    const Theme &theme = context.theme;
    m_demo->setWordWrap(false);
    auto *menu = new QMenu(m_menu);
    m_members = menu->addAction(themedIcon(theme, u"users"_s), {});
    m_search = menu->addAction(themedIcon(theme, u"search"_s), {});
    m_silent = menu->addAction(themedIcon(theme, u"bell-off"_s), {});
    m_silent->setCheckable(true);
    makeExpiryMenu(menu);
    menu->addSeparator();
    m_leave = menu->addAction(themedIcon(theme, u"leave"_s), {});
    m_block = menu->addAction(themedIcon(theme, u"block"_s), {});
    m_report = menu->addAction(themedIcon(theme, u"report"_s), {});
    m_menu->setMenu(menu);
    m_menu->setPopupMode(QToolButton::InstantPopup);

    auto *first = new QHBoxLayout;
    first->setSpacing(theme.px(8));
    first->addWidget(m_name, 1);
    first->addWidget(m_demo);
    auto *lines = new QVBoxLayout;
    lines->setSpacing(0);
    lines->addLayout(first);
    lines->addWidget(m_detail);
    auto *all = new QHBoxLayout(this);
    all->setContentsMargins(theme.px(16), theme.px(10), theme.px(12), theme.px(10));
    all->setSpacing(theme.px(12));
    all->addWidget(m_back);
    all->addWidget(m_avatar);
    all->addLayout(lines, 1);
    all->addWidget(m_table);
    all->addWidget(m_menu);

    const auto fonts = [this] {
        m_name->setFont(m_context.theme.font(TextStyle::Strong));
        m_detail->setFont(m_context.theme.font(TextStyle::Caption));
        QPalette muted = m_detail->palette();
        muted.setColor(QPalette::WindowText, m_context.theme.tokens().mutedText);
        m_detail->setPalette(muted);
    };
    fonts();
    connect(&theme, &Theme::changed, this, fonts);
    connect(m_back, &QToolButton::clicked, this, &ConversationHeader::backWanted);
    connect(m_table, &QToolButton::clicked, this, &ConversationHeader::tableWanted);
    connect(m_members, &QAction::triggered, this, &ConversationHeader::membersWanted);
    connect(m_search, &QAction::triggered, this, &ConversationHeader::searchWanted);
    connect(m_silent, &QAction::triggered, this, [this](bool silent) { m_context.session.setSilent(m_room.room, silent); });
    connect(m_leave, &QAction::triggered, this, &ConversationHeader::leaveWanted);
    connect(m_block, &QAction::triggered, this, &ConversationHeader::blockWanted);
    connect(m_report, &QAction::triggered, this, &ConversationHeader::reportWanted);
    m_back->hide();
    retranslate();
}

void ConversationHeader::retranslate()
{
    nameButton(m_back, tr("Back to the list"));
    nameButton(m_table, tr("The table: who sits there, keep it, thank, rename, close"));
    nameButton(m_menu, tr("What can be done here: search, notifications, leave, block, report"));
    m_members->setText(tr("Members …"));
    m_search->setText(tr("Search here …"));
    m_silent->setText(tr("No notifications from here"));
    m_expiry->setTitle(tr("Messages disappear after"));
    for (QAction *action : m_expiries->actions())
        action->setText(client::label(protocol::Expiry(action->data().toInt())));
    m_leave->setText(tr("Leave …"));
    m_block->setText(tr("Block …"));
    m_report->setText(tr("Report …"));
    m_demo->setText(tr("Demo person"));
    refresh();
}

void ConversationHeader::setRoom(const protocol::Room &room)
{
    m_room = room;
    refresh();
}

void ConversationHeader::setBackVisible(bool visible)
{
    m_back->setVisible(visible);
}

void ConversationHeader::refresh()
{
    if (m_room.room.isNull())
        return;
    const QString name = client::titleOf(m_context.session.state(), m_room);
    m_avatar->setPerson(name, name);
    m_name->setText(name);
    m_demo->setVisible(client::isDemo(m_room));
    m_detail->setText(detail());
    refreshMenu();
}

//! What has to be known before something is written here, the most telling first.
QString ConversationHeader::detail() const
{
    if (m_room.kind == protocol::RoomKind::Date)
        return tr("Can be read by everybody at this table, the server, and moderators after a report");
    const bool table = m_room.kind == protocol::RoomKind::Table, group = table || m_room.kind == protocol::RoomKind::Group;
    QStringList parts;
    if (group) {
        parts.append(tr("%n member(s)", nullptr, int(std::ranges::count_if(m_room.members, [](const protocol::Member &m) { return !m.left; }))));
    } else if (const QString presence = client::label(client::presenceIn(m_room)); !presence.isEmpty()) {
        parts.append(presence);
    }
    if (m_room.distance)
        parts.append(client::distanceLabel(*m_room.distance));
    if (m_room.expiry != protocol::Expiry::Off)
        parts.append(tr("Messages disappear after %1").arg(client::label(m_room.expiry)));
    if (table)
        parts.append(tr("Can be read by everybody at this table, the server, and moderators after a report"));
    else
        parts.append(group ? tr("Can be read by its members, the server, and moderators after a report") : tr("Can be read by you two, the server, and moderators after a report"));
    return parts.join(u" · "_s);
}

void ConversationHeader::makeExpiryMenu(QMenu *menu)
{
    m_expiry = menu->addMenu(themedIcon(m_context.theme, u"clock"_s), {});
    m_expiries = new QActionGroup(this);
    for (int i = 0; i <= int(protocol::Expiry::Month); ++i) {
        QAction *action = m_expiry->addAction(QString());
        action->setCheckable(true);
        action->setData(i);
        m_expiries->addAction(action);
    }
    connect(m_expiries, &QActionGroup::triggered, this, [this](QAction *action) {
        m_context.session.setExpiry(m_room.room, protocol::Expiry(action->data().toInt()));
        refreshMenu(); // what is checked is what the server has said
    });
}

void ConversationHeader::refreshMenu()
{
    const bool table = m_room.kind == protocol::RoomKind::Table, group = table || m_room.kind == protocol::RoomKind::Group;
    m_table->setVisible(table);
    m_menu->setVisible(m_room.kind != protocol::RoomKind::Date); // whom it is about is chosen at the table
    m_members->setVisible(group);
    m_silent->setChecked(m_room.silent);
    m_expiry->menuAction()->setEnabled(m_context.session.mayIn(m_room.room, Right::SetExpiry));
    for (QAction *action : m_expiries->actions())
        action->setChecked(action->data().toInt() == int(m_room.expiry));
    m_leave->setEnabled(!client::hasLeft(m_room));
    m_block->setVisible(!group); // in a group and at a table it is done to a member
    m_report->setVisible(!group);
}

} // namespace jjak::desktop
