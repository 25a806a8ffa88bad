// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QTimer>
#include <QUrl>
#include <map>

#include "client/core/session.h"
#include "client/core/settings/secret_stores.h"
#include "client/people/behaviour.h"
#include "client/people/talk.h"

namespace jjak::people {

//! Who a demo person is.
struct PersonConfig {
    int number = 0;
    Behaviour behaviour = Behaviour::Friendly;
    QUrl server;
    QString demoKey;
    double latitude = 0, longitude = 0;
    bool silent = false;   //!< tells nothing on standard output
    Duration quiet = 300s; //!< a chat in which nobody writes for so long is over
};

//! One demo person: signs up, waits for somebody, talks, leaves, waits again. It says no to other demo people, so that
//! all of them are free for humans.
class Person final : public QObject {
    Q_OBJECT

public:
    //! The generator has to outlive it.
    Person(PersonConfig config, Rng &rng, QObject *parent = nullptr);
    void begin();
    client::Session &session() { return m_session; }

private:
    //! A room in which this person still talks.
    struct Chat {
        std::unique_ptr<Talk> talk;
        std::unique_ptr<QTimer> quiet; //!< ends it
        std::unique_ptr<QTimer> next;  //!< the next thing to say
        QString heard;
        qint64 heardSeq = 0; //!< of that message
        int said = 0;
        bool answering = false;
    };

    void listen();
    void signUp();
    void signInAnswered(const Result<> &result);
    void enter();
    void seekSoon();
    void seek();
    void nearbyChanged();
    void answerProposal();
    void openChat(RoomId room, bool greet);
    void heard(RoomId room, const protocol::Message &message);
    void sayNext(RoomId room);
    void say(RoomId room, const QString &text);
    void endChat(RoomId room, bool politely);
    Duration between(Duration from, Duration to);
    void log(const QString &what) const;

    PersonConfig m_config;
    Rng &m_rng;
    QString m_name;
    client::MemoryStore m_store;
    client::Session m_session;
    std::map<RoomId, Chat> m_chats;
    QTimer m_seek, m_answer, m_signIn;
    ProposalId m_decided;
    bool m_signingIn = false, m_nameTaken = false;
    int m_failures = 0;
};

} // namespace jjak::people
