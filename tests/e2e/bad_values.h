// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "common/protocol/commands.h"
#include "common/protocol/described_codec.h"

namespace jjak::e2e {

//! A value that a field must refuse, and with which words. No value: the field is left out.
struct BadValue {
    QString label;
    QJsonValue value;
    QString reason;
    QString below = {}; //!< path of the offending part below the field
};

//! What kind of thing a field holds, as PROTOCOL.md tells it.
enum class Kind { Text, Line, Integer, Boolean, Id, Cell, Day, Moment, Name, Texts, Numbers, Ids, Object };

//! A field without its C++ type.
struct FieldFacts {
    QString name;
    Kind kind;
    bool optional;
    qint64 min, max; //!< of a number, or of a length
    QJsonValue sample = {}; //!< of a Name, the first one; of an Object, a whole one
};

//! Written down from the description of the protocol; the decoder is not asked.
QList<BadValue> badValues(const FieldFacts &field);
//! A value it takes. Ids name nothing that exists.
QJsonValue goodValue(const FieldFacts &field);

template <class T>
Kind kindOf(const protocol::Rule &rule)
{
    if constexpr (std::is_same_v<T, QString>)
        return rule.lines ? Kind::Text : Kind::Line;
    else if constexpr (std::is_same_v<T, bool>)
        return Kind::Boolean;
    else if constexpr (std::is_integral_v<T>)
        return Kind::Integer;
    else if constexpr (std::is_same_v<T, Cell>)
        return Kind::Cell;
    else if constexpr (std::is_same_v<T, Day>)
        return Kind::Day;
    else if constexpr (std::is_same_v<T, Time>)
        return Kind::Moment;
    else if constexpr (std::is_enum_v<T>)
        return Kind::Name;
    else if constexpr (std::is_same_v<T, QList<QString>>)
        return Kind::Texts;
    else if constexpr (std::is_same_v<T, QList<int>>)
        return Kind::Numbers;
    else if constexpr (std::is_same_v<T, QList<RoomId>> || std::is_same_v<T, QList<UploadId>>)
        return Kind::Ids;
    else if constexpr (protocol::Described<T>)
        return Kind::Object;
    else
        return static_cast<void>(T::fromText(u"")), Kind::Id; // compiles for ids only: a new kind of field has to be told here
}

//! Texts that must not be empty have the least they can.
template <class T>
QJsonObject sampleOfObject()
{
    QJsonObject out = QJsonDocument::fromJson(protocol::encode(T())).object();
    protocol::forEachField<T>([&](const auto &field) {
        if constexpr (std::is_same_v<typename std::decay_t<decltype(field)>::Type, QString>)
            out.insert(QString::fromUtf8(field.name.data(), qsizetype(field.name.size())), QString(qsizetype(field.rule.min), QLatin1Char('g')));
    });
    return out;
}

template <class T>
QJsonValue sampleOf()
{
    if constexpr (protocol::NamedEnum<T>)
        return QString::fromLatin1(protocol::EnumNames<T>::names[0].data(), qsizetype(protocol::EnumNames<T>::names[0].size()));
    else if constexpr (protocol::Described<T>)
        return sampleOfObject<T>();
    else
        return {};
}

template <class T>
FieldFacts factsOfField(const QString &name, bool optional, const protocol::Rule &rule)
{
    return {name, kindOf<T>(rule), optional, rule.min, rule.max, sampleOf<T>()};
}

//! All fields of a command.
template <class C>
QList<FieldFacts> factsOf()
{
    QList<FieldFacts> out;
    protocol::forEachField<C>([&](const auto &field) {
        using T = typename std::decay_t<decltype(field)>::Type;
        const QString name = QString::fromUtf8(field.name.data(), qsizetype(field.name.size()));
        if constexpr (protocol::IsOptional<T>::value)
            out.append(factsOfField<typename T::value_type>(name, true, field.rule));
        else
            out.append(factsOfField<T>(name, false, field.rule));
    });
    return out;
}

} // namespace jjak::e2e
