// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <optional>

namespace jjak::image_worker {

//! The formats that are taken at all.
enum class Format { Jpeg, Png, Webp };

//! What the first bytes say; names of files are nobody's business.
std::optional<Format> formatOf(const QByteArray &bytes);

//! The format's name in Qt.
const char *nameOf(Format format);

//! Whether the bytes go on to the end mark, or the length, that the format has. Decoders paint something grey over what is
//! missing and call that a picture. A JPEG with very many scans is refused here as well.
bool isWhole(Format format, const QByteArray &bytes);

} // namespace jjak::image_worker
