// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <QUrl>
#include <functional>
#include <map>
#include <memory>

#include "client/core/net/link_state.h"
#include "client/core/net/link_times.h"
#include "client/core/net/wire.h"
#include "common/base/rng.h"
#include "common/protocol/frame.h"

namespace jjak::client {

//! What may be asked once more on the same connection, whatever was asked since: it only reads, or says what cannot be undone by saying it twice.
//! Not of it is that somebody is writing, which would be told when it has long been written.
template <class C>
inline constexpr bool isRepeatable = (C::spec.route == protocol::Route::Read && C::spec.access != protocol::Access::Local && !std::is_same_v<C, protocol::cmd::Typing>)
                                     || std::is_same_v<C, protocol::cmd::Send> || std::is_same_v<C, protocol::cmd::Read> || std::is_same_v<C, protocol::cmd::Got>;

//! One lasting connection to a server: opens it, greets, keeps it alive, notices its death and opens it again. It matches
//! replies to commands and knows nothing of accounts, rooms or the cache.
class Link final : public QObject {
    Q_OBJECT

public:
    //! `program` is what the hello says about this client. The generator has to outlive the link. Without `makeWire` it goes
    //! over WebSockets, without `clock` by the time of this computer.
    Link(const LinkTimes &times, const QString &program, Rng &rng, MakeWire makeWire = {}, SteadyClock clock = {}, QObject *parent = nullptr);
    ~Link() override;

    //! Connects to ws:// or wss:// and stays connected.
    void open(const QUrl &server);
    void close();
    //! While Waiting: now.
    void tryNow();
    //! Gives the connection up as broken and tries again with a back-off.
    void drop(LinkProblem problem);

    LinkState state() const { return m_state; }
    LinkProblem problem() const { return m_problem; }
    Time retryAt() const { return m_retryAt; }
    QUrl server() const { return m_server; }
    const protocol::cmd::HelloReply &hello() const { return m_hello; }
    //! The server's clock as told in the hello, carried on by this computer's steady clock.
    Time serverNow() const;

    //! Sends a command. `done` is called exactly once and never during this call: with the reply, with the server's error,
    //! or with `unavailable` when the connection is not online or breaks before the reply came (its effect is then
    //! unknown). Destroying the link calls nobody.
    template <class C>
    void send(const C &command, std::function<void(Result<typename C::Reply>)> done)
    {
        const qint64 id = ++m_lastId;
        constexpr bool slow = C::spec.route == protocol::Route::Password || C::spec.route == protocol::Route::Files;
        const QByteArray frame = protocol::encodeRequest(id, command);
        transmit(id, frame, {[this, done = std::move(done)](Result<QJsonObject> answer) {
                                 if (!answer)
                                     return done(answer.error());
                                 auto reply = protocol::decode<typename C::Reply>(QJsonValue(*answer), QStringLiteral("ok"));
                                 if (!reply)
                                     notUnderstood(reply.error());
                                 done(std::move(reply));
                             },
                             slow ? m_times.passwordReply : m_times.reply, isRepeatable<C> ? frame : QByteArray()});
    }

    //! The same for commands that are answered with a binary frame.
    template <class C>
    void fetch(const C &command, std::function<void(Result<QByteArray>)> done)
    {
        const qint64 id = ++m_lastId;
        transmitForBytes(id, protocol::encodeRequest(id, command), std::move(done));
    }
    //! Sends a binary frame; without a connection it is lost.
    void sendBytes(const QByteArray &frame);

Q_SIGNALS:
    void stateChanged(jjak::client::LinkState state);
    void eventArrived(const jjak::protocol::Event &event);
    //! A frame was not understood: something may have been missed.
    void gap();

private:
    using Answer = std::function<void(Result<QJsonObject>)>;
    using Bytes = std::function<void(Result<QByteArray>)>;
    struct Pending {
        Answer done;
        Duration patience;
        QByteArray frame = {}; //!< of what may be asked again
        Bytes bytes = {};      //!< a binary frame is the answer
        qint64 asked = 0;      //!< on m_clock, ms: the last time
        qint64 deadline() const { return asked + patience.count(); }
    };

    void connectWire();
    void greet();
    void greeted(const Result<protocol::cmd::HelloReply> &reply);
    void frameArrived(const QByteArray &utf8);
    void bytesArrived(const QByteArray &frame);
    void notUnderstood(const Error &error);
    void transmit(qint64 id, const QByteArray &frame, Pending pending);
    void askAgain();
    void transmitForBytes(qint64 id, const QByteArray &frame, Bytes done);
    void checkReplies();
    void ping();
    void dropWire();
    void failPending();
    void setState(LinkState state);

    LinkTimes m_times;
    QString m_program;
    Rng &m_rng;
    QUrl m_server;
    MakeWire m_makeWire;
    std::unique_ptr<Wire> m_wire;
    LinkState m_state = LinkState::Offline;
    LinkProblem m_problem = LinkProblem::None;
    protocol::cmd::HelloReply m_hello;
    SteadyClock m_clock;
    qint64 m_helloAt = -1; //!< on m_clock: the moment that m_hello.time is about
    qint64 m_onlineAt = 0; //!< on m_clock
    std::map<qint64, Pending> m_pending;
    qint64 m_lastId = 0;
    int m_failures = 0;
    int m_badFrames = 0;
    Time m_retryAt{};
    QTimer m_openTimer, m_retryTimer, m_replyTimer, m_pingTimer, m_pongTimer;
};

} // namespace jjak::client
