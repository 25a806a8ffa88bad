// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/cluster/habits.h"

namespace jjak::faults {

using namespace protocol;

namespace {

constexpr int talkEvery = 2500; //!< ms between two messages in a date; more often and a seat has to cool

class Chatting final : public Habit {
public:
    Chatting(Person &person, RoomId room, int every) : Habit(person), m_room(room), m_every(every) {}

    void tick() override
    {
        if (!m_around.calm && m_person.canWrite(m_room) && comesUp(m_every))
            m_person.write(m_room);
    }

private:
    const RoomId m_room;
    const int m_every;
};

class Seeking final : public Habit {
public:
    Seeking(Person &person, Cell cell) : Habit(person), m_cell(cell) {}

    void tick() override
    {
        greet();
        if (busy() || !comesUp(400 * m_around.pace))
            return;
        const Nearby &nearby = m_person.nearby();
        if (nearby.proposal)
            answer(*nearby.proposal);
        else if (nearby.ticket && m_around.calm)
            askOnce(cmd::CancelSeek{}, seen());
        else if (!nearby.ticket && !m_around.calm)
            askOnce(cmd::Seek{m_cell, Reach::Anywhere}, seen());
    }
    bool isOver() const override { return !m_person.nearby().ticket && !m_person.nearby().proposal; }

private:
    std::function<void(const Result<Nearby> &)> seen()
    {
        return [this](const Result<Nearby> &answer) {
            if (answer)
                m_person.see(*answer);
        };
    }

    void answer(const Proposal &proposal)
    {
        if (proposal.proposal != m_proposal) {
            m_proposal = proposal.proposal;
            m_mind = m_around.upTo(19); // 0 and 1: says nothing, 2 and 3: no
        }
        if (proposal.mine != Answer::Open || (m_mind < 2 && !m_around.calm))
            return;
        if (m_mind < 4)
            return askOnce(cmd::Decline{proposal.proposal}, seen());
        askOnce(cmd::Accept{proposal.proposal}, [this, id = proposal.proposal](const Result<Nearby> &answer) {
            if (!answer)
                return;
            m_person.note(Op::Accepted, {id.toText()});
            m_person.see(*answer);
        });
    }

    //! One message to whom one has met.
    void greet()
    {
        const auto &ended = m_person.nearby().ended;
        if (!ended || !ended->room || *ended->room == m_greeted || m_around.calm || !m_person.isIn(*ended->room) || !m_person.canWrite(*ended->room))
            return;
        m_greeted = *ended->room;
        m_person.write(m_greeted);
    }

    const Cell m_cell;
    ProposalId m_proposal;
    RoomId m_greeted;
    int m_mind = 0;
};

class Dating final : public Habit {
public:
    Dating(Person &person, EventId event, std::optional<qint64> onceFrom) : Habit(person), m_event(event), m_onceFrom(onceFrom) {}

    void tick() override
    {
        if (busy() || m_around.now < m_onceFrom.value_or(0) || !comesUp((m_person.date() ? 400 : 200) * m_around.pace))
            return;
        if (const Date *date = m_person.date())
            return play(*date);
        if (const auto &last = m_person.blindDate().date; last && last->reveal && last->reveal->seat != 0 && last->reveal->mine == Answer::Open)
            return askOnce(cmd::OpenPair{last->reveal->pair}, seen());
        if (m_person.blindDate().lobby && m_around.calm)
            askOnce(cmd::LeaveDate{}, seen());
        else if (!m_person.blindDate().lobby && !m_around.calm && !hasBeenThere())
            askOnce(cmd::EnterDate{m_event}, seen());
    }
    bool isOver() const override { return !m_person.date() && !m_person.blindDate().lobby && (!m_onceFrom || m_around.calm || hasBeenThere()); }

private:
    std::function<void(const Result<BlindDate> &)> seen()
    {
        return [this](const Result<BlindDate> &answer) {
            if (answer)
                m_person.see(*answer);
        };
    }

    bool hasBeenThere() const { return m_onceFrom && m_person.blindDate().date; }

    void play(const Date &date)
    {
        if (!m_onceFrom && date.phase == DatePhase::Talk && !m_around.calm && m_around.now >= m_talk && m_person.canWrite(date.room)) {
            m_talk = m_around.now + talkEvery * m_around.pace;
            return m_person.write(date.room);
        }
        const int neighbour = date.me % 2 == 1 ? date.me + 1 : date.me - 1;
        const int target = neighbour <= int(date.seats.size()) ? neighbour : 1;
        if (date.phase == DatePhase::Impression && date.impression != target)
            return askOnce(cmd::Pick{date.date, target}, seen());
        if (date.phase != DatePhase::Arrow || date.arrow == target)
            return;
        m_person.note(Op::Shot, {date.date.toText(), "0"}); // until the answer comes nobody knows where it points
        askOnce(cmd::Shoot{date.date, target}, [this, id = date.date, target](const Result<BlindDate> &answer) {
            if (!answer)
                return;
            m_person.note(Op::Shot, {id.toText(), QByteArray::number(target)});
            m_person.see(*answer);
        });
    }

    const EventId m_event;
    const std::optional<qint64> m_onceFrom;
    qint64 m_talk = 0;
};

} // namespace

bool Habit::comesUp(qint64 every)
{
    if (m_around.now < m_next)
        return false;
    const bool first = std::exchange(m_next, m_around.now + every / 2 + m_around.upTo(int(every))) == 0;
    return !first; // not all at the same moment
}

std::unique_ptr<Habit> chatting(Person &person, RoomId room, int every)
{
    return std::make_unique<Chatting>(person, room, every);
}

std::unique_ptr<Habit> seeking(Person &person, Cell cell)
{
    return std::make_unique<Seeking>(person, cell);
}

std::unique_ptr<Habit> dating(Person &person, EventId event)
{
    return std::make_unique<Dating>(person, event, std::nullopt);
}

std::unique_ptr<Habit> coming(Person &person, EventId event, qint64 from)
{
    return std::make_unique<Dating>(person, event, from);
}

} // namespace jjak::faults
