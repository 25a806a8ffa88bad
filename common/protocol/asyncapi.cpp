// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>

#include "common/base/error.h"
#include "common/protocol/catalogue.h"
#include "common/protocol/document.h"
#include "common/rules/limits.h"

namespace jjak::protocol {

namespace {

using namespace Qt::StringLiterals;

QJsonObject ref(const QString &section, const QString &name)
{
    return {{u"$ref"_s, u"#/components/"_s + section + u'/' + name}};
}

QJsonObject object(const QJsonObject &properties, const QStringList &required)
{
    QJsonObject out{{u"type"_s, u"object"_s}, {u"properties"_s, properties}};
    if (!required.isEmpty())
        out.insert(u"required"_s, QJsonArray::fromStringList(required));
    return out;
}

QJsonObject objectOf(const QList<FieldEntry> &fields)
{
    QJsonObject properties;
    QStringList required;
    for (const FieldEntry &f : fields) {
        properties.insert(f.name, f.schema);
        if (!f.optional)
            required.append(f.name);
    }
    return object(properties, required);
}

QJsonObject constant(const QString &text)
{
    return {{u"type"_s, u"string"_s}, {u"const"_s, text}};
}

QJsonObject integer(qint64 from)
{
    return {{u"type"_s, u"integer"_s}, {u"minimum"_s, from}, {u"maximum"_s, qint64(1) << 53}};
}

QJsonObject message(const QString &name, const QString &summary, const QJsonObject &payload)
{
    return {{u"name"_s, name}, {u"title"_s, name}, {u"summary"_s, summary}, {u"payload"_s, payload}};
}

QJsonObject commandMessage(const CommandEntry &c)
{
    const QJsonObject payload = object({{u"id"_s, integer(1)}, {u"cmd"_s, constant(c.name)}, {u"args"_s, objectOf(c.fields)}}, {u"id"_s, u"cmd"_s, u"args"_s});
    QJsonObject out = message(c.name, c.doc, payload);
    out.insert(u"x-access"_s, c.access);
    out.insert(u"x-rate-limit"_s, c.family);
    out.insert(u"x-reply"_s, ref(u"schemas"_s, c.reply));
    return out;
}

QJsonObject eventMessage(const EventEntry &e)
{
    return message(e.name, e.doc, object({{u"ev"_s, constant(e.name)}, {u"data"_s, objectOf(e.fields)}}, {u"ev"_s, u"data"_s}));
}

QJsonObject replyMessage(const Catalogue &all)
{
    QStringList titles;
    for (const CommandEntry &c : all.commands)
        if (!titles.contains(c.reply))
            titles.append(c.reply);
    QJsonArray any;
    for (const QString &title : titles)
        any.append(ref(u"schemas"_s, title));
    return message(u"reply"_s, u"The answer to a command that succeeded; its x-reply says which value it is."_s,
                   object({{u"re"_s, integer(0)}, {u"ok"_s, QJsonObject{{u"anyOf"_s, any}}}}, {u"re"_s, u"ok"_s}));
}

QJsonObject errorMessage()
{
    return message(u"error"_s, u"The answer to a command that was refused."_s, object({{u"re"_s, integer(0)}, {u"err"_s, ref(u"schemas"_s, u"Error"_s)}}, {u"re"_s, u"err"_s}));
}

QJsonObject errorSchema()
{
    QJsonArray codes;
    for (const ErrorName &e : errorNames)
        codes.append(QString::fromLatin1(e.name.data(), qsizetype(e.name.size())));
    const auto text = [](const QString &doc) { return QJsonObject{{u"type"_s, u"string"_s}, {u"description"_s, doc}}; };
    QJsonObject retry = integer(1);
    retry.insert(u"description"_s, u"When it makes sense to try again, in ms."_s);
    const QJsonObject args = object({{u"field"_s, text(u"Path of the offending field."_s)}, {u"reason"_s, text(u"What is wrong with it."_s)}, {u"retry"_s, retry}}, {});
    return object({{u"code"_s, QJsonObject{{u"type"_s, u"string"_s}, {u"enum"_s, codes}}}, {u"args"_s, args}}, {u"code"_s, u"args"_s});
}

QJsonObject schemas(const Catalogue &all)
{
    QJsonObject out{{u"Error"_s, errorSchema()}};
    for (const ValueEntry &v : all.values)
        out.insert(v.title, objectOf(v.fields));
    for (const EnumEntry &e : all.enums)
        out.insert(e.title, QJsonObject{{u"type"_s, u"string"_s}, {u"enum"_s, QJsonArray::fromStringList(e.names)}});
    return out;
}

//! Names of components may hold letters, digits, '.', '-' and '_'; commands and events may bear the same name.
QString commandKey(const QString &name)
{
    return u"command."_s + name;
}
QString eventKey(const QString &name)
{
    return u"event."_s + name;
}

QJsonObject channel(const Catalogue &all)
{
    QJsonArray fromClient, fromServer{ref(u"messages"_s, u"reply"_s), ref(u"messages"_s, u"error"_s)};
    for (const CommandEntry &c : all.commands)
        fromClient.append(ref(u"messages"_s, commandKey(c.name)));
    for (const EventEntry &e : all.events)
        fromServer.append(ref(u"messages"_s, eventKey(e.name)));
    const auto operation = [](const QString &id, const QString &summary, const QJsonArray &messages) {
        return QJsonObject{{u"operationId"_s, id}, {u"summary"_s, summary}, {u"message"_s, QJsonObject{{u"oneOf"_s, messages}}}};
    };
    return {{u"description"_s, u"One WebSocket connection, subprotocol jjak.v1, JSON text frames."_s},
            {u"publish"_s, operation(u"ask"_s, u"What a client sends."_s, fromClient)},
            {u"subscribe"_s, operation(u"hear"_s, u"What a server sends."_s, fromServer)}};
}

} // namespace

QJsonObject asyncApi()
{
    const Catalogue all = catalogue();
    QJsonObject messages{{u"reply"_s, replyMessage(all)}, {u"error"_s, errorMessage()}};
    for (const CommandEntry &c : all.commands)
        messages.insert(commandKey(c.name), commandMessage(c));
    for (const EventEntry &e : all.events)
        messages.insert(eventKey(e.name), eventMessage(e));
    const QJsonObject info{{u"title"_s, u"Jjak"_s},
                           {u"version"_s, QString::number(limits::protocolVersion)},
                           {u"description"_s, u"The protocol between Jjak's clients and server. Written from the code; PROTOCOL.md explains it."_s},
                           {u"license"_s, QJsonObject{{u"name"_s, u"GPL-3.0-or-later"_s}}}};
    return {{u"asyncapi"_s, u"2.6.0"_s},
            {u"info"_s, info},
            {u"defaultContentType"_s, u"application/json"_s},
            {u"channels"_s, QJsonObject{{u"/"_s, channel(all)}}},
            {u"components"_s, QJsonObject{{u"messages"_s, messages}, {u"schemas"_s, schemas(all)}}}};
}

} // namespace jjak::protocol
