// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "tests/faults/cluster/checker.h"

namespace jjak::faults {

using namespace Qt::StringLiterals;

namespace {

constexpr int open = -1, accepted = 0; // of an outcome
constexpr qint64 overdue = 10'000;     //!< ms after which a deadline was missed

QString text(const QByteArray &id)
{
    return QString::fromLatin1(id);
}

class MatchCheck final : public Check {
public:
    using Check::Check;

    void read(const Record &record) override
    {
        if (record.op != Op::Proposed && record.op != Op::Accepted && record.op != Op::Ended)
            return;
        const QByteArray id = record.fields[0].toByteArray();
        const auto proposal = m_truth.proposals.constFind(id);
        const bool theirs = proposal != m_truth.proposals.cend() && (proposal->a == record.account || proposal->b == record.account);
        m_findings.add(Wrong::HalfMatch, u"%1 was told of %2, which is not theirs"_s.arg(text(record.account), text(id)), !theirs);
        if (!theirs || record.op != Op::Ended || record.fields[1] != "accepted")
            return;
        ++m_told;
        m_findings.add(Wrong::HalfMatch, u"%1 was told that %2 is a match"_s.arg(text(record.account), text(id)), proposal->outcome != accepted || proposal->room != record.fields[2]);
    }

    void finish() override
    {
        QHash<QByteArray, QList<std::pair<qint64, qint64>>> times; // by account: from, until
        qint64 matches = 0;
        for (auto it = m_truth.proposals.cbegin(); it != m_truth.proposals.cend(); ++it) {
            matches += it->outcome == accepted;
            for (const QByteArray &side : {it->a, it->b})
                times[side].append({it->opened, it->outcome == open ? std::numeric_limits<qint64>::max() : it->ended});
            examine(it.key(), *it);
        }
        for (auto it = times.begin(); it != times.end(); ++it)
            examineTimes(it.key(), *it);
        for (auto it = m_truth.tickets.cbegin(); it != m_truth.tickets.cend(); ++it)
            m_findings.add(Wrong::HalfMatch, u"the ticket of %1 names %2"_s.arg(text(it.key()), text(*it)), !it->isEmpty() && m_truth.openSides.value(it.key()) != *it);
        for (auto it = m_truth.openSides.cbegin(); it != m_truth.openSides.cend(); ++it)
            m_findings.add(Wrong::HalfMatch, u"%1 has a side of %2, which is over"_s.arg(text(it.key()), text(*it)), m_truth.proposals.value(*it, {.outcome = accepted}).outcome != open);
        m_findings.figure(u"proposals"_s, m_truth.proposals.size());
        m_findings.figure(u"matches"_s, u"%1, told to %2 people"_s.arg(matches).arg(m_told));
    }

private:
    void examine(const QByteArray &id, const StoredProposal &proposal)
    {
        if (proposal.outcome == open) {
            m_findings.add(Wrong::Stuck, u"proposal %1"_s.arg(text(id)), proposal.deadline < m_truth.now - overdue);
            for (const QByteArray &side : {proposal.a, proposal.b})
                m_findings.add(Wrong::HalfMatch, u"%1 is open, not for %2"_s.arg(text(id), text(side)), m_truth.openSides.value(side) != id || m_truth.tickets.value(side) != id);
        }
        if (proposal.outcome != accepted)
            return;
        const auto members = m_truth.rooms.value(proposal.room).members.values();
        const bool both = members.size() == 2 && members.contains(proposal.a) && members.contains(proposal.b);
        m_findings.add(Wrong::HalfMatch, u"the room of %1 is not theirs"_s.arg(text(id)), !both);
    }

    void examineTimes(const QByteArray &account, QList<std::pair<qint64, qint64>> &times)
    {
        std::ranges::sort(times);
        qint64 until = 0;
        for (const auto &[from, to] : std::as_const(times)) {
            m_findings.add(Wrong::DoubleMatch, u"%1 at %2"_s.arg(text(account)).arg(from), from < until);
            until = std::max(until, to);
        }
    }

    qint64 m_told = 0;
};

} // namespace

std::unique_ptr<Check> checkOfMatches(const Truth &truth, Findings &findings)
{
    return std::make_unique<MatchCheck>(truth, findings);
}

} // namespace jjak::faults
