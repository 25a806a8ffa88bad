// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

#include "common/base/error.h"

namespace jjak::domain {

//! What one may write to a stranger, that is before the other side has written: a few messages without links.
//! Empty when it is allowed; `written` is how many messages the writer has in the room already.
std::optional<Error> courtesy(qint64 written, const QString &text, int allowed);

//! Whether a text holds something that clients could make clickable: a scheme with ://, www., or a host name with one of
//! the top-level domains that spam uses most. It need not be perfect: a stranger who writes around it has written no link.
bool hasLink(const QString &text);

} // namespace jjak::domain
