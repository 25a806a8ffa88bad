// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace jjak::terminal {

//! Text of others in a form that no terminal takes for an order: control characters become their visible pictures
//! (ESC is shown as ␛), so that nothing is hidden either; direction overrides, invisible and unassigned characters become
//! U+FFFD or vanish. Line breaks stay, tabs become a space.
[[nodiscard]] QString clean(QStringView text);

//! The same on one line: line breaks become spaces.
[[nodiscard]] QString cleanLine(QStringView text);

} // namespace jjak::terminal
