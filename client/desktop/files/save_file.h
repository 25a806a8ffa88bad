// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace jjak::desktop {

//! Writes all of it there or nothing; empty when it is written, else the sentence that says why it is not.
QString saveFile(const QString &path, const QByteArray &bytes);

} // namespace jjak::desktop
