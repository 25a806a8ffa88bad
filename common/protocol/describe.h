// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <array>
#include <concepts>
#include <limits>
#include <string_view>

namespace jjak::protocol {

//! What a field may hold, beside its C++ type. Lengths of texts count code points.
struct Rule {
    qint64 min = 0;
    qint64 max = std::numeric_limits<qint64>::max();
    bool lines = false; //!< a text that may hold line breaks and tabs

    static constexpr Rule range(qint64 from, qint64 to) { return {from, to, false}; }
    //! One line of text.
    static constexpr Rule line(qint64 from, qint64 to) { return {from, to, false}; }
    //! Text of several lines.
    static constexpr Rule text(qint64 from, qint64 to) { return {from, to, true}; }
    static constexpr Rule upTo(qint64 count) { return {0, count, false}; }
};

//! One member of a message: its name on the wire, where it stands, its rule, and a sentence for the documents.
template <class Struct, class T>
struct Field {
    using Type = T;
    std::string_view name;
    T Struct::*member;
    Rule rule;
    std::string_view doc;
};

template <class Struct, class T>
constexpr Field<Struct, T> field(std::string_view name, T Struct::*member, std::string_view doc, Rule rule = {})
{
    return {name, member, rule, doc};
}

template <class T>
concept Titled = requires { requires std::same_as<decltype(T::title), const std::string_view>; };
template <class T>
concept Documented = requires { requires std::same_as<decltype(T::doc), const std::string_view>; };
template <class T>
concept Specified = requires { T::spec.name; };

//! A message is a plain struct with a static fields(each), which calls each with all of its fields at once: that one description gives
//! encoding, strict decoding, comparison, debug print, and its rows in PROTOCOL.md and the AsyncAPI file. Values and answers have a title,
//! commands a spec, events a name and a doc. It is a template, so it is compiled only where it is used; asking for it here would compile it, too.
template <class T>
concept Described = Titled<T> || Documented<T> || Specified<T>;

//! Calls f(field) for every field of T, in order.
template <Described T, class F>
constexpr void forEachField(F &&f)
{
    T::fields([&](const auto &...each) { (f(each), ...); });
}

//! The names of an enumeration on the wire, in the order of its values from 0.
//! Specialise with: static constexpr std::array<std::string_view, N> names; static constexpr std::string_view title;
template <class E>
struct EnumNames;

//! Names the values of an enumeration of jjak::protocol; its title is the type's own name.
#define JJAK_ENUM(E, ...) \
    template <> \
    struct EnumNames<E> { \
        static constexpr auto names = std::to_array<std::string_view>({__VA_ARGS__}); \
        static constexpr std::string_view title = #E; \
    }

template <class E>
concept NamedEnum = requires { EnumNames<E>::names; };

template <NamedEnum E>
constexpr std::string_view nameOf(E value)
{
    return EnumNames<E>::names[size_t(value)];
}

//! Two described structs are equal when all their fields are.
template <Described T>
bool equalFields(const T &a, const T &b)
{
    return T::fields([&](const auto &...f) { return ((a.*(f.member) == b.*(f.member)) && ...); });
}

} // namespace jjak::protocol
