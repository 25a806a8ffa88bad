// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "source.h"

//! Who may use whom: the arrows of ARCHITECTURE.md, read from `#include` lines.
namespace jjak::style {

//! Includes that go against an arrow, or name a project file by another path than the one from the root.
QStringList againstArrows(const SourceFile &file);

//! Things that would end the purity of server/domain, and windows in client/core.
QStringList impurities(const SourceFile &file);

} // namespace jjak::style
