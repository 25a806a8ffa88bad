// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/gateway.h"
#include "server/operate/configuration.h"

namespace jjak::server {

//! The gateway's part of a configuration. Throws StartupError when the certificate or its key cannot be used.
gateway::GatewayOptions gatewayOptions(const operate::Configuration &configuration);

} // namespace jjak::server
