// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>

#include "common/protocol/commands.h"

namespace jjak::e2e {

//! A value that a field must refuse, and with which words. No value: the field is left out.
struct BadValue {
    QString label;
    QJsonValue value;
    QString reason;
    QString below = {}; //!< path of the offending part below the field
};

//! What kind of thing a field holds, as PROTOCOL.md tells it.
enum class Kind { Text, Line, Integer, Boolean, Id, Cell, Day, Moment, Name, Texts };

//! A field without its C++ type.
struct FieldFacts {
    QString name;
    Kind kind;
    bool optional;
    qint64 min, max; //!< of a number, or of a length
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
    else
        return static_cast<void>(T::fromText(u"")), Kind::Id; // compiles for ids only: a new kind of field has to be told here
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
            out.append({name, kindOf<typename T::value_type>(field.rule), true, field.rule.min, field.rule.max});
        else
            out.append({name, kindOf<T>(field.rule), false, field.rule.min, field.rule.max});
    });
    return out;
}

} // namespace jjak::e2e
