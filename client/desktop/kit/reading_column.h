// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace jjak::desktop {

class Theme;

//! A page with that column in the middle, never wider than one likes to read. `width`: at 100 %.
QWidget *makeReadingPage(QWidget *column, const Theme &theme, int width);

} // namespace jjak::desktop
