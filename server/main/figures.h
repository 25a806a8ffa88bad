// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/files/file_sweeper.h"
#include "server/app/worker.h"
#include "server/gateway/figures.h"
#include "server/operate/metrics.h"

namespace jjak::server {

//! Names the figures of a running server for the metrics. All of them must outlive the last question for metrics.text().
void addFigures(operate::Metrics &metrics, const gateway::Figures &gateway, const app::WorkerFigures &worker, const app::FileFigures &files, const operate::Metrics::Ask &waiting);

} // namespace jjak::server
