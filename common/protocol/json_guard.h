// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include "common/base/result.h"

namespace jjak::protocol {

//! Refuses what Qt's JSON parser lets pass: duplicate keys (it keeps the last), depth, U+0000 and lone surrogates in
//! strings. Everything else about the grammar is left to that parser, which runs afterwards.
//! Bytes must be UTF-8 of at most 64 KiB; maxDepth counts objects and arrays. Any thread.
Result<> guardJson(QByteArrayView utf8, int maxDepth = 8);

} // namespace jjak::protocol
