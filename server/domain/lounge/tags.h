// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "common/base/result.h"

//! What may be a tag, and the code of a language, in the lounge.
namespace jjak::domain {

//! A tag as it is kept: NFC, lower case. 1 to 24 code points, letters and digits of any script with their marks, `-` and `_`. `field`
//! is what is told to be bad, with reason "length" or "characters".
Result<QString> tag(const QString &wished, const QString &field);

//! Each of them, in their order, none twice; the field of the bad one has its index behind it.
Result<QStringList> tags(const QList<QString> &wished, const QString &field);

//! Codes as `ko` or `zh-Hant`: 2 to 16 of letters and digits of ASCII and `-`, in their order, none twice (case does not matter).
Result<QStringList> languages(const QList<QString> &wished, const QString &field);

} // namespace jjak::domain
