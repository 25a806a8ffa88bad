// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/websocket/http_head.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>
#include <span>

namespace jjak::gateway {

//! Whom the front door lets in. One for all connections; nothing in it changes while they live.
struct HandshakeRules {
    QByteArray path = "/ws";                   //!< where the WebSocket is
    QByteArray subprotocol = "jjak.v1";        //!< must be offered, and is the one that is answered
    QList<QByteArray> origins = {};            //!< web pages that may connect, as "https://example.org"; none by default
    QList<QByteArray> httpPaths = {"/health", "/ready"}; //!< paths that are answered over plain HTTP
    qsizetype headBytes = 8 * 1024;            //!< longest request head, the empty line included
    int fields = 64;                           //!< most header lines
};

//! What the first bytes of a connection ask for.
enum class HandshakeState {
    NeedMore, //!< the head is not complete
    Upgrade,  //!< a client to be let in: write response(), then frames follow
    Http,     //!< a plain request for one of httpPaths: answer it with httpResponse(), then close
    Refused,  //!< write response(), then close
};

//! The opening handshake as a server sees it (RFC 6455 §4.2): bytes in, a decision and the answer's bytes out. It writes
//! nothing and knows no socket and no clock; how long a client may take is the connection's business.
//!
//! A request without Origin comes from a native client and is allowed; one with an Origin comes from a web page and must be
//! in the list, so that no other page can use a visitor's network (RFC 6455 §10.2).
class HandshakeParser {
public:
    //! `rules` must outlive the parser.
    explicit HandshakeParser(const HandshakeRules &rules) : m_rules(rules) {}

    //! Takes bytes from the front of `input` up to the end of the head; what stays in `input` after Upgrade already is the first
    //! frame. How the bytes are cut into pieces changes nothing. After a decision nothing more is taken.
    HandshakeState feed(std::span<char> &input);

    HandshakeState state() const { return m_state; }

    //! The request; complete after Upgrade and Http. Other header lines (X-Forwarded-For, say) can be asked for there.
    const HttpHead &request() const { return m_request; }

    //! The exact bytes to write: after Upgrade the 101, after Refused an HTTP error. Empty otherwise.
    const QByteArray &response() const { return m_response; }

private:
    std::optional<int> takeUntilHeadEnds(std::span<char> &input, bool *complete);
    HandshakeState decide();
    std::optional<int> refusalOfUpgrade() const;
    std::optional<int> refusalOfPlainRequest() const;
    HandshakeState refuse(int status);

    const HandshakeRules &m_rules;
    HandshakeState m_state = HandshakeState::NeedMore;
    QByteArray m_head;
    HttpHead m_request;
    QByteArray m_response;
};

} // namespace jjak::gateway
