// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/models/message_list_model.h"

#include <QDateTime>

#include "client/core/sentences.h"

namespace jjak::client {

using protocol::Message;
using protocol::MessageKind;

namespace {

constexpr Duration groupTime = 5min;

QDateTime local(Time at)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(at));
}

} // namespace

//! What stands in one row, wherever it comes from.
struct MessageListModel::Shown {
    const Message *message = nullptr;   //!< one of these two
    const OutboxEntry *entry = nullptr;
    int author = 0;
    MessageKind kind = MessageKind::Text;
    Time at;
};

MessageListModel::MessageListModel(RoomId room, MessageSource &source, QObject *parent) : QAbstractListModel(parent), m_room(room), m_source(source) {}

int MessageListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_messages.size() + m_outbox.size());
}

MessageListModel::Shown MessageListModel::shown(int row) const
{
    if (row < int(m_messages.size())) {
        const Message &message = m_messages[size_t(row)];
        return {&message, nullptr, message.author, message.kind, message.at};
    }
    const OutboxEntry &entry = m_outbox[size_t(row) - m_messages.size()];
    return {nullptr, &entry, m_info.me, MessageKind::Text, entry.created};
}

bool MessageListModel::sameGroup(const Shown &above, const Shown &below) const
{
    const bool plain = above.kind != MessageKind::Notice && below.kind != MessageKind::Notice;
    return plain && above.author == below.author && below.at - above.at <= groupTime && local(above.at).date() == local(below.at).date();
}

QVariant MessageListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const Shown m = shown(row);
    const protocol::Member *author = memberOf(m_info, m.author);
    switch (role) {
    case TextRole:
        if (m.kind == MessageKind::Notice)
            return noticeSentence(m.message->text, author ? author->name : QString(), m.author == m_info.me);
        return m.message ? m.message->text : m.entry->text;
    case KindRole:
        return QVariant::fromValue(m.kind);
    case MineRole:
        return m.author == m_info.me && m.author != 0;
    case AuthorRole:
        return author && m.kind != MessageKind::Notice ? author->name : QString();
    case AuthorNumberRole:
        return m.author;
    case DeliveryRole:
        return QVariant::fromValue(deliveryOf(m));
    case SeqRole:
        return m.message ? m.message->seq : qint64(0);
    case CidRole:
        return QVariant::fromValue(m.entry ? m.entry->cid : ClientId());
    case ErrorRole:
        return m.entry && m.entry->state == OutboxEntry::State::Refused ? sentence(m.entry->error) : QString();
    case UnreadLineRole:
        return row == unreadLineRow();
    default:
        return timeData(row, m, role);
    }
}

QVariant MessageListModel::timeData(int row, const Shown &m, int role) const
{
    switch (role) {
    case AtRole:
        return local(m.at);
    case DayStartRole:
        return row == 0 || local(shown(row - 1).at).date() != local(m.at).date();
    case GroupFirstRole:
        return row == 0 || row == unreadLineRow() || !sameGroup(shown(row - 1), m);
    case GroupLastRole:
        return row + 1 == rowCount() || row + 1 == unreadLineRow() || !sameGroup(m, shown(row + 1));
    default:
        return {};
    }
}

MessageListModel::Delivery MessageListModel::deliveryOf(const Shown &m) const
{
    if (m.message)
        return m.message->seq <= m_read ? Delivery::Read : Delivery::Stored;
    switch (m.entry->state) {
    case OutboxEntry::State::Refused:
        return Delivery::Failed;
    case OutboxEntry::State::Stored:
        return Delivery::Stored;
    case OutboxEntry::State::Waiting:
        break;
    }
    return Delivery::Queued;
}

QHash<int, QByteArray> MessageListModel::roleNames() const
{
    return {{TextRole, "text"}, {KindRole, "kind"}, {MineRole, "mine"}, {AuthorRole, "author"}, {AuthorNumberRole, "authorNumber"}, {AtRole, "at"}, {DeliveryRole, "delivery"},
            {SeqRole, "seq"}, {CidRole, "cid"}, {ErrorRole, "error"}, {DayStartRole, "dayStart"}, {GroupFirstRole, "groupFirst"}, {GroupLastRole, "groupLast"}, {UnreadLineRole, "unreadLine"}};
}

bool MessageListModel::hasOlder() const
{
    return !m_top && (m_messages.empty() ? m_info.head > 0 : m_messages.front().seq > 1);
}

void MessageListModel::fetchOlder()
{
    if (m_fetching || !hasOlder())
        return;
    const qint64 before = m_messages.empty() ? m_info.head + 1 : m_messages.front().seq;
    if (const auto cached = m_source.cachedBefore(m_room, before, limits::historyPage); !cached.isEmpty())
        return prepend(cached);
    setFetching(true);
    m_source.fetchBefore(m_room, before);
}

int MessageListModel::rowOfSeq(qint64 seq) const
{
    if (m_messages.empty() || seq < m_messages.front().seq || seq > m_messages.back().seq)
        return -1;
    return int(seq - m_messages.front().seq);
}

int MessageListModel::rowOfCid(ClientId cid) const
{
    const auto it = std::ranges::find(m_outbox, cid, &OutboxEntry::cid);
    return it == m_outbox.end() ? -1 : int(m_messages.size()) + int(it - m_outbox.begin());
}

