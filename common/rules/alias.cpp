// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/alias.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace jjak {

namespace {

using namespace Qt::StringLiterals;

template <size_t N>
std::optional<int> indexIn(const std::array<std::string_view, N> &names, QStringView name)
{
    const auto it = std::ranges::find_if(names, [&](std::string_view each) { return name == QLatin1StringView(each.data(), qsizetype(each.size())); });
    return it == names.end() ? std::nullopt : std::optional(int(it - names.begin()));
}

//! `count` different numbers below `bound`, in an order of chance.
std::vector<int> drawn(int count, int bound, Rng &rng)
{
    std::vector<int> all(static_cast<size_t>(bound));
    std::iota(all.begin(), all.end(), 0);
    for (int i = 0; i < count; ++i)
        std::swap(all[size_t(i)], all[size_t(i) + rng.below(std::uint64_t(bound - i))]);
    all.resize(size_t(count));
    return all;
}

} // namespace

QString Alias::toText() const
{
    const auto text = [](std::string_view name) { return QLatin1StringView(name.data(), qsizetype(name.size())); };
    return text(animals[size_t(animal)]) + u':' + text(moods[size_t(mood)]) + u':' + QString::number(colour);
}

std::optional<Alias> Alias::fromText(QStringView text)
{
    const auto parts = text.split(u':');
    if (parts.size() != 3)
        return std::nullopt;
    const auto animal = indexIn(animals, parts[0]);
    const auto mood = indexIn(moods, parts[1]);
    if (!animal || !mood || parts[2].size() != 1 || parts[2][0] < u'0' || parts[2][0] >= QChar(u'0' + colours))
        return std::nullopt;
    return Alias{*animal, *mood, parts[2][0].unicode() - u'0'};
}

QList<Alias> drawAliases(int count, Rng &rng)
{
    const int most = std::min(count, Alias::colours);
    const auto animals = drawn(most, int(Alias::animals.size()), rng), moods = drawn(most, int(Alias::moods.size()), rng), tints = drawn(most, Alias::colours, rng);
    QList<Alias> out;
    for (size_t i = 0; i < size_t(most); ++i)
        out.append({animals[i], moods[i], tints[i]});
    return out;
}

} // namespace jjak
