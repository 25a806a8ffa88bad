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

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};

template <Described T>
struct Codec<T> {
    static void encode(JsonWriter &w, const T &v)
    {
        w.beginObject();
        forEachField<T>([&](const auto &f) {
            using F = typename std::decay_t<decltype(f)>::Type;
            if constexpr (IsOptional<F>::value) {
                if (const auto &held = v.*(f.member)) {
                    w.key(f.name);
                    Codec<typename F::value_type>::encode(w, *held);
                }
            } else {
                w.key(f.name);
                Codec<F>::encode(w, v.*(f.member));
            }
        });
        w.endObject();
    }
    //! Fields that T does not describe are ignored, so that an older side understands a newer one.
    static Result<T> decode(const QJsonValue &value, const Rule &, const QString &path)
    {
        if (!value.isObject())
            return wrong(path, "type");
        const QJsonObject object = value.toObject();
        T out;
        std::optional<Error> error;
        forEachField<T>([&](const auto &f) {
            if (!error)
                error = decodeField(out, f, object, path);
        });
        return error ? Result<T>(*error) : Result<T>(std::move(out));
    }
    static QJsonObject schema(const Rule & = {})
    {
        QJsonObject properties;
        QJsonArray required;
        forEachField<T>([&](const auto &f) {
            using F = typename std::decay_t<decltype(f)>::Type;
            const QString name = QString::fromUtf8(f.name.data(), qsizetype(f.name.size()));
            QJsonObject schema;
            if constexpr (IsOptional<F>::value) {
                schema = Codec<typename F::value_type>::schema(f.rule);
            } else {
                schema = Codec<F>::schema(f.rule);
                required.append(name);
            }
            schema.insert(QStringLiteral("description"), QString::fromUtf8(f.doc.data(), qsizetype(f.doc.size())));
            properties.insert(name, schema);
        });
        QJsonObject out{{QStringLiteral("type"), QStringLiteral("object")}, {QStringLiteral("properties"), properties}};
        if (!required.isEmpty())
            out.insert(QStringLiteral("required"), required);
        return out;
    }

private:
    template <class F>
    static std::optional<Error> decodeField(T &out, const F &f, const QJsonObject &object, const QString &path)
    {
        using V = typename F::Type;
        const QLatin1StringView name(f.name.data(), qsizetype(f.name.size()));
        const QString here = path.isEmpty() ? QString(name) : path + QLatin1Char('.') + name;
        const QJsonValue value = object.value(name);
        if constexpr (IsOptional<V>::value) {
            if (value.isUndefined() || value.isNull())
                return std::nullopt;
            auto held = Codec<typename V::value_type>::decode(value, f.rule, here);
            if (!held)
                return held.error();
            out.*(f.member) = std::move(*held);
        } else {
            if (value.isUndefined())
                return wrong(here, "missing");
            auto held = Codec<V>::decode(value, f.rule, here);
            if (!held)
                return held.error();
            out.*(f.member) = std::move(*held);
        }
        return std::nullopt;
    }
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
