// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/gateway/rfc6455_cases.h"

#include "tests/server/gateway/client_frames.h"

namespace jjak::gateway::test {

namespace {

//! A correct request with `from` replaced by `to`.
QByteArray changed(const QByteArray &from, const QByteArray &to)
{
    QByteArray request = upgradeRequest();
    Q_ASSERT(request.contains(from));
    return request.replace(from, to);
}

QByteArray without(const QByteArray &field)
{
    QByteArray request = upgradeRequest();
    const qsizetype begin = request.indexOf(field + ':');
    Q_ASSERT(begin > 0);
    return request.remove(begin, request.indexOf("\r\n", begin) + 2 - begin);
}

QByteArray manyFields(int count)
{
    QByteArray fields;
    for (int i = 0; i < count; ++i)
        fields += "X-" + QByteArray::number(i) + ": y\r\n";
    return fields;
}

//! A correct request that is `size` bytes long.
QByteArray ofSize(qsizetype size)
{
    const qsizetype bare = upgradeRequest("X-Fill: \r\n").size();
    return upgradeRequest("X-Fill: " + QByteArray(size - bare, 'x') + "\r\n");
}

const QByteArray keyLine = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
const QByteArray versionLine = "Sec-WebSocket-Version: 13";

QList<HandshakeCase> acceptedCases()
{
    return {
        {"accepted as in §1.2", upgradeRequest(), 101},
        {"names and tokens in other cases", changed("Upgrade: websocket\r\nConnection: Upgrade", "uPGRADE: WebSocket\r\nconnection: UPGRADE"), 101},
        {"no blank after the colons", changed(": ", ":"), 101},
        {"blanks and tabs around the values", changed("websocket\r\n", " \t websocket \t\r\n"), 101},
        {"Connection lists more", changed("Connection: Upgrade", "Connection: keep-alive, Upgrade"), 101},
        {"Connection in two lines", upgradeRequest("Connection: keep-alive\r\n"), 101},
        {"an unknown field", upgradeRequest("X-Anything: at all\r\n"), 101},
        {"an empty value", upgradeRequest("X-Empty:\r\n"), 101},
        {"an offered extension is not answered", upgradeRequest("Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n"), 101},
        {"two subprotocols in one line", changed("jjak.v1", "chat, jjak.v1"), 101},
        {"two subprotocols in two lines", upgradeRequest("Sec-WebSocket-Protocol: chat\r\n"), 101},
        {"an absolute target", changed("GET /ws", "GET http://localhost/ws"), 101},
        {"a query", changed("GET /ws", "GET /ws?client=test"), 101},
        {"an allowed origin", upgradeRequest("Origin: https://jjak.example\r\n"), 101},
        {"an allowed origin in another case", upgradeRequest("origin: HTTPS://Jjak.Example\r\n"), 101, HeldTo::Jjak},
        {"a cookie of another service", upgradeRequest("Cookie: a=b; c=\"d\"\r\n"), 101},
        {"a head of 8,192 bytes", ofSize(8192), 101},
        {"64 fields", upgradeRequest(manyFields(58)), 101},
    };
}

QList<HandshakeCase> refusedCases()
{
    return {
        {"POST", changed("GET /ws", "POST /ws"), 405},
        {"get in small letters", changed("GET /ws", "get /ws"), 405, HeldTo::Jjak},
        {"HTTP/1.0", changed("HTTP/1.1", "HTTP/1.0"), 505},
        {"HTTP/2.0", changed("HTTP/1.1", "HTTP/2.0"), 505, HeldTo::Jjak},
        {"no version", changed("GET /ws HTTP/1.1", "GET /ws"), 400},
        {"a version that is none", changed("HTTP/1.1", "HTTP/one"), 400},
        {"no target", changed("GET /ws HTTP/1.1", "GET HTTP/1.1"), 400},
        {"two blanks in the request line", changed("GET /ws", "GET  /ws"), 400, HeldTo::Jjak},
        {"a fragment in the target", changed("GET /ws", "GET /ws#here"), 400, HeldTo::Jjak},
        {"another path", changed("GET /ws", "GET /wss"), 404, HeldTo::Jjak},
        {"no Host", without("Host"), 400},
        {"two Hosts", upgradeRequest("Host: other\r\n"), 400, HeldTo::Jjak},
        {"no Upgrade", without("Upgrade"), 426},
        {"an Upgrade to something else", changed("Upgrade: websocket", "Upgrade: h2c"), 426},
        {"no Connection", without("Connection"), 400},
        {"a Connection without Upgrade", changed("Connection: Upgrade", "Connection: keep-alive"), 400},
        {"no key", without("Sec-WebSocket-Key"), 400},
        {"an empty key", changed(keyLine, "Sec-WebSocket-Key: "), 400},
        {"a key of 15 bytes", changed(keyLine, "Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2Rl"), 400},
        {"a key of 17 bytes", changed(keyLine, "Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZmc="), 400},
        {"a key without its padding", changed(keyLine, "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ"), 400},
        {"a key that is no base64", changed(keyLine, "Sec-WebSocket-Key: !!!!!!!!!!!!!!!!!!!!!!=="), 400},
        {"two keys", upgradeRequest(keyLine + "\r\n"), 400},
        {"no WebSocket version", without("Sec-WebSocket-Version"), 400},
        {"WebSocket version 8", changed(versionLine, "Sec-WebSocket-Version: 8"), 426},
        {"WebSocket version 14", changed(versionLine, "Sec-WebSocket-Version: 14"), 426},
        {"WebSocket version in words", changed(versionLine, "Sec-WebSocket-Version: new"), 426},
        {"two WebSocket versions", upgradeRequest(versionLine + "\r\n"), 400},
        {"a foreign origin", upgradeRequest("Origin: https://evil.example\r\n"), 403},
        {"the origin null", upgradeRequest("Origin: null\r\n"), 403},
        {"an empty origin", upgradeRequest("Origin:\r\n"), 403, HeldTo::Jjak},
        {"an origin that only begins rightly", upgradeRequest("Origin: https://jjak.example.evil.example\r\n"), 403},
        {"another scheme of an allowed origin", upgradeRequest("Origin: http://jjak.example\r\n"), 403},
        {"two origins", upgradeRequest("Origin: https://jjak.example\r\nOrigin: https://jjak.example\r\n"), 400, HeldTo::Jjak},
        {"no subprotocol", without("Sec-WebSocket-Protocol"), 400, HeldTo::Jjak},
        {"another subprotocol", changed("jjak.v1", "jjak.v2"), 400, HeldTo::Jjak},
        {"the same subprotocol twice", changed("jjak.v1", "jjak.v1, jjak.v1"), 400},
        {"a subprotocol that is no token", changed("jjak.v1", "jjak.v1, a b"), 400},
    };
}

QList<HandshakeCase> malformedCases()
{
    return {
        {"a blank before the colon", upgradeRequest("X-A : b\r\n"), 400},
        {"a field without a colon", upgradeRequest("nonsense\r\n"), 400},
        {"a field without a name", upgradeRequest(": b\r\n"), 400},
        {"a folded line", upgradeRequest("X-A: b\r\n c\r\n"), 400, HeldTo::Jjak},
        {"a NUL in a value", upgradeRequest(QByteArray("X-A: a\0b\r\n", 10)), 400},
        {"line feeds alone", changed("\r\n", "\n"), 400, HeldTo::Jjak},
        {"a line feed inside a value", upgradeRequest("X-A: a\nX-B: b\r\n"), 400, HeldTo::Jjak},
        {"a carriage return inside a value", upgradeRequest("X-A: a\rX-B: b\r\n"), 400, HeldTo::Jjak},
        {"a body is announced", upgradeRequest("Content-Length: 5\r\n"), 400, HeldTo::Jjak},
        {"a chunked body is announced", upgradeRequest("Transfer-Encoding: chunked\r\n"), 400, HeldTo::Jjak},
        {"a TLS hello", QByteArray::fromHex("1603010200010001fc0303"), 400, HeldTo::Jjak},
        {"a head of 8,193 bytes", ofSize(8193), 431, HeldTo::Jjak},
        {"a head without an end", QByteArray(20000, 'x'), 431, HeldTo::Jjak},
        {"65 fields", upgradeRequest(manyFields(59)), 431, HeldTo::Jjak},
        {"half a request", upgradeRequest().first(60), 0},
        {"a request without its last byte", upgradeRequest().chopped(1), 0},
    };
}

QList<HandshakeCase> plainHttpCases()
{
    const auto plain = [](const QByteArray &line) -> QByteArray { return line + "\r\nHost: localhost\r\n\r\n"; };
    return {
        {"GET /health", plain("GET /health HTTP/1.1"), 200, HeldTo::Jjak},
        {"GET /ready", plain("GET /ready HTTP/1.1"), 200, HeldTo::Jjak},
        {"HEAD /health", plain("HEAD /health HTTP/1.1"), 200, HeldTo::Jjak},
        {"GET /health of an old prober", "GET /health HTTP/1.0\r\n\r\n", 200, HeldTo::Jjak},
        {"GET /health without Host", "GET /health HTTP/1.1\r\n\r\n", 400, HeldTo::Jjak},
        {"POST /health", plain("POST /health HTTP/1.1"), 405, HeldTo::Jjak},
        {"GET /", plain("GET / HTTP/1.1"), 404, HeldTo::Jjak},
        {"GET /ws without an upgrade", plain("GET /ws HTTP/1.1"), 426, HeldTo::Jjak},
    };
}

} // namespace

QList<HandshakeCase> handshakeCases()
{
    QList<HandshakeCase> cases = acceptedCases() + refusedCases() + malformedCases() + plainHttpCases();
    for (HandshakeCase &c : cases)
        c.name.prepend("handshake: ");
    return cases;
}

} // namespace jjak::gateway::test
