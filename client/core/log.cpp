// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/log.h"

namespace jjak::client {

Q_LOGGING_CATEGORY(logLink, "jjak.link", QtWarningMsg)
Q_LOGGING_CATEGORY(logCache, "jjak.cache", QtWarningMsg)
Q_LOGGING_CATEGORY(logSession, "jjak.session", QtWarningMsg)
Q_LOGGING_CATEGORY(logSecrets, "jjak.secrets", QtWarningMsg)

} // namespace jjak::client
