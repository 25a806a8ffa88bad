// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <variant>

#include "common/protocol/commands.h"
#include "common/protocol/events.h"

//! The three shapes of text frames, see PROTOCOL.md. Pure functions, any thread.
namespace jjak::protocol {

//! A command as it came in, before its arguments are looked at.
struct Request {
    qint64 id = 0;
    QString cmd;
    QJsonObject args;
};

//! Frame of a client: {"id", "cmd", "args"}. Any error here is protocol.malformed and ends the connection.
Result<Request> parseRequest(QByteArrayView utf8);

//! The answer to a command: either ok's object or an error.
struct Answered {
    qint64 re = 0;
    std::variant<QJsonObject, Error> result;
};

//! An event whose name this version does not know; to be ignored.
struct UnknownEvent {
    QString name;
};

using ServerFrame = std::variant<Answered, Event, UnknownEvent>;

//! Frame of a server. Errors: protocol.malformed, or bad_field in the data of a known event.
Result<ServerFrame> parseServerFrame(QByteArrayView utf8);

QByteArray encodeError(qint64 re, const Error &error);

template <class C>
QByteArray encodeRequest(qint64 id, const C &command)
{
    QByteArray out;
    JsonWriter w(out);
    w.beginObject();
    w.key("id");
    w.number(id);
    w.key("cmd");
    w.token(QByteArrayView(C::spec.name.data(), qsizetype(C::spec.name.size())));
    w.key("args");
    Codec<C>::encode(w, command);
    w.endObject();
    return out;
}

template <Described R>
QByteArray encodeReply(qint64 re, const R &reply)
{
    QByteArray out;
    JsonWriter w(out);
    w.beginObject();
    w.key("re");
    w.number(re);
    w.key("ok");
    Codec<R>::encode(w, reply);
    w.endObject();
    return out;
}

template <Described E>
QByteArray encodeEvent(const E &event)
{
    QByteArray out;
    JsonWriter w(out);
    w.beginObject();
    w.key("ev");
    w.token(QByteArrayView(E::name.data(), qsizetype(E::name.size())));
    w.key("data");
    Codec<E>::encode(w, event);
    w.endObject();
    return out;
}

} // namespace jjak::protocol
