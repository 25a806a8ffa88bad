// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSet>
#include <algorithm>

#include "common/rules/limits.h"
#include "tests/faults/cluster/checker.h"

namespace jjak::faults {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 overdue = 10'000; //!< ms after which what was due did not happen

QString text(const QByteArray &id)
{
    return QString::fromLatin1(id);
}

class DateCheck final : public Check {
public:
    using Check::Check;

    void read(const Record &record) override
    {
        if (record.op == Op::Lobby)
            m_findings.add(Wrong::OverFull, u"%1 people were said to wait for one date"_s.arg(record.number(1)), record.number(1) > limits::seatsMax);
        if (record.op != Op::Sits)
            return;
        const QByteArray id = record.fields[0].toByteArray();
        const int phase = int(record.number(2)), me = int(record.number(3));
        Told &told = m_told[id];
        m_findings.add(Wrong::OverFull, u"%1 was said to have %2 seats"_s.arg(text(id)).arg(record.number(4)), record.number(4) > limits::seatsMax);
        auto &who = told.seats[me];
        m_findings.add(Wrong::OverFull, u"%1: two people on seat %2"_s.arg(text(id)).arg(me), !who.isEmpty() && who != record.account);
        who = record.account;
        auto &seat = told.people[record.account];
        m_findings.add(Wrong::TwoSeats, u"%1 on seats %2 and %3 of %4"_s.arg(text(record.account)).arg(seat.first).arg(me).arg(text(id)), seat.first != 0 && seat.first != me);
        m_findings.add(Wrong::Backwards, u"%1 for %2"_s.arg(text(id), text(record.account)), phase < seat.second);
        seat = {me, phase};
        const auto stored = m_truth.dates.constFind(id);
        const bool same = stored != m_truth.dates.cend() && stored->room == record.room
            && std::ranges::any_of(stored->seats, [&](const StoredSeat &s) { return s.number == me && s.account == record.account; });
        m_findings.add(Wrong::Phantom, u"%1 was told to sit in %2"_s.arg(text(record.account), text(id)), !same);
    }

    void finish() override
    {
        qint64 closed = 0, begun = 0;
        for (auto it = m_truth.dates.cbegin(); it != m_truth.dates.cend(); ++it) {
            closed += it->closed && it->started > 0;
            begun += it->started > 0;
            examine(it.key(), *it);
        }
        for (auto it = m_times.begin(); it != m_times.end(); ++it)
            examineTimes(it.key(), *it);
        qint64 told = 0;
        for (const Told &date : std::as_const(m_told))
            told += date.people.size();
        m_findings.figure(u"dates"_s, u"%1 began, %2 of them came to their end, %3 seats were told"_s.arg(begun).arg(closed).arg(told));
    }

private:
    struct Told {
        QHash<int, QByteArray> seats;                      //!< account by seat
        QHash<QByteArray, std::pair<int, int>> people = {}; //!< seat and latest phase by account
    };

    void examine(const QByteArray &id, const StoredDate &date)
    {
        QSet<QByteArray> people;
        QSet<int> numbers;
        for (const StoredSeat &seat : date.seats) {
            people.insert(seat.account);
            numbers.insert(seat.number);
            m_active[seat.account] += seat.active;
            m_findings.add(Wrong::TwoSeats, u"%1 sits in %2 dates"_s.arg(text(seat.account)).arg(m_active[seat.account]), seat.active && m_active[seat.account] > 1);
            if (date.started > 0 && !seat.left)
                m_times[seat.account].append({date.started, date.closed ? date.ended : std::numeric_limits<qint64>::max()});
        }
        const qsizetype seats = date.seats.size();
        m_findings.add(Wrong::OverFull, u"%1 has %2 of %3"_s.arg(text(id)).arg(seats).arg(date.size), seats > date.size || seats > limits::seatsMax || numbers.size() != seats);
        m_findings.add(Wrong::TwoSeats, u"somebody sits twice in %1"_s.arg(text(id)), people.size() != seats);
        m_findings.add(Wrong::Stuck, u"date %1, act %2, due %3 ms ago"_s.arg(text(id)).arg(date.act).arg(m_truth.now - date.due), !date.closed && (date.act >= 0 || date.due < m_truth.now - overdue));
    }

    void examineTimes(const QByteArray &account, QList<std::pair<qint64, qint64>> &times)
    {
        std::ranges::sort(times);
        qint64 until = 0;
        for (const auto &[from, to] : std::as_const(times)) {
            m_findings.add(Wrong::TwoSeats, u"%1 in two dates at %2"_s.arg(text(account)).arg(from), from < until);
            until = std::max(until, to);
        }
    }

    QHash<QByteArray, Told> m_told;
    QHash<QByteArray, int> m_active;
    QHash<QByteArray, QList<std::pair<qint64, qint64>>> m_times;
};

} // namespace

std::unique_ptr<Check> checkOfDates(const Truth &truth, Findings &findings)
{
    return std::make_unique<DateCheck>(truth, findings);
}

} // namespace jjak::faults
