// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <functional>
#include <prometheus/client_metric.h>
#include <prometheus/metric_type.h>
#include <string>
#include <vector>

#include "server/app/histogram.h"

namespace jjak::operate {

//! The figures of this process and how each is asked for. Knows no network.
class Metrics {
public:
    using Ask = std::function<double()>;
    using AskEach = std::function<std::vector<std::pair<std::string, double>>()>;
    using AskRanges = std::function<app::Histogram::Reading()>;

    //! A number that only grows. The name in Prometheus's form, with _total at its end.
    void counter(const char *name, const char *help, Ask ask);
    //! A number that goes up and down.
    void gauge(const char *name, const char *help, Ask ask);
    //! Several of them, each under another value of the label.
    void gauges(const char *name, const char *help, const char *label, AskEach ask);
    //! Into which ranges numbers fell.
    void histogram(const char *name, const char *help, AskRanges ask);
    //! Memory, processor time and descriptors of the process, under Prometheus's usual names.
    void addProcess();

    //! All figures in Prometheus's text format 0.0.4.
    QByteArray text() const;

private:
    struct Figure {
        std::string name, help;
        prometheus::MetricType type;
        std::function<std::vector<prometheus::ClientMetric>()> ask;
    };

    std::vector<Figure> m_figures;
};

} // namespace jjak::operate
