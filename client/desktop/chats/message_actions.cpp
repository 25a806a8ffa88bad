// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/chats/message_actions.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QWidgetAction>

#include "client/desktop/chats/composer.h"
#include "client/desktop/chats/message_rows.h"
#include "client/desktop/chats/message_view.h"
#include "client/desktop/chats/reaction_row.h"
#include "client/desktop/kit/icons.h"
#include "client/desktop/kit/message_text.h"
#include "client/desktop/safety/confirm_dialog.h"
#include "common/rules/limits.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

using Model = client::MessageListModel;
using protocol::MessageKind;

namespace {

constexpr int longestLink = 70;

//! The address as machines write it; the dialog shows all of it.
QString menuText(const QUrl &url)
{
    QString text = plainAddress(url);
    if (text.size() > longestLink)
        text = text.left(longestLink) + u'…';
    return text.replace(u'&', u"&&"_s); // no mnemonic
}

bool isMine(const protocol::Reaction &reaction, int me)
{
    return reaction.members.contains(me);
}

} // namespace

MessageActions::MessageActions(Context &context, MessageView &messages, Composer &composer)
    : QObject(&messages), m_context(context), m_messages(messages), m_composer(composer)
{
}

std::optional<RoomId> MessageActions::room() const
{
    return m_messages.messages() ? std::optional(m_messages.messages()->room()) : std::nullopt;
}

const client::RoomEntry *MessageActions::entry() const
{
    return room() ? m_context.session.state().room(*room()) : nullptr;
}

std::optional<protocol::Message> MessageActions::message(qint64 seq) const
{
    return room() && seq > 0 ? m_context.session.cachedMessage(*room(), seq) : std::nullopt;
}

MessageActions::Offer MessageActions::offered(qint64 seq) const
{
    const auto one = message(seq);
    const client::RoomEntry *now = entry();
    if (!one || !now || one->deleted || one->kind == MessageKind::Notice)
        return {};
    const bool writable = !m_context.session.maySend(*room());
    return {.reply = writable && m_composer.mayReply(), .edit = m_context.session.mayEdit(*room(), *one),
            .remove = m_context.session.mayDelete(*room(), *one), // also where nothing can be written any more
            .react = m_context.session.mayReact(*room())};
}

QMenu *MessageActions::menu(const QModelIndex &index, const MessageRow &row)
{
    const qint64 seq = index.data(Model::SeqRole).toLongLong();
    const ClientId cid = index.data(Model::CidRole).value<ClientId>();
    auto *menu = new QMenu(&m_messages);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (row.state == SendState::Failed)
        menu->addAction(themedIcon(m_context.theme, u"refresh"_s), tr("Send again"), this, [this, cid] { m_context.session.retry(cid); });
    addReactions(*menu, seq);
    addTasks(*menu, seq);
    Q_EMIT menuMade(menu, index);
    if (!row.deleted && !row.text.isEmpty()) {
        menu->addAction(themedIcon(m_context.theme, u"copy"_s), tr("Copy the text"), this, [text = row.text] { QGuiApplication::clipboard()->setText(text); });
        for (const Link &link : findLinks(displayText(row.text))) // those that can be seen
            menu->addAction(themedIcon(m_context.theme, u"external"_s), menuText(link.url), this, [this, url = link.url] { Q_EMIT linkWanted(url); });
    }
    if (offered(seq).remove)
        menu->addAction(themedIcon(m_context.theme, u"trash"_s, IconTone::Danger), tr("Delete for everyone …"), this, [this, seq] { remove(seq); });
    if (!cid.isNull())
        menu->addAction(themedIcon(m_context.theme, u"trash"_s), tr("Delete"), this, [this, cid] { m_context.session.discard(cid); });
    if (!menu->isEmpty())
        return menu;
    delete menu;
    return nullptr;
}

void MessageActions::addReactions(QMenu &menu, qint64 seq)
{
    if (!offered(seq).react)
        return;
    QStringList present, mine;
    for (const protocol::Reaction &one : message(seq)->reactions.value_or(QList<protocol::Reaction>())) {
        present.append(one.emoji);
        if (isMine(one, entry()->room.me))
            mine.append(one.emoji);
    }
    auto *row = new ReactionRow(m_context.theme, present, mine, &menu);
    auto *action = new QWidgetAction(&menu);
    action->setText(tr("React"));
    action->setDefaultWidget(row);
    menu.addAction(action);
    menu.addAction(themedIcon(m_context.theme, u"emoji"_s), tr("Other reaction …"), this, [this, seq] { Q_EMIT reactionWanted(seq); });
    connect(row, &ReactionRow::chosen, this, [this, seq, menu = &menu](const QString &emoji) {
        menu->close();
        react(seq, emoji);
    });
}

