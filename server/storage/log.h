// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace jjak::storage {

Q_DECLARE_LOGGING_CATEGORY(storageLog) //!< "jjak.storage": codes and names of tables, never values

} // namespace jjak::storage
