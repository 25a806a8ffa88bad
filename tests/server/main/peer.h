// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkRequest>
#include <QTest>
#include <QWebSocket>

#include "common/protocol/frame.h"

namespace jjak::test {

//! A client made of nothing but Qt's WebSocket: sends commands and waits for their answers.
class Peer {
public:
    explicit Peer(const QUrl &url)
    {
        QObject::connect(&m_socket, &QWebSocket::textMessageReceived, &m_socket, [this](const QString &text) { take(text); });
        // Tests make their own certificates.
        QObject::connect(&m_socket, &QWebSocket::sslErrors, &m_socket, [this] { m_socket.ignoreSslErrors(); });
        QNetworkRequest request(url);
        request.setRawHeader("Sec-WebSocket-Protocol", "jjak.v1");
        m_socket.open(request);
    }

    bool connected()
    {
        return QTest::qWaitFor([this] { return m_socket.state() == QAbstractSocket::ConnectedState; }, 10'000);
    }
    bool closed()
    {
        return QTest::qWaitFor([this] { return m_socket.state() == QAbstractSocket::UnconnectedState; }, 10'000);
    }
    int closeCode() const { return int(m_socket.closeCode()); }

    //! The answer, or `unavailable` when none came.
    template <class C>
    Result<typename C::Reply> ask(const C &command)
    {
        m_answer.reset();
        m_socket.sendTextMessage(QString::fromUtf8(protocol::encodeRequest(++m_id, command)));
        if (!QTest::qWaitFor([this] { return m_answer && m_answer->re == m_id; }, 10'000))
            return ErrorCode::Unavailable;
        if (const auto *error = std::get_if<Error>(&m_answer->result))
            return *error;
        return protocol::Codec<typename C::Reply>::decode(std::get<QJsonObject>(m_answer->result), {}, QStringLiteral("ok"));
    }

    Result<protocol::cmd::HelloReply> hello()
    {
        protocol::cmd::Hello command;
        command.client = QStringLiteral("test");
        return ask(command);
    }
    Result<protocol::cmd::SignedIn> signUp(const QString &name)
    {
        SystemRng rng;
        protocol::cmd::SignUp command;
        command.attempt = ClientId::random(rng);
        command.name = name;
        command.password = QStringLiteral("correct horse battery");
        command.birth = dayFromIso(u"1990-02-28").value();
        command.device = QStringLiteral("test");
        return ask(command);
    }

private:
    void take(const QString &text)
    {
        const auto frame = protocol::parseServerFrame(text.toUtf8());
        if (const auto *answer = frame ? std::get_if<protocol::Answered>(&frame.value()) : nullptr)
            m_answer = *answer;
    }

    QWebSocket m_socket;
    qint64 m_id = 0;
    std::optional<protocol::Answered> m_answer;
};

} // namespace jjak::test
