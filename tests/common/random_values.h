// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/rng.h"
#include "common/protocol/commands.h"
#include "common/protocol/events.h"

//! Random instances of everything that can stand on the wire, each within its rules.
namespace jjak::protocol::testing {

//! A text of at least rule.min and at most rule.max code points, of the kinds that go wrong most easily.
inline QString randomText(Rng &rng, const Rule &rule)
{
    static constexpr char32_t favourites[] = {U'a', U'Z', U'0', U' ', U'"', U'\\', U'/', U'<', U'é', U'한', U'글', U'짝', U'ㅋ', U'漢', U'́', U'‍', U'😀', U'👩', U'𝒳', U'\U0010fffd'};
    const qint64 most = std::min<qint64>(rule.max, rule.min + 40);
    const qint64 length = rng.below(8) == 0 && rule.max <= 2000 ? rule.max : rule.min + qint64(rng.below(std::uint64_t(most - rule.min) + 1));
    QString out;
    for (qint64 i = 0; i < length; ++i) {
        const char32_t c = rule.lines && rng.below(10) == 0 ? (rng.below(2) ? U'\n' : U'\t') : favourites[rng.below(std::size(favourites))];
        out += QString::fromUcs4(&c, 1);
    }
    return out;
}

template <class T>
struct RandomOf;

template <class T>
T randomOf(Rng &rng, const Rule &rule = {})
{
    return RandomOf<T>::make(rng, rule);
}

template <>
struct RandomOf<QString> {
    static QString make(Rng &rng, const Rule &rule) { return randomText(rng, rule); }
};
template <>
struct RandomOf<qint64> {
    static qint64 make(Rng &rng, const Rule &rule)
    {
        const qint64 most = std::min(rule.max, qint64(1) << 53);
        switch (rng.below(4)) {
        case 0:
            return rule.min;
        case 1:
            return most;
        default:
            return rule.min + qint64(rng.below(std::uint64_t(most - rule.min) + 1));
        }
    }
};
template <>
struct RandomOf<int> {
    static int make(Rng &rng, const Rule &rule) { return int(randomOf<qint64>(rng, Rule::range(rule.min, std::min<qint64>(rule.max, std::numeric_limits<int>::max())))); }
};
template <>
struct RandomOf<bool> {
    static bool make(Rng &rng, const Rule &) { return rng.below(2) == 0; }
};
template <>
struct RandomOf<Time> {
    static Time make(Rng &rng, const Rule &) { return fromMs(qint64(rng.below(253'402'300'800'000))); }
};
template <>
struct RandomOf<Day> {
    static Day make(Rng &rng, const Rule &) { return Day(std::chrono::days(qint64(rng.below(2'932'897)))); }
};
template <>
struct RandomOf<Cell> {
    static Cell make(Rng &rng, const Rule &)
    {
        return Cell::containing({double(rng.below(180'000)) / 1000 - 90, double(rng.below(360'000)) / 1000 - 180}, 1 + int(rng.below(10)));
    }
};
template <class Tag>
struct RandomOf<Id<Tag>> {
    static Id<Tag> make(Rng &rng, const Rule &) { return Id<Tag>::random(rng); }
};
template <NamedEnum E>
struct RandomOf<E> {
    static E make(Rng &rng, const Rule &) { return E(rng.below(EnumNames<E>::names.size())); }
};
template <class T>
struct RandomOf<std::optional<T>> {
    static std::optional<T> make(Rng &rng, const Rule &rule) { return rng.below(2) ? std::optional(randomOf<T>(rng, rule)) : std::nullopt; }
};
template <class T>
struct RandomOf<QList<T>> {
    static QList<T> make(Rng &rng, const Rule &rule)
    {
        QList<T> out;
        for (qint64 n = rule.min + qint64(rng.below(4)); n > 0; --n)
            out.append(randomOf<T>(rng, std::is_same_v<T, QString> ? Rule::line(0, 64) : Rule()));
        return out;
    }
};
template <Described T>
struct RandomOf<T> {
    static T make(Rng &rng, const Rule &)
    {
        T out;
        forEachField<T>([&](const auto &f) { out.*(f.member) = randomOf<typename std::decay_t<decltype(f)>::Type>(rng, f.rule); });
        return out;
    }
};

} // namespace jjak::protocol::testing
