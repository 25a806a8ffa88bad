// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace jjak::operate {

//! Tells systemd a state, for instance "READY=1" (sd_notify(3)); nothing happens where no service manager listens.
void tellServiceManager(const char *state);

} // namespace jjak::operate
