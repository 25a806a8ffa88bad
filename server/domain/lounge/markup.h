// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace jjak::domain {

//! A text without the marks that Markdown has within words, so that 물소리만 is found in **물소리**만. Both what is looked for and what
//! is looked at go through it.
QString withoutMarks(QString text);

} // namespace jjak::domain
