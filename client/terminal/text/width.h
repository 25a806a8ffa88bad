// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace jjak::terminal {

//! What a reader takes for one character, in the form in which it is drawn, and how many columns it fills.
struct Glyph {
    QString text;
    int width = 1;
    qsizetype length = 1; //!< how many UTF-16 units of the original it stands for
    bool operator==(const Glyph &) const = default;
};

//! Cuts text into glyphs. Terminals disagree about joined emoji, variation selectors and skin tones, and whoever is wrong
//! shifts the rest of the line; so those are drawn in a form about which all agree: the joined people of 👨‍👩‍👧 stand side by
//! side, a skin tone is left out. At most four marks stay on a letter.
[[nodiscard]] std::vector<Glyph> glyphs(QStringView text);

//! Columns of a text without line breaks.
[[nodiscard]] int width(QStringView text);

//! At most so many columns; what does not fit becomes "…". Never cuts through a glyph.
[[nodiscard]] QString truncated(QStringView text, int columns);

//! Exactly so many columns: truncated or filled up with spaces.
[[nodiscard]] QString padded(QStringView text, int columns);

//! Lines of at most so many columns (at least 2), broken at spaces where there are some, else between glyphs. A line break
//! in the text begins a new line. At least one line.
[[nodiscard]] QStringList wrapped(QStringView text, int columns);

//! The next boundary of a glyph after a position, and the last one before it.
[[nodiscard]] qsizetype nextBoundary(const QString &text, qsizetype position);
[[nodiscard]] qsizetype previousBoundary(const QString &text, qsizetype position);

} // namespace jjak::terminal
