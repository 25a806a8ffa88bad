// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/cluster/findings.h"

#include <numeric>

namespace jjak::faults {

using namespace Qt::StringLiterals;

namespace {

constexpr int examplesKept = 5;
constexpr std::array<QLatin1StringView, wrongCount> names{
    "acknowledged lost"_L1, "doubled"_L1,          "gaps"_L1,          "out of order"_L1,          "told but not stored"_L1, "unanswered"_L1,        "double matches"_L1,   "half matches"_L1,
    "over-full dates"_L1,   "people on two seats"_L1, "host lines twice"_L1, "host lines missing"_L1, "arrows lost"_L1,         "dates gone back"_L1, "stuck"_L1, "other views"_L1};

} // namespace

void Findings::add(Wrong wrong, const QString &example, qint64 times)
{
    if (times <= 0)
        return;
    m_counts[size_t(wrong)] += times;
    QStringList &examples = m_examples[size_t(wrong)];
    if (examples.size() < examplesKept)
        examples.append(example);
}

qint64 Findings::all() const
{
    return std::accumulate(m_counts.begin(), m_counts.end(), qint64(0));
}

QString Findings::text() const
{
    QString out;
    for (const auto &[name, value] : m_figures)
        out += u"%1: %2\n"_s.arg(name, value);
    for (size_t i = 0; i < wrongCount; ++i) {
        out += u"%1 %2\n"_s.arg(QString(names[i])).arg(m_counts[i]);
        for (const QString &example : m_examples[i])
            out += u"    %1\n"_s.arg(example);
    }
    return out;
}

} // namespace jjak::faults
