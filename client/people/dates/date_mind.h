// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <vector>

#include "client/people/talk.h"
#include "common/protocol/date_values.h"

namespace jjak::people {

//! Something to be done in a blind date.
struct DateAct {
    enum class Kind { Say, Pick, Shoot, Open } kind = Kind::Say;
    QString text = {}; //!< of a sentence
    int seat = 0; //!< of a pick or a shot; 0: nobody
    bool operator==(const DateAct &) const = default;
};

//! How a demo person takes part in one date: a sentence or two about each topic, an answer to a human, a first impression,
//! an arrow, a goodbye. All of it spread over the time a phase has left, so that it looks the same at any speed. Pure:
//! time and chance are arguments. Half of the demo people of a date point their arrows at humans, so that whoever tries it
//! out may well meet one; the others point at each other or at nobody.
class DateMind {
public:
    //! The generator has to outlive it. `talksFirst`: has more to say than others.
    DateMind(Speech speech, bool talksFirst, Rng &rng);

    //! What is to be done now. Call at every change and when next() has come.
    std::vector<DateAct> update(const protocol::Date &date, Time now);
    //! Somebody wrote in the date's room.
    void heard(const protocol::Date &date, const protocol::Message &message, Time now);
    //! When there is something to do, if nothing changes before.
    std::optional<Time> next() const;

private:
    struct Plan {
        Time at;
        DateAct act;
    };
    void planPhase(const protocol::Date &date, Time now);
    void plan(const protocol::Date &date, Time now, int fromPercent, int toPercent, DateAct act);
    QString fresh(const QStringList &lines);
    QString words(const protocol::Date &date);
    void remember(const QString &line);
    //! One sentence more would soon look like a flood; however fast a date plays, that is counted in earnest.
    bool isTalkative(Time now);

    Speech m_speech;
    bool m_talksFirst;
    Rng &m_rng;
    std::optional<Talk> m_talk;
    std::vector<Plan> m_plans;
    std::deque<QString> m_said; //!< by anybody
    std::optional<protocol::Date> m_known;
    int m_answers = 0; //!< in this phase
    std::deque<Time> m_spoke;
};

//! Whom a demo person's arrow points at; 0: nobody.
int arrowTarget(const protocol::Date &date, Rng &rng);
//! Which demo seat answers a message of that number: always exactly one, and each in its turn. 0: there is none.
int answererOf(const protocol::Date &date, qint64 seq);

} // namespace jjak::people
