// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/chats/message_rows.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include "client/core/models/message_list_model.h"

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
    case Model::Delivery::Read: return SendState::Read;
    case Model::Delivery::Failed: return SendState::Failed;
    }
    return SendState::None;
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

MessageRow readMessage(const QModelIndex &index)
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
    row.failure = index.data(Model::ErrorRole).toString();
    return row;
}

QVariant SpokenMessages::data(const QModelIndex &index, int role) const
{
    if (role == Qt::AccessibleTextRole)
        return accessibleText(readMessage(index));
    return QIdentityProxyModel::data(index, role);
}

} // namespace jjak::desktop
