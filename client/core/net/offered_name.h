// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace jjak::client {

//! A file's name as it is offered to the server: names of files may hold what no line of text may.
QString offeredName(const QString &name);

} // namespace jjak::client
