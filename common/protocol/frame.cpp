// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/frame.h"

#include <QHash>
#include <QJsonDocument>

#include "common/protocol/json_guard.h"

namespace jjak::protocol {

namespace {

using namespace Qt::StringLiterals;

Error malformed(const QString &why)
{
    return {ErrorCode::ProtocolMalformed, {}, why, {}};
}

Result<QJsonObject> parseObject(QByteArrayView utf8, int depth)
{
    if (auto guarded = guardJson(utf8, depth); !guarded)
        return guarded.error();
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(QByteArray::fromRawData(utf8.data(), utf8.size()), &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return malformed(u"syntax"_s);
    return document.object();
}

using EventDecoder = Result<ServerFrame> (*)(const QJsonValue &);

template <class E>
Result<ServerFrame> decodeEvent(const QJsonValue &data)
{
    auto event = decode<E>(data, u"data"_s);
    return event ? Result<ServerFrame>(ServerFrame(Event(std::move(*event)))) : Result<ServerFrame>(event.error());
}

Result<ServerFrame> parseEvent(const QJsonObject &frame)
{
    static const QHash<QString, EventDecoder> decoders = [] {
        QHash<QString, EventDecoder> out;
        forEachEvent([&]<class E>() { out.insert(QString::fromUtf8(E::name.data(), qsizetype(E::name.size())), &decodeEvent<E>); });
        return out;
    }();
    if (!frame["ev"_L1].isString())
        return malformed(u"ev"_s);
    const QString name = frame["ev"_L1].toString();
    const auto it = decoders.constFind(name);
    return it == decoders.cend() ? Result<ServerFrame>(ServerFrame(UnknownEvent{name})) : (*it)(frame["data"_L1]);
}

Error parseError(const QJsonObject &err)
{
    const QJsonObject args = err["args"_L1].toObject();
    // A code this version does not know comes from a newer server; "unavailable" is the honest general sentence.
    return {errorCodeFrom(err["code"_L1].toString()).value_or(ErrorCode::Unavailable), args["field"_L1].toString(), args["reason"_L1].toString(), Duration(args["retry"_L1].toInteger()), timeFromIso(args["until"_L1].toString())};
}

} // namespace

Result<Request> parseRequest(QByteArrayView utf8)
{
    const auto frame = parseObject(utf8, limits::jsonDepth);
    if (!frame)
        return frame.error();
    const auto id = Codec<qint64>::decode((*frame)["id"_L1], Rule::range(1, qint64(1) << 53), u"id"_s);
    const QJsonValue cmd = (*frame)["cmd"_L1], args = (*frame)["args"_L1];
    if (!id)
        return malformed(u"id"_s);
    if (!cmd.isString() || cmd.toString().size() > 64)
        return malformed(u"cmd"_s);
    if (!args.isObject() && !args.isUndefined())
        return malformed(u"args"_s);
    return Request{*id, cmd.toString(), args.toObject()};
}

Result<ServerFrame> parseServerFrame(QByteArrayView utf8)
{
    const auto frame = parseObject(utf8, limits::jsonDepth);
    if (!frame)
        return frame.error();
    if (frame->contains("ev"_L1))
        return parseEvent(*frame);
    const qint64 re = (*frame)["re"_L1].toInteger(-1);
    if (re < 0)
        return malformed(u"re"_s);
    if (const QJsonValue ok = (*frame)["ok"_L1]; ok.isObject())
        return ServerFrame(Answered{re, ok.toObject()});
    if (const QJsonValue err = (*frame)["err"_L1]; err.isObject())
        return ServerFrame(Answered{re, parseError(err.toObject())});
    return malformed(u"ok"_s);
}

QByteArray encodeError(qint64 re, const Error &error)
{
    QByteArray out;
    JsonWriter w(out);
    w.beginObject();
    w.key("re");
    w.number(re);
    w.key("err");
    w.beginObject();
    w.key("code");
    const auto name = nameOf(error.code);
    w.token(QByteArrayView(name.data(), qsizetype(name.size())));
    w.key("args");
    w.beginObject();
    if (!error.field.isEmpty()) {
        w.key("field");
        w.string(error.field);
    }
    if (!error.reason.isEmpty()) {
        w.key("reason");
        w.string(error.reason);
    }
    if (error.retry.count() > 0) {
        w.key("retry");
        w.number(error.retry.count());
    }
    if (error.until) {
        w.key("until");
        w.token(toIso(*error.until));
    }
    w.endObject();
    w.endObject();
    w.endObject();
    return out;
}

} // namespace jjak::protocol
