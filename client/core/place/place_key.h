// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace jjak::client {

//! The form in which names and typed text are compared: case folded, without accents and apostrophes, Hangul taken apart
//! into letters, single spaces. A half-typed syllable is therefore a prefix of the whole one.
[[nodiscard]] QString searchKey(QStringView text);

//! The first consonants of the Hangul syllables of a text: "강남구" → the letters ㄱㄴㄱ. Spaces are dropped.
[[nodiscard]] QString initialConsonants(QStringView text);

//! Whether a search key consists of first consonants only, as somebody types who is in a hurry.
[[nodiscard]] bool isInitialConsonants(QStringView key);

//! Somebody who typed that may mean that text: every typed word begins one of its words, or its first consonants do.
[[nodiscard]] bool isMeantBy(QStringView text, QStringView typed);

} // namespace jjak::client
