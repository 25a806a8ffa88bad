// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/pages/chats_page.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QListView>
#include <QStackedWidget>

#include "client/desktop/chats/conversation_view.h"
#include "client/desktop/chats/room_rows.h"
#include "client/desktop/groups/group_dialog.h"
#include "client/desktop/groups/invitation_bar.h"
#include "client/desktop/kit/empty_state.h"
#include "client/desktop/makers.h"
#include "client/desktop/search/search_dialog.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int listWidth = 320;

} // namespace

ChatsPage::ChatsPage(Context &context, Safety &safety, QWidget *parent)
    : Translated(parent), m_context(context), m_right(new QStackedWidget(this)), m_conversation(new ConversationView(context, safety)),
      m_noneChosen(new EmptyState(context.theme, u"chats"_s))
{
    m_listPane = makeListPane();
    m_right->addWidget(m_noneChosen);
    m_right->addWidget(m_conversation);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_listPane);
    layout->addWidget(m_right, 1);

    client::RoomListModel *rooms = context.session.rooms();
    connect(rooms, &QAbstractItemModel::rowsInserted, this, &ChatsPage::refresh);
    connect(rooms, &QAbstractItemModel::rowsRemoved, this, &ChatsPage::refresh);
    connect(rooms, &QAbstractItemModel::modelReset, this, &ChatsPage::refresh);
    connect(m_conversation, &ConversationView::said, this, &ChatsPage::said);
    connect(m_conversation, &ConversationView::tableWanted, this, &ChatsPage::tableWanted);
    connect(m_conversation, &ConversationView::tableLeaveWanted, this, &ChatsPage::tableLeaveWanted);
    connect(m_conversation, &ConversationView::searchWanted, this, [this] { search(false); });
    connect(m_conversation, &ConversationView::backWanted, this, [this] {
        m_conversation->setRoom(std::nullopt);
        refresh();
        focusList();
        Q_EMIT shownChanged();
    });
    connect(&context.theme, &Theme::changed, this, &ChatsPage::arrange);
    retranslate();
    refresh();
}

QWidget *ChatsPage::makeListPane()
{
    const Theme &theme = m_context.theme;
    QWidget *pane = makePanel(this, u"side"_s);
    m_title = makeLabel(pane, Tone::Title);
    m_list = new QListView(pane);
    m_spoken = new SpokenRooms(this);
    m_spoken->setSourceModel(m_context.session.rooms());
    m_list->setModel(m_spoken);
    m_list->setItemDelegate(new RoomDelegate(theme, m_list, readRoom));
    m_list->setStyleSheet(u"QListView { background: transparent; }"_s);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_find = makeIconButton(pane, theme, u"search"_s);
    m_group = makeIconButton(pane, theme, u"users"_s);
    auto *invitations = new InvitationBar(m_context, pane);
    auto *top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_find);
    top->addWidget(m_group);
    connect(m_find, &QToolButton::clicked, this, [this] { search(true); });
    connect(m_group, &QToolButton::clicked, this, &ChatsPage::newGroup);
    connect(invitations, &InvitationBar::joined, this, &ChatsPage::openRoom);
    connect(invitations, &InvitationBar::said, this, &ChatsPage::said);
    m_noRooms = new EmptyState(theme, u"nearby"_s, pane);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(theme.px(8), theme.px(16), theme.px(8), theme.px(8));
    layout->setSpacing(theme.px(8));
    m_title->setContentsMargins(theme.px(8), 0, 0, 0);
    layout->addLayout(top);
    layout->addWidget(invitations);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_noRooms, 1);
    const auto open = [this](const QModelIndex &index) {
        if (!index.isValid())
            return;
        const RoomId room = m_context.session.rooms()->roomAt(index.row());
        if (m_context.session.state().dateIn(room))
            Q_EMIT dateWanted(room);
        else
            openRoom(room);
    };
    connect(m_list, &QListView::clicked, this, open);
    connect(m_list, &QListView::activated, this, open);
    connect(m_noRooms, &EmptyState::actionTriggered, this, &ChatsPage::searchWanted);
    return pane;
}

