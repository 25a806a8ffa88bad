// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/models/message_list_model.h"

#include <QCoreApplication>
#include <QDateTime>
#include <algorithm>

#include "client/core/sentences.h"

namespace jjak::client {

using protocol::Message;
using protocol::MessageKind;

namespace {

constexpr Duration groupTime = 5min;
constexpr int quoteLength = 200;
constexpr qint64 mostAtOnce = 1000; // from the cache: some milliseconds

QDateTime local(Time at)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(at));
}

//! As far as it is known before the server has looked at it.
protocol::Attachment attachmentOf(const OutgoingFile &file)
{
    protocol::Attachment out;
    out.name = file.name;
    out.bytes = file.bytes;
    return out;
}

MessageKind kindOf(const OutboxEntry &entry)
{
    return !entry.file ? MessageKind::Text : entry.file->image ? MessageKind::Image : MessageKind::File;
}

} // namespace

//! What stands in one row, wherever it comes from.
struct MessageListModel::Shown {
    const Message *message = nullptr;   //!< one of these two
    const OutboxEntry *entry = nullptr;
    int author = 0;
    MessageKind kind = MessageKind::Text;
    Time at;

    qint64 reply() const { return message ? message->reply.value_or(0) : entry->reply; }
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
    return {nullptr, &entry, m_info.me, kindOf(entry), entry.created};
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
        return m.message ? wordsOf(*m.message) : m.entry->text;
    case KindRole:
        return QVariant::fromValue(m.kind);
    case MineRole:
        return m.author == m_info.me && m.author != 0;
    case AuthorRole:
        return author && m.kind != MessageKind::Notice ? nameOf(*author) : QString();
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
        return changeData(m, role);
    }
}

QVariant MessageListModel::changeData(const Shown &m, int role) const
{
    const Message *message = m.message;
    switch (role) {
    case ReplyRole:
        return m.reply();
    case QuoteRole:
        return m.reply() > 0 ? quoteOf(m.reply()) : QString();
    case EditedRole:
        return message && message->edited && !message->deleted;
    case DeletedRole:
        return message && message->deleted;
    case ReactionsRole:
        return QVariant::fromValue(message ? message->reactions.value_or(QList<protocol::Reaction>()) : QList<protocol::Reaction>());
    default:
        return fileData(m, role);
    }
}

QVariant MessageListModel::fileData(const Shown &m, int role) const
{
    const Message *message = m.message;
    switch (role) {
    case FileRole:
        if (message)
            return message->file ? QVariant::fromValue(*message->file) : QVariant();
        return m.entry->file ? QVariant::fromValue(attachmentOf(*m.entry->file)) : QVariant();
    case UploadRole:
        return m.entry && m.entry->file ? m.entry->file->percent() : -1;
    case ExpiresRole:
        return message && message->expires ? local(*message->expires) : QDateTime();
    case MentionsMeRole: {
        const auto mentions = message ? message->mentions.value_or(QList<int>()) : m.entry->mentions;
        return mentions.contains(m_info.me);
    }
    default:
        return {};
    }
}

QString MessageListModel::wordsOf(const Message &message) const
{
    if (message.deleted)
        return deletedSentence();
    if (message.kind == MessageKind::Host)
        return m_source.hostText(m_room, message);
    if (message.kind != MessageKind::Notice)
        return message.text;
    return noticeText(m_info, message);
}

QString MessageListModel::quoteOf(qint64 seq) const
{
    const int row = rowOfSeq(seq);
    const auto quoted = row >= 0 ? std::optional(m_messages[size_t(row)]) : m_source.cachedMessage(m_room, seq);
    if (!quoted || isHidden(*quoted))
        return {};
    const QString words = wordsOf(*quoted).left(quoteLength).simplified();
    const protocol::Member *author = quoted->kind == MessageKind::Text ? memberOf(m_info, quoted->author) : nullptr;
    if (!author || author->name.isEmpty())
        return words;
    return QCoreApplication::translate("jjak", "%1: %2", "a quote: who wrote it, and what").arg(nameOf(*author), words);
}

