// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/check/date_record.h"

namespace jjak::terminal {

using namespace Qt::StringLiterals;
using protocol::Date;
using protocol::DatePhase;

namespace {

//! Grows from phase to phase.
int placeOf(const Date &date)
{
    const int phase = int(date.phase);
    const bool inRound = date.phase == DatePhase::Topic || date.phase == DatePhase::Talk;
    return inRound ? int(DatePhase::Topic) * 100 + date.round * 10 + phase : phase * 100;
}

} // namespace

QString phaseKey(const Date &date)
{
    const auto name = protocol::EnumNames<DatePhase>::names[size_t(date.phase)];
    const QString phase = QString::fromLatin1(name.data(), qsizetype(name.size()));
    return date.phase == DatePhase::Topic || date.phase == DatePhase::Talk ? u"%1 %2"_s.arg(phase).arg(date.round) : phase;
}

void DateRecord::see(const Date &date)
{
    if (!m_start)
        m_start = date.since;
    if (m_last && placeOf(date) < placeOf(*m_last))
        m_problems += u"%1 came after %2"_s.arg(phaseKey(date), phaseKey(*m_last));
    if (!m_phases.contains(phaseKey(date)))
        m_phases += phaseKey(date);
    if (date.topic && !m_topics.contains(*date.topic))
        m_topics += *date.topic;
    m_last = date;
}

void DateRecord::hear(const protocol::Message &message)
{
    if (message.seq != m_seq + 1)
        m_problems += u"message %1 came after message %2"_s.arg(message.seq).arg(m_seq);
    m_seq = message.seq;
    if (message.kind == protocol::MessageKind::Host)
        m_host += message.text.section(u' ', 0, 0);
}

QStringList DateRecord::problems() const
{
    QStringList out = m_problems;
    if (!m_last)
        return out + QStringList{u"there was no date"_s};
    QStringList wanted{u"welcome"_s, u"arrow"_s, u"farewell"_s, u"closed"_s};
    for (int round = 1; round <= m_last->rounds; ++round)
        wanted += u"talk %1"_s.arg(round);
    for (const QString &phase : wanted)
        if (!m_phases.contains(phase))
            out += u"there was no phase “%1”"_s.arg(phase);
    if (!m_last->reveal)
        out += u"nothing was revealed"_s;
    if (m_topics.size() != m_last->rounds)
        out += u"%1 topics in %2 rounds"_s.arg(m_topics.size()).arg(m_last->rounds);
    qsizetype before = -1;
    for (const QString &topic : m_topics) {
        const qsizetype at = m_host.indexOf(topic);
        if (m_host.count(topic) != 1)
            out += u"the host said the topic “%1” %2 times"_s.arg(topic).arg(m_host.count(topic));
        else if (at < before)
            out += u"the host said the topic “%1” too early"_s.arg(topic);
        before = std::max(before, at);
    }
    return out;
}

} // namespace jjak::terminal
