// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/core/session.h"
#include "client/desktop/notify/notifier.h"

namespace jjak::desktop {

//! What a notification says, in the language of the moment.
Notice wordsOf(const client::ShowNotice &show, const client::Session &session);

} // namespace jjak::desktop
