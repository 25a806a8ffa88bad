// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <algorithm>
#include <optional>

#include "common/base/ids.h"
#include "common/base/result.h"
#include "common/base/time.h"
#include "common/protocol/describe.h"
#include "common/protocol/json_writer.h"
#include "common/rules/grid.h"

namespace jjak::protocol {

//! How one C++ type stands in JSON: encode, strict decode, and its JSON Schema for the AsyncAPI file.
template <class T>
struct Codec;

inline Error wrong(const QString &path, const char *reason)
{
    return Error::badField(path, QString::fromLatin1(reason));
}

//! A text within its rule: length in code points, no controls, no noncharacters, no bidirectional overrides in one-line texts.
Result<QString> checkText(const QString &text, const Rule &rule, const QString &path);

template <>
struct Codec<QString> {
    static void encode(JsonWriter &w, const QString &v) { w.string(v); }
    static Result<QString> decode(const QJsonValue &v, const Rule &rule, const QString &path)
    {
        return v.isString() ? checkText(v.toString(), rule, path) : Result<QString>(wrong(path, "type"));
    }
    static QJsonObject schema(const Rule &rule);
};

template <>
struct Codec<qint64> {
    static void encode(JsonWriter &w, qint64 v) { w.number(v); }
    static Result<qint64> decode(const QJsonValue &v, const Rule &rule, const QString &path);
    static QJsonObject schema(const Rule &rule);
};

template <>
struct Codec<int> {
    static void encode(JsonWriter &w, int v) { w.number(v); }
    static Result<int> decode(const QJsonValue &v, const Rule &rule, const QString &path)
    {
        const auto wide = Codec<qint64>::decode(v, Rule::range(rule.min, std::min<qint64>(rule.max, std::numeric_limits<int>::max())), path);
        return wide ? Result<int>(int(*wide)) : Result<int>(wide.error());
    }
    static QJsonObject schema(const Rule &rule) { return Codec<qint64>::schema(rule); }
};

template <>
struct Codec<bool> {
    static void encode(JsonWriter &w, bool v) { w.boolean(v); }
    static Result<bool> decode(const QJsonValue &v, const Rule &, const QString &path)
    {
        return v.isBool() ? Result<bool>(v.toBool()) : Result<bool>(wrong(path, "type"));
    }
    static QJsonObject schema(const Rule &) { return {{QStringLiteral("type"), QStringLiteral("boolean")}}; }
};

QJsonObject stringSchema(const char *format, const char *pattern = nullptr);

template <class Tag>
struct Codec<Id<Tag>> {
    static void encode(JsonWriter &w, const Id<Tag> &v) { w.token(v.toText()); }
    static Result<Id<Tag>> decode(const QJsonValue &v, const Rule &, const QString &path)
    {
        if (!v.isString())
            return wrong(path, "type");
        const auto id = Id<Tag>::fromText(v.toString());
        return id ? Result<Id<Tag>>(*id) : Result<Id<Tag>>(wrong(path, "id"));
    }
    static QJsonObject schema(const Rule &) { return stringSchema("id", "^[A-Za-z0-9_-]{22}$"); }
};

template <>
struct Codec<Time> {
    static void encode(JsonWriter &w, Time v) { w.token(toIso(v)); }
    static Result<Time> decode(const QJsonValue &v, const Rule &, const QString &path)
    {
        if (!v.isString())
            return wrong(path, "type");
        const auto time = timeFromIso(v.toString());
        return time ? Result<Time>(*time) : Result<Time>(wrong(path, "time"));
    }
    static QJsonObject schema(const Rule &) { return stringSchema("date-time"); }
};

template <>
struct Codec<Day> {
    static void encode(JsonWriter &w, Day v) { w.token(toIso(v)); }
    static Result<Day> decode(const QJsonValue &v, const Rule &, const QString &path)
    {
        if (!v.isString())
            return wrong(path, "type");
        const auto day = dayFromIso(v.toString());
        return day ? Result<Day>(*day) : Result<Day>(wrong(path, "day"));
    }
    static QJsonObject schema(const Rule &) { return stringSchema("date"); }
};

template <>
struct Codec<Cell> {
    static void encode(JsonWriter &w, Cell v) { w.token(v.toText()); }
    static Result<Cell> decode(const QJsonValue &v, const Rule &, const QString &path)
    {
        if (!v.isString())
            return wrong(path, "type");
        const auto cell = Cell::fromText(v.toString());
        return cell ? Result<Cell>(*cell) : Result<Cell>(wrong(path, "cell"));
    }
    static QJsonObject schema(const Rule &) { return stringSchema("cell", "^[0-9]+-[0-9]+-[0-9]+$"); }
};

template <NamedEnum E>
struct Codec<E> {
    static void encode(JsonWriter &w, E v) { w.token(QByteArrayView(nameOf(v).data(), qsizetype(nameOf(v).size()))); }
    static Result<E> decode(const QJsonValue &v, const Rule &, const QString &path)
    {
        if (!v.isString())
            return wrong(path, "type");
        const QByteArray text = v.toString().toUtf8();
        const auto &names = EnumNames<E>::names;
        const auto it = std::ranges::find(names, std::string_view(text.constData(), size_t(text.size())));
        return it == names.end() ? Result<E>(wrong(path, "value")) : Result<E>(E(it - names.begin()));
    }
    static QJsonObject schema(const Rule &)
    {
        QJsonArray values;
        for (const auto name : EnumNames<E>::names)
            values.append(QString::fromUtf8(name.data(), qsizetype(name.size())));
        return {{QStringLiteral("type"), QStringLiteral("string")}, {QStringLiteral("enum"), values}};
    }
};

template <class T>
struct Codec<QList<T>> {
    static void encode(JsonWriter &w, const QList<T> &list)
    {
        w.beginArray();
        for (const T &item : list)
            Codec<T>::encode(w, item);
        w.endArray();
    }
    //! The rule's range holds for the number of items; texts in lists are lines of at most 64.
    static Result<QList<T>> decode(const QJsonValue &v, const Rule &rule, const QString &path)
    {
        if (!v.isArray())
            return wrong(path, "type");
        const QJsonArray array = v.toArray();
        if (array.size() < rule.min || array.size() > rule.max)
            return wrong(path, "length");
        QList<T> list;
        list.reserve(array.size());
        for (qsizetype i = 0; i < array.size(); ++i) {
            auto item = Codec<T>::decode(array[i], itemRule, path + QLatin1Char('[') + QString::number(i) + QLatin1Char(']'));
            if (!item)
                return item.error();
            list.append(std::move(*item));
        }
        return list;
    }
    static QJsonObject schema(const Rule &rule)
    {
        QJsonObject out{{QStringLiteral("type"), QStringLiteral("array")}, {QStringLiteral("items"), Codec<T>::schema(itemRule)}, {QStringLiteral("minItems"), rule.min}};
        if (rule.max != std::numeric_limits<qint64>::max())
            out.insert(QStringLiteral("maxItems"), rule.max);
        return out;
    }

private:
    static constexpr Rule itemRule = std::is_same_v<T, QString> ? Rule::line(0, 64) : Rule();
};

// Described structs are objects with their fields. Only declared here: described_codec.h has the bodies, and the sources named
// codecs_*.cpp instantiate them once for the whole protocol, because compiling them wherever one is used took half of the build.
template <Described T>
void encodeFields(JsonWriter &w, const T &v);
//! Fields that T does not describe are ignored, so that an older side understands a newer one.
template <Described T>
Result<T> decodeFields(const QJsonValue &value, const QString &path);
template <Described T>
QJsonObject schemaOfFields();

template <Described T>
struct Codec<T> {
    static void encode(JsonWriter &w, const T &v) { encodeFields(w, v); }
    static Result<T> decode(const QJsonValue &value, const Rule &, const QString &path) { return decodeFields<T>(value, path); }
    static QJsonObject schema(const Rule & = {}) { return schemaOfFields<T>(); }
};

//! Decodes a JSON value into a described struct; the error names the field by its path.
template <Described T>
Result<T> decode(const QJsonValue &value, const QString &path = {})
{
    return Codec<T>::decode(value, {}, path);
}

template <Described T>
QByteArray encode(const T &value)
{
    QByteArray out;
    JsonWriter writer(out);
    Codec<T>::encode(writer, value);
    return out;
}

} // namespace jjak::protocol
