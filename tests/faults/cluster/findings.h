// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <array>

namespace jjak::faults {

//! What a cluster must never do.
enum class Wrong {
    Lost,        //!< acknowledged, and not stored under that number
    Doubled,     //!< one message stored twice, or acknowledged under two numbers
    Gap,         //!< a room's numbers are not 1, 2, 3 … head
    Disorder,    //!< messages of one person in a room in another order than they were written
    Phantom,     //!< told to somebody, and not stored so
    Unanswered,  //!< written, and neither acknowledged nor refused when all was quiet
    DoubleMatch, //!< one person in two proposals or matches at the same moment
    HalfMatch,   //!< a match that is not the same for both, for tickets and for the room
    OverFull,    //!< more people in a date than it has seats, or two on one seat
    TwoSeats,    //!< one person in two dates at the same moment, or on two seats
    HostTwice,   //!< the host said a line again, or something else
    HostMissing, //!< the host left a line out
    LostArrow,   //!< two acknowledged arrows met and do not count, or a reveal was told that is not stored
    Backwards,   //!< a date that went back to an earlier phase
    Stuck,       //!< a date, lobby or proposal that is long due
    OtherView,   //!< what somebody sees at the end is not what is stored
};
inline constexpr size_t wrongCount = size_t(Wrong::OtherView) + 1;

//! What was found, and how much was looked at.
class Findings {
public:
    void add(Wrong wrong, const QString &example, qint64 times = 1);
    //! A line of its own in text(), in the order of the calls.
    void figure(const QString &name, const QString &value) { m_figures.append({name, value}); }
    void figure(const QString &name, qint64 value) { figure(name, QString::number(value)); }

    qint64 of(Wrong wrong) const { return m_counts[size_t(wrong)]; }
    qint64 all() const;
    //! Figures, counts, and of each sort some examples.
    QString text() const;

private:
    std::array<qint64, wrongCount> m_counts{};
    std::array<QStringList, wrongCount> m_examples;
    QList<std::pair<QString, QString>> m_figures;
};

} // namespace jjak::faults