void ChatsPage::retranslate()
{
    m_title->setText(tr("Chats"));
    nameButton(m_find, tr("Search messages (Ctrl+Shift+F)"));
    nameButton(m_group, tr("New group"));
    m_list->setAccessibleName(tr("Conversations"));
    m_noRooms->setTexts(tr("No conversations yet"), tr("When you and somebody nearby both say yes, your conversation appears here."), tr("Search nearby"));
    m_noneChosen->setTexts(tr("Choose a conversation"), tr("Your conversations stand on the left. Ctrl+K finds one by name."));
}

void ChatsPage::refresh()
{
    const auto room = openedRoom();
    if (room && !m_context.session.state().room(*room))
        m_conversation->setRoom(std::nullopt);
    const bool none = m_context.session.rooms()->rowCount() == 0;
    m_list->setVisible(!none);
    m_noRooms->setVisible(none);
    if (openedRoom())
        select(*openedRoom());
    arrange();
}

void ChatsPage::arrange()
{
    const bool open = openedRoom().has_value();
    m_right->setCurrentWidget(open ? static_cast<QWidget *>(m_conversation) : m_noneChosen);
    m_conversation->setBackVisible(m_narrow);
    m_listPane->setVisible(!m_narrow || !open);
    m_right->setVisible(!m_narrow || open);
    if (m_narrow) {
        m_listPane->setMinimumWidth(0);
        m_listPane->setMaximumWidth(QWIDGETSIZE_MAX);
    } else {
        m_listPane->setFixedWidth(m_context.theme.px(listWidth));
    }
}

void ChatsPage::setNarrow(bool narrow)
{
    m_narrow = narrow;
    arrange();
}

std::optional<RoomId> ChatsPage::openedRoom() const
{
    return m_conversation->room();
}

void ChatsPage::select(RoomId room)
{
    const int row = m_context.session.rooms()->rowOf(room);
    if (row >= 0 && m_list->currentIndex().row() != row)
        m_list->setCurrentIndex(m_spoken->index(row, 0));
}

void ChatsPage::openRoom(RoomId room)
{
    if (!m_context.session.state().room(room) || m_context.session.state().dateIn(room))
        return;
    m_conversation->setRoom(room);
    refresh();
    m_conversation->focusComposer();
    Q_EMIT shownChanged();
}

void ChatsPage::search(bool everywhere)
{
    auto *dialog = new SearchDialog(m_context, openedRoom(), everywhere, window());
    connect(dialog, &SearchDialog::messageWanted, this, [this](RoomId room, qint64 seq) {
        openRoom(room);
        if (openedRoom() == room)
            m_conversation->showMessage(seq);
    });
    dialog->open();
}

void ChatsPage::newGroup()
{
    auto *dialog = new GroupDialog(m_context, std::nullopt, window());
    connect(dialog, &GroupDialog::created, this, &ChatsPage::openRoom);
    dialog->open();
}

void ChatsPage::openNext(int step, bool unreadOnly)
{
    const client::RoomListModel *rooms = m_context.session.rooms();
    const int count = rooms->rowCount();
    int row = openedRoom() ? rooms->rowOf(*openedRoom()) : step > 0 ? -1 : count;
    for (row += step; row >= 0 && row < count; row += step) {
        if (m_context.session.state().dateIn(rooms->roomAt(row)))
            continue;
        if (!unreadOnly || rooms->index(row, 0).data(client::RoomListModel::UnreadRole).toLongLong() > 0) {
            openRoom(rooms->roomAt(row));
            return;
        }
    }
}

void ChatsPage::focusList()
{
    if (!m_list->isVisibleTo(this)) {
        m_noRooms->button()->setFocus();
        return;
    }
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_spoken->index(0, 0));
    m_list->setFocus();
}

bool ChatsPage::isListFocused() const
{
    return m_listPane->isAncestorOf(QApplication::focusWidget());
}

void ChatsPage::focusFirst()
{
    if (openedRoom())
        m_conversation->focusComposer();
    else
        focusList();
}

} // namespace jjak::desktop
