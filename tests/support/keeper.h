// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace jjak::test {

//! A temporary folder for a server, and the end of both, come what may: a small process beside this one makes the folder, waits until
//! this object or this whole program is gone (a kill -9 as well), ends the server's processes and removes the folder. Does not know
//! which server it is.
class Keeper {
public:
    //! The folder is made in `parent`. Processes of `executable` that work there are ended with `signal` ("QUIT"). Both are paths
    //! without links. Throws std::runtime_error when it cannot be done.
    Keeper(const QString &parent, const QString &executable, const QString &signal);
    //! Returns when the folder is gone.
    ~Keeper();
    Q_DISABLE_COPY_MOVE(Keeper)

    //! Ours alone.
    QString folder() const { return m_folder; }

private:
    QString m_folder;
    int m_held = -1; //!< Our side of its standard input: it waits for this to be closed.
    int m_done = -1; //!< Its standard output: the folder's path, closed when it is done.
};

} // namespace jjak::test
