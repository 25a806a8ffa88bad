// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <thread>
#include <vector>

#include "tests/support/prepared.h"

namespace jjak::test {

//! A well-behaved client beside the bad ones: writes a message, waits for its answer, again and again, in a thread of its
//! own, and notes how long each took.
class Pulse {
public:
    //! Returns when the first message was answered, or could not be.
    Pulse(quint16 port, const PreparedPerson &person, RoomId room);
    ~Pulse();

    //! Ends it. What it found:
    struct Figures {
        int answered = 0;
        int unanswered = 0; //!< no answer, or a refusal, within 2 s; or no sign-in
        double p99Ms = 0;
    };
    Figures stop();

private:
    void run(quint16 port, const PreparedPerson &person, RoomId room);

    void begun();

    std::atomic<bool> m_over = false, m_begun = false;
    std::vector<qint64> m_times; //!< ns
    int m_unanswered = 0;
    std::thread m_thread;
};

} // namespace jjak::test
