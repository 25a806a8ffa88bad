// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <functional>
#include <prometheus/metric_type.h>
#include <string>
#include <vector>

namespace jjak::operate {

//! The figures of this process and how each is asked for. Knows no network.
class Metrics {
public:
    using Ask = std::function<double()>;

    //! A number that only grows. The name in Prometheus's form, with _total at its end.
    void counter(const char *name, const char *help, Ask ask) { m_figures.push_back({name, help, prometheus::MetricType::Counter, std::move(ask)}); }
    //! A number that goes up and down.
    void gauge(const char *name, const char *help, Ask ask) { m_figures.push_back({name, help, prometheus::MetricType::Gauge, std::move(ask)}); }
    //! Memory, processor time and descriptors of the process, under Prometheus's usual names.
    void addProcess();

    //! All figures in Prometheus's text format 0.0.4.
    QByteArray text() const;

private:
    struct Figure {
        std::string name, help;
        prometheus::MetricType type;
        Ask ask;
    };

    std::vector<Figure> m_figures;
};

} // namespace jjak::operate
