// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace jjak::storage {

//! Keeps a second server out of a data folder for as long as it lives. The system lets go of it when the process dies,
//! however it dies.
class FolderLock {
public:
    //! Throws StartupError, which names the other process, when the folder is taken and stays so for half a second.
    explicit FolderLock(const QString &folder);
    ~FolderLock();
    Q_DISABLE_COPY_MOVE(FolderLock)

private:
    int m_file = -1;
};

} // namespace jjak::storage
