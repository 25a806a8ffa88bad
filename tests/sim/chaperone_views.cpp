// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What everybody sees, and what is left of it in the end.
#include "server/app/services/date_view.h"
#include "tests/sim/chaperone.h"

namespace jjak::sim {

using namespace protocol;

namespace {

//! Without what passes by itself.
BlindDate lasting(BlindDate view, Time now)
{
    if (view.lobby)
        view.lobby->wait.reset();
    if (view.date && view.date->cooling && *view.date->cooling <= now)
        view.date->cooling.reset();
    return view;
}

Date commonPart(Date date)
{
    date.me = date.impression = date.arrow = 0;
    date.hidden.clear();
    date.cooling.reset();
    date.reveal.reset();
    return date;
}

} // namespace

void Chaperone::everything()
{
    checkViews();
    checkDirectRooms();
    for (const domain::Date &date : std::as_const(m_known)) {
        for (const domain::Seat &seat : date.seats) {
            const auto &handsets = m_room.m_guests[size_t(m_room.m_byAccount.value(seat.account))].handsets;
            const bool connected = handsets[0].connection || handsets[1].connection;
            require(date.closed || seat.state == SeatState::Left || seat.lost.has_value() != connected, connected ? "somebody is thought lost who is there" : "somebody is thought there who is lost");
        }
    }
}

void Chaperone::checkViews()
{
    app::Effects effects;
    app::Context ctx = m_room.m_server.context(effects);
    const Time now = std::max(m_latest, m_room.m_clock.now()); // what had passed may be there again when the clock goes back
    QHash<DateId, Date> common;
    for (const Guest &guest : m_room.m_guests) {
        const BlindDate truth = app::dates::view(ctx, guest.account);
        for (const Handset &handset : guest.handsets) {
            if (!handset.connection || !handset.current)
                continue;
            const BlindDate &seen = handset.blindDate;
            require(seen.version == truth.version, "a connected client missed a change");
            if (lasting(seen, now) != lasting(truth, now))
                throw Violation("a connected client sees something else than what is stored:\n" + encodeEvent(ev::DateState{seen}).toStdString() + "\n" + encodeEvent(ev::DateState{truth}).toStdString());
            if (!seen.date)
                continue;
            require(common.value(seen.date->date, commonPart(*seen.date)) == commonPart(*seen.date), "two seats of one date see different dates");
            common.insert(seen.date->date, commonPart(*seen.date));
            const auto row = ctx.stores.rooms.find(seen.date->room);
            require(row && handset.heads.value(row->id) == row->head, "a connected client does not know the newest message");
        }
    }
}

//! Both have said so, and only then there is a room; and there is no other room of two.
void Chaperone::checkPairs()
{
    app::Stores &stores = m_room.m_server.stores();
    const auto ids = m_room.m_server.database().list(QStringLiteral("SELECT id FROM arrow_pair"), [](storage::Row &row) { return row.next<PairId>(); });
    const auto blocked = blocks();
    for (const PairId &id : ids) {
        const auto row = stores.arrowPairs.find(id);
        require(row.has_value(), "a pair cannot be read");
        const Couple pair = couple(row->halves[0].account, row->halves[1].account);
        require(m_matched.contains(pair), "a pair that did not meet");
        const auto &wishes = m_wishes[id];
        for (const auto &half : row->halves)
            require(half.yes == wishes.contains(half.account), "somebody's wish is not what they said");
        const bool both = row->halves[0].yes && row->halves[1].yes;
        require(!row->room || both, "a room that one of the two did not want");
        require(!both || row->room || blocked.contains(pair), "both wanted their room and there is none");
        require(!row->room || row->room == stores.rooms.directOf(pair.first, pair.second), "a pair's room is not the room of the pair");
    }
}

void Chaperone::checkDirectRooms()
{
    storage::Database &db = m_room.m_server.database();
    const auto rooms = db.value<qint64>(QStringLiteral("SELECT count(*) FROM room WHERE kind = 0"));
    const auto wanted = db.value<qint64>(QStringLiteral("SELECT count(DISTINCT room) FROM arrow_pair WHERE room IS NOT NULL"));
    require(rooms == wanted, "rooms of two and pairs who both wanted one are not one to one");
    const auto gaps = db.value<qint64>(QStringLiteral("SELECT count(*) FROM room r WHERE r.head <> (SELECT count(*) FROM message m WHERE m.room = r.id)"
                                                      " OR r.head <> (SELECT coalesce(max(seq), 0) FROM message m WHERE m.room = r.id)"));
    require(gaps == 0, "a room's messages are not numbered without gaps");
}

void Chaperone::atTheEnd()
{
    require(!somebodySits(), "a date does not come to its end");
    for (const domain::Date &date : std::as_const(m_known))
        require(date.closed, "somebody waits for an event that is over");
    const auto arrows = m_room.m_server.database().value<qint64>(QStringLiteral("SELECT count(*) FROM seat WHERE arrow <> 0 OR impression <> 0"));
    require(arrows == 0, "arrows outlived their date");
    m_room.m_tally.rooms += quint64(m_room.m_server.database().value<qint64>(QStringLiteral("SELECT count(*) FROM room WHERE kind = 0")).value_or(0));
}

} // namespace jjak::sim
