// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/websocket/http_response.h"

#include <QCryptographicHash>

namespace jjak::gateway {

namespace {

QByteArrayView phraseOf(int status)
{
    switch (status) {
    case 200: return "OK";
    case 400: return "Bad Request";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 426: return "Upgrade Required";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 503: return "Service Unavailable";
    case 505: return "HTTP Version Not Supported";
    default: return "Internal Server Error";
    }
}

} // namespace

QByteArray httpResponse(int status, QByteArrayView body, QByteArrayView contentType, QByteArrayView fields)
{
    QByteArray response = "HTTP/1.1 " + QByteArray::number(status) + ' ';
    response.append(phraseOf(status)).append("\r\nConnection: close\r\n").append(fields);
    response.append("Content-Length: " + QByteArray::number(body.size()) + "\r\n");
    if (!body.isEmpty())
        response.append("Content-Type: ").append(contentType).append("\r\n");
    return response.append("\r\n").append(body);
}

QByteArray httpRefusal(int status)
{
    if (status == 405)
        return httpResponse(status, {}, {}, "Allow: GET, HEAD\r\n");
    if (status == 426)
        return httpResponse(status, {}, {}, "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n");
    return httpResponse(status);
}

QByteArray webSocketAccept(QByteArrayView key)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(key);
    hash.addData(QByteArrayView("258EAFA5-E914-47DA-95CA-C5AB0DC85B11"));
    return hash.result().toBase64();
}

QByteArray switchingProtocols(QByteArrayView key, QByteArrayView subprotocol)
{
    QByteArray response = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                          "Sec-WebSocket-Accept: ";
    response.append(webSocketAccept(key)).append("\r\nSec-WebSocket-Protocol: ").append(subprotocol);
    return response.append("\r\n\r\n");
}

} // namespace jjak::gateway
