// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include "client/core/session.h"
#include "client/people/talk.h"

namespace jjak::people {

//! A demo person's part in the lounge: takes a name there, writes something once a day, reads what others write, likes some of it
//! and says a word to people. So little that the lounge is alive and nobody's posts drown.
class Regular final : public QObject {
    Q_OBJECT

public:
    //! Session and generator have to outlive it.
    Regular(client::Session &session, int number, Speech speech, Rng &rng, QObject *parent = nullptr);

private:
    void goOn();
    void introduce();
    void lookAtOwn();
    void lookAround();
    void visit(const protocol::Post &post);
    void later(Duration from, Duration to);

    client::Session &m_session;
    const int m_number;
    const Speech m_speech;
    Rng &m_rng;
    QTimer m_next;
    int m_taken = 0;
    Time m_wrote; //!< when one's latest post was written; the epoch: not known yet
};

} // namespace jjak::people
