// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <sys/eventfd.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace jjak::gateway {

//! The only way into another thread: letters under a mutex, and a descriptor that becomes readable when there are some.
template <class Letter>
class Mailbox {
public:
    Mailbox() : m_event(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {}
    ~Mailbox() { ::close(m_event); }
    Mailbox(const Mailbox &) = delete;
    Mailbox &operator=(const Mailbox &) = delete;

    //! Any thread. One wake-up for however many letters arrive before the reader comes.
    void post(Letter letter)
    {
        bool first = false;
        {
            const std::lock_guard lock(m_mutex);
            first = m_letters.empty();
            m_letters.push_back(std::move(letter));
        }
        if (first)
            eventfd_write(m_event, 1);
    }

    //! The reader's thread: everything that has arrived, in order.
    std::vector<Letter> take()
    {
        eventfd_t count = 0;
        eventfd_read(m_event, &count);
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_letters, {});
    }

    int descriptor() const { return m_event; }

private:
    int m_event;
    std::mutex m_mutex;
    std::vector<Letter> m_letters;
};

} // namespace jjak::gateway
