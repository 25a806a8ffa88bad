// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeZone>

#include "common/base/result.h"

//! Times as an operator writes them. Pure.
namespace jjak::control {

//! What a time may be relative to.
struct Reference {
    Time now;
    Time base; //!< "+2h" counts from here, and "23:00" is the first one behind it
    QTimeZone zone;
};

//! "now", "+2h" (s, m, h, d), "21:00", "2026-11-21 21:00" in the zone, or with an offset of its own "2026-11-21T21:00+09:00".
//! nullopt for anything else, and for a time that the zone's clocks skip.
std::optional<Time> momentFrom(const QString &text, const Reference &reference);

} // namespace jjak::control
