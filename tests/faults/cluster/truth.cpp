// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/cluster/truth.h"

#include <QDateTime>
#include <stdexcept>

#include "server/storage/database.h"

namespace jjak::faults {

using namespace Qt::StringLiterals;
using storage::Database;
using storage::Row;

namespace {

template <class Id>
QByteArray idIn(Row &row)
{
    const auto id = row.next<std::optional<Id>>();
    return id ? id->toText() : QByteArray();
}

//! list() for who only wants to be told; every row gives something.
template <class Read>
void each(Database &database, const QString &sql, Read read)
{
    (void)database.list(sql, [&](Row &row) {
        read(row);
        return true;
    });
}

void readRooms(Database &database, Truth &truth)
{
    each(database, u"SELECT id, head FROM room"_s, [&](Row &row) {
        const QByteArray id = idIn<RoomId>(row);
        truth.rooms[id].head = row.next<qint64>();
    });
    each(database, u"SELECT room, number, account FROM member"_s, [&](Row &row) {
        const QByteArray room = idIn<RoomId>(row);
        const int number = row.next<int>();
        truth.rooms[room].members.insert(number, idIn<AccountId>(row));
    });
    each(database, u"SELECT room, seq, author, kind, text, device, cid FROM message"_s, [&](Row &row) {
        const QByteArray room = idIn<RoomId>(row);
        const qint64 seq = row.next<qint64>();
        StoredMessage message;
        row.to(message.author, message.kind, message.text);
        message.device = idIn<DeviceId>(row);
        message.cid = idIn<ClientId>(row);
        truth.rooms[room].messages.insert(seq, message);
    });
}

void readNearby(Database &database, Truth &truth)
{
    each(database, u"SELECT id, a, b, outcome, room, opened, ended, deadline FROM proposal"_s, [&](Row &row) {
        const QByteArray id = idIn<ProposalId>(row);
        StoredProposal &proposal = truth.proposals[id];
        proposal.a = idIn<AccountId>(row);
        proposal.b = idIn<AccountId>(row);
        proposal.outcome = row.next<std::optional<int>>().value_or(-1);
        proposal.room = idIn<RoomId>(row);
        proposal.opened = row.next<qint64>();
        proposal.ended = row.next<std::optional<qint64>>().value_or(0);
        proposal.deadline = row.next<qint64>();
    });
    each(database, u"SELECT account, proposal FROM ticket"_s, [&](Row &row) {
        const QByteArray account = idIn<AccountId>(row);
        truth.tickets.insert(account, idIn<ProposalId>(row));
    });
    each(database, u"SELECT account, proposal FROM open_side"_s, [&](Row &row) {
        const QByteArray account = idIn<AccountId>(row);
        truth.openSides.insert(account, idIn<ProposalId>(row));
    });
    each(database, u"SELECT account, version FROM nearby"_s, [&](Row &row) {
        const QByteArray account = idIn<AccountId>(row);
        truth.nearbyVersions.insert(account, row.next<qint64>());
    });
}

void readDates(Database &database, Truth &truth)
{
    each(database, u"SELECT id, size, seated, act, closed, due, started, ended, room FROM blind_date"_s, [&](Row &row) {
        StoredDate &date = truth.dates[idIn<DateId>(row)];
        std::optional<qint64> due, started, ended;
        row.to(date.size, date.seated, date.act, date.closed, due, started, ended);
        date.due = due.value_or(0);
        date.started = started.value_or(0);
        date.ended = ended.value_or(0);
        date.room = idIn<RoomId>(row);
    });
    each(database, u"SELECT date, number, account, active, state, met FROM seat ORDER BY date, number"_s, [&](Row &row) {
        StoredDate &date = truth.dates[idIn<DateId>(row)];
        StoredSeat seat;
        seat.number = row.next<int>();
        seat.account = idIn<AccountId>(row);
        seat.active = row.next<bool>();
        seat.left = row.next<int>() == 2;
        seat.met = row.next<int>();
        date.seats.append(seat);
    });
    each(database, u"SELECT account, version FROM attendance"_s, [&](Row &row) {
        const QByteArray account = idIn<AccountId>(row);
        truth.dateVersions.insert(account, row.next<qint64>());
    });
}

} // namespace

Truth readTruth(const QString &address)
{
    Truth truth;
    Database database(address, storage::OpenAs::Reader);
    database.begin();
    truth.now = QDateTime::currentMSecsSinceEpoch();
    readRooms(database, truth);
    readNearby(database, truth);
    readDates(database, truth);
    if (database.failure() != Database::Failure::None)
        throw std::runtime_error("the database cannot be read");
    database.commit();
    return truth;
}

} // namespace jjak::faults
