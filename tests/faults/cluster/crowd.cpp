// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/cluster/crowd.h"

#include <algorithm>

namespace jjak::faults {

namespace {

constexpr int roundEvery = 10; //!< ms between two looks at everybody

qint64 nowMs()
{
    return test::nowNs() / 1'000'000;
}

} // namespace

Crowd::Crowd(const QString &log, std::vector<quint16> nodes, int pace)
    : m_nodes(std::move(nodes)), m_log(log), m_wires(0, "/", "jjak.v1", [this](int index, QByteArrayView frame) {
          ++m_frames;
          m_people[size_t(index)].person->heard(frame);
      }),
      m_around{m_wires, m_log, m_nodes, m_rng, pace, nowMs()}
{
    m_wires.setOnChange([this](int index, bool open) {
        Person &person = *m_people[size_t(index)].person;
        open ? person.opened() : person.closed();
    });
}

Crowd::~Crowd()
{
    m_over = true;
    if (m_thread.joinable())
        m_thread.join();
}

void Crowd::add(const test::PreparedPerson &who, const Make &habit, int comes)
{
    Member member{std::make_unique<Person>(m_around, m_wires.add(), who, nowMs() + comes), {}};
    member.habit = habit(*member.person);
    m_people.push_back(std::move(member));
}

void Crowd::start()
{
    m_unfinished = size();
    m_thread = std::thread([this] { run(); });
}

void Crowd::run()
{
    for (qint64 next = 0; !m_over;) {
        m_around.now = nowMs();
        m_wires.poll(int(std::clamp<qint64>(next - m_around.now, 0, roundEvery)));
        m_around.now = nowMs();
        if (m_around.now < next)
            continue;
        next = m_around.now + roundEvery;
        round();
    }
}

void Crowd::round()
{
    const bool calm = m_around.calm = m_calm;
    int ready = 0, restless = 0, unfinished = 0;
    qint64 longest = 0;
    for (const auto &[person, habit] : m_people) {
        person->tick();
        if (person->ready())
            habit->tick();
        ready += person->ready();
        unfinished += !habit->isOver();
        restless += !person->idle() || (calm && !habit->isOver());
        longest = std::max(longest, person->waits());
    }
    m_ready = ready;
    m_restless = restless;
    m_unfinished = unfinished;
    m_longestWait = longest;
    m_heardCalm = calm;
}

void Crowd::end()
{
    m_over = true;
    if (m_thread.joinable())
        m_thread.join();
    for (const Member &member : m_people)
        member.person->noteViews();
}

} // namespace jjak::faults
