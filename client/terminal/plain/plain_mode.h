// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QMap>
#include <QObject>
#include <QTimer>

#include "client/core/notify/notices.h"
#include "client/terminal/app/commander.h"
#include "client/terminal/app/date_watch.h"
#include "client/terminal/app/nearby_watch.h"
#include "client/terminal/plain/console.h"
#include "client/terminal/plain/sign_in_dialog.h"

namespace jjak::terminal {

//! The face for pipes, scripts and screen readers: every line that comes in is a text or a command, everything that
//! happens is one line. Nothing is ever overwritten. Lines wait while signing in is under way, so that a script can write
//! all of them at once.
class PlainMode final : public QObject {
    Q_OBJECT

public:
    PlainMode(Console &console, Commander &commander, QObject *parent = nullptr);

    //! With what the command line told; questions are asked for what is missing once a name is known.
    void begin(const SignInDialog &start);

Q_SIGNALS:
    void quitWanted(int exitCode);

private:
    void listen();
    void stateChanged(client::ConnectionState state);
    void pump();
    bool isHeldUp() const;
    void take(const QString &line);
    void ask();
    void signIn();
    void signInAnswered(const Result<> &result);
    void news();
    void dateNews();
    void messageArrived(RoomId room, const protocol::Message &message);
    void messageChanged(RoomId room, const protocol::Message &message);
    //! Writes it down in lines, and keeps what is needed to tell how it changes.
    void speak(const client::RoomEntry &entry, const protocol::Message &message);
    void keep(RoomId room, const protocol::Message &message);
    void ringFor(const client::RoomEntry &entry, const protocol::Message &message);
    void tellRefused(RoomId room);
    void showRoom();
    void showOlder();
    void tellUnread();
    void checkEnd();
    int numberOf(RoomId room) const { return m_session.rooms()->rowOf(room) + 1; }

    Console &m_console;
    Commander &m_commander;
    client::Session &m_session;
    SignInDialog m_dialog;
    bool m_asked = false;     //!< the question of the dialog stands on the screen
    bool m_signingIn = false;
    bool m_scripted = false;  //!< name and password came with the command line: a refusal ends the program
    bool m_isReady = false;   //!< signed in and synced once
    bool m_inputEnded = false;
    int m_patience = 0;       //!< seconds since the input ended
    QStringList m_lines;
    client::Notices m_notices;
    NearbyWatch m_watch;
    DateWatch m_dateWatch;
    QTimer m_second;
    qint64 m_oldest = 0;      //!< seq of the oldest message that was shown of the open chat
    QHash<ClientId, bool> m_refused;
    QHash<RoomId, QMap<qint64, protocol::Message>> m_spoken; //!< the latest messages that are known here, without their words
    client::ConnectionState m_told = client::ConnectionState::Offline;
};

} // namespace jjak::terminal
