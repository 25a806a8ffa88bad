// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/chats/message_rows.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include "client/core/models/message_list_model.h"
#include "client/core/state/mentions.h"
#include "client/core/state/state.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

using Model = client::MessageListModel;

QString rowId(const QModelIndex &index)
{
    const qint64 seq = index.data(Model::SeqRole).toLongLong();
    const QByteArray cid = index.data(Model::CidRole).value<ClientId>().toText();
    const auto *proxy = qobject_cast<const QIdentityProxyModel *>(index.model());
    const auto *model = qobject_cast<const Model *>(proxy ? proxy->sourceModel() : index.model());
    const QByteArray room = model ? model->room().toText() : QByteArray();
    return QString::fromLatin1(room + '/' + (seq > 0 ? QByteArray::number(seq) : cid));
}

RowKind kindOf(protocol::MessageKind kind)
{
    if (kind == protocol::MessageKind::Host)
        return RowKind::Host;
    return kind == protocol::MessageKind::Notice ? RowKind::Notice : RowKind::Message;
}

SendState stateOf(Model::Delivery delivery)
{
    switch (delivery) {
    case Model::Delivery::Queued: return SendState::Queued;
    case Model::Delivery::Stored: return SendState::Stored;
    case Model::Delivery::Delivered: return SendState::Delivered;
    case Model::Delivery::Read: return SendState::Read;
    case Model::Delivery::Failed: return SendState::Failed;
    }
    return SendState::None;
}

//! One name, or several joined; one's own comes as "You".
QString namesOf(const protocol::Reaction &reaction, const protocol::Room &room)
{
    QStringList names;
    for (const int number : reaction.members) {
        const protocol::Member *member = client::memberOf(room, number);
        if (number == room.me)
            names.prepend(QCoreApplication::translate("jjak::desktop::MessageRow", "You"));
        else if (member)
            names.append(client::nameOf(*member));
    }
    return QLocale().createSeparatedList(names);
}

QList<ReactionPill> pillsOf(const QList<protocol::Reaction> &reactions, const protocol::Room *room)
{
    QList<ReactionPill> pills;
    for (const protocol::Reaction &one : reactions)
        pills.append({.emoji = one.emoji, .count = int(one.members.size()), .mine = room && one.members.contains(room->me), .names = room ? namesOf(one, *room) : QString()});
    return pills;
}

//! The line of what is answered; also when it is not here.
QString quoteOf(const QModelIndex &index)
{
    if (index.data(Model::ReplyRole).toLongLong() == 0)
        return {};
    const QString quote = index.data(Model::QuoteRole).toString();
    return quote.isEmpty() ? QCoreApplication::translate("jjak::desktop::MessageRow", "an earlier message") : quote;
}

//! Where it names the one who reads it, by the name that the room knows.
QList<TextSpan> callsIn(const QString &text, const protocol::Room *room)
{
    const protocol::Member *me = room ? client::memberOf(*room, room->me) : nullptr;
    QList<TextSpan> spans;
    for (const qsizetype at : me ? client::callsIn(text, me->name) : QList<qsizetype>())
        spans.append({at, me->name.size() + 1});
    return spans;
}

} // namespace

QString dayText(const QDate &day)
{
    const QDate today = QDate::currentDate();
    if (day == today)
        return QCoreApplication::translate("jjak::desktop::MessageRow", "Today");
    if (day == today.addDays(-1))
        return QCoreApplication::translate("jjak::desktop::MessageRow", "Yesterday");
    return QLocale().toString(day, QLocale::LongFormat);
}

MessageRow readMessage(const QModelIndex &index, const protocol::Room *room)
{
    MessageRow row;
    row.id = rowId(index);
    row.kind = kindOf(index.data(Model::KindRole).value<protocol::MessageKind>());
    row.text = index.data(Model::TextRole).toString();
    row.author = row.kind == RowKind::Host ? QCoreApplication::translate("jjak::desktop::MessageRow", "Host") : index.data(Model::AuthorRole).toString();
    row.authorKey = row.author;
    row.mine = index.data(Model::MineRole).toBool();
    const QDateTime at = index.data(Model::AtRole).toDateTime();
    row.timeText = QLocale().toString(at.time(), QLocale::ShortFormat);
    if (index.data(Model::DayStartRole).toBool())
        row.daySeparator = dayText(at.date());
    row.unreadLine = index.data(Model::UnreadLineRole).toBool();
    row.firstOfGroup = index.data(Model::GroupFirstRole).toBool();
    row.lastOfGroup = index.data(Model::GroupLastRole).toBool();
    if (row.mine && row.kind == RowKind::Message)
        row.state = stateOf(index.data(Model::DeliveryRole).value<Model::Delivery>());
    if (const QDateTime until = index.data(Model::ExpiresRole).toDateTime(); until.isValid())
        row.until = until.date() == at.date() ? QLocale().toString(until.time(), QLocale::ShortFormat) : QLocale().toString(until, QLocale::ShortFormat);
    row.failure = index.data(Model::ErrorRole).toString();
    row.deleted = index.data(Model::DeletedRole).toBool();
    row.edited = index.data(Model::EditedRole).toBool();
    row.quote = row.deleted ? QString() : quoteOf(index);
    row.callsMe = index.data(Model::MentionsMeRole).toBool() && !row.mine && !row.deleted;
    if (row.callsMe)
        row.calls = callsIn(row.text, room);
    row.reactions = pillsOf(index.data(Model::ReactionsRole).value<QList<protocol::Reaction>>(), room);
    return row;
}

QVariant SpokenMessages::data(const QModelIndex &index, int role) const
{
    if (role == Qt::AccessibleTextRole)
        return accessibleText(m_read(index));
    return QIdentityProxyModel::data(index, role);
}

} // namespace jjak::desktop
