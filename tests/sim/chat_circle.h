// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTemporaryDir>

#include "tests/sim/chat_device.h"
#include "tests/sim/chat_time.h"

namespace jjak::sim {

//! A circle of people with several devices each, who write to each other and do everything else one does in chats, while
//! lines break, programs end, commits fail and the server dies. The clients and the server are the real ones, between them
//! is an Exchange, and time is a variable. One thread, one seed, always the same story.
class Circle {
public:
    //! Faults are planted only to see that the auditor finds them.
    Circle(quint64 seed, int people, int devices, const Faults &faults = {});
    ~Circle();

    //! One random deed, some of what is under way, and a little time. Throws Violation when two disagree.
    void step();
    //! The mishaps end: everybody comes back, and everything that was wanted gets done.
    void heal();
    Talk tally() const;
    //! Everything that was done so far, a line each.
    const QStringList &story() const { return m_story; }

private:
    friend class Auditor;

    void act(Device &device);
    void mishap(Device &device);
    void pass(Duration duration);
    //! Everything under way arrives; mishaps may still happen.
    void drain();
    bool isQuiet() const;
    void listen();
    bool chance(int percent) { return m_rng.below(100) < quint64(percent); }

    HandWoundTimers &m_timers;
    SeededRng m_rng, m_serverRng;
    VirtualClock m_clock;
    QTemporaryDir m_folder;
    Talk m_tally;
    QStringList m_story;
    Exchange m_exchange;
    std::vector<std::unique_ptr<Device>> m_devices;
    std::unique_ptr<class Auditor> m_auditor;
};

} // namespace jjak::sim
