// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace jjak::gateway {

//! A complete HTTP/1.1 response after which the connection is to be closed ("Connection: close" stands in it).
//! `fields` are further header lines, each ending in CRLF. `status` is one of those this server uses; the body may be empty.
QByteArray httpResponse(int status, QByteArrayView body = {}, QByteArrayView contentType = "text/plain; charset=utf-8",
                        QByteArrayView fields = {});

//! The refusal of a request, without a body: 405 names the allowed methods, 426 the WebSocket version that is spoken
//! (RFC 6455 §4.4), as the RFCs demand.
QByteArray httpRefusal(int status);

//! The 101 that ends a handshake (RFC 6455 §4.2.2): `key` is the client's Sec-WebSocket-Key as it was sent.
QByteArray switchingProtocols(QByteArrayView key, QByteArrayView subprotocol);

//! base64(SHA-1(key + the GUID of RFC 6455 §1.3)).
QByteArray webSocketAccept(QByteArrayView key);

} // namespace jjak::gateway