MessageListModel::Delivery MessageListModel::deliveryOf(const Shown &m) const
{
    if (m.message)
        return m.message->seq <= m_read ? Delivery::Read : m.message->seq <= m_got ? Delivery::Delivered : Delivery::Stored;
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
            {SeqRole, "seq"}, {CidRole, "cid"}, {ErrorRole, "error"}, {DayStartRole, "dayStart"}, {GroupFirstRole, "groupFirst"}, {GroupLastRole, "groupLast"}, {UnreadLineRole, "unreadLine"},
            {ReplyRole, "reply"}, {QuoteRole, "quote"}, {EditedRole, "edited"}, {DeletedRole, "deleted"}, {ReactionsRole, "reactions"},
            {FileRole, "file"}, {UploadRole, "upload"}, {ExpiresRole, "expires"}, {MentionsMeRole, "mentionsMe"}};
}

bool MessageListModel::hasOlder() const
{
    return !m_top && (m_last == 0 ? m_info.head > m_info.floor : m_first > m_info.floor + 1);
}

void MessageListModel::fetchOlder()
{
    fetchBefore(limits::historyPage);
}

void MessageListModel::fetchTowards(qint64 seq)
{
    fetchBefore(int(std::clamp<qint64>(m_first - seq + limits::historyPage, limits::historyPage, mostAtOnce)));
}

void MessageListModel::fetchBefore(int limit)
{
    if (m_fetching || !hasOlder())
        return;
    const qint64 before = m_last == 0 ? m_info.head + 1 : m_first;
    if (const auto cached = m_source.cachedBefore(m_room, before, limit); !cached.isEmpty())
        return prepend(cached);
    setFetching(true);
    m_source.fetchBefore(m_room, before);
}

int MessageListModel::rowOfSeq(qint64 seq) const
{
    const int row = rowFrom(seq);
    return row < int(m_messages.size()) && m_messages[size_t(row)].seq == seq ? row : -1;
}

//! The first row of that number or a higher one; behind the last message when there is none.
int MessageListModel::rowFrom(qint64 seq) const
{
    return int(std::ranges::lower_bound(m_messages, seq, {}, &Message::seq) - m_messages.begin());
}

int MessageListModel::rowOfCid(ClientId cid) const
{
    const auto it = std::ranges::find(m_outbox, cid, &OutboxEntry::cid);
    return it == m_outbox.end() ? -1 : int(m_messages.size()) + int(it - m_outbox.begin());
}

int MessageListModel::unreadLineRow() const
{
    return m_unreadAfter < 0 ? -1 : rowAtOrAfter(m_unreadAfter + 1);
}

int MessageListModel::rowAtOrAfter(qint64 seq) const
{
    const int row = seq < m_first ? -1 : rowFrom(seq);
    return row < int(m_messages.size()) ? row : -1;
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
    const qint64 readBefore = m_read, gotBefore = m_got;
    m_info = room;
    m_read = readByOthers(room);
    m_got = gotByOthers(room);
    if (first)
        return resetUnreadLine();
    if (membersChanged || hadOlder != hasOlder())
        touch(0, rowCount() - 1);
    else if (!m_messages.empty())
        touchDelivery(readBefore, gotBefore);
}

//! Own messages between where the others were and where they are now.
void MessageListModel::touchDelivery(qint64 readBefore, qint64 gotBefore)
{
    qint64 from = std::numeric_limits<qint64>::max(), to = 0;
    for (const auto &[before, now] : {std::pair(readBefore, m_read), std::pair(gotBefore, m_got)})
        if (before != now) {
            from = std::min({from, before, now});
            to = std::max({to, before, now});
        }
    if (from < to)
        touch(rowFrom(from + 1), rowFrom(to + 1) - 1, {DeliveryRole});
}

//! What somebody did to the room is for everybody to know.
bool MessageListModel::isHidden(const Message &message) const
{
    return message.kind != MessageKind::Notice && m_hidden.contains(message.author);
}

std::vector<Message> MessageListModel::shownOf(const QList<Message> &messages) const
{
    std::vector<Message> out;
    std::ranges::copy_if(messages, std::back_inserter(out), [&](const Message &message) { return !isHidden(message); });
    return out;
}

