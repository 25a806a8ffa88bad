// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "tests/sim/chaperone.h"

namespace jjak::sim {

using namespace Qt::StringLiterals;

namespace {

//! What the host says in one act, in the order of its moments; an announcement behind a line of the same moment.
QStringList linesOf(const domain::Act &act, const QStringList &topics)
{
    QStringList keys = act.lines;
    if (act.phase == domain::DatePhase::Topic)
        keys.append(topics.value(act.round - 1));
    QList<std::pair<Duration, QString>> timed;
    for (qsizetype i = 0; i < keys.size(); ++i)
        timed.append({i * act.gap, keys[i]});
    for (const Duration &left : act.announce)
        timed.append({std::max(Duration(0), act.time - left), u"left %1"_s.arg(std::chrono::ceil<std::chrono::seconds>(left).count())});
    std::ranges::stable_sort(timed, {}, [](const auto &line) { return line.first; });
    QStringList out;
    for (const auto &[at, text] : std::as_const(timed))
        out.append(text);
    return out;
}

} // namespace

Programme::Programme(const domain::Date &date, const domain::Script &script)
{
    for (const domain::Act &act : script.acts) {
        m_lines += linesOf(act, date.topics);
        m_ends.append(m_lines.size());
    }
}

int Programme::actOfLast() const
{
    return int(std::ranges::lower_bound(m_ends, m_said) - m_ends.begin());
}

void Programme::hear(const QString &text, Evenings &tally)
{
    const QString key = text.section(u' ', 0, 0);
    tally.lines++;
    if (key == "cool"_L1) {
        tally.cooled++;
    } else if (key == "invite"_L1) {
        require(!m_invited.contains(actOfLast()), "the silent were invited twice in one act");
        m_invited.insert(actOfLast());
        tally.invited++;
    } else if (key == "alone"_L1) {
        require(!std::exchange(m_alone, true), "the farewell came early twice");
        m_said = m_ends[m_ends.size() - 2];
        tally.early++;
    } else {
        require(m_said < m_lines.size(), "the host said something after the last line");
        require(m_said == 0 || text != m_lines[m_said - 1] || text == m_lines[m_said], "a host line was said twice");
        require(text == m_lines[m_said++], "the host said something else than the next line");
    }
}

void Programme::compare(const domain::Date &date) const
{
    const bool deserted = std::ranges::all_of(date.seats, [](const domain::Seat &s) { return s.state == domain::SeatState::Left; });
    const qsizetype least = date.act > 0 ? m_ends[date.act - 1] : 0;
    require(m_said >= least, "the host skipped a line");
    require(m_said <= m_ends[date.act], "the host is ahead of the date");
    require(!date.closed || deserted || m_said == m_lines.size(), "a date ended before everything was said");
}

} // namespace jjak::sim
