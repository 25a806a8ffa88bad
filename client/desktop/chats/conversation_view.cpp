// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/chats/conversation_view.h"

#include <QDesktopServices>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QVBoxLayout>

#include "client/core/sentences.h"
#include "client/desktop/chats/composer.h"
#include "client/desktop/chats/composer_edit.h"
#include "client/desktop/chats/conversation_header.h"
#include "client/desktop/chats/hover_button.h"
#include "client/desktop/chats/link_dialog.h"
#include "client/desktop/chats/message_actions.h"
#include "client/desktop/chats/message_rows.h"
#include "client/desktop/chats/message_view.h"
#include "client/desktop/chats/timeline.h"
#include "client/desktop/emoji/emoji_picker.h"
#include "client/desktop/files/conversation_files.h"
#include "client/desktop/groups/members_dialog.h"
#include "client/desktop/kit/message_delegate.h"
#include "client/desktop/kit/rows_accessible.h"
#include "client/desktop/makers.h"
#include "client/desktop/safety/safety.h"
#include "common/rules/limits.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

using Model = client::MessageListModel;

namespace {

constexpr int holdTickMs = 250;

} // namespace

ConversationView::ConversationView(Context &context, Safety &safety, QWidget *parent)
    : Translated(parent), m_context(context), m_header(new ConversationHeader(context, this)), m_messages(new MessageView(this)),
      m_delegate(new MessageDelegate(context.theme, this, [this](const QModelIndex &index) { return read(index); })),
      m_spoken(new SpokenMessages([this](const QModelIndex &index) { return read(index); }, this)),
      m_timeline(new Timeline(context, *m_messages, *this)), m_typing(makeLabel(this, Tone::Muted)), m_composer(new Composer(context, this)),
      m_actions(new MessageActions(context, *m_messages, *m_composer)), m_picker(new EmojiPicker(context.theme, context.settings, this)),
      m_files(new ConversationFiles(context, *m_messages)), m_dropHere(makeLabel(this, Tone::Title))
{
    setAttribute(Qt::WA_StyledBackground);
    setProperty("panel", u"surface"_s);
    m_messages->setItemDelegate(m_delegate);
    m_typing->setContentsMargins(context.theme.px(20), 0, context.theme.px(20), context.theme.px(4));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_messages, 1);
    layout->addWidget(m_typing);
    layout->addWidget(m_composer);
    m_holding.setInterval(holdTickMs);
    connect(&m_holding, &QTimer::timeout, this, &ConversationView::refreshPermission);
    connectParts(safety);
    connectActions();
    connectFiles();
    retranslate();
}

ConversationView::~ConversationView()
{
    m_composer->keepDraft();
}

void ConversationView::connectParts(Safety &safety)
{
    client::Session &session = m_context.session;
    const auto ifMine = [this](RoomId room) {
        if (m_room == room)
            refresh();
    };
    connect(&session, &client::Session::roomChanged, this, ifMine);
    connect(&session, &client::Session::outboxChanged, this, ifMine);
    connect(&session, &client::Session::blindDateChanged, this, &ConversationView::refreshPermission);
    connect(m_header, &ConversationHeader::backWanted, this, &ConversationView::backWanted);
    connect(m_header, &ConversationHeader::leaveWanted, this, [this, &safety] {
        if (entry() && entry()->room.kind == protocol::RoomKind::Table)
            Q_EMIT tableLeaveWanted(*m_room);
        else
            safety.leave(*m_room);
    });
    connect(m_header, &ConversationHeader::tableWanted, this, [this] { Q_EMIT tableWanted(*m_room); });
    connect(m_header, &ConversationHeader::blockWanted, this, [this, &safety] { safety.block(client::Whom::of(*m_room), client::titleOf(m_context.session.state(), entry()->room)); });
    connect(m_header, &ConversationHeader::reportWanted, this, [this, &safety] { safety.report(client::Whom::of(*m_room), client::titleOf(m_context.session.state(), entry()->room)); });
    connect(m_header, &ConversationHeader::searchWanted, this, &ConversationView::searchWanted);
    connect(m_header, &ConversationHeader::membersWanted, this, [this, &safety] { showMembers(safety); });
    connect(m_composer, &Composer::emojiWanted, this, &ConversationView::pickEmoji);
    connect(m_composer, &Composer::sent, this, [this] {
        if (model())
            model()->resetUnreadLine(); // who answers has read
        m_timeline->toNewest();
    });
    connect(m_composer->edit(), &ComposerEdit::scrollWanted, this, &ConversationView::scroll);
}

