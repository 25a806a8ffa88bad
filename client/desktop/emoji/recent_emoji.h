// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace jjak::client {
class Settings;
}

//! The emoji used last, on this computer.
namespace jjak::desktop {

//! Newest first.
QStringList recentEmoji(const client::Settings &settings);
void noteEmoji(client::Settings &settings, const QString &used);

} // namespace jjak::desktop
