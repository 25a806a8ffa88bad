// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractEventDispatcher>
#include <map>

#include "common/base/time.h"

namespace jjak::sim {

//! Qt's timers on a clock that moves only when told: an hour of them passes at once, in order. It belongs to the main
//! thread, instead of its usual dispatcher, and knows nothing of sockets.
class HandWoundTimers final : public QAbstractEventDispatcher {
public:
    //! Everything that is posted or due at this moment happens, and what follows from it.
    void settle() { pass(Duration(0)); }
    //! Lets so much time go by; each timer fires in its turn.
    void pass(Duration duration);

    bool processEvents(QEventLoop::ProcessEventsFlags) override
    {
        settle();
        return true;
    }
    void registerSocketNotifier(QSocketNotifier *) override;
    void unregisterSocketNotifier(QSocketNotifier *) override {}
    void registerTimer(int id, qint64 interval, Qt::TimerType type, QObject *object) override;
    bool unregisterTimer(int id) override { return m_timers.erase(id) > 0; }
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int id) override;
    void wakeUp() override {}
    void interrupt() override {}

private:
    struct Timer {
        qint64 due = 0;
        qint64 order = 0; //!< of those that are due together the one that was set first
        qint64 interval = 0;
        Qt::TimerType type = Qt::CoarseTimer;
        QObject *object = nullptr;
    };
    static void deliverPosted();
    std::map<int, Timer>::iterator nextUntil(qint64 end);

    std::map<int, Timer> m_timers;
    qint64 m_now = 0;
    qint64 m_order = 0;
};

} // namespace jjak::sim
