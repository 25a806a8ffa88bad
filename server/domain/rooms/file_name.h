// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace jjak::domain {

//! A file's name as others may see it and save it: one part of a path, without characters that control or reorder text, without what
//! file systems keep for themselves (also Windows': characters, device names, dots and blanks at the ends), at most 120 code
//! points and 240 bytes in UTF-8, the extension kept when it is cut. Never empty: "file" when nothing is left.
QString fileName(const QString &wanted);

//! The harmless name with that extension (with its dot) in the place of one that says another format of images.
QString withExtension(const QString &name, QLatin1StringView extension);
//! The same for an image of that type, "image/jpeg" or "image/png", that was made of the file.
QString nameOfImage(const QString &name, QStringView type);

} // namespace jjak::domain
