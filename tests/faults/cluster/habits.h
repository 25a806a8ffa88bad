// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "common/rules/grid.h"
#include "tests/faults/cluster/person.h"

namespace jjak::faults {

//! What somebody wants. Looks at what its person sees and does the next thing; so nothing has to be done when an answer is lost.
class Habit {
public:
    explicit Habit(Person &person) : m_person(person), m_around(person.around()) {}
    virtual ~Habit() = default;
    Q_DISABLE_COPY_MOVE(Habit)

    //! Again and again, while the person is ready.
    virtual void tick() = 0;
    //! Nothing is left of it that the server could still go on with.
    virtual bool isOver() const { return true; }

protected:
    //! True at most every so many ms, evenly distributed between half and one and a half of it.
    bool comesUp(qint64 every);
    //! Asked, and the answer may still come.
    bool busy() const { return m_askedIn == m_person.connection(); }
    //! Asks, and is busy until the answer or the end of the connection.
    template <class C>
    void askOnce(const C &command, std::function<void(const Result<typename C::Reply> &)> done = {})
    {
        m_askedIn = m_person.connection();
        m_person.ask<C>(command, [this, done = std::move(done)](const Result<typename C::Reply> &answer) {
            m_askedIn = 0;
            if (done)
                done(answer);
        });
    }

    Person &m_person;
    Surroundings &m_around;

private:
    qint64 m_next = 0;
    int m_askedIn = 0; //!< which connection
};

//! Writes into its room, one message about every so many ms.
std::unique_ptr<Habit> chatting(Person &person, RoomId room, int every);
//! Waits for somebody nearby, mostly says yes, now and then no or nothing, writes one message to whom it met, and begins anew.
std::unique_ptr<Habit> seeking(Person &person, Cell cell);
//! Goes to dates, one after the other; talks, and points the arrow at the neighbour.
std::unique_ptr<Habit> dating(Person &person, EventId event);
//! Goes to one date, from that moment (ms on the steady clock) on, and says nothing there.
std::unique_ptr<Habit> coming(Person &person, EventId event, qint64 from);

} // namespace jjak::faults
