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
#include "client/terminal/check/date_record.h"

namespace jjak::terminal {

//! A newcomer who follows a script: makes an account, looks for somebody, talks, reads, sends an image, looks for what was
//! said, plays a blind date to its end if wanted, signs out. Says each step with its time on standard output. Every step has a deadline, so it always ends. It
//! leaves nothing on this computer.
class Newcomer final : public QObject {
    Q_OBJECT

public:
    //! `withDate`: an event has to be open.
    Newcomer(Rng &rng, bool withDate, QObject *parent = nullptr);
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
    void showPicture();
    void checkPicture();
    void lookFor(const QString &part, const QString &after);
    void visitDate();
    void dateChanged();
    void see(const protocol::Date &date);
    void phaseBegan(const protocol::Date &date);
    void heardInDate(const protocol::Date &date, const protocol::Message &message);
    void dateOver();
    //! A line of the date's timeline; without words the phase begins.
    void tell(Time at, const QString &words);
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
    ClientId m_picture; //!< that is on its way
    bool m_ended = false, m_reading = false, m_talked = false, m_leaving = false;

    const bool m_withDate;
    DateRecord m_record;
    QString m_phase;
    RoomId m_pairRoom;
    int m_seated = 0;
    bool m_visiting = false, m_shot = false, m_met = false, m_closed = false;
};

} // namespace jjak::terminal
