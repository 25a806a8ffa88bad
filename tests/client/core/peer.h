// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QUrl>
#include <QWebSocket>
#include <QWebSocketServer>
#include <functional>
#include <map>
#include <memory>

#include "client/core/net/link_times.h"
#include "common/protocol/frame.h"

namespace jjak::client::test {

//! A peer that speaks frames as the protocol has them and does with each command what a test says. By itself it only
//! greets. It stands in for the server where a test has to lose a reply or tell things in a wrong order, which the real
//! one does not do when asked.
class Peer : public QObject {
    Q_OBJECT

public:
    using Handler = std::function<void(qint64 id, const protocol::Command &command)>;

    Peer();
    ~Peer() override;
    QUrl url() const;

    //! Does this with every command of type C from now on.
    template <class C>
    void on(std::invocable<qint64, const C &> auto handler)
    {
        on(C::spec.name, [handler](qint64 id, const protocol::Command &command) mutable { handler(id, command.get<C>()); });
    }
    //! Answers every command of type C with this.
    template <class C>
    void always(const typename C::Reply &reply)
    {
        on<C>([this, reply](qint64 id, const C &) { ok(id, reply); });
    }
    template <class R>
    void ok(qint64 id, const R &reply)
    {
        raw(protocol::encodeReply(id, reply));
    }
    void refuse(qint64 id, const Error &error) { raw(protocol::encodeError(id, error)); }
    template <class E>
    void tell(const E &event)
    {
        raw(protocol::encodeEvent(event));
    }
    void raw(const QByteArray &frame);
    //! Does this with every binary frame.
    void onBytes(std::function<void(const QByteArray &frame)> handler) { m_bytes = std::move(handler); }
    void rawBytes(const QByteArray &frame);
    //! Breaks the connection without a farewell.
    void drop();
    //! Refuses new connections, or takes them again on the same port.
    void listen(bool on);
    bool isConnected() const { return m_socket != nullptr; }

    //! Everything of type C that was asked so far.
    template <class C>
    QList<C> asked() const
    {
        QList<C> out;
        for (const protocol::Command &command : seen)
            if (const C *one = command.as<C>())
                out.append(*one);
        return out;
    }
    template <class C>
    qsizetype count() const
    {
        return asked<C>().size();
    }

    QList<protocol::Command> seen;
    int connections = 0;

private:
    void on(std::string_view name, Handler handler);
    void accept();
    void frame(const QString &text);

    QWebSocketServer m_server;
    QWebSocket *m_socket = nullptr;
    quint16 m_port = 0;
    std::map<std::string, Handler> m_handlers;
    std::function<void(const QByteArray &)> m_bytes;
};

//! Durations that let a test with reconnects take a moment only.
LinkTimes quickTimes();

//! Values to build scenes from.
protocol::Message message(qint64 seq, int author, const QString &text = QStringLiteral("hello"));
protocol::Room room(RoomId id, qint64 head, qint64 version = 1);
RoomId roomId(int number);
ClientId clientId(int number);
QString token(char letter);

} // namespace jjak::client::test
