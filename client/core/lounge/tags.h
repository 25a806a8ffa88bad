// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace jjak::client {

//! A tag as the server keeps it, from what somebody typed: without spaces around it and a '#' in front, in lower case.
QString tagFrom(const QString &typed);
//! The same for several: each once, in order, without empty ones.
QStringList tagsFrom(const QStringList &typed);

} // namespace jjak::client
