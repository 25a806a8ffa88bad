// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/socket.h"

namespace jjak::gateway {

bool Socket::send(const QByteArray &bytes, bool answer)
{
    if (m_finishing || m_dead)
        return true; // nobody is going to read it
    // Much may be queued within one turn; only what the socket does not take now tells that the peer does not read.
    if (m_queue.bytes() > m_limit && !write(m_queue))
        return broken(), true;
    if (m_queue.isEmpty())
        m_answers = 0;
    if (m_queue.bytes() > m_limit + (answer ? answerBytes : m_answers))
        return false;
    m_queue.append(bytes);
    m_answers += answer ? bytes.size() : 0;
    if (!std::exchange(m_flushWanted, true))
        m_owner.wantsFlush(m_id);
    return true;
}

void Socket::finish()
{
    m_finishing = true;
    if (!std::exchange(m_flushWanted, true))
        m_owner.wantsFlush(m_id);
}

void Socket::abort()
{
    m_queue.clear();
    broken();
}

void Socket::flush()
{
    m_flushWanted = false;
    if (m_dead)
        return;
    if (!write(m_queue))
        return broken();
    if (m_finishing && m_queue.isEmpty() && !std::exchange(m_ended, true))
        endOfStream();
}

void Socket::broken()
{
    if (!std::exchange(m_dead, true))
        m_owner.closed(m_id);
}

} // namespace jjak::gateway
