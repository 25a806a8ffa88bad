// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

namespace jjak::engine {

//! Lets every parcel of a sender through once, and none behind a later one of the same sender. What it does not let through is a copy that
//! somebody has put in, or was overtaken by what its sender has sent since: of that the sender never learned that it had arrived, and has told
//! everybody to look again. Senders never have the number of one before them, so that nobody is forgotten. One thread.
class Turnstile {
public:
    //! Serials begin at 1.
    bool passes(qint64 sender, quint64 serial)
    {
        quint64 &last = m_last[sender];
        if (serial <= last)
            return false;
        last = serial;
        return true;
    }

private:
    QHash<qint64, quint64> m_last;
};

} // namespace jjak::engine
