// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/chat_time.h"

#include <QCoreApplication>
#include <QTimerEvent>

namespace jjak::sim {

void HandWoundTimers::pass(Duration duration)
{
    const qint64 end = m_now + duration.count();
    deliverPosted();
    for (auto it = nextUntil(end); it != m_timers.end(); it = nextUntil(end)) {
        const int id = it->first;
        Timer &timer = it->second;
        QObject *object = timer.object;
        m_now = timer.due;
        timer.due += std::max<qint64>(1, timer.interval); // one that repeats at once must not stop time
        timer.order = ++m_order;
        QTimerEvent event(id);
        QCoreApplication::sendEvent(object, &event);
        deliverPosted();
    }
    m_now = end;
}

//! What is posted while others are delivered is delivered as well; objects that are to be deleted go last.
void HandWoundTimers::deliverPosted()
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCoreApplication::sendPostedEvents();
}

std::map<int, HandWoundTimers::Timer>::iterator HandWoundTimers::nextUntil(qint64 end)
{
    auto best = m_timers.end();
    for (auto it = m_timers.begin(); it != m_timers.end(); ++it) {
        const auto key = [](const Timer &timer) { return std::pair(timer.due, timer.order); };
        if (it->second.due <= end && (best == m_timers.end() || key(it->second) < key(best->second)))
            best = it;
    }
    return best;
}

void HandWoundTimers::registerSocketNotifier(QSocketNotifier *)
{
    qFatal("a socket where there is no network");
}

void HandWoundTimers::registerTimer(int id, qint64 interval, Qt::TimerType type, QObject *object)
{
    m_timers[id] = {m_now + interval, ++m_order, interval, type, object};
}

bool HandWoundTimers::unregisterTimers(QObject *object)
{
    return std::erase_if(m_timers, [&](const auto &entry) { return entry.second.object == object; }) > 0;
}

QList<QAbstractEventDispatcher::TimerInfo> HandWoundTimers::registeredTimers(QObject *object) const
{
    QList<TimerInfo> out;
    for (const auto &[id, timer] : m_timers)
        if (timer.object == object)
            out.append({id, int(timer.interval), timer.type});
    return out;
}

int HandWoundTimers::remainingTime(int id)
{
    const auto it = m_timers.find(id);
    return it == m_timers.end() ? -1 : int(std::max<qint64>(0, it->second.due - m_now));
}

} // namespace jjak::sim