void ConversationView::showMembers(Safety &safety)
{
    auto *dialog = new MembersDialog(m_context, *m_room, window());
    const auto nameOf = [this, room = *m_room](int member) {
        const client::RoomEntry *entry = m_context.session.state().room(room);
        const protocol::Member *found = entry ? client::memberOf(entry->room, member) : nullptr;
        return found ? found->name : QString();
    };
    connect(dialog, &MembersDialog::blockWanted, this, [&safety, nameOf, room = *m_room](int member) { safety.block(client::Whom::of(room, member), nameOf(member)); });
    connect(dialog, &MembersDialog::reportWanted, this, [&safety, nameOf, room = *m_room](int member) { safety.report(client::Whom::of(room, member), nameOf(member)); });
    dialog->open();
}

void ConversationView::connectActions()
{
    const auto menuOf = [this](const QModelIndex &index) { showMenu(m_messages->visualRect(index).center(), index); };
    connect(m_messages, &QAbstractItemView::activated, this, [this, menuOf](const QModelIndex &index) {
        if (!read(index).covered)
            return menuOf(index);
        m_files->openImage(index);
        tellCurrentRow(*m_messages); // it is another one now
    });
    connect(m_messages, &MessageView::menuWanted, this, [this](const QModelIndex &index, const QPoint &at) { showMenu(at, index); });
    connect(new HoverButton(m_context.theme, *m_messages, *m_delegate), &HoverButton::menuWanted, this, [this](const QModelIndex &index, const QPoint &at) { showMenu(at, index); });
    connect(m_delegate, &MessageDelegate::failureActivated, this, menuOf);
    connect(m_delegate, &MessageDelegate::linkActivated, this, &ConversationView::askToOpen);
    connect(m_delegate, &MessageDelegate::quoteActivated, this, [this](const QModelIndex &index) { showMessage(index.data(Model::ReplyRole).toLongLong()); });
    connect(m_delegate, &MessageDelegate::reactionActivated, this, [this](const QModelIndex &index, const QString &emoji) { m_actions->react(index.data(Model::SeqRole).toLongLong(), emoji); });
    connect(m_actions, &MessageActions::reactionWanted, this, &ConversationView::pickReaction);
    connect(m_actions, &MessageActions::linkWanted, this, &ConversationView::askToOpen);
    connect(m_composer->edit(), &ComposerEdit::replyStepWanted, m_actions, &MessageActions::stepReply);
    connect(m_composer->edit(), &ComposerEdit::lastWanted, this, [this] {
        if (!m_actions->editLast())
            m_messages->setFocus();
    });
    connect(&m_context.session, &client::Session::messageChanged, this, [this](RoomId room) {
        if (m_room == room)
            m_actions->refresh();
    });
}

void ConversationView::connectFiles()
{
    setAcceptDrops(true);
    m_dropHere->setAlignment(Qt::AlignCenter);
    m_dropHere->setAttribute(Qt::WA_StyledBackground);
    m_dropHere->setProperty("panel", u"surface"_s);
    m_dropHere->hide();
    connect(m_delegate, &MessageDelegate::imageActivated, m_files, &ConversationFiles::openImage);
    connect(m_delegate, &MessageDelegate::fileActivated, m_files, &ConversationFiles::saveFile);
    connect(m_files, &ConversationFiles::said, this, &ConversationView::said);
    connect(m_files, &ConversationFiles::sent, this, [this] {
        m_composer->cancel(); // the answer is on its way with it
        Q_EMIT m_composer->sent();
    });
    connect(m_composer, &Composer::attachWanted, this, [this] { m_files->choose(m_composer->repliedTo()); });
    connect(m_composer->edit(), &ComposerEdit::pasted, this, [this](const QMimeData *what) { m_files->attach(*what, m_composer->repliedTo()); });
    connect(m_actions, &MessageActions::menuMade, m_files, [this](QMenu *menu, const QModelIndex &index) { m_files->addTo(*menu, index); });
}