void MessageListModel::replace(const QList<Message> &messages)
{
    const auto now = shownOf(messages);
    beginResetModel();
    m_messages.assign(now.begin(), now.end());
    m_first = messages.isEmpty() ? 0 : messages.first().seq;
    m_last = messages.isEmpty() ? 0 : messages.last().seq;
    endResetModel();
}

void MessageListModel::setHidden(const QList<int> &members, qint64 have)
{
    const QList<int> before = std::exchange(m_hidden, members);
    if (before == members || m_last == 0)
        return;
    if (!std::ranges::all_of(before, [&](int member) { return members.contains(member); }))
        return reload(have);
    for (int row = int(m_messages.size()) - 1; row >= 0; --row)
        if (isHidden(m_messages[size_t(row)])) {
            beginRemoveRows({}, row, row);
            m_messages.erase(m_messages.begin() + row);
            endRemoveRows();
        }
    touch(0, rowCount() - 1, {GroupFirstRole, GroupLastRole, DayStartRole, UnreadLineRole, QuoteRole});
}

void MessageListModel::wordsChanged()
{
    touch(0, rowCount() - 1, {TextRole, QuoteRole});
}

void MessageListModel::change(const QList<Message> &messages)
{
    for (const Message &message : messages) {
        const int row = rowOfSeq(message.seq);
        if (row >= 0 && m_messages[size_t(row)] == message)
            continue;
        if (row >= 0) {
            m_messages[size_t(row)] = message;
            touch(row, row);
        }
        touchQuotes(message.seq, message.seq);
    }
}

//! Rows that quote a message of these numbers show something else.
void MessageListModel::touchQuotes(qint64 from, qint64 to)
{
    for (int row = rowFrom(from + 1); row < rowCount(); ++row)
        if (const qint64 reply = shown(row).reply(); reply >= from && reply <= to)
            touch(row, row, {QuoteRole});
}

void MessageListModel::append(const QList<Message> &messages, bool jump, qint64 upTo)
{
    if (messages.isEmpty()) {
        m_last = m_last == 0 ? 0 : std::max(m_last, upTo);
        return;
    }
    const bool follows = upTo > 0 || m_last == 0 || messages.first().seq == m_last + 1;
    if (jump || !follows) {
        replace(messages);
        m_last = std::max(m_last, upTo);
        m_top = false;
        return setFetching(false);
    }
    m_first = m_last == 0 ? messages.first().seq : m_first;
    m_last = std::max(messages.last().seq, upTo);
    const auto added = shownOf(messages);
    if (added.empty())
        return;
    const int row = int(m_messages.size());
    beginInsertRows({}, row, row + int(added.size()) - 1);
    m_messages.insert(m_messages.end(), added.begin(), added.end());
    endInsertRows();
    // The neighbours may now belong to the same group.
    touch(row - 1, row - 1, {GroupLastRole});
    const int below = row + int(added.size());
    touch(below, below, {GroupFirstRole, DayStartRole});
}

void MessageListModel::reload(qint64 have)
{
    replace(m_source.cachedBefore(m_room, have + 1, limits::historyPage));
    m_last = m_last == 0 ? 0 : have;
}

void MessageListModel::olderArrived(qint64 before, const QList<Message> &messages)
{
    setFetching(false);
    if (m_last != 0 && m_first != before)
        return;
    if (messages.isEmpty()) {
        m_top = true;
        return touch(0, 0, {DayStartRole});
    }
    prepend(messages);
    touchQuotes(messages.first().seq, messages.last().seq);
}

void MessageListModel::olderFailed()
{
    setFetching(false);
}

void MessageListModel::prepend(const QList<Message> &messages)
{
    m_first = messages.first().seq;
    m_last = std::max(m_last, messages.last().seq);
    const auto added = shownOf(messages);
    // A page of which nothing is shown brings the one above it.
    if (added.empty())
        return fetchOlder();
    const int count = int(added.size());
    beginInsertRows({}, 0, count - 1);
    m_messages.insert(m_messages.begin(), added.begin(), added.end());
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
    const bool sameOrder = m_outbox.size() <= entries.size()
        && std::ranges::equal(m_outbox, std::vector(entries.begin(), entries.begin() + qsizetype(m_outbox.size())), {}, &OutboxEntry::cid, &OutboxEntry::cid);
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
