// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "tests/faults/cluster/findings.h"
#include "tests/faults/cluster/operations.h"
#include "tests/faults/cluster/truth.h"

namespace jjak::faults {

//! One sort of promise, held against what people were told and what is stored.
class Check {
public:
    Check(const Truth &truth, Findings &findings) : m_truth(truth), m_findings(findings) {}
    virtual ~Check() = default;
    Q_DISABLE_COPY_MOVE(Check)

    //! The lines of one log come in their order, the logs one after the other.
    virtual void read(const Record &record) = 0;
    virtual void finish() = 0;

protected:
    const Truth &m_truth;
    Findings &m_findings;
};

//! Every message that was acknowledged is there once, under its number, in its order; and nobody was told anything else.
std::unique_ptr<Check> checkOfMessages(const Truth &truth, Findings &findings);
//! Nobody is in two matches at once, and a match is one for both.
std::unique_ptr<Check> checkOfMatches(const Truth &truth, Findings &findings);
//! Dates have the seats they have, everybody sits in one, and all come to their end.
std::unique_ptr<Check> checkOfDates(const Truth &truth, Findings &findings);
//! The host says every line once; arrows that were acknowledged count.
std::unique_ptr<Check> checkOfHosts(const Truth &truth, Findings &findings);
//! What people see at the end is what is stored.
std::unique_ptr<Check> checkOfViews(const Truth &truth, Findings &findings);
//! How long rooms were silent because of a fault. Finds nothing wrong; only counts.
std::unique_ptr<Check> checkOfRecovery(const Truth &truth, Findings &findings);

//! All of them, over all logs of a run.
class Checker {
public:
    explicit Checker(Truth truth);

    //! What is wrong with the log itself, empty when nothing is.
    QString read(QByteArrayView log);
    //! Once, at the end.
    const Findings &finish();

private:
    const Truth m_truth;
    Findings m_findings;
    std::vector<std::unique_ptr<Check>> m_checks;
};

} // namespace jjak::faults
