// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <optional>

#include "common/base/time.h"

class QComboBox;

//! Moments that somebody names by the clock of a place.
namespace jjak::desktop {

//! All time zones to choose from, also by typing a part of the name; the one of this computer is chosen.
void fillZones(QComboBox *box);

//! What the clock on the wall says there, to the minute, as a moment for everybody; nullopt without such a zone.
[[nodiscard]] std::optional<Time> momentIn(const QString &zone, const QDateTime &clock);

} // namespace jjak::desktop
