// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "client/core/occasion.h"
#include "client/desktop/context.h"

class QFileDialog;
class QWidget;

namespace jjak::desktop {

//! Asks where to put the occasion's calendar entry, and writes it there. `said` is called with a sentence once that is done,
//! or could not be; not when nothing was chosen, and not when `parent` is gone.
QFileDialog *saveCalendar(Context &context, const client::Occasion &occasion, QWidget *parent, std::function<void(const QString &)> said);

} // namespace jjak::desktop
