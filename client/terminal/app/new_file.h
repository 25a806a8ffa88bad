// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

//! Files that somebody asks for by a path.
namespace jjak::terminal {

//! "~/a" as a shell would have it.
QString pathFrom(const QString &typed);
//! Writes a file that is not there yet; false: it is there, or cannot be written.
bool writeNew(const QString &path, const QByteArray &bytes);

} // namespace jjak::terminal
