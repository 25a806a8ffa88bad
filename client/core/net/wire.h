// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QUrl>
#include <functional>
#include <memory>

#include "client/core/net/link_state.h"

namespace jjak::client {

//! One attempt to reach a server, and what comes of it: opened once, then frames both ways, broken once. It knows nothing
//! of what is in the frames and never tries again. After abort() it emits nothing that anybody should hear.
class Wire : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void open(const QUrl &server) = 0;
    virtual void send(const QByteArray &utf8) = 0;
    //! A binary frame. A wire that carries text only drops it.
    virtual void sendBytes(const QByteArray &bytes) { Q_UNUSED(bytes) }
    virtual void ping() = 0;
    //! Ends it at once, without a farewell.
    virtual void abort() = 0;

Q_SIGNALS:
    void opened();
    void textArrived(const QByteArray &utf8);
    void bytesArrived(const QByteArray &bytes);
    void pong();
    //! Could not be opened, or is open no more. May be emitted more than once.
    void broken(jjak::client::LinkProblem problem);
};

//! Makes the wire for the next attempt.
using MakeWire = std::function<std::unique_ptr<Wire>()>;

//! Milliseconds since some moment, never going back.
using SteadyClock = std::function<qint64()>;

//! A wire over a WebSocket of subprotocol jjak.v1.
std::unique_ptr<Wire> makeWebSocketWire();

} // namespace jjak::client
