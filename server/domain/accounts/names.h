// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "common/base/result.h"

namespace jjak::domain {

//! A name as its owner wrote it, and the form in which no two accounts may have the same.
struct AccountName {
    QString shown;  //!< NFC, spaces at the ends gone
    QString folded; //!< NFKC, case folded, without separators, so that "Min Ji" and "min_ji" are one
};

//! Letters and digits of any script, with single spaces, '-', '_' or '.' between them; 2 to 20 code points.
//! Errors: account.name_invalid with reason "length" or "characters".
Result<AccountName> accountName(const QString &wished);

//! Why a password is refused; empty when it may be used. Errors: account.password_weak with reason "short", "common", "name".
//! A minimum length and a list of known bad ones, no composition rules (NIST SP 800-63B-3 §5.1.1.2).
Result<> checkPassword(const QString &password, const AccountName &name);

} // namespace jjak::domain
