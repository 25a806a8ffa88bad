// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>
#include <functional>

#include "client/core/net/link_times.h"
#include "client/core/state/reduce.h"

namespace jjak::client {

//! Fetches missing messages and changes: room after room, few at a time, each room until nothing is missing any more. What
//! is missing and what happens with a page is decided by others.
class Puller final : public QObject {
    Q_OBJECT

public:
    //! What to ask for a room; nullopt when nothing is missing.
    using What = std::function<std::optional<Question>(RoomId)>;
    //! Takes over the page that came; whether it brought anything new.
    using Fold = std::function<bool()>;
    //! Asks for it and calls back once, never during the call.
    using Ask = std::function<void(const Question &, std::function<void(const Result<Fold> &)>)>;

    Puller(What what, Ask ask, const LinkTimes &times, QObject *parent = nullptr);

    //! Something is missing in that room.
    void want(RoomId room);
    //! Forgets everything: the connection is gone.
    void stop();
    bool isBusy(RoomId room) const { return m_queue.contains(room) || m_asked.contains(room); }
    bool isIdle() const { return m_queue.isEmpty() && m_asked.isEmpty(); }

Q_SIGNALS:
    //! Nothing is missing in the room any more, or it cannot be had now.
    void finished(jjak::RoomId room);

private:
    void next();
    void answered(int round, RoomId room, const Result<Fold> &page);

    What m_what;
    Ask m_ask;
    LinkTimes m_times;
    QList<RoomId> m_queue;
    QSet<RoomId> m_asked;
    QHash<RoomId, int> m_fruitless; //!< answers in a row that brought nothing new
    int m_round = 0;                //!< answers to what was asked before stop() are no longer wanted
};

} // namespace jjak::client
