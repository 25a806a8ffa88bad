// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/net/puller.h"

#include <QTimer>

#include "client/core/log.h"
#include "client/core/net/refusal.h"

namespace jjak::client {

namespace {

constexpr int atOnce = 4;
// A replica of the database may be behind for a moment; then the page brings nothing new.
constexpr int patience = 4;

} // namespace

Puller::Puller(What what, Ask ask, const LinkTimes &times, QObject *parent) : QObject(parent), m_what(std::move(what)), m_ask(std::move(ask)), m_times(times) {}

void Puller::want(RoomId room)
{
    if (isBusy(room))
        return;
    m_queue.append(room);
    next();
}

void Puller::stop()
{
    ++m_round;
    m_queue.clear();
    m_asked.clear();
    m_fruitless.clear();
}

void Puller::next()
{
    while (!m_queue.isEmpty() && m_asked.size() < atOnce) {
        const RoomId room = m_queue.takeFirst();
        const std::optional<Question> what = m_what(room);
        if (!what) {
            m_fruitless.remove(room);
            Q_EMIT finished(room);
            continue;
        }
        m_asked.insert(room);
        m_ask(*what, [this, room, round = m_round](const Result<Fold> &page) { answered(round, room, page); });
    }
}

void Puller::answered(int round, RoomId room, const Result<Fold> &page)
{
    if (round != m_round)
        return;
    Duration wait{0};
    if (page) {
        const bool same = !(*page)() && m_what(room);
        m_fruitless[room] = same ? m_fruitless.value(room) + 1 : 0;
        wait = same ? m_times.rateRetry : Duration(0);
    } else if (isPassing(page.error().code)) {
        wait = retryAfter(page.error(), m_times);
    } else {
        qCInfo(logSession) << "history refused:" << int(page.error().code);
        m_fruitless[room] = patience;
    }
    if (m_fruitless.value(room) >= patience) {
        m_fruitless.remove(room);
        m_asked.remove(room);
        Q_EMIT finished(room);
        return next();
    }
    // Keeps its place among the rooms that are being asked for, so that a refusal slows everything down.
    QTimer::singleShot(wait, this, [this, round, room] {
        if (round != m_round)
            return;
        m_asked.remove(room);
        m_queue.prepend(room);
        next();
    });
}

} // namespace jjak::client