void MessageActions::addTasks(QMenu &menu, qint64 seq)
{
    const Offer offer = offered(seq);
    if (offer.reply)
        menu.addAction(themedIcon(m_context.theme, u"reply"_s), tr("Reply"), this, [this, seq] { reply(seq); });
    if (offer.edit)
        menu.addAction(themedIcon(m_context.theme, u"edit"_s), tr("Edit"), this, [this, seq] { edit(seq); });
}

void MessageActions::reply(qint64 seq)
{
    const int row = m_messages.messages() ? m_messages.messages()->rowOfSeq(seq) : -1;
    if (row < 0 || !offered(seq).reply)
        return;
    const MessageRow shown = readMessage(m_messages.messages()->index(row, 0));
    const QString line = shown.text.section(u'\n', 0, 0);
    m_composer.replyTo(seq, shown.mine ? tr("Reply to yourself: %1", "first line").arg(line) : tr("Reply to %1: %2", "name, first line").arg(shown.author, line));
    m_composer.focusEdit();
}

void MessageActions::edit(qint64 seq)
{
    if (!offered(seq).edit)
        return;
    m_composer.editMessage(seq, message(seq)->text);
    m_composer.focusEdit();
}

bool MessageActions::editLast()
{
    const Model *model = m_messages.messages();
    const int rows = model ? model->rowCount() : 0;
    for (int row = rows - 1; row >= std::max(0, rows - limits::historyPage); --row) {
        const QModelIndex index = model->index(row, 0);
        const qint64 seq = index.data(Model::SeqRole).toLongLong();
        if (!index.data(Model::MineRole).toBool() || !offered(seq).edit)
            continue;
        m_messages.scrollTo(m_messages.model()->index(row, 0));
        edit(seq);
        return true;
    }
    return false;
}

void MessageActions::stepReply(int step)
{
    const Model *model = m_messages.messages();
    if (!model)
        return;
    const int rows = model->rowCount(), from = m_composer.repliedTo() > 0 ? model->rowOfSeq(m_composer.repliedTo()) : rows;
    for (int row = (from < 0 ? rows : from) + step; row >= 0 && row < rows; row += step) {
        const qint64 seq = model->index(row, 0).data(Model::SeqRole).toLongLong();
        if (!offered(seq).reply)
            continue;
        choose(row);
        return reply(seq);
    }
    if (step > 0 && m_composer.repliedTo() > 0)
        m_composer.cancel();
}

void MessageActions::remove(qint64 seq)
{
    if (!offered(seq).remove)
        return;
    auto *dialog = new ConfirmDialog(m_context.theme, tr("Delete this message?"),
                                     tr("Its words and all reactions to it disappear for everybody; that there was a message stays visible. This cannot be undone."),
                                     tr("Delete for everyone"), m_messages.window());
    connect(dialog, &QDialog::accepted, this, [this, seq, in = *room()] { m_context.session.deleteMessage(in, seq); });
    dialog->open();
}

void MessageActions::react(qint64 seq, const QString &emoji)
{
    if (!offered(seq).react)
        return;
    const auto now = message(seq)->reactions.value_or(QList<protocol::Reaction>());
    const auto there = std::ranges::find(now, emoji, &protocol::Reaction::emoji);
    m_context.session.react(*room(), seq, emoji, there == now.end() || !isMine(*there, entry()->room.me));
}

void MessageActions::choose(int row)
{
    const QModelIndex index = m_messages.model()->index(row, 0);
    m_messages.setCurrentIndex(index);
    m_messages.scrollTo(index, m_messages.visualRect(index).height() > m_messages.viewport()->height() ? QAbstractItemView::PositionAtTop : QAbstractItemView::EnsureVisible);
}

void MessageActions::refresh()
{
    const client::RoomEntry *now = entry();
    const bool edits = m_composer.edited() > 0;
    const qint64 seq = edits ? m_composer.edited() : m_composer.repliedTo();
    if (seq == 0 || !now)
        return;
    const auto one = message(seq);
    const bool gone = !one || one->deleted; // its words stand above the box
    const auto refused = m_context.session.maySend(now->room.room);
    const bool pauses = refused && (refused->code == ErrorCode::RoomFrozen || refused->code == ErrorCode::RoomCooling || refused->code == ErrorCode::Unavailable);
    if (gone || (edits && refused && !pauses))
        m_composer.cancel();
}

} // namespace jjak::desktop
