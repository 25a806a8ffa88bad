// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/front_door.h"
#include "server/gateway/out_queue.h"
#include "server/gateway/transport.h"

namespace jjak::gateway {

//! What a socket needs of the thread it lives in.
class SocketOwner {
public:
    virtual ~SocketOwner() = default;
    //! Something waits to be written: call flush() before the thread sleeps.
    virtual void wantsFlush(app::ConnectionId id) = 0;
    //! The socket is closed or broken: forget it soon, not within this call.
    virtual void closed(app::ConnectionId id) = 0;
};

//! How much the kernel may keep of what a peer has not taken yet, in bytes (Linux doubles it for its own bookkeeping). Left
//! to itself it would grow this to megabytes for each connection that does not read, before we notice anything.
inline constexpr int kernelBufferBytes = 32 * 1024;

//! How many bytes of answers may wait for a peer beside the limit for everything else: some long pages of history.
inline constexpr qsizetype answerBytes = 2 * 1024 * 1024;

//! A transport with a bounded queue, flushed once a turn by its I/O thread.
class Socket : public Transport {
public:
    Socket(app::ConnectionId id, SocketOwner &owner, qsizetype bufferLimit) : m_id(id), m_owner(owner), m_limit(bufferLimit) {}

    bool send(const QByteArray &bytes, bool answer = false) final;
    void finish() final;
    void abort() final;
    //! Writes as much as goes now.
    void flush();
    qsizetype waiting() const { return m_queue.bytes(); }

protected:
    //! Writes from the front of the queue; false when the socket is broken.
    virtual bool write(OutQueue &queue) = 0;
    //! Everything has been written and nothing more will come: say so to the peer.
    virtual void endOfStream() = 0;
    void broken();

    app::ConnectionId m_id;
    SocketOwner &m_owner;

private:
    qsizetype m_limit;
    OutQueue m_queue;
    qsizetype m_answers = 0; //!< bytes of answers queued since the queue was empty: a slow line is not to blame for them
    bool m_finishing = false, m_ended = false, m_dead = false, m_flushWanted = false;
};

} // namespace jjak::gateway
