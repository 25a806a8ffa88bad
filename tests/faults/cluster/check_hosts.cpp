// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "common/protocol/values.h"
#include "tests/faults/cluster/checker.h"

namespace jjak::faults {

using namespace Qt::StringLiterals;

namespace {

const QByteArray anyTopic = "@topic", alone = "alone";

//! What the host says because of somebody, and not because the programme has come so far.
bool isAside(const QByteArray &line)
{
    return line.startsWith("cool ") || line.startsWith("invite ");
}

class HostCheck final : public Check {
public:
    using Check::Check;

    void read(const Record &record) override
    {
        if (record.op == Op::Line && !m_lines.contains(record.text(0)))
            m_lines.append(record.text(0));
        else if (record.op == Op::Sits)
            m_seats[record.fields[0].toByteArray()][record.account] = int(record.number(3));
        else if (record.op == Op::Shot)
            m_arrows[record.fields[0].toByteArray()][record.account] = int(record.number(1));
        else if (record.op == Op::Met)
            met(record);
    }

    void finish() override
    {
        qint64 said = 0;
        for (auto it = m_truth.dates.cbegin(); it != m_truth.dates.cend(); ++it) {
            if (it->started > 0)
                said += examineLines(it.key(), *it);
            if (it->closed)
                examineArrows(it.key(), *it);
        }
        m_findings.figure(u"host lines"_s, said);
        m_findings.figure(u"arrows that met"_s, m_met / 2);
    }

private:
    static const StoredSeat *seatOf(const StoredDate &date, int number)
    {
        const auto seat = std::ranges::find(date.seats, number, &StoredSeat::number);
        return seat == date.seats.end() ? nullptr : &*seat;
    }

    void met(const Record &record)
    {
        const QByteArray id = record.fields[0].toByteArray();
        const auto date = m_truth.dates.constFind(id);
        const StoredSeat *mine = date == m_truth.dates.cend() ? nullptr : seatOf(*date, m_seats[id].value(record.account));
        m_findings.add(Wrong::LostArrow, u"%1 was told to have met %2"_s.arg(QString::fromLatin1(record.account)).arg(record.number(1)), !mine || mine->met != record.number(1));
    }

    //! How many lines there were.
    qint64 examineLines(const QByteArray &id, const StoredDate &date)
    {
        qsizetype next = 0;
        qint64 said = 0;
        bool early = false;
        const auto messages = m_truth.rooms.value(date.room).messages;
        for (const StoredMessage &message : messages) {
            if (message.kind != int(protocol::MessageKind::Host) || isAside(message.text))
                continue;
            ++said;
            if (message.text == alone) {
                m_findings.add(Wrong::HostTwice, u"%1 says alone in %2"_s.arg(said).arg(QString::fromLatin1(id)), early);
                early = true;
                next = m_lines.size() - 1;
                continue;
            }
            const qsizetype at = placeOf(message.text, next);
            m_findings.add(Wrong::HostTwice, u"%1 in %2"_s.arg(QString::fromUtf8(message.text), QString::fromLatin1(id)), at < next);
            m_findings.add(Wrong::HostMissing, u"before %1 in %2"_s.arg(QString::fromUtf8(message.text), QString::fromLatin1(id)), at - next);
            next = std::max(next, at + 1);
        }
        m_findings.add(Wrong::HostMissing, u"at the end of %1"_s.arg(QString::fromLatin1(id)), date.closed ? m_lines.size() - next : 0);
        return said;
    }

    //! Where a line stands in the programme, if possible not before `from`; -1 when nowhere.
    qsizetype placeOf(const QByteArray &line, qsizetype from) const
    {
        if (const qsizetype later = m_lines.indexOf(line, from); later >= 0)
            return later;
        if (const qsizetype before = m_lines.indexOf(line); before >= 0)
            return before;
        return m_lines.indexOf(anyTopic, from);
    }

    void examineArrows(const QByteArray &id, const StoredDate &date)
    {
        const auto arrows = m_arrows.value(id);
        const auto seats = m_seats.value(id);
        for (const StoredSeat &seat : date.seats) {
            m_met += seat.met != 0;
            const StoredSeat *other = seatOf(date, arrows.value(seat.account));
            if (!other || seats.value(seat.account) != seat.number || arrows.value(other->account) != seat.number)
                continue;
            m_findings.add(Wrong::LostArrow, u"%1 and %2 in %3"_s.arg(seat.number).arg(other->number).arg(QString::fromLatin1(id)), seat.met != other->number && !seat.left && !other->left);
        }
    }

    QList<QByteArray> m_lines;
    QHash<QByteArray, QHash<QByteArray, int>> m_seats, m_arrows; //!< by date and account
    qint64 m_met = 0;
};

} // namespace

std::unique_ptr<Check> checkOfHosts(const Truth &truth, Findings &findings)
{
    return std::make_unique<HostCheck>(truth, findings);
}

} // namespace jjak::faults
