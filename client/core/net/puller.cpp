// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/net/puller.h"

#include <QTimer>

#include "client/core/log.h"
#include "client/core/net/refusal.h"

namespace jjak::client {

using protocol::cmd::History;
using protocol::cmd::Page;

namespace {

constexpr int atOnce = 4;
// A replica of the database may be behind for a moment; then the page brings nothing new.
constexpr int patience = 4;

} // namespace

Puller::Puller(What what, Ask ask, Fold fold, const LinkTimes &times, QObject *parent)
    : QObject(parent), m_what(std::move(what)), m_ask(std::move(ask)), m_fold(std::move(fold)), m_times(times)
{
}

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
        const std::optional<History> what = m_what(room);
        if (!what) {
            m_fruitless.remove(room);
            Q_EMIT finished(room);
            continue;
        }
        m_asked.insert(room);
        m_ask(*what, [this, round = m_round, asked = *what](const Result<Page> &answer) { answered(round, asked, answer); });
    }
}

void Puller::answered(int round, const History &asked, const Result<Page> &answer)
{
    if (round != m_round)
        return;
    Duration wait{0};
    if (answer) {
        m_fold(asked, *answer);
        const std::optional<History> still = m_what(asked.room);
        const bool same = still && still->after == asked.after && (still->after || answer->messages.isEmpty());
        m_fruitless[asked.room] = same ? m_fruitless.value(asked.room) + 1 : 0;
        wait = same ? m_times.rateRetry : Duration(0);
    } else if (isPassing(answer.error().code)) {
        wait = retryAfter(answer.error(), m_times);
    } else {
        qCInfo(logSession) << "history refused:" << int(answer.error().code);
        m_fruitless[asked.room] = patience;
    }
    if (m_fruitless.value(asked.room) >= patience) {
        m_fruitless.remove(asked.room);
        m_asked.remove(asked.room);
        Q_EMIT finished(asked.room);
        return next();
    }
    // Keeps its place among the rooms that are being asked for, so that a refusal slows everything down.
    QTimer::singleShot(wait, this, [this, round, room = asked.room] {
        if (round != m_round)
            return;
        m_asked.remove(room);
        m_queue.prepend(room);
        next();
    });
}

} // namespace jjak::client
