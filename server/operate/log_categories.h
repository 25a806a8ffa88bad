// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

//! What is logged goes by one of these, with ids and codes; never message text, tokens, places, votes.
namespace jjak::operate {

Q_DECLARE_LOGGING_CATEGORY(serverLog)  //!< "jjak.server": start, stop, ports, refusals
Q_DECLARE_LOGGING_CATEGORY(metricsLog) //!< "jjak.metrics": the metrics endpoint

} // namespace jjak::operate
