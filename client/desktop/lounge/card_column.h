// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLabel;
class QVBoxLayout;
class QWidget;

namespace jjak::desktop {

class Theme;

//! What stays free in a column, in pixels at 100 %.
struct ColumnSpace {
    int above = 0;
    int between = 0;
    int below = 0;
};

//! The column of a new card for lines that have edges of their own, as a BoardRow has. The card is its parentWidget().
QVBoxLayout *makeCardColumn(QWidget *parent, const Theme &theme, const ColumnSpace &space);

//! Adds words, which begin where those of such lines do.
void addWords(QVBoxLayout *column, QLabel *words, const Theme &theme, int below = 0);

} // namespace jjak::desktop
