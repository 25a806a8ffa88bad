// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include "client/core/occasion.h"

namespace jjak::client {

//! The occasion as an iCalendar file (RFC 5545) with one VEVENT in UTC and alarms 10 minutes and 1 minute before. `stamp` is
//! the moment of writing, `server` the host name that makes the UID unique in the world; sentences are in the language of the
//! installed translators, `language` ("ko") says which that is.
QByteArray icsOf(const Occasion &occasion, const QString &language, Time stamp, const QString &server);

//! What to call the file: "jjak-2026-11-21.ics", by the day in UTC.
QString icsFileName(const Occasion &occasion);

} // namespace jjak::client