void ConversationView::dragEnterEvent(QDragEnterEvent *event)
{
    if (!ConversationFiles::isWelcome(*event->mimeData()) || !m_files->mayAttach())
        return;
    event->acceptProposedAction();
    m_dropHere->setGeometry(rect());
    m_dropHere->raise();
    m_dropHere->show();
}

void ConversationView::dragLeaveEvent(QDragLeaveEvent *event)
{
    QWidget::dragLeaveEvent(event);
    m_dropHere->hide();
}

void ConversationView::dropEvent(QDropEvent *event)
{
    m_dropHere->hide();
    event->acceptProposedAction();
    m_files->attach(*event->mimeData(), m_composer->repliedTo());
}

void ConversationView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_dropHere->setGeometry(rect());
}

void ConversationView::retranslate()
{
    m_dropHere->setText(tr("Drop it here to send it"));
    m_messages->setAccessibleName(tr("Messages"));
    refresh();
}

const client::RoomEntry *ConversationView::entry() const
{
    return m_room ? m_context.session.state().room(*m_room) : nullptr;
}

Model *ConversationView::model() const
{
    return m_messages->messages();
}

void ConversationView::let()
{
    if (!m_room)
        return;
    m_timeline->close();
    m_picker->close();
    m_messages->setMessages(nullptr);
    m_spoken->setSourceModel(nullptr);
    m_context.session.closeRoom(*m_room);
}

void ConversationView::setRoom(std::optional<RoomId> room)
{
    if (room == m_room)
        return;
    let();
    m_room = room;
    m_composer->setRoom(room);
    Model *opened = room ? m_context.session.openRoom(*room) : nullptr;
    if (opened) {
        m_spoken->setSourceModel(opened);
        m_messages->setMessages(opened, m_spoken);
        m_timeline->open();
    }
    refresh();
}

void ConversationView::setBackVisible(bool visible)
{
    m_header->setBackVisible(visible);
}

void ConversationView::setHeaderVisible(bool visible)
{
    m_header->setVisible(visible);
}

//! The row as the list has it; in a date also whose avatar it is.
MessageRow ConversationView::read(const QModelIndex &index) const
{
    const client::RoomEntry *now = entry();
    MessageRow row = readMessage(index, now ? &now->room : nullptr);
    m_files->dress(row, index);
    if (now && now->room.kind == protocol::RoomKind::Date)
        if (const auto *member = client::memberOf(now->room, index.data(Model::AuthorNumberRole).toInt()))
            row.authorKey = member->name;
    return row;
}

//! What the host or the room allows at this moment; while it is a matter of seconds they are counted.
void ConversationView::refreshPermission()
{
    const client::RoomEntry *now = entry();
    if (!now)
        return;
    const auto refused = m_context.session.maySend(*m_room);
    const protocol::Date *date = m_context.session.state().dateIn(*m_room);
    const bool live = date && date->phase != protocol::DatePhase::Closed;
    const bool waits = refused && (refused->code == ErrorCode::RoomMuted || refused->code == ErrorCode::RoomSlow);
    const bool pause = waits || (live && refused && (refused->code == ErrorCode::RoomFrozen || refused->code == ErrorCode::RoomCooling));
    m_composer->setHold(pause ? client::sentence(*refused, m_context.session.serverNow()) : QString());
    m_composer->setObstacle(pause ? QString() : obstacle(now->room));
    if (pause && refused->until)
        m_holding.start();
    else
        m_holding.stop();
    m_actions->refresh();
}

void ConversationView::focusComposer()
{
    if (m_composer->edit()->isVisibleTo(this))
        m_composer->focusEdit();
    else
        m_messages->setFocus();
}

void ConversationView::refresh()
{
    const client::RoomEntry *now = entry();
    if (!now)
        return;
    m_header->setRoom(now->room);
    refreshPermission();
    refreshTyping();
    m_timeline->refresh();
}

