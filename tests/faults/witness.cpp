// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/witness.h"

#include <QSet>
#include <algorithm>

namespace jjak::faults {

using namespace Qt::StringLiterals;

namespace {

constexpr Time noon = fromMs(1'800'000'000'000);

app::AccountRow newAccount(Rng &rng, int number)
{
    app::AccountRow row;
    row.id = AccountId::random(rng);
    row.name = u"someone"_s;
    row.folded = u"someone %1 %2"_s.arg(number).arg(QString::fromLatin1(row.id.toText()));
    row.passwordHash = QByteArray(90, 'h');
    row.attempt = ClientId::random(rng);
    row.created = noon;
    return row;
}

} // namespace

void Verdict::add(const Verdict &other)
{
    acknowledged += other.acknowledged;
    lost += other.lost;
    doubled += other.doubled;
    gaps += other.gaps;
    corrupt += other.corrupt;
}

QString Verdict::text() const
{
    return u"acknowledged %1, lost %2, doubled %3, gaps %4, corrupt %5"_s.arg(acknowledged).arg(lost).arg(doubled).arg(gaps).arg(corrupt);
}

void Witness::settle(app::Stores &stores)
{
    stores.transaction.begin();
    for (int i = 0; i < 4; ++i) {
        const auto a = newAccount(m_rng, ++m_names), b = newAccount(m_rng, ++m_names);
        stores.accounts.insert(a);
        stores.accounts.insert(b);
        app::RoomRow room;
        room.id = RoomId::random(m_rng);
        room.opened = room.active = noon;
        stores.rooms.insert(room, {{room.id, 1, a.id, a.name, false, 0, 0, {}}, {room.id, 2, b.id, b.name, false, 0, 0, {}}});
        m_rooms.append(room.id);
    }
    if (!stores.transaction.commit())
        qFatal("the witness could not settle");
}

Witness Witness::again(std::uint64_t seed) const
{
    Witness out(seed);
    out.m_rooms = m_rooms;
    return out;
}

qint64 Witness::send(app::Stores &stores, app::MessageRow &row)
{
    if (const auto earlier = stores.messages.byClientId(*row.device, *row.message.cid))
        return earlier->message.seq;
    return stores.messages.append(row);
}

bool Witness::batch(app::Stores &stores, int most)
{
    QList<Sent> messages;
    QList<AccountId> accounts;
    QHash<RoomId, qint64> read;
    if (!stores.transaction.begin())
        return false;
    for (int left = 1 + int(m_rng.below(std::uint64_t(most))); left > 0; --left) {
        const RoomId room = m_rooms[qsizetype(m_rng.below(std::uint64_t(m_rooms.size())))];
        stores.transaction.savepoint();
        if (m_rng.below(10) == 0) {
            const auto row = newAccount(m_rng, ++m_names);
            stores.accounts.insert(row);
            accounts.append(row.id);
        } else {
            Sent sent{{room, {0, 1, protocol::MessageKind::Text, QString(int(m_rng.below(300)), u'가'), noon, ClientId::random(m_rng)}, DeviceId::random(m_rng)}, 0};
            m_open.append(sent.row);
            sent.seq = send(stores, sent.row);
            messages.append(sent);
            if (m_rng.below(4) == 0 && stores.rooms.advanceRead(room, 2, sent.seq))
                read[room] = sent.seq;
        }
        stores.transaction.releaseSavepoint();
    }
    if (!stores.transaction.commit()) {
        stores.transaction.rollback();
        return false;
    }
    m_open.resize(m_open.size() - messages.size());
    m_messages += messages;
    m_accounts += accounts;
    m_read.insert(read);
    return true;
}

bool Witness::sendAgain(app::Stores &stores)
{
    if (m_open.isEmpty())
        return true;
    QList<Sent> messages;
    if (!stores.transaction.begin())
        return false;
    for (app::MessageRow &row : m_open)
        messages.append({row, send(stores, row)});
    if (!stores.transaction.commit())
        return false;
    m_messages += messages;
    m_open.clear();
    return true;
}

void Witness::examineRoom(app::Stores &stores, RoomId room, Verdict &verdict) const
{
    const auto row = stores.rooms.find(room);
    const auto all = stores.messages.page(room, std::nullopt, 0, 1'000'000);
    QHash<ClientId, qint64> stored;
    bool dense = row && row->head == all.size();
    for (qsizetype i = 0; i < all.size(); ++i) {
        dense &= all[i].seq == i + 1;
        verdict.doubled += stored.contains(*all[i].cid);
        stored.insert(*all[i].cid, i);
    }
    verdict.gaps += !dense;
    for (const Sent &sent : m_messages) {
        if (sent.row.room != room)
            continue;
        const auto at = stored.constFind(*sent.row.message.cid);
        verdict.lost += at == stored.constEnd() || all[*at].seq != sent.seq || all[*at].text != sent.row.message.text;
    }
    const auto members = stores.rooms.members(room);
    verdict.lost += members.size() != 2 || members[1].read < m_read.value(room);
}

Verdict Witness::examine(storage::StoreSet &set)
{
    Verdict verdict;
    app::Stores &stores = set.stores();
    if (set.database().value<QString>(u"PRAGMA integrity_check"_s) != u"ok"_s || set.database().value<int>(u"SELECT count(*) FROM pragma_foreign_key_check"_s) != 0 || !sendAgain(stores)) {
        verdict.corrupt = 1;
        return verdict;
    }
    verdict.acknowledged = promises();
    for (const RoomId &room : m_rooms)
        examineRoom(stores, room, verdict);
    verdict.lost += std::ranges::count_if(m_accounts, [&](AccountId id) { return !stores.accounts.byId(id); });
    verdict.corrupt += stores.transaction.failure() != app::Transaction::Failure::None;
    return verdict;
}

} // namespace jjak::faults
