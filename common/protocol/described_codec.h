// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/codec.h"

//! How described structs are encoded and decoded: for the sources that instantiate it, once for every struct.
namespace jjak::protocol {

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};

// One field, whosoever it is: compiled once for each type a field may have and not once for each field, because there are ten times as many of those.

template <class V>
void encodeField(JsonWriter &w, std::string_view name, const V &v)
{
    if constexpr (IsOptional<V>::value) {
        if (v) {
            w.key(name);
            Codec<typename V::value_type>::encode(w, *v);
        }
    } else {
        w.key(name);
        Codec<V>::encode(w, v);
    }
}

template <class V>
std::optional<Error> decodeField(V &out, std::string_view field, const Rule &rule, const QJsonObject &object, const QString &path)
{
    const QLatin1StringView name(field.data(), qsizetype(field.size()));
    const QString here = path.isEmpty() ? QString(name) : path + QLatin1Char('.') + name;
    const QJsonValue value = object.value(name);
    if constexpr (IsOptional<V>::value) {
        if (value.isUndefined() || value.isNull())
            return std::nullopt;
        auto held = Codec<typename V::value_type>::decode(value, rule, here);
        if (!held)
            return held.error();
        out = std::move(*held);
    } else {
        if (value.isUndefined())
            return wrong(here, "missing");
        auto held = Codec<V>::decode(value, rule, here);
        if (!held)
            return held.error();
        out = std::move(*held);
    }
    return std::nullopt;
}

template <class V>
QJsonObject schemaOfField(const Rule &rule)
{
    if constexpr (IsOptional<V>::value)
        return Codec<typename V::value_type>::schema(rule);
    else
        return Codec<V>::schema(rule);
}

//! A field without its type.
struct FieldSchema {
    std::string_view name, doc;
    Rule rule;
    bool optional;
    QJsonObject (*schema)(const Rule &);
};
QJsonObject schemaOfObject(std::initializer_list<FieldSchema> fields);

template <Described T>
void encodeFields(JsonWriter &w, const T &v)
{
    w.beginObject();
    forEachField<T>([&](const auto &f) { encodeField(w, f.name, v.*(f.member)); });
    w.endObject();
}

template <Described T>
Result<T> decodeFields(const QJsonValue &value, const QString &path)
{
    if (!value.isObject())
        return wrong(path, "type");
    const QJsonObject object = value.toObject();
    T out;
    std::optional<Error> error;
    forEachField<T>([&](const auto &f) {
        if (!error)
            error = decodeField(out.*(f.member), f.name, f.rule, object, path);
    });
    return error ? Result<T>(*error) : Result<T>(std::move(out));
}

template <Described T>
QJsonObject schemaOfFields()
{
    return T::fields([]<class... F>(const F &...f) { return schemaOfObject({FieldSchema{f.name, f.doc, f.rule, IsOptional<typename F::Type>::value, &schemaOfField<typename F::Type>}...}); });
}

//! It is compiled for T elsewhere: for structs that many others hold.
#define JJAK_EXTERN_CODEC(T) \
    extern template void encodeFields(JsonWriter &, const T &); \
    extern template Result<T> decodeFields(const QJsonValue &, const QString &); \
    extern template QJsonObject schemaOfFields<T>()

//! Compiles all of it for T, here.
#define JJAK_INSTANTIATE_CODEC(T) \
    template void encodeFields(JsonWriter &, const T &); \
    template Result<T> decodeFields(const QJsonValue &, const QString &); \
    template QJsonObject schemaOfFields<T>()

} // namespace jjak::protocol