//! Why nothing can be written now. The limit for strangers is counted here too, so that nobody runs into it; the server
//! decides.
QString ConversationView::obstacle(const protocol::Room &room) const
{
    if (client::hasLeft(room))
        return client::sentence(Error{ErrorCode::RoomLeft});
    if (room.kind == protocol::RoomKind::Date) {
        const protocol::Date *date = m_context.session.state().dateIn(room.room);
        const bool over = !date || date->phase == protocol::DatePhase::Closed;
        return over ? tr("This evening is over. It can still be read for a while.") : QString();
    }
    if (client::isDeserted(room))
        return client::sentence(Error{ErrorCode::RoomEnded});
    if (room.kind == protocol::RoomKind::Group && !m_context.session.mayIn(room.room, Right::Write))
        return client::sentence(Error{ErrorCode::RoomReadOnly});
    if (!model() || model()->hasOlder() || room.kind != protocol::RoomKind::Direct)
        return {};
    int mine = 0;
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        if (index.data(Model::KindRole).value<protocol::MessageKind>() == protocol::MessageKind::Notice)
            continue;
        if (!index.data(Model::MineRole).toBool())
            return {};
        mine += index.data(Model::DeliveryRole).value<Model::Delivery>() != Model::Delivery::Failed ? 1 : 0;
    }
    return mine >= limits::strangerMessages ? tr("Wait until %1 has answered, then you can go on.").arg(client::titleOf(room)) : QString();
}

void ConversationView::refreshTyping()
{
    const client::RoomEntry *now = entry();
    const bool typing = now && !now->typing.empty() && now->room.kind != protocol::RoomKind::Date;
    m_typing->setText(typing ? tr("%1 is writing …").arg(client::titleOf(now->room)) : u" "_s); // a blank keeps the height
}

bool ConversationView::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate || event->type() == QEvent::Show)
        QMetaObject::invokeMethod(m_timeline, &Timeline::refresh, Qt::QueuedConnection);
    return QWidget::event(event);
}

void ConversationView::showMessage(qint64 seq)
{
    m_timeline->showMessage(seq);
}

void ConversationView::scroll(int key)
{
    QScrollBar *bar = m_messages->verticalScrollBar();
    if (key == Qt::Key_End)
        m_timeline->toNewest();
    else
        bar->triggerAction(key == Qt::Key_PageUp ? QAbstractSlider::SliderPageStepSub : QAbstractSlider::SliderPageStepAdd);
}

void ConversationView::pickEmoji()
{
    if (!m_composer->edit()->isVisibleTo(this))
        return;
    const QWidget *button = m_composer->emojiButton();
    m_picker->open({button->mapToGlobal(QPoint(0, 0)), button->size()}, m_composer->edit(), [this](const QString &emoji) { m_composer->insertEmoji(emoji); });
}

void ConversationView::pickReaction(qint64 seq)
{
    const QRect row = m_messages->visualRect(m_messages->model()->index(model()->rowOfSeq(seq), 0)).intersected(m_messages->viewport()->rect());
    m_picker->open({m_messages->viewport()->mapToGlobal(row.topLeft()), row.size()}, m_messages, [this, seq](const QString &emoji) { m_actions->react(seq, emoji); });
}

void ConversationView::askToOpen(const QUrl &url)
{
    auto *dialog = new LinkDialog(m_context.theme, url, window());
    connect(dialog, &LinkDialog::openWanted, this, [](const QUrl &wanted) { QDesktopServices::openUrl(wanted); });
    dialog->open();
}

void ConversationView::showMenu(const QPoint &at, const QModelIndex &index)
{
    if (QMenu *menu = index.isValid() ? m_actions->menu(index, read(index)) : nullptr)
        menu->popup(m_messages->viewport()->mapToGlobal(at));
}

//! Esc gives up what was begun, one thing after the other, and then goes to the newest message.
void ConversationView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_E && event->modifiers() == Qt::ControlModifier)
        pickEmoji();
    else if (event->key() != Qt::Key_Escape || (!m_timeline->cancel() && !m_composer->cancel() && !m_timeline->toNewest()))
        QWidget::keyPressEvent(event);
}

} // namespace jjak::desktop
