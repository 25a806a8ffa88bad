// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace jjak::engine {

Q_DECLARE_LOGGING_CATEGORY(clusterLog) //!< "jjak.cluster": numbers of nodes and streams, and why Redis did not answer

} // namespace jjak::engine
