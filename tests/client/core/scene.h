// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "client/core/session.h"
#include "client/core/settings/secret_stores.h"
#include "peer.h"

namespace jjak::client::test {

//! A store that answers when the test says so, and remembers what happened in which order.
class SlowStore final : public SecretStore {
public:
    Where where() const override { return Where::Memory; }
    void read(const QString &key, std::function<void(Answer)> done) override;
    void write(const QString &key, const QByteArray &secret, std::function<void(Result<>)> done) override;
    void erase(const QString &key, std::function<void(Result<>)> done) override;
    //! Lets the write that waits succeed or fail.
    void finishWrite(bool ok = true);

    QHash<QString, QByteArray> secrets;
    bool holdWrites = false;
    int writes = 0, erases = 0;

private:
    std::function<void()> m_waiting;
    std::function<void(Result<>)> m_done;
};

//! A peer that lets everybody sign in and tells the rooms it is given, with a session on a folder of its own.
struct Scene {
    Scene();
    ~Scene();
    //! Ends the session as a kill would, as far as the network sees it, and makes a new one on the same folder.
    void restart();
    void signIn(bool stay = true);
    //! Signed in and synced.
    void start(const QList<protocol::Room> &listed);

    QTemporaryDir folder;
    LinkTimes times = quickTimes(); //!< from the next restart on
    SystemRng rng;
    SlowStore secrets;
    Peer peer;
    QList<protocol::Room> rooms;
    protocol::Nearby nearby;
    protocol::BlindDate blindDate;
    QList<protocol::EventInfo> events;
    QList<protocol::Invitation> invitations;
    protocol::Settings settings;
    std::optional<protocol::Profile> profile; //!< in the lounge
    QList<protocol::HiddenMember> hidden;
    QHash<RoomId, QList<protocol::Message>> messages; //!< what history and changes answer from
    std::unique_ptr<Session> session;
};

} // namespace jjak::client::test
