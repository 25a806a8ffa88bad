// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "common/protocol/date_values.h"
#include "tests/faults/cluster/checker.h"

namespace jjak::faults {

using namespace Qt::StringLiterals;

namespace {

class ViewCheck final : public Check {
public:
    using Check::Check;

    void read(const Record &record) override
    {
        if (record.op == Op::SeesNearby)
            nearby(record);
        else if (record.op == Op::SeesDate)
            date(record);
        else if (record.op == Op::SeesRoom)
            room(record);
    }
    void finish() override { m_findings.figure(u"views at the end"_s, m_views); }

private:
    void compare(const Record &record, const QString &what, bool same)
    {
        ++m_views;
        m_findings.add(Wrong::OtherView, u"%1: %2"_s.arg(QString::fromLatin1(record.account), what), !same);
    }

    void nearby(const Record &record)
    {
        const qint64 version = m_truth.nearbyVersions.value(record.account);
        const bool ticket = m_truth.tickets.contains(record.account);
        const QByteArray proposal = m_truth.openSides.value(record.account);
        compare(record, u"nearby %1, stored is %2 %3 %4"_s.arg(told(record)).arg(version).arg(ticket).arg(QString::fromLatin1(proposal)),
                record.number(0) == version && (record.number(1) != 0) == ticket && record.text(2) == proposal);
    }

    void date(const Record &record)
    {
        const qint64 version = m_truth.dateVersions.value(record.account);
        const bool waits = std::ranges::any_of(m_truth.dates, [&](const StoredDate &d) { return !d.closed && d.act < 0 && sitsIn(d, record.account); });
        const auto date = m_truth.dates.constFind(record.text(1));
        const bool closed = date == m_truth.dates.cend() || date->closed, saysClosed = record.number(2) == qint64(protocol::DatePhase::Closed);
        compare(record, u"date %1, stored is version %2, closed %3, lobby %4"_s.arg(told(record)).arg(version).arg(closed).arg(waits),
                record.number(0) == version && (record.text(1).isEmpty() || closed == saysClosed) && (record.number(3) != 0) == waits);
    }
    static bool sitsIn(const StoredDate &date, const QByteArray &account)
    {
        return std::ranges::any_of(date.seats, [&](const StoredSeat &seat) { return seat.account == account && seat.active; });
    }

    void room(const Record &record)
    {
        const qint64 head = m_truth.rooms.value(record.room).head;
        compare(record, u"room %1 %2, stored head is %3"_s.arg(QString::fromLatin1(record.room), told(record)).arg(head), record.number(1) == head && record.number(2) == head);
    }

    static QString told(const Record &record)
    {
        QByteArrayList words;
        for (const QByteArrayView field : record.fields)
            if (!field.isEmpty())
                words.append(field.toByteArray());
        return QString::fromLatin1(words.join(' '));
    }

    qint64 m_views = 0;
};

} // namespace

std::unique_ptr<Check> checkOfViews(const Truth &truth, Findings &findings)
{
    return std::make_unique<ViewCheck>(truth, findings);
}

} // namespace jjak::faults
