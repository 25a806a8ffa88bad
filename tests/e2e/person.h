// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEventLoop>
#include <QTemporaryDir>
#include <memory>

#include "client/core/session.h"
#include "client/core/settings/secret_stores.h"
#include "tests/e2e/wire.h"

namespace jjak::e2e {

//! Runs the event loop until the condition holds; false after so many milliseconds.
bool waitFor(const std::function<bool()> &condition, int milliseconds = 20'000);

//! Somebody with a real client: a Session on a wire of its own. May be closed and started again, like a program.
class Person {
public:
    Person(const QString &name, quint16 serverPort);

    bool signUp();
    //! Ends the program without a goodbye and starts it again on what it has stored.
    void restart();
    void seek(Reach reach = Reach::Km10);

    client::Session &session() { return *m_session; }
    Wire &wire() { return m_wire; }
    const client::State &state() const { return m_session->state(); }
    const protocol::Nearby &nearby() const { return state().nearby; }
    bool proposed() const { return nearby().proposal.has_value(); }
    ProposalId proposal() const { return nearby().proposal ? nearby().proposal->proposal : ProposalId(); }
    bool ready() const { return m_session->connectionState() == client::ConnectionState::Ready; }
    //! The only room, if there is exactly one.
    std::optional<RoomId> room() const;
    //! The texts of that room, in order of seq, as this client has them, waiting for so many.
    QStringList texts(int count);
    const protocol::BlindDate &blindDate() const { return state().blindDate; }
    //! The date they sit in; nullptr when there is none, or nothing was told on this connection yet.
    const protocol::Date *date() const { return blindDate().version > 0 && blindDate().date ? &*blindDate().date : nullptr; }
    bool isIn(protocol::DatePhase phase) const { return date() && date()->phase == phase; }
    //! All messages of a room that this client has, in order.
    QList<protocol::Message> messages(RoomId room);
    //! What the command with this callback was refused with; nullopt when it was not. Waits for its answer.
    std::optional<Error> refusal(const std::function<void(client::Callback<>)> &command);
    const QString &name() const { return m_name; }

    //! Everything written is acknowledged.
    bool allSent() const { return m_session->unsentCount() == 0; }

private:
    void open();

    QString m_name;
    QTemporaryDir m_folder;
    SystemRng m_rng;
    client::MemoryStore m_secrets;
    Wire m_wire;
    std::unique_ptr<client::Session> m_session;
};

//! The two look for somebody, find each other, and open their only room. false when that does not happen.
bool meet(Person &a, Person &b);
//! Each writes once, numbered on from `written`, and they pause for a moment. false when one of the two may not.
bool exchange(Person &a, Person &b, RoomId room, int &written);

} // namespace jjak::e2e
