// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <deque>
#include <sys/uio.h>

namespace jjak::gateway {

//! Bytes that wait for a socket: shared frames in order, never copied.
class OutQueue {
public:
    bool isEmpty() const { return m_bytes == 0; }
    qsizetype bytes() const { return m_bytes; }

    void append(const QByteArray &bytes)
    {
        if (bytes.isEmpty())
            return;
        m_frames.push_back(bytes);
        m_bytes += bytes.size();
    }

    //! Describes the first bytes for writev(2); returns how many entries were filled.
    int fill(iovec *entries, int most) const
    {
        int count = 0;
        qsizetype skip = m_offset;
        for (auto it = m_frames.begin(); it != m_frames.end() && count < most; ++it, skip = 0)
            entries[count++] = {const_cast<char *>(it->constData()) + skip, size_t(it->size() - skip)};
        return count;
    }

    //! Forgets what has been written.
    void written(qsizetype bytes)
    {
        m_bytes -= bytes;
        m_offset += bytes;
        while (!m_frames.empty() && m_offset >= m_frames.front().size()) {
            m_offset -= m_frames.front().size();
            m_frames.pop_front();
        }
        if (m_frames.empty())
            m_frames = {}; // an idle connection keeps no memory for it
    }

    void clear()
    {
        m_frames = {};
        m_bytes = m_offset = 0;
    }

private:
    std::deque<QByteArray> m_frames;
    qsizetype m_bytes = 0;
    qsizetype m_offset = 0; //!< already written of the first frame
};

} // namespace jjak::gateway
