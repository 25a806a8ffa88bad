// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>
#include <functional>

#include "client/core/net/link_times.h"
#include "common/protocol/commands.h"

namespace jjak::client {

//! Fetches missing messages: room after room, few at a time, each room until nothing is missing any more. What is missing
//! and what happens with a page is decided by others.
class Puller final : public QObject {
    Q_OBJECT

public:
    //! What to ask for a room; nullopt when nothing is missing.
    using What = std::function<std::optional<protocol::cmd::History>(RoomId)>;
    using Ask = std::function<void(const protocol::cmd::History &, std::function<void(Result<protocol::cmd::Page>)>)>;
    using Fold = std::function<void(const protocol::cmd::History &, const protocol::cmd::Page &)>;

    Puller(What what, Ask ask, Fold fold, const LinkTimes &times, QObject *parent = nullptr);

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
    void answered(int round, const protocol::cmd::History &asked, const Result<protocol::cmd::Page> &answer);

    What m_what;
    Ask m_ask;
    Fold m_fold;
    LinkTimes m_times;
    QList<RoomId> m_queue;
    QSet<RoomId> m_asked;
    QHash<RoomId, int> m_fruitless; //!< answers in a row that brought nothing new
    int m_round = 0;                //!< answers to what was asked before stop() are no longer wanted
};

} // namespace jjak::client
