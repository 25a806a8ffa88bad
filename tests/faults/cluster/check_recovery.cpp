// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "tests/faults/cluster/checker.h"

namespace jjak::faults {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 interruption = 500'000; //!< µs: a room that waited longer was interrupted, and is counted apart

QString percentiles(std::vector<qint64> times)
{
    if (times.empty())
        return u"none"_s;
    std::ranges::sort(times);
    const auto at = [&](size_t percent) { return QString::number(double(times[std::min(times.size() - 1, times.size() * percent / 100)]) / 1e6, 'f', 3); };
    return u"%1, p50 %2 s, p99 %3 s, longest %4 s"_s.arg(times.size()).arg(at(50), at(99), at(100));
}

//! For every fault and every room: the longest that anybody there waited for an acknowledgement, counted from the fault.
class RecoveryCheck final : public Check {
public:
    using Check::Check;

    void read(const Record &record) override
    {
        if (record.op == Op::Fault)
            m_faults.push_back({record.at, record.text(0)});
        else if (record.op == Op::Wrote)
            m_open[{record.device, record.fields[1].toByteArray()}] = record.at;
        else if (record.op == Op::Acked)
            if (const auto open = m_open.constFind({record.device, record.fields[1].toByteArray()}); open != m_open.cend()) {
                m_waits.push_back({record.room, *open, record.at});
                m_open.erase(open);
            }
    }

    void finish() override
    {
        std::vector<qint64> all;
        for (const Wait &wait : m_waits)
            all.push_back(wait.until - wait.from);
        m_findings.figure(u"acknowledgements"_s, percentiles(all));
        std::ranges::sort(m_faults);
        QMap<QByteArray, std::vector<qint64>> interrupted;
        QMap<QByteArray, int> count;
        for (size_t i = 0; i < m_faults.size(); ++i) {
            const auto &[at, name] = m_faults[i];
            ++count[name];
            const auto worst = worstBetween(at, i + 1 < m_faults.size() ? m_faults[i + 1].first : std::numeric_limits<qint64>::max());
            for (const qint64 wait : worst)
                if (wait > interruption)
                    interrupted[name].push_back(wait);
        }
        for (auto it = count.cbegin(); it != count.cend(); ++it)
            m_findings.figure(u"%1, %2 times, rooms that were interrupted"_s.arg(QString::fromUtf8(it.key())).arg(*it), percentiles(interrupted.value(it.key())));
    }

private:
    struct Wait {
        QByteArray room;
        qint64 from, until;
    };

    QHash<QByteArray, qint64> worstBetween(qint64 fault, qint64 next) const
    {
        QHash<QByteArray, qint64> out;
        for (const Wait &wait : m_waits)
            if (wait.until > fault && wait.from < next)
                out[wait.room] = std::max(out.value(wait.room), std::min(wait.until, next) - std::max(wait.from, fault));
        return out;
    }

    std::vector<std::pair<qint64, QByteArray>> m_faults;
    QHash<std::pair<QByteArray, QByteArray>, qint64> m_open;
    std::vector<Wait> m_waits;
};

} // namespace

std::unique_ptr<Check> checkOfRecovery(const Truth &truth, Findings &findings)
{
    return std::make_unique<RecoveryCheck>(truth, findings);
}

} // namespace jjak::faults
