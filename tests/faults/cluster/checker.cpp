// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/cluster/checker.h"

namespace jjak::faults {

Checker::Checker(Truth truth) : m_truth(std::move(truth))
{
    for (const auto make : {checkOfMessages, checkOfMatches, checkOfDates, checkOfHosts, checkOfViews, checkOfRecovery})
        m_checks.push_back(make(m_truth, m_findings));
}

QString Checker::read(QByteArrayView log)
{
    return readOperations(log, [this](const Record &record) {
        for (const auto &check : m_checks)
            check->read(record);
    });
}

const Findings &Checker::finish()
{
    for (const auto &check : m_checks)
        check->finish();
    return m_findings;
}

} // namespace jjak::faults
