// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/chats/conversation_header.h"

#include <QHBoxLayout>
#include <QMenu>

#include "client/core/sentences.h"
#include "client/desktop/kit/avatar.h"
#include "client/desktop/kit/elided_label.h"
#include "client/desktop/kit/icons.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

ConversationHeader::ConversationHeader(Context &context, QWidget *parent)
    : Translated(parent), m_context(context), m_back(makeIconButton(this, context.theme, u"back"_s)), m_avatar(new Avatar(context.theme, 40, this)),
      m_name(new ElidedLabel(this)), m_demo(makeLabel(this, Tone::Muted)), m_detail(new ElidedLabel(this)), m_menu(makeIconButton(this, context.theme, u"more"_s))
{
    const Theme &theme = context.theme;
    m_demo->setWordWrap(false);
    auto *menu = new QMenu(m_menu);
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
    connect(m_leave, &QAction::triggered, this, &ConversationHeader::leaveWanted);
    connect(m_block, &QAction::triggered, this, &ConversationHeader::blockWanted);
    connect(m_report, &QAction::triggered, this, &ConversationHeader::reportWanted);
    m_back->hide();
    retranslate();
}

void ConversationHeader::retranslate()
{
    nameButton(m_back, tr("Back to the list"));
    nameButton(m_menu, tr("Leave, block or report"));
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
    const bool date = m_room.kind == protocol::RoomKind::Date;
    const QString name = client::titleOf(m_context.session.state(), m_room);
    m_avatar->setPerson(name, name);
    m_name->setText(name);
    m_demo->setVisible(client::isDemo(m_room));
    const QString readers = tr("Can be read by you two, the server, and moderators after a report");
    m_detail->setText(m_room.distance ? tr("%1 · %2", "how far somebody is · who can read").arg(client::distanceLabel(*m_room.distance), readers) : readers);
    if (date)
        m_detail->setText(tr("Can be read by everybody at this table, the server, and moderators after a report"));
    m_menu->setVisible(!date); // whom it is about is chosen at the table
    m_leave->setEnabled(!client::hasLeft(m_room));
}

} // namespace jjak::desktop
