// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/error.h"

#include <algorithm>

namespace jjak {

std::string_view nameOf(ErrorCode code)
{
    static_assert(errorNames.back().code == ErrorCode::LetterUnreadable && errorNames.size() == size_t(ErrorCode::LetterUnreadable) + 1);
    return errorNames[size_t(code)].name;
}

std::optional<ErrorCode> errorCodeFrom(QStringView name)
{
    const auto it = std::ranges::find_if(errorNames, [&](const ErrorName &e) { return name == QLatin1StringView(e.name.data(), qsizetype(e.name.size())); });
    return it == errorNames.end() ? std::nullopt : std::optional(it->code);
}

} // namespace jjak
