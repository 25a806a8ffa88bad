// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QStringList>

#include "client/core/occasion.h"

//! A month as text. Pure: today is an argument; times are shown as this computer's clock has them.
namespace jjak::terminal {

//! "December 2026".
QString monthTitle(const QDate &month);
//! The weeks of that month with marks at the days on which there is something, what the marks mean, and what is on which day
//! (two columns with a tab between them); at most 56 columns wide without the latter.
QStringList monthLines(const QDate &month, const QDate &today, const QList<client::Occasion> &occasions);

} // namespace jjak::terminal
