// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/main/cluster_figures.h"

#include "server/main/readiness.h"

namespace jjak::server {

namespace {

using operate::Metrics;

template <class Number>
Metrics::Ask asked(const std::atomic<Number> &number)
{
    return [&number] { return double(number.load()); };
}

//! Kept in microseconds or milliseconds, told in seconds.
template <class Number>
Metrics::Ask seconds(const std::atomic<Number> &number, double inASecond)
{
    return [&number, inASecond] { return double(number.load()) / inASecond; };
}

Metrics::Ask isUp(const std::atomic<qint64> &answered)
{
    return [&answered] { return answersNow(answered) ? 1. : 0.; };
}

using Stream = engine::WatchFigures::Stream;

//! One number for every stream; of those that are ours alone.
template <class Number>
Metrics::AskEach ofEach(const engine::WatchFigures &watch, bool oursAlone, Number number)
{
    return [&watch, oursAlone, number] {
        std::vector<std::pair<std::string, double>> out;
        for (size_t i = 0; i < watch.streams.size(); ++i) {
            const Stream &stream = watch.streams[i];
            if (stream.ours || !oursAlone)
                out.emplace_back(std::to_string(i), number(stream));
        }
        return out;
    };
}

void addStreams(Metrics &metrics, const Cluster &cluster, const app::WorkerFigures &worker)
{
    const engine::StreamFigures &streams = cluster.streams();
    const engine::WatchFigures &watch = cluster.watch();
    metrics.gauges("jjak_cluster_stream_owned", "Whether this server runs the stream: 1, or 0.", "stream", ofEach(watch, false, [](const Stream &stream) { return stream.ours ? 1. : 0.; }));
    metrics.gauges("jjak_cluster_stream_lag_seconds", "How long the oldest command waits that was not run; of streams that this server runs.", "stream",
                   ofEach(watch, true, [](const Stream &stream) { return double(stream.behindMs.load()) / 1e3; }));
    metrics.counter("jjak_cluster_commands_sent_total", "Commands that this server put into streams.", asked(streams.sent));
    metrics.counter("jjak_cluster_commands_unsent_total", "Commands that Redis did not take.", asked(streams.unsent));
    metrics.counter("jjak_cluster_commands_taken_total", "Commands that this server took from its streams.", asked(streams.taken));
    metrics.counter("jjak_cluster_commands_late_total", "Commands in streams for whose answer nobody waited any more.", asked(streams.late));
    metrics.counter("jjak_cluster_commands_refused_total", "Commands that this server refused because they had waited too long: it has more to do than it can.", asked(streams.refused));
    metrics.counter("jjak_cluster_entries_unreadable_total", "Entries in streams that no server of ours has written.", asked(streams.unreadable));
    metrics.counter("jjak_cluster_streams_reset_total", "Streams that Redis had lost.", asked(streams.reset));
    metrics.counter("jjak_cluster_fence_refusals_total", "Transactions that were not kept because another server owned the stream by then.", asked(worker.fenced));
    metrics.counter("jjak_cluster_conflicts_total", "Transactions that were run again because those of other servers were in the way.", asked(worker.conflicts));
    metrics.counter("jjak_cluster_buried_total", "Commands that became dead letters here.", asked(worker.buried));
    metrics.gauge("jjak_cluster_dead_letters", "Dead letters in the database, of all servers.", asked(watch.letters));
}

void addFanOut(Metrics &metrics, const Cluster &cluster)
{
    const engine::FanOutFigures &parcels = cluster.parcels();
    metrics.counter("jjak_cluster_parcels_total", "Parcels that were sent to other servers' connections.", asked(parcels.parcels));
    metrics.counter("jjak_cluster_parcels_missed_total", "Times that what others should have got did not get into Redis.", asked(parcels.missed));
    metrics.counter("jjak_cluster_resyncs_total", "Times that everybody here was told to look again.", asked(parcels.resyncs));
    metrics.counter("jjak_cluster_parcels_repeated_total", "Parcels in this server's inbox that had been there, or came behind later ones of their sender; they did nothing.",
                    [&cluster] { return double(cluster.inbox().repeated()); });
    metrics.counter("jjak_cluster_parcels_unreadable_total", "Entries in this server's inbox that no server of ours has written.", [&cluster] { return double(cluster.inbox().unreadable()); });
    metrics.gauge("jjak_cluster_inbox_lag_seconds", "How long the oldest parcel in this server's inbox waits.", seconds(cluster.watch().inboxBehindMs, 1e3));
}

void addHotReads(Metrics &metrics, const Cluster &cluster)
{
    const engine::HotFigures &hot = cluster.hotReads();
    metrics.counter("jjak_cluster_hot_hits_total", "Rooms whose last messages Redis had, as they are.", asked(hot.hits));
    metrics.counter("jjak_cluster_hot_misses_total", "Rooms whose last messages were asked of the database.", asked(hot.misses));
    metrics.counter("jjak_cluster_hot_unreadable_total", "Of those, rooms for which Redis had something that no server of ours has written.", asked(hot.unreadable));
    metrics.counter("jjak_cluster_hot_failures_total", "Times that Redis could not be asked for last messages, or did not take them.", asked(hot.failures));
}

void addNeighbours(Metrics &metrics, const Cluster &cluster)
{
    const engine::StewardFigures &steward = cluster.steward();
    const engine::WatchFigures &watch = cluster.watch();
    metrics.gauge("jjak_cluster_nodes", "Servers that share the database and are alive.", asked(steward.nodes));
    metrics.gauge("jjak_cluster_workers", "Those of them that run commands.", asked(steward.workers));
    metrics.counter("jjak_cluster_streams_taken_over_total", "Streams whose owner was gone without giving them back.", asked(steward.takenOver));
    metrics.counter("jjak_cluster_times_gone_total", "Times that the others took this server for gone.", asked(steward.timesGone));
    metrics.gauge("jjak_cluster_redis_up", "Whether Redis answered in the last seconds: 1, or 0.", isUp(watch.redisAnswered));
    metrics.gauge("jjak_cluster_redis_seconds", "How long Redis took for its last answer.", seconds(watch.redisMicroseconds, 1e6));
    metrics.gauge("jjak_cluster_database_up", "Whether the database answered in the last seconds: 1, or 0.", isUp(watch.databaseAnswered));
    metrics.gauge("jjak_cluster_database_seconds", "How long the database took for its last small transaction.", seconds(watch.databaseMicroseconds, 1e6));
}

} // namespace

void addClusterFigures(Metrics &metrics, const Cluster &cluster, const app::WorkerFigures &worker)
{
    addStreams(metrics, cluster, worker);
    addFanOut(metrics, cluster);
    addHotReads(metrics, cluster);
    addNeighbours(metrics, cluster);
}

} // namespace jjak::server
