// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <array>
#include <optional>
#include <string_view>

#include "common/base/rng.h"

namespace jjak {

//! The name a person bears in one date: an animal, a mood and a colour. Codes only; every client has the words.
struct Alias {
    static constexpr std::array<std::string_view, 16> animals{"otter", "fox",  "rabbit",  "deer",   "owl",  "whale", "hedgehog", "squirrel",
                                                              "penguin", "koala", "panda", "cat", "swan", "turtle", "seal", "bear"};
    static constexpr std::array<std::string_view, 24> moods{"gentle", "bright",  "curious", "calm",     "cheerful",   "brave",     "dreamy",    "honest",  "witty",    "warm",     "sunny",   "starry",
                                                            "breezy", "cozy",    "lucky",   "playful",  "thoughtful", "sparkling", "easygoing", "patient", "humming",  "strolling", "smiling", "moonlit"};
    static constexpr int colours = 9;

    int animal = 0; //!< index into animals
    int mood = 0;   //!< index into moods
    int colour = 0; //!< 0 to colours - 1

    //! "otter:gentle:5". No account can have such a name.
    QString toText() const;
    //! nullopt unless text is exactly what toText() writes for some alias.
    static std::optional<Alias> fromText(QStringView text);

    friend bool operator==(const Alias &, const Alias &) = default;
};

//! Fresh aliases for the seats of one date, at most 9: no two share an animal, a mood or a colour.
QList<Alias> drawAliases(int count, Rng &rng);

} // namespace jjak
