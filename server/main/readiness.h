// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/readiness.h"
#include "server/app/worker.h"
#include "server/engine/cluster/steward.h"
#include "server/engine/cluster/watch.h"

namespace jjak::server {

//! Whether something that is looked at every second answered in the last seconds; `at`: when it last did, by steadyMs().
bool answersNow(const std::atomic<qint64> &at);

//! Of a server that shares its database: it has its place among the others, and what it needs answers.
class SharedReadiness final : public app::Readiness {
public:
    //! Both must outlive this.
    SharedReadiness(const engine::WatchFigures &watch, const engine::StewardFigures &steward) : m_watch(watch), m_steward(steward) {}
    const char *complaint() const override;

private:
    const engine::WatchFigures &m_watch;
    const engine::StewardFigures &m_steward;
};

//! Of a server that is alone: its worker, which looks after what is due every few seconds, gets that and all commands stored.
class LoneReadiness final : public app::Readiness {
public:
    //! Which must outlive this.
    explicit LoneReadiness(const app::WorkerFigures &worker) : m_worker(worker) {}
    const char *complaint() const override;

private:
    const app::WorkerFigures &m_worker;
};

} // namespace jjak::server
