// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include "client/core/session.h"
#include "client/people/dates/date_mind.h"

namespace jjak::people {

//! A demo person's part in blind dates: carries out on its Session what its DateMind wants. When to enter a lobby is for
//! the Crew to say.
class Guest final : public QObject {
    Q_OBJECT

public:
    //! Both have to outlive it.
    Guest(client::Session &session, Speech speech, bool talksFirst, Rng &rng, QObject *parent = nullptr);

    client::Session &session() { return m_session; }
    const client::Session &session() const { return m_session; }
    void enter(EventId event);
    void leaveLobby();
    //! A command to enter or leave is under way.
    bool isBusy() const { return m_busy; }
    //! In a date that is not over.
    bool isSeated() const;

Q_SIGNALS:
    //! Lobby, date or connection is another one.
    void changed();
    //! A date that this guest sat in was played to its end.
    void dateEnded();

private:
    void look();
    void act(const DateAct &act);

    client::Session &m_session;
    Speech m_speech;
    bool m_talksFirst;
    Rng &m_rng;
    std::optional<DateMind> m_mind;
    DateId m_date;
    QTimer m_next;
    bool m_busy = false;
    bool m_ended = false; //!< the date of m_date was told to be over
};

} // namespace jjak::people
