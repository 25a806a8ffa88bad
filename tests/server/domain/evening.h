// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/dates/date.h"

namespace jjak::domain::testing {

//! The programme of design §6: welcome with seven lines two seconds apart, impression, three topics of 4 s with 180 s of
//! talk, arrow of 30 s, reveal, farewell. Moments of its phases in seconds from the start:
//! 0 welcome, 14 impression, 34 topic 1, 38 talk 1, 218 topic 2, 222 talk 2, 402 topic 3, 406 talk 3, 586 arrow, 616 reveal, 626 farewell, 656 closed.
Script designScript();

//! One date played by hand: its state, its clock, and everything the host has said.
class Evening {
public:
    struct Said {
        Duration at; //!< since the event's start
        QString text;
        friend bool operator==(const Said &, const Said &) = default;
    };

    explicit Evening(int size = limits::seats, quint64 seed = 1);

    //! An input at this moment; what was due before is brought at its own moment first, as a server that is awake does.
    DateStep tell(const DateInput &input);
    //! An input without anything having been brought in between: a server that was asleep until now.
    DateStep tellLate(const DateInput &input);
    //! The clock goes to that moment since the event's start, and everything is brought when it is due.
    void playTo(Duration moment);
    //! The clock alone: a server that sleeps until then.
    void setClock(Duration moment) { m_now = m_from + moment; }
    Duration clock() const { return m_now - m_from; }

    //! As if the first person had come at that moment.
    void openAt(Duration moment);
    //! So many people enter, and with that the date has started when all seats are taken. The clock stands at the event's start.
    void fill(int people);
    //! With a full date that has started: the clock goes to that phase.
    void playToPhase(DatePhase phase, int round = 0);

    Date date;
    QList<Said> said;
    QList<MetPair> met;
    QList<Released> released;
    int counts = 0; //!< steps that told of a count's result

    DatePhase phase() const { return phaseOf(date, script); }
    Time from() const { return m_from; }
    Time now() const { return m_now; }
    Time until() const { return m_from + 2h; }
    Programme programme() const { return {script, rules, from(), until()}; }
    AccountId person(int number); //!< by number of arrival, from 1

    Script script = designScript();
    DateRules rules;

private:
    SeededRng m_rng;
    Time m_from = fromMs(1'800'000'000'000), m_now = m_from;
};

} // namespace jjak::domain::testing
