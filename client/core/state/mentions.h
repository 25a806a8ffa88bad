// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace jjak::client {

//! Where a text calls somebody by that name: the places of the "@". Part of an address or of a longer name is no call.
QList<qsizetype> callsIn(const QString &text, const QString &name);

} // namespace jjak::client
