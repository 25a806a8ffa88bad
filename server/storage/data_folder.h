// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace jjak::storage {

//! What a folder is for: a database must not lie on a network file system, where SQLite's locks and syncs do not hold what they promise.
enum class FolderFor { Database, Files };

//! Makes the folder (and those above it) with access for its owner only, or takes the one that is there. Throws
//! StartupError when that is impossible or when it lies where it must not.
void prepareFolder(const QString &path, FolderFor use = FolderFor::Database);

//! Whether a file system, by its type number of statfs(2), is a network's (NFS, SMB, 9P, FUSE, Ceph, AFS).
bool isNetworkFileSystem(long type);

//! Makes new names in a folder survive a power cut. Throws StartupError.
void syncFolder(const QString &path);

} // namespace jjak::storage
