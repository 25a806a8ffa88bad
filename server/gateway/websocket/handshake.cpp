// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/websocket/handshake.h"

#include "server/gateway/websocket/http_response.h"

#include <algorithm>
#include <cstdint>

namespace jjak::gateway {

namespace {

// What no head may contain: control characters and line feeds alone. Found at once, so that a TLS or binary client on the
// wrong port is not waited for.
bool mayFollow(char before, char c)
{
    if (c == '\n')
        return before == '\r';
    return (static_cast<std::uint8_t>(c) >= 0x20 && c != 0x7F) || c == '\r' || c == '\t';
}

// RFC 6455 §4.2.1: base64 of 16 bytes.
bool isWebSocketKey(QByteArrayView key)
{
    const auto decoded = QByteArray::fromBase64Encoding(key.toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    return key.size() == 24 && decoded && decoded.decoded.size() == 16;
}

// RFC 6455 §4.1: the offered subprotocols are tokens, each once.
bool isSubprotocolOffer(const QList<QByteArray> &offer)
{
    for (qsizetype i = 0; i < offer.size(); ++i) {
        if (!isHttpToken(offer[i]) || offer.indexOf(offer[i], i + 1) >= 0)
            return false;
    }
    return true;
}

// A body has no place here; to skip one would mean to believe its length.
bool announcesBody(const HttpHead &request)
{
    const QByteArrayView length = request.value("content-length");
    return request.count("transfer-encoding") > 0 || request.count("content-length") > 1 || (!length.isEmpty() && length != "0");
}

} // namespace

HandshakeState HandshakeParser::feed(std::span<char> &input)
{
    if (m_state != HandshakeState::NeedMore)
        return m_state;
    bool complete = false;
    if (const auto status = takeUntilHeadEnds(input, &complete))
        return refuse(*status);
    if (!complete)
        return m_state;
    const auto status = parseHttpHead(m_head, m_rules.fields, &m_request);
    m_head = {};
    return status ? refuse(*status) : decide();
}

std::optional<int> HandshakeParser::takeUntilHeadEnds(std::span<char> &input, bool *complete)
{
    std::size_t taken = 0;
    std::optional<int> status;
    while (taken < input.size() && !status && !*complete) {
        const char c = input[taken++];
        const bool allowed = mayFollow(m_head.isEmpty() ? '\0' : m_head.back(), c);
        m_head.append(c);
        if (!allowed)
            status = 400;
        else if (m_head.size() > m_rules.headBytes)
            status = 431;
        else
            *complete = c == '\n' && m_head.endsWith("\r\n\r\n");
    }
    input = input.subspan(taken);
    return status;
}

HandshakeState HandshakeParser::decide()
{
    const bool wantsUpgrade = m_request.lists("upgrade", "websocket");
    const auto status = wantsUpgrade ? refusalOfUpgrade() : refusalOfPlainRequest();
    if (status)
        return refuse(*status);
    if (wantsUpgrade)
        m_response = switchingProtocols(m_request.value("sec-websocket-key"), m_rules.subprotocol);
    return m_state = wantsUpgrade ? HandshakeState::Upgrade : HandshakeState::Http;
}

// RFC 6455 §4.2.1, in the order in which its answer helps most.
std::optional<int> HandshakeParser::refusalOfUpgrade() const
{
    if (m_request.method != "GET")
        return 405;
    if (m_request.minorVersion < 1)
        return 505;
    if (m_request.path != m_rules.path)
        return 404;
    if (m_request.count("host") != 1 || !m_request.lists("connection", "upgrade") || announcesBody(m_request))
        return 400;
    if (m_request.count("sec-websocket-version") != 1)
        return 400;
    if (m_request.value("sec-websocket-version") != "13")
        return 426;
    if (m_request.count("sec-websocket-key") != 1 || !isWebSocketKey(m_request.value("sec-websocket-key")))
        return 400;
    if (m_request.count("origin") > 1)
        return 400;
    const QByteArrayView origin = m_request.value("origin");
    const auto isOrigin = [&](const QByteArray &allowed) { return allowed.compare(origin, Qt::CaseInsensitive) == 0; };
    if (m_request.count("origin") == 1 && std::none_of(m_rules.origins.begin(), m_rules.origins.end(), isOrigin))
        return 403;
    const QList<QByteArray> offer = m_request.list("sec-websocket-protocol");
    if (!isSubprotocolOffer(offer) || !offer.contains(m_rules.subprotocol))
        return 400;
    return std::nullopt;
}

std::optional<int> HandshakeParser::refusalOfPlainRequest() const
{
    const bool isSocketPath = m_request.path == m_rules.path;
    if (!isSocketPath && !m_rules.httpPaths.contains(m_request.path))
        return 404;
    if (m_request.method != "GET" && m_request.method != "HEAD")
        return 405;
    if (isSocketPath)
        return 426;
    if (announcesBody(m_request) || m_request.count("host") > 1 || (m_request.minorVersion > 0 && m_request.count("host") == 0))
        return 400;
    return std::nullopt;
}

HandshakeState HandshakeParser::refuse(int status)
{
    m_head = {};
    m_response = httpRefusal(status);
    return m_state = HandshakeState::Refused;
}

} // namespace jjak::gateway
