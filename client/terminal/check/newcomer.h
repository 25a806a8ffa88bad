// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include "client/core/place/place_list.h"
#include "client/core/session.h"
#include "client/core/settings/secret_stores.h"

namespace jjak::terminal {

//! A newcomer who follows a script: makes an account, looks for somebody, talks, reads, signs out. Says each step with
//! its time on standard output. Every step has a deadline, so it always ends. It leaves nothing on this computer.
class Newcomer final : public QObject {
    Q_OBJECT

public:
    explicit Newcomer(Rng &rng, QObject *parent = nullptr);
    void begin(const QUrl &server);

Q_SIGNALS:
    //! 0: all of it happened.
    void finished(int exitCode);

private:
    void listen();
    void step(const QString &doing, Duration patience);
    void done(const QString &what);
    void fail(const QString &why);
    void timedOut();
    void signUp();
    void seek();
    void nearbyChanged();
    void roomOpened(RoomId room);
    void talk();
    void heard(RoomId room, const protocol::Message &message);
    void checkRead();
    void signOut();

    Rng &m_rng;
    client::MemoryStore m_store;
    client::PlaceList m_places;
    client::Session m_session;
    QString m_name, m_step;
    QElapsedTimer m_total, m_sinceStep;
    QTimer m_deadline;
    RoomId m_room;
    ProposalId m_answered;
    qint64 m_lastOwn = 0;
    int m_said = 0, m_heard = 0;
    bool m_ended = false, m_reading = false;
};

} // namespace jjak::terminal
