// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/services/context.h"

namespace jjak::app {

//! Events: opened and listed. What their end means for who waits is the date service's.
namespace events {

Result<protocol::EventInfo> open(Context &ctx, const protocol::cmd::OpenEvent &command);
//! Marks the event as closed and tells everybody; false when it was already.
bool close(Context &ctx, EventRow &row);
QList<protocol::EventInfo> list(Context &ctx, bool ended);
//! The words of a script. Errors: script.not_found.
Result<protocol::cmd::Texts> texts(Context &ctx, const protocol::cmd::ScriptTexts &command);

} // namespace events

} // namespace jjak::app
