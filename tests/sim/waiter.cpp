// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/waiter.h"

namespace jjak::sim {

using namespace protocol;
using domain::CoffeeTable;
using domain::TableGuest;

namespace {

bool hasSeat(Standing standing)
{
    return standing == Standing::Seated || standing == Standing::Host;
}

//! A seat of their own, or one that is kept for them.
bool hasOrIsOffered(Standing standing)
{
    return hasSeat(standing) || standing == Standing::Offered;
}

QList<AccountId> lineOf(const CoffeeTable &table)
{
    QList<TableGuest> line;
    std::ranges::copy_if(table.guests, std::back_inserter(line), [](const TableGuest &g) { return g.standing == Standing::Waiting; });
    std::ranges::sort(line, {}, &TableGuest::place);
    QList<AccountId> out;
    for (const TableGuest &guest : std::as_const(line))
        out.append(guest.account);
    return out;
}

QSet<AccountId> sittersOf(const CoffeeTable &table)
{
    QSet<AccountId> out;
    for (const TableGuest &guest : table.guests) {
        if (hasSeat(guest.standing))
            out.insert(guest.account);
    }
    return out;
}

} // namespace

QSet<Waiter::Couple> Waiter::blocks()
{
    const auto rows = m_bistro.m_server.database().list(QStringLiteral("SELECT blocker, blocked FROM block"), [](storage::Row &row) {
        Couple out;
        row.to(out.first, out.second);
        return couple(out.first, out.second);
    });
    return {rows.begin(), rows.end()};
}

void Waiter::note(const std::vector<app::Job> &jobs)
{
    m_leaving.clear();
    for (const app::Job &job : jobs) {
        const auto *command = std::get_if<Command>(&job.work);
        const auto *leave = command ? command->as<cmd::LeaveTable>() : nullptr;
        const auto *out = command ? command->as<cmd::Leave>() : nullptr;
        const auto table = leave ? std::optional(leave->table) : out ? m_bistro.m_server.stores().tables.ofRoom(out->room) : std::nullopt;
        if (table && job.caller.identity)
            m_leaving.insert({job.caller.identity->account, *table});
    }
}

void Waiter::afterBatch(const std::vector<app::Job> &jobs, bool worked)
{
    note(jobs);
    QMap<TableId, CoffeeTable> now;
    const auto ids = m_bistro.m_server.database().list(QStringLiteral("SELECT id FROM coffee_table ORDER BY id"), [](storage::Row &row) { return row.next<TableId>(); });
    for (const TableId &id : ids) {
        if (m_over.contains(id))
            continue;
        const auto table = m_bistro.m_server.stores().tables.find(id);
        require(table.has_value(), "a table cannot be read");
        now.insert(id, *table);
        CoffeeTable fresh;
        fresh.version = 0;
        check(m_known.value(id, fresh), *table);
    }
    checkRooms(now);
    const bool looked = std::ranges::any_of(jobs, [](const app::Job &job) { return std::holds_alternative<app::Tick>(job.work); });
    for (const CoffeeTable &table : std::as_const(now)) {
        if (looked && worked)
            checkDue(table);
        if (table.phase == TablePhase::Ended)
            m_over.insert(table.id, table);
    }
    now.removeIf([](const auto &entry) { return entry.value().phase == TablePhase::Ended; });
    m_known = now;
    m_blocked = blocks();
    m_bistro.m_tally.blocked = std::max(m_bistro.m_tally.blocked, quint64(m_blocked.size()));
}

void Waiter::check(const CoffeeTable &before, const CoffeeTable &after)
{
    require((after == before) == (after.version == before.version) && after.version >= before.version, "a version does not tell of a change");
    if (after == before)
        return checkRoom(after); // others may have changed who is in it
    checkSeats(after);
    checkPhase(before, after);
    if (after.phase != TablePhase::Ended)
        checkLine(before, after);
    checkCompany(before, after);
    checkRoom(after);
    count(before, after);
}

void Waiter::checkSeats(const CoffeeTable &table)
{
    int seats = 0;
    QSet<int> numbers;
    for (const TableGuest &guest : table.guests) {
        if (!hasOrIsOffered(guest.standing))
            continue;
        ++seats;
        require(guest.seat >= 1 && guest.seat <= table.seats && !numbers.contains(guest.seat), "two sit in one seat");
        numbers.insert(guest.seat);
    }
    require(seats <= table.seats && table.seats <= limits::tableSeats, "a table has more than its seats");
    require(table.phase == TablePhase::Ended || lineOf(table).isEmpty() || seats == table.seats, "somebody waits beside a free seat");
    require(lineOf(table).size() <= limits::tableLine, "a line is too long");
    const TableGuest *host = table.guest(table.host);
    require(host && host->standing == Standing::Host && host->seat == 1, "a table has lost its host");
}

void Waiter::checkLine(const CoffeeTable &before, const CoffeeTable &after)
{
    const auto was = lineOf(before), is = lineOf(after);
    QList<AccountId> stayed, expected;
    for (const AccountId &who : was) {
        if (is.contains(who) && !m_leaving.contains({who, after.id}))
            expected.append(who);
    }
    for (const AccountId &who : is) {
        if (was.contains(who) && !m_leaving.contains({who, after.id}))
            stayed.append(who);
    }
    require(stayed == expected && is.first(stayed.size()) == stayed, "the line has lost its order");
    // Who has come to a seat, or is offered one, was before everybody who still waits.
    for (const TableGuest &guest : after.guests) {
        const bool had = hasOrIsOffered(before.standingOf(guest.account)) && !m_leaving.contains({guest.account, after.id});
        if (!hasOrIsOffered(guest.standing) || had)
            continue;
        for (const AccountId &waiting : std::as_const(stayed))
            require(was.contains(guest.account) && was.indexOf(guest.account) < was.indexOf(waiting), "somebody has overtaken the line");
    }
}

//! Who was kept out does not come back, and nobody is seated with somebody they do not want to meet.
void Waiter::checkCompany(const CoffeeTable &before, const CoffeeTable &after)
{
    for (const TableGuest &guest : before.guests) {
        const TableGuest *now = after.guest(guest.account);
        require(!guest.removed || (now && now->removed && now->standing == Standing::None), "somebody who was removed is back");
    }
    const auto seated = sittersOf(after), before_ = sittersOf(before);
    for (const AccountId &newcomer : seated) {
        if (before_.contains(newcomer))
            continue;
        for (const AccountId &other : seated)
            require(!m_blocked.contains(couple(newcomer, other)), "a blocked pair was seated together");
    }
}

void Waiter::checkPhase(const CoffeeTable &before, const CoffeeTable &after)
{
    const Time now = m_bistro.m_clock.now();
    const bool known = before.version > 0;
    require(after.phase >= before.phase, "a phase went back");
    require(!known || (after.at == before.at && after.host == before.host && after.seats == before.seats && after.post == before.post), "a table became another one");
    require(after.phase == TablePhase::Coming || after.phase == TablePhase::Ended || after.room, "an open table without a room");
    require(after.phase != TablePhase::Coming || !after.room, "a room before its time");
    require(after.phase != TablePhase::Open || after.at <= now, "a table opened too early");
    require(!before.room || after.room == before.room, "a table has changed its room");
    for (const TableGuest &guest : after.guests) {
        require(guest.until.has_value() == (guest.standing == Standing::Offered) && (!guest.until || *guest.until <= now + limits::tableOfferTime), "a seat is kept too long");
        require(after.phase != TablePhase::Ended || hasSeat(guest.standing) || guest.standing == Standing::None, "somebody waits at a table that has ended");
    }
}

void Waiter::checkRoom(const CoffeeTable &table)
{
    if (!table.room)
        return;
    app::Stores &stores = m_bistro.m_server.stores();
    const auto row = stores.rooms.find(*table.room);
    require(row && row->kind == RoomKind::Table, "a table's room is not there");
    require(row->expires.has_value() == (table.phase == TablePhase::Ended), "a room's end is not its table's");
    QSet<AccountId> inside;
    const auto members = stores.rooms.members(*table.room);
    for (const app::MemberRow &member : members) {
        require(member.name == stores.personas.of(member.account)->profile.name, "somebody bears another name in a table's room");
        if (!member.left)
            inside.insert(member.account);
    }
    const auto seated = sittersOf(table);
    require(seated.contains(inside), "somebody is in a room without a seat");
    require(table.phase == TablePhase::Ended || inside == seated, "somebody sits at a table and is not in its room");
}

void Waiter::checkRooms(const QMap<TableId, CoffeeTable> &now)
{
    QSet<RoomId> known;
    for (const auto &tables : {now, m_over}) {
        for (const CoffeeTable &table : tables) {
            require(!table.room || !known.contains(*table.room), "two tables have one room");
            if (table.room)
                known.insert(*table.room);
        }
    }
    const auto rooms = m_bistro.m_server.database().list(QStringLiteral("SELECT id FROM room WHERE kind = 2"), [](storage::Row &row) { return row.next<RoomId>(); });
    for (const RoomId &room : rooms)
        require(known.contains(room), "a room of no table, or a second one of a table");
}

//! The server has looked: nothing is overdue.
void Waiter::checkDue(const CoffeeTable &table)
{
    const Time now = m_bistro.m_clock.now();
    if (table.phase == TablePhase::Ended)
        return;
    require(table.phase != TablePhase::Coming || table.at > now, "a table's time has come and it has not opened");
    bool all = true;
    for (const TableGuest &guest : table.guests) {
        require(!guest.until || *guest.until > now, "a seat that was not taken is still kept");
        all = all && (!hasSeat(guest.standing) || guest.keep);
    }
    const auto room = table.room ? m_bistro.m_server.stores().rooms.find(*table.room) : std::nullopt;
    require(!room || all || std::max(table.since, room->active) + limits::tableQuiet > now, "a silent table has not ended");
}

void Waiter::count(const CoffeeTable &before, const CoffeeTable &after)
{
    Afternoon &tally = m_bistro.m_tally;
    tally.offered += before.version == 0;
    tally.opened += before.phase == TablePhase::Coming && after.room;
    tally.ended += after.phase == TablePhase::Ended;
    tally.silent += after.phase == TablePhase::Ended && after.since + limits::tableQuiet <= m_bistro.m_clock.now();
    tally.kept += after.phase == TablePhase::Open && std::ranges::all_of(after.guests, [](const TableGuest &g) { return !hasSeat(g.standing) || g.keep; });
    for (const TableGuest &guest : after.guests) {
        const Standing was = before.standingOf(guest.account), is = guest.standing;
        tally.seated += hasSeat(is) && !hasSeat(was);
        tally.waited += is == Standing::Waiting && was != is;
        tally.taken += is == Standing::Seated && was == Standing::Offered;
        tally.asked += is == Standing::Asked && was != is;
        tally.admitted += is == Standing::Seated && was == Standing::Asked;
        tally.denied += guest.denied && !(before.guest(guest.account) && before.guest(guest.account)->denied);
        tally.removed += guest.removed && !(before.guest(guest.account) && before.guest(guest.account)->removed);
    }
    for (const TableGuest &guest : before.guests) {
        const bool gone = !after.guest(guest.account) && after.phase != TablePhase::Ended;
        tally.timedOut += gone && guest.standing == Standing::Offered && !m_leaving.contains({guest.account, after.id});
        tally.left += gone && m_leaving.contains({guest.account, after.id});
    }
}

void Waiter::everything()
{
    app::Stores &stores = m_bistro.m_server.stores();
    for (Drinker &drinker : m_bistro.m_people) {
        if (drinker.connection == 0)
            continue;
        for (const CoffeeTable &table : std::as_const(m_known)) {
            const bool concerned = table.standingOf(drinker.identity.account) != Standing::None;
            const auto known = drinker.known.constFind(table.id);
            require(known == drinker.known.cend() || known->version <= table.version, "somebody was told of what was not stored");
            if (!concerned || stores.tableDirectory.isHidden(table.id, drinker.identity.account))
                continue;
            require(known != drinker.known.cend() && known->version == table.version, "somebody was not told of a change of their table");
            require(known->mine == table.standingOf(drinker.identity.account) && known->line == lineOf(table).size() && known->place == 1 + lineOf(table).indexOf(drinker.identity.account), "somebody sees themselves at another place");
            require(known->guests.size() == sittersOf(table).size() && known->topic == table.topic, "somebody sees another table");
            require(known->room == (hasSeat(known->mine) ? table.room : std::nullopt), "a room is shown to somebody without a seat, or not to one who has one");
        }
    }
    quint64 said = 0;
    for (const auto &tables : {m_known, m_over}) {
        for (const CoffeeTable &table : tables) {
            const auto messages = table.room ? stores.messages.page(*table.room, {}, 0, 1000) : QList<Message>();
            require(messages.isEmpty() || messages.first().text.startsWith(QLatin1StringView("table ")), "a room does not begin with its topic");
            for (const Message &message : messages) {
                require(message.kind == MessageKind::Notice || !table.ended || message.at <= *table.ended, "somebody wrote at a table that has ended");
                said += message.kind == MessageKind::Text;
            }
        }
    }
    m_bistro.m_tally.said = std::max(m_bistro.m_tally.said, said);
}

void Waiter::atTheEnd()
{
    for (const CoffeeTable &table : std::as_const(m_known))
        require(table.phase == TablePhase::Open && table.isKept(), "a table that nobody keeps is still there");
    for (const CoffeeTable &table : std::as_const(m_over))
        require(!table.room || *table.ended + limits::tableRoomKept > m_bistro.m_clock.now() || !m_bistro.m_server.stores().rooms.find(*table.room), "a room outlives its time");
}

} // namespace jjak::sim
