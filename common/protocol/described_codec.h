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

template <Described T>
void encodeFields(JsonWriter &w, const T &v)
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

template <Described T, class F>
std::optional<Error> decodeField(T &out, const F &f, const QJsonObject &object, const QString &path)
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
            error = decodeField(out, f, object, path);
    });
    return error ? Result<T>(*error) : Result<T>(std::move(out));
}

template <Described T>
QJsonObject schemaOfFields()
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
