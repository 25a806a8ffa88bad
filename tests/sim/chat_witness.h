// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/chat_reference.h"

namespace jjak::sim {

//! Somebody sees something in a room; where the book has it otherwise, that is a Violation.
struct Witness {
    QString who;
    RoomId room;

    template <class A, class B>
    void compare(const A &seen, const B &book, const char *what) const
    {
        if (seen == book)
            return;
        QString values;
        if constexpr (std::is_integral_v<A> && std::is_integral_v<B>)
            values = QStringLiteral(" (%1, not %2)").arg(qint64(seen)).arg(qint64(book));
        fail(QString::fromLatin1(what) + values);
    }
    void compare(const protocol::Message &seen, const protocol::Message &book, const char *what) const;
    void compare(const QList<protocol::Message> &seen, const QList<protocol::Message> &book) const;
    //! Members, counts and positions, as one of the members sees them. Who has left is not told any more how far others read.
    void compare(const protocol::Room &seen, const BookRoom &book, AccountId account, qint64 myRead) const;
    [[noreturn]] void fail(const QString &what) const;
};

} // namespace jjak::sim
