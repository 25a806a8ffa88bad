// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace jjak::gateway {

//! The seam between a connection and what carries its bytes: a plain descriptor, or TLS. I/O thread only.
class Transport {
public:
    virtual ~Transport() = default;
    //! Queues bytes; the array is shared, not copied. false when more than the limit was waiting already: the peer does
    //! not read, and the connection is to be cut. An answer is something the peer has asked for: it may wait longer.
    virtual bool send(const QByteArray &bytes, bool answer = false) = 0;
    //! Sends what is queued and closes then. Nothing more is accepted.
    virtual void finish() = 0;
    //! Throws away what is queued and closes at once.
    virtual void abort() = 0;
};

} // namespace jjak::gateway
