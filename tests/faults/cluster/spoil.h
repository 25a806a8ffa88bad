// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace jjak::faults {

//! Does to a database what a cluster must not do, so that it can be seen that it is noticed: takes one acknowledged message out, puts another one in a second
//! time. What was done, for people. Throws std::runtime_error when there is nothing to spoil.
QString spoil(const QString &database);

} // namespace jjak::faults