int MessageListModel::unreadLineRow() const
{
    return m_unreadAfter < 0 ? -1 : rowOfSeq(m_unreadAfter + 1);
}

void MessageListModel::resetUnreadLine()
{
    const int before = unreadLineRow();
    const protocol::Member *me = meIn(m_info);
    m_unreadAfter = me && me->read < m_info.head ? me->read : -1;
    const int after = unreadLineRow();
    for (const int row : {before, after})
        if (before != after && row >= 0)
            touch(std::max(0, row - 1), row);
}

void MessageListModel::setRoom(const protocol::Room &room)
{
    const bool first = m_info.room.isNull();
    const bool membersChanged = m_info.members.size() != room.members.size() || m_info.version != room.version;
    const bool hadOlder = hasOlder();
    const qint64 readBefore = m_read;
    m_info = room;
    m_read = readByOthers(room);
    if (first)
        return resetUnreadLine();
    if (membersChanged || hadOlder != hasOlder())
        touch(0, rowCount() - 1);
    else if (m_read > readBefore && !m_messages.empty())
        touch(int(std::max<qint64>(0, readBefore + 1 - m_messages.front().seq)), int(std::min<qint64>(qint64(m_messages.size()), m_read + 1 - m_messages.front().seq)) - 1, {DeliveryRole});
}

void MessageListModel::append(const QList<Message> &messages, bool jump)
{
    if (messages.isEmpty())
        return;
    const bool follows = m_messages.empty() || messages.first().seq == m_messages.back().seq + 1;
    if (jump || !follows) {
        beginResetModel();
        m_messages.assign(messages.begin(), messages.end());
        m_top = false;
        endResetModel();
        return setFetching(false);
    }
    const int row = int(m_messages.size());
    beginInsertRows({}, row, row + int(messages.size()) - 1);
    m_messages.insert(m_messages.end(), messages.begin(), messages.end());
    endInsertRows();
    // The neighbours may now belong to the same group.
    touch(row - 1, row - 1, {GroupLastRole});
    const int below = row + int(messages.size());
    touch(below, below, {GroupFirstRole, DayStartRole});
}

void MessageListModel::reload(qint64 have)
{
    const auto page = m_source.cachedBefore(m_room, have + 1, limits::historyPage);
    beginResetModel();
    m_messages.assign(page.begin(), page.end());
    endResetModel();
}

void MessageListModel::olderArrived(qint64 before, const QList<Message> &messages)
{
    setFetching(false);
    if (!m_messages.empty() && m_messages.front().seq != before)
        return;
    if (messages.isEmpty()) {
        m_top = true;
        return touch(0, 0, {DayStartRole});
    }
    if (messages.last().seq == before - 1)
        prepend(messages);
}

void MessageListModel::olderFailed()
{
    setFetching(false);
}

void MessageListModel::prepend(const QList<Message> &messages)
{
    const int count = int(messages.size());
    beginInsertRows({}, 0, count - 1);
    m_messages.insert(m_messages.begin(), messages.begin(), messages.end());
    endInsertRows();
    touch(count, count, {GroupFirstRole, DayStartRole, UnreadLineRole});
    Q_EMIT olderLoaded(count);
}

void MessageListModel::setOutbox(const std::vector<OutboxEntry> &entries)
{
    const int base = int(m_messages.size());
    // What goes, comes and changes, row by row, so that a view keeps its selection and its place.
    for (int i = int(m_outbox.size()) - 1; i >= 0; --i)
        if (std::ranges::find(entries, m_outbox[size_t(i)].cid, &OutboxEntry::cid) == entries.end()) {
            beginRemoveRows({}, base + i, base + i);
            m_outbox.erase(m_outbox.begin() + i);
            endRemoveRows();
        }
    const bool sameOrder = m_outbox.size() <= entries.size() && std::ranges::equal(m_outbox, std::vector(entries.begin(), entries.begin() + qsizetype(m_outbox.size())), {}, &OutboxEntry::cid, &OutboxEntry::cid);
    if (!sameOrder && !m_outbox.empty()) {
        beginRemoveRows({}, base, base + int(m_outbox.size()) - 1);
        m_outbox.clear();
        endRemoveRows();
    }
    for (size_t i = 0; i < m_outbox.size(); ++i)
        if (!(m_outbox[i] == entries[i])) {
            m_outbox[i] = entries[i];
            touch(base + int(i), base + int(i));
        }
    if (const size_t had = m_outbox.size(); had < entries.size()) {
        beginInsertRows({}, base + int(had), base + int(entries.size()) - 1);
        m_outbox.insert(m_outbox.end(), entries.begin() + qsizetype(had), entries.end());
        endInsertRows();
        touch(base + int(had) - 1, base + int(had) - 1, {GroupLastRole});
    }
    touch(rowCount() - 1, rowCount() - 1, {GroupLastRole});
}

void MessageListModel::setFetching(bool fetching)
{
    if (std::exchange(m_fetching, fetching) != fetching)
        Q_EMIT fetchingChanged(fetching);
}

void MessageListModel::touch(int from, int to, const QList<int> &roles)
{
    if (from >= 0 && from <= to && to < rowCount())
        Q_EMIT dataChanged(index(from), index(to), roles);
}

} // namespace jjak::client
