// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <thread>

#include "tests/faults/cluster/habits.h"

namespace jjak::faults {

//! People with their habits in a thread of their own, on the nodes of one cluster, and their log. Made, told and ended from one other thread.
class Crowd {
public:
    //! Begins the log; `nodes` are ports; for `pace` see Surroundings.
    Crowd(const QString &log, std::vector<quint16> nodes, int pace);
    ~Crowd();
    Q_DISABLE_COPY_MOVE(Crowd)

    using Make = std::function<std::unique_ptr<Habit>(Person &)>;
    //! Before start(). `comes`: ms after the start.
    void add(const test::PreparedPerson &who, const Make &habit, int comes = 0);
    void start();
    //! Everybody ends what they have begun and begins nothing new.
    void becomeCalm() { m_calm = true; }
    //! Notes what everybody sees and ends the thread.
    void end();

    int size() const { return int(m_people.size()); }
    int ready() const { return m_ready; }                  //!< who is signed in and up to date
    int restless() const { return m_heardCalm ? m_restless.load() : size(); } //!< since becomeCalm(): who is not, waits for an answer or has not ended what they have begun
    int unfinished() const { return m_unfinished; }        //!< whose habit is not over
    qint64 longestWait() const { return m_longestWait; }   //!< ms, of all messages that are not acknowledged yet
    qint64 frames() const { return m_frames; }             //!< heard in all

private:
    struct Member {
        std::unique_ptr<Person> person;
        std::unique_ptr<Habit> habit;
    };
    void run();
    void round();

    const std::vector<quint16> m_nodes;
    OperationLog m_log;
    test::LoadClients m_wires;
    SystemRng m_rng;
    Surroundings m_around;
    std::vector<Member> m_people;
    std::atomic<bool> m_calm = false, m_heardCalm = false, m_over = false;
    std::atomic<int> m_ready = 0, m_restless = 0, m_unfinished = 0;
    std::atomic<qint64> m_longestWait = 0, m_frames = 0;
    std::thread m_thread;
};

} // namespace jjak::faults
