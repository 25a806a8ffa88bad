// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <memory>

#include "tests/support/load_clients.h"

namespace jjak::e2e {

//! What a command was answered: nothing but text, as it stood on the wire.
struct Told {
    QString code; //!< of the error; "ok" for success, "nothing" when there was no answer
    QString field = {}, reason = {};
    QJsonObject ok = {};
    QString until = {}; //!< of a refusal that ends by itself

    friend bool operator==(const Told &a, const Told &b) { return a.code == b.code && a.field == b.field && a.reason == b.reason; }
    QString text() const { return code + u' ' + field + u' ' + reason; }
};

//! A client that knows no types: it sends JSON text, right or wrong, and waits for the answer.
class Asker {
public:
    explicit Asker(quint16 port);

    //! Connects anew, without hello. What was open before is forgotten.
    bool open();
    //! Connects anew and says hello.
    bool greet();
    //! Connects anew and resumes.
    bool resume(const QString &token);

    Told ask(const QString &command, const QJsonObject &args);
    //! The arguments as JSON text that no QJsonObject could hold.
    Told askText(const QString &command, const QByteArray &args);
    //! A chunk of an upload; its file.progress, empty when none came.
    QJsonObject sendChunk(const QByteArray &bytes);
    void sendBinary(const QByteArray &bytes) { m_client->sendBinary(0, bytes); }
    //! A command that is answered by a binary frame: what follows its head; nullopt when it was refused.
    std::optional<QByteArray> askBytes(const QString &command, const QJsonObject &args);
    //! The server has closed the connection.
    bool closed(int milliseconds = 5000);
    //! Everything heard since open().
    const QByteArrayList &heard() const { return m_heard; }

private:
    quint16 m_port;
    std::unique_ptr<test::LoadClients> m_client;
    QByteArrayList m_heard, m_binary;
    qint64 m_id = 0;
};

} // namespace jjak::e2e
