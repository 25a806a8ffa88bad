// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <QUrl>
#include <optional>
#include <variant>

#include "client/core/connection_state.h"
#include "client/core/net/link.h"
#include "client/core/settings/secret_store.h"
#include "client/core/state/state.h"

namespace jjak::client {

//! Who is signed in and with which token: by password, by the stored token, and the other way round. A new token is stored
//! before anything else is done with the session that it belongs to. It knows nothing of rooms and messages.
class Signer final : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(Result<>)>;
    using Attempt = std::variant<protocol::cmd::SignUp, protocol::cmd::SignIn>;

    Signer(Link &link, SecretStore &secrets, const QString &program, const LinkTimes &times, QObject *parent = nullptr);
    ~Signer() override;

    //! Looks for a stored token of that server; known() follows when there is one.
    void setServer(const QUrl &server);
    //! Signs in as soon as the link is online; a lost answer is asked for again with the same attempt.
    void begin(const Attempt &attempt, bool stay, Done done);
    bool isBusy() const { return m_attempt.has_value(); }
    //! The store has not answered yet.
    bool isReading() const { return m_reading; }
    //! Somebody is signed in on this connection.
    bool isSignedIn() const { return m_signedIn; }
    //! Tells the server (as far as it can be reached) and erases the token; ended(Asked) follows.
    void signOut();
    //! What the account may do, as told by the latest sign-in or resume.
    protocol::Role role() const { return m_role; }
    //! The server has ended the session.
    void endedByServer(protocol::SessionEnd reason);

Q_SIGNALS:
    //! The store has answered; known() came before, or there is nobody.
    void looked();
    //! A stored token says whose it is; nobody is signed in yet.
    void known(const jjak::client::Account &account);
    //! Signed in on this connection; a new token is stored.
    void signedIn(const jjak::client::Account &account);
    void ended(jjak::client::SignOutReason reason);
    //! The token could not be stored: this device has to sign in again after the next start.
    void notStored();

private:
    void linkChanged(LinkState state);
    void proceed();
    void sendAttempt();
    void sendToken();
    void accepted(const protocol::cmd::SignedIn &reply, bool stay, const Done &done);
    void finish(const Done &done);
    void fail(const Error &error);
    void retry(const Error &error);
    void forget(SignOutReason reason);

    struct Running {
        Attempt command;
        bool stay = false;
        Done done;
        int failedConnections = 0;
    };

    Link &m_link;
    SecretStore &m_secrets;
    QString m_program;
    LinkTimes m_times;
    QString m_key; //!< of the token in the store
    std::optional<Running> m_attempt;
    std::optional<Account> m_account;
    protocol::Role m_role = protocol::Role::User;
    QString m_token;
    bool m_stay = false;
    bool m_reading = false;
    bool m_signedIn = false;
    bool m_leaving = false;
    int m_connection = 0; //!< counts connections and servers: what belonged to an earlier one is void
    QTimer m_retry;
    std::shared_ptr<int> m_alive; //!< the store may call back after this is gone
};

} // namespace jjak::client
