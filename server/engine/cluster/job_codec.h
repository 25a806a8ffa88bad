// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/command_log.h"

namespace jjak::engine {

//! A job as it goes from the server that took it to the one that runs it.
struct SentJob {
    app::Job job;
    Time sent; //!< by the database's clock
};

QByteArray encodeJob(const SentJob &sent);
//! nullopt: no job of this version. Its origin is left to the caller.
std::optional<SentJob> decodeJob(const QByteArray &bytes);

//! Jobs of the same key are run in the order in which one server appended them; which key that is. Nearby, dates and what the server asks
//! of itself share one: they meet in the same rows all the time.
QByteArray keyOf(const app::Job &job);
//! The stream of a key, of so many: the house's key has the first one.
int streamOf(const QByteArray &key, int streams);
//! Whose owner looks after what is due.
inline constexpr int houseStream = 0;

} // namespace jjak::engine
