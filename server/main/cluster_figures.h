// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/worker.h"
#include "server/main/cluster.h"
#include "server/operate/metrics.h"

namespace jjak::server {

//! Names the figures of a server that shares its database. Both must outlive the last question for metrics.text().
void addClusterFigures(operate::Metrics &metrics, const Cluster &cluster, const app::WorkerFigures &worker);

} // namespace jjak::server
