// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

#include "common/base/result.h"

namespace jjak::desktop {

//! A picture as it leaves this machine: its pixels in a fresh file, without where, when and with what it was taken.
struct PreparedImage {
    QString type = {}; //!< "image/jpeg", or "image/png" where something can be seen through
    QByteArray bytes = {};
    QSize size = {}; //!< at most 2,048 pixels a side
};

//! Reads a file that somebody chose or dropped; what it is, its content says. Upright, in sRGB, of animations the first picture.
//! FileType with the reason `type` (neither JPEG, PNG nor WebP), `pixels` (too many) or `damaged`; FileGone when it cannot be
//! read. Takes up to a second; any thread.
Result<PreparedImage> preparedImage(const QString &path);

//! The same for pixels, for instance from the clipboard.
Result<PreparedImage> preparedImage(const QImage &image);

} // namespace jjak::desktop
