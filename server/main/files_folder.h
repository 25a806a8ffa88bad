// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <functional>

#include "common/base/rng.h"

namespace jjak::server {

//! What all servers of a database have in common under a name: the value that the first of them gave.
using Agree = std::function<QByteArray(const QString &name, const QByteArray &mine)>;

//! Sees to it that a folder of images and files, which is not simply the data folder, is this database's and no other's: whoever sweeps it
//! takes away what his database does not know. A new folder gets a mark (shared.key) that names the database, and the database notes the
//! mark. Throws storage::StartupError when the folder is another database's, or this database has another folder.
void claimFilesFolder(const QString &folder, const Agree &agree, Rng &rng);

} // namespace jjak::server
