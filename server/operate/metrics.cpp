// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/operate/metrics.h"

#include <QDir>
#include <QFile>
#include <chrono>
#include <prometheus/text_serializer.h>
#include <sys/resource.h>
#include <unistd.h>

namespace jjak::operate {

using namespace Qt::StringLiterals;

namespace {

double processorSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &t) { return double(t.tv_sec) + double(t.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

//! proc(5): the second number of statm is resident pages.
double residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    const auto words = file.open(QIODevice::ReadOnly) ? file.readAll().split(' ') : QList<QByteArray>();
    return words.size() < 2 ? 0 : words[1].toDouble() * double(sysconf(_SC_PAGESIZE));
}

double openDescriptors()
{
    return double(QDir(u"/proc/self/fd"_s).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System).size());
}

double descriptorLimit()
{
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    return double(limit.rlim_cur);
}

} // namespace

void Metrics::counter(const char *name, const char *help, Ask ask)
{
    m_figures.push_back({name, help, prometheus::MetricType::Counter, [ask = std::move(ask)] {
                             prometheus::ClientMetric metric;
                             metric.counter.value = ask();
                             return std::vector{metric};
                         }});
}

void Metrics::gauge(const char *name, const char *help, Ask ask)
{
    m_figures.push_back({name, help, prometheus::MetricType::Gauge, [ask = std::move(ask)] {
                             prometheus::ClientMetric metric;
                             metric.gauge.value = ask();
                             return std::vector{metric};
                         }});
}

void Metrics::gauges(const char *name, const char *help, const char *label, AskEach ask)
{
    m_figures.push_back({name, help, prometheus::MetricType::Gauge, [label = std::string(label), ask = std::move(ask)] {
                             std::vector<prometheus::ClientMetric> metrics;
                             for (const auto &[value, number] : ask()) {
                                 prometheus::ClientMetric &metric = metrics.emplace_back();
                                 metric.label.push_back({label, value});
                                 metric.gauge.value = number;
                             }
                             return metrics;
                         }});
}

void Metrics::histogram(const char *name, const char *help, AskRanges ask)
{
    m_figures.push_back({name, help, prometheus::MetricType::Histogram, [ask = std::move(ask)] {
                             const app::Histogram::Reading reading = ask();
                             prometheus::ClientMetric metric;
                             for (size_t i = 0; i < reading.counts.size(); ++i) {
                                 metric.histogram.sample_count += reading.counts[i];
                                 if (i < reading.bounds.size())
                                     metric.histogram.bucket.push_back({metric.histogram.sample_count, reading.bounds[i]});
                             }
                             metric.histogram.sample_sum = reading.sum;
                             return std::vector{metric};
                         }});
}

void Metrics::addProcess()
{
    const double began = std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
    counter("process_cpu_seconds_total", "Processor time used, in user and system mode.", processorSeconds);
    gauge("process_resident_memory_bytes", "Memory in use.", residentBytes);
    gauge("process_open_fds", "Open file descriptors.", openDescriptors);
    gauge("process_max_fds", "File descriptors that may be open.", descriptorLimit);
    gauge("process_start_time_seconds", "When the process began, in seconds since 1970.", [began] { return began; });
}

QByteArray Metrics::text() const
{
    std::vector<prometheus::MetricFamily> families;
    for (const Figure &figure : m_figures) {
        families.push_back({figure.name, figure.help, figure.type, figure.ask()});
    }
    return QByteArray::fromStdString(prometheus::TextSerializer().prometheus::Serializer::Serialize(families));
}

} // namespace jjak::operate
