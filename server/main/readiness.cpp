// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/main/readiness.h"

namespace jjak::server {

namespace {

constexpr Duration answersWithin = 5s; //!< a restart of a second or two is nobody's business
constexpr Duration keepsWithin = 15s;  //!< three times that of the scheduler
constexpr Duration failureLasts = 10s; //!< longer than a tick with nothing to store goes well in between

bool isWithin(const std::atomic<qint64> &at, Duration most)
{
    const qint64 moment = at.load();
    return moment != 0 && app::steadyMs() - moment <= most.count();
}

} // namespace

bool answersNow(const std::atomic<qint64> &at)
{
    return isWithin(at, answersWithin);
}

const char *SharedReadiness::complaint() const
{
    if (!answersNow(m_watch.databaseAnswered))
        return "the database does not answer";
    if (!isWithin(m_steward.lastSuccess, engine::Steward::Options().lease))
        return "this server has no place among the others";
    if (!answersNow(m_watch.redisAnswered))
        return "Redis does not answer";
    return nullptr;
}

const char *LoneReadiness::complaint() const
{
    if (isWithin(m_worker.lastFailed, failureLasts))
        return "the database does not store what it is given";
    if (!isWithin(m_worker.lastKept, keepsWithin))
        return "nothing has been stored for a while";
    return nullptr;
}

} // namespace jjak::server
