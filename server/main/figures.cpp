// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/main/figures.h"

namespace jjak::server {

namespace {

template <class Number>
operate::Metrics::Ask asked(const std::atomic<Number> &number)
{
    return [&number] { return double(number.load()); };
}

} // namespace

void addFigures(operate::Metrics &metrics, const gateway::Figures &gateway, const app::WorkerFigures &worker, const app::FileFigures &files, const operate::Metrics::Ask &waiting)
{
    metrics.gauge("jjak_connections", "Open connections.", asked(gateway.connections));
    metrics.gauge("jjak_connections_signed_in", "Open connections that have signed in.", asked(gateway.signedIn));
    metrics.counter("jjak_connections_accepted_total", "Connections that were taken.", asked(gateway.accepted));
    metrics.counter("jjak_connections_refused_total", "Connections turned away because there were too many.", asked(gateway.refusedConnections));
    metrics.counter("jjak_connections_cut_slow_total", "Connections cut because they did not read what they were sent.", asked(gateway.cutSlow));
    metrics.counter("jjak_connections_timed_out_total", "Connections closed because they were silent.", asked(gateway.timedOut));
    metrics.counter("jjak_frames_in_total", "Frames that came.", asked(gateway.framesIn));
    metrics.counter("jjak_frames_out_total", "Frames that went.", asked(gateway.framesOut));
    metrics.counter("jjak_frames_malformed_total", "Frames that broke the protocol.", asked(gateway.malformed));
    metrics.counter("jjak_commands_rate_limited_total", "Commands refused because there were too many.", asked(gateway.rateLimited));
    metrics.gauge("jjak_commands_waiting", "Commands that wait for the worker.", waiting);
    metrics.counter("jjak_commands_total", "Commands the worker has run.", asked(worker.jobs));
    metrics.counter("jjak_commits_total", "Transactions, each for all commands that waited.", asked(worker.batches));
    metrics.counter("jjak_commits_failed_total", "Transactions that the database refused.", asked(worker.failedBatches));
    metrics.counter("jjak_commit_seconds_total", "Time spent on transactions.", [&worker] { return double(worker.commitMicroseconds.load()) / 1e6; });
    metrics.histogram("jjak_batch_commands", "Commands that shared a transaction.", [&worker] { return worker.batchCommands.read(); });
    metrics.histogram("jjak_batch_seconds", "How long transactions took, their commands and their commit.", [&worker] { return worker.batchSeconds.read(); });
    metrics.gauge("jjak_files_stored_bytes", "Bytes of all images and files, each counted once.", asked(files.storedBytes));
    metrics.gauge("jjak_files_uploads_open", "Uploads that are not finished.", asked(files.openUploads));
    metrics.addProcess();
}

} // namespace jjak::server
