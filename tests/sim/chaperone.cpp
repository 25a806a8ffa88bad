// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/chaperone.h"

#include "server/app/services/date_view.h"

namespace jjak::sim {

using namespace protocol;

namespace {

bool sits(const domain::Date &date, const domain::Seat &seat)
{
    return !date.closed && seat.state != SeatState::Left;
}

} // namespace

std::shared_ptr<const domain::Script> Chaperone::scriptOf(const domain::Date &date)
{
    return m_shelf.script(m_room.m_server.stores(), date.script, m_rules.speed);
}

QSet<Chaperone::Couple> Chaperone::blocks()
{
    const auto rows = m_room.m_server.database().list(QStringLiteral("SELECT blocker, blocked FROM block"), [](storage::Row &row) {
        Couple out;
        row.to(out.first, out.second);
        return couple(out.first, out.second);
    });
    return {rows.begin(), rows.end()};
}

void Chaperone::afterBatch(const Deeds &deeds, bool unanswered)
{
    QMap<DateId, domain::Date> now;
    const auto ids = m_room.m_server.database().list(QStringLiteral("SELECT id FROM blind_date"), [](storage::Row &row) { return row.next<DateId>(); });
    for (const DateId &id : ids) {
        if (m_over.contains(id))
            continue;
        const auto date = m_room.m_server.stores().dates.find(id);
        require(date.has_value(), "a date cannot be read");
        now.insert(id, *date);
    }
    if (unanswered)
        adopt(deeds, now);
    checkSeating(now);
    checkReleased(now, deeds);
    for (const domain::Date &date : std::as_const(now)) {
        domain::Date fresh;
        fresh.id = date.id;
        check(m_known.value(date.id, fresh), date, deeds);
    }
    checkPairs();
    m_known = now;
    m_blocked = blocks();
    for (const domain::Date &date : std::as_const(now)) {
        if (date.closed)
            m_over.insert(date.id);
    }
}

//! Stored, but nobody was answered: what is stored must be something that was sent.
void Chaperone::adopt(const Deeds &deeds, const QMap<DateId, domain::Date> &now)
{
    for (const Deeds::Shot &shot : deeds.shots) {
        const auto date = now.constFind(shot.date);
        const domain::Seat *seat = date == now.cend() ? nullptr : date->seatOf(shot.account);
        if (seat && std::ranges::any_of(deeds.shots, [&](const Deeds::Shot &s) { return s.account == shot.account && s.target == seat->arrow; }))
            m_arrows[shot.date][shot.account] = seat->arrow;
    }
    for (const auto &[pair, account] : deeds.wishes) {
        const auto row = m_room.m_server.stores().arrowPairs.find(pair);
        for (const auto &half : row ? row->halves : std::array<app::ArrowPairRow::Half, 2>()) {
            if (half.account == account && half.yes)
                m_wishes[pair].insert(account);
        }
    }
}

void Chaperone::checkSeating(const QMap<DateId, domain::Date> &now)
{
    QHash<AccountId, int> seated;
    QSet<Couple> together;
    m_latest = std::max(m_latest, m_room.m_clock.now());
    for (const domain::Date &date : now) {
        require(date.seats.size() <= date.size && date.size == m_room.m_event.seats, "a date has more than its seats");
        QSet<int> numbers;
        for (const domain::Seat &seat : date.seats) {
            require(!numbers.contains(seat.number) && seat.number >= 1 && seat.number <= date.size, "two sit in one seat");
            numbers.insert(seat.number);
            if (sits(date, seat))
                require(++seated[seat.account] == 1, "somebody sits in two dates");
            if (seat.demo)
                m_demo.insert(seat.account);
        }
        for (qsizetype i = 0; i < date.seats.size() && !date.closed; ++i) {
            for (qsizetype k = i + 1; k < date.seats.size(); ++k)
                together.insert(couple(date.seats[i].account, date.seats[k].account));
        }
    }
    for (const Couple &pair : std::as_const(together)) {
        if (m_together.contains(pair))
            continue;
        require(!m_blocked.contains(pair), "a blocked pair was seated together");
        const bool human = !m_demo.contains(pair.first) && !m_demo.contains(pair.second);
        require(!human || m_metUntil.value(pair, Time{}) <= m_latest, "two were seated together who had just met");
        require(!m_room.m_server.stores().rooms.directOf(pair.first, pair.second) || m_matched.contains(pair), "a room of two who never chose each other");
    }
    m_together = together;
}

void Chaperone::checkReleased(const QMap<DateId, domain::Date> &now, const Deeds &deeds)
{
    QSet<AccountId> seated;
    for (const domain::Date &date : now) {
        for (const domain::Seat &seat : date.seats) {
            if (sits(date, seat))
                seated.insert(seat.account);
        }
    }
    for (const domain::Date &before : std::as_const(m_known)) {
        for (const domain::Seat &seat : before.seats) {
            if (!before.inLobby() || seated.contains(seat.account) || deeds.left.contains(seat.account))
                continue;
            const auto letGo = m_room.m_server.stores().attendance.find(seat.account).letGo;
            require(letGo && letGo->event == m_room.m_event.event, "somebody was let go and never told why");
            m_room.m_tally.letGo++;
        }
    }
}

void Chaperone::check(const domain::Date &before, const domain::Date &after, const Deeds &deeds)
{
    const auto script = scriptOf(after);
    require(after.act >= before.act && (after.closed || !before.closed), "a phase went back");
    if (!after.started)
        return;
    if (!before.started)
        checkStart(before, after, *script);
    for (const domain::Seat &seat : after.seats) {
        const domain::Seat *was = before.started ? before.seat(seat.number) : nullptr;
        require(!before.started || (was && was->account == seat.account && was->alias == seat.alias && was->demo == seat.demo), "a seat changed its person or its alias");
        const bool gone = seat.state == SeatState::Left, wasGone = was && was->state == SeatState::Left;
        require(!gone || wasGone || deeds.left.contains(seat.account), "a seat was taken from somebody who did not leave");
        require(gone || !wasGone, "somebody who had left is back");
        m_room.m_tally.left += gone && !wasGone;
    }
    require(!before.started || (before.room == after.room && before.started == after.started && before.topics.first(after.topics.size()) == after.topics), "a date changed its room, start or topics");
    checkActs(before, after, *script);
    checkArrows(before, after, *script);
    checkRoom(before, after, *script);
}

void Chaperone::checkStart(const domain::Date &, const domain::Date &after, const domain::Script &script)
{
    const EventInfo &event = m_room.m_event;
    const Time now = m_room.m_clock.now();
    require(after.seats.size() >= m_rules.dateRules.quorum, "a date started with too few");
    require(now >= event.from && now < event.until + m_rules.dateRules.late, "a date started outside of its event");
    require(after.room.has_value() && after.topics.size() == script.rounds() && QSet<QString>(after.topics.begin(), after.topics.end()).size() == after.topics.size(), "a topic was drawn twice");
    for (const domain::Seat &a : after.seats) {
        for (const domain::Seat &b : after.seats) {
            require(a.number == b.number || (a.alias.animal != b.alias.animal && a.alias.mood != b.alias.mood && a.alias.colour != b.alias.colour), "two aliases are alike");
            if (a.number < b.number)
                m_metUntil[couple(a.account, b.account)] = now + m_rules.metApart;
        }
    }
    m_programmes.emplace(after.id, Programme(after, script));
    m_room.m_tally.started++;
    m_room.m_tally.byQuorum += after.seats.size() < after.size;
}

//! However long the server slept: only what lasts as short as it may be late can pass unseen.
void Chaperone::checkActs(const domain::Date &before, const domain::Date &after, const domain::Script &script)
{
    const auto stay = std::ranges::count_if(after.seats, [](const domain::Seat &s) { return s.state != SeatState::Left; });
    if (stay < 2)
        return; // the farewell came early
    for (int act = before.act + 1; act < after.act; ++act)
        require(script.acts[size_t(act)].time < 2 * m_rules.dateRules.late, "a whole phase was slept through");
    require(!after.closed || before.act >= int(script.acts.size()) - 2, "a date ended without a farewell");
}

QList<Chaperone::Couple> Chaperone::expectedPairs(const domain::Date &before)
{
    const auto &book = m_arrows[before.id];
    QList<Couple> pairs;
    for (const domain::Seat &a : before.seats) {
        for (const domain::Seat &b : before.seats) {
            if (a.number < b.number && book.value(a.account) == b.number && book.value(b.account) == a.number && a.state != SeatState::Left && b.state != SeatState::Left && !a.hidden.contains(b.number) &&
                !b.hidden.contains(a.number))
                pairs.append(couple(a.account, b.account));
        }
    }
    return pairs;
}

void Chaperone::checkArrows(const domain::Date &before, const domain::Date &after, const domain::Script &script)
{
    const int arrow = int(script.acts.size()) - 3;
    for (const domain::Seat &seat : after.seats) {
        if (after.act == arrow && !after.closed && seat.state != SeatState::Left)
            require(seat.arrow == m_arrows.value(after.id).value(seat.account), "an arrow points elsewhere than it was shot");
        else
            require(seat.arrow == 0, "an arrow is kept that does not fly");
        require(seat.pair.isNull() == (after.act <= arrow), "a pair outside of the reveal");
        const domain::Seat *was = before.seat(seat.number);
        require(!was || was->pair.isNull() || (was->pair == seat.pair && was->met == seat.met), "arrows were counted twice");
    }
    if (before.act <= arrow && after.act > arrow) {
        const bool early = after.act > arrow + 1;
        checkCount(before, after, !early);
        m_room.m_tally.counted += !early;
    }
}

//! Rows of pairs are the mutual ones of the arrows as they were told to be stored, to the letter.
void Chaperone::checkCount(const domain::Date &before, const domain::Date &after, bool certain)
{
    const auto rows = m_room.m_server.database().list(QStringLiteral("SELECT a, b FROM arrow_pair WHERE date = ? ORDER BY a, b"), [](storage::Row &row) {
        Couple out;
        row.to(out.first, out.second);
        return out;
    }, after.id);
    auto expected = before.act == after.act - 1 || !certain ? expectedPairs(before) : QList<Couple>();
    std::ranges::sort(expected);
    require(rows == expected || (!certain && rows.isEmpty()), "the pairs are not the mutual arrows");
    m_room.m_tally.met += quint64(rows.size());
    for (const Couple &pair : rows)
        m_matched.insert(pair);
    QSet<PairId> ids;
    for (const domain::Seat &seat : after.seats) {
        ids.insert(seat.pair);
        const domain::Seat *other = seat.met ? after.seat(seat.met) : nullptr;
        require(!other || (other->met == seat.number && other->pair == seat.pair), "one of a pair does not know of the other");
        require(seat.met == 0 || rows.contains(couple(seat.account, other->account)), "a reveal without a pair");
    }
    require(ids.size() == after.seats.size() - rows.size(), "pairs share what they should not");
}

void Chaperone::checkRoom(const domain::Date &before, const domain::Date &after, const domain::Script &script)
{
    Programme &programme = m_programmes.at(after.id);
    const auto open = [&](const domain::Date &date) { return date.act >= 0 && !script.acts[size_t(date.act)].frozen; };
    for (const Message &message : m_room.m_server.stores().messages.page(*after.room, std::nullopt, programme.heard, 1000)) {
        require(message.seq == programme.heard + 1, "a room's messages are not numbered without gaps");
        programme.heard = message.seq;
        if (message.kind == MessageKind::Host)
            programme.hear(message.text, m_room.m_tally);
        else
            require(message.kind == MessageKind::Notice || open(before) || open(after), "somebody wrote while the date was frozen");
    }
    programme.compare(after);
}

bool Chaperone::somebodySits() const
{
    return std::ranges::any_of(m_known, [](const domain::Date &date) { return date.started && !date.closed; });
}

} // namespace jjak::sim
