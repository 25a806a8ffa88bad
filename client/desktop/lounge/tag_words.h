// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "common/base/error.h"

//! Tags as people write them into one line.
namespace jjak::desktop {

//! What stands between spaces and commas, without "#", each once.
[[nodiscard]] QStringList tagsIn(const QString &line);
//! "#film #baking".
[[nodiscard]] QString tagsText(const QStringList &tags);
//! Why tags were refused.
[[nodiscard]] QString wrongTagText(const Error &error, int most);

} // namespace jjak::desktop
