// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace jjak::test {

//! The end of a server and of its folder, come what may: a small process beside this one waits until this object or this whole
//! program is gone (a kill -9 as well), ends the server's processes and removes the folder. Does not know which server it is.
class Keeper {
public:
    //! Processes of `executable` (a path without links) that work in `folder` are ended with `signal` ("QUIT").
    //! Throws std::runtime_error when it cannot be started.
    Keeper(const QString &folder, const QString &executable, const QString &signal);
    //! Returns when the folder is gone.
    ~Keeper();
    Q_DISABLE_COPY_MOVE(Keeper)

private:
    int m_held = -1; //!< Our side of its standard input: it waits for this to be closed.
    int m_done = -1; //!< Its standard output: closed when it is done.
};

} // namespace jjak::test
