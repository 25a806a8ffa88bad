// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <stdexcept>

namespace jjak::storage {

//! Why the server cannot start on these files, in a sentence for its operator. Thrown at start-up only.
class StartupError : public std::runtime_error {
public:
    explicit StartupError(const QString &sentence) : std::runtime_error(sentence.toStdString()) {}
};

} // namespace jjak::storage
