// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/chat_witness.h"

#include "client/core/state/state.h"
#include "tests/sim/violation.h"

namespace jjak::sim {

using protocol::Member;
using protocol::Message;

void Witness::compare(const Message &seen, const Message &book, const char *what) const
{
    if (!(seen == book))
        fail(QStringLiteral("%1 %2: %3, not %4").arg(QLatin1StringView(what)).arg(book.seq).arg(QString::fromUtf8(protocol::encode(seen)), QString::fromUtf8(protocol::encode(book))));
}

void Witness::compare(const QList<Message> &seen, const QList<Message> &book) const
{
    for (qsizetype i = 0; i < std::min(seen.size(), book.size()); ++i)
        compare(seen[i], book[i], "message");
    compare(seen.size(), book.size(), "number of messages");
}

void Witness::compare(const protocol::Room &seen, const BookRoom &book, AccountId account, qint64 myRead) const
{
    const BookRoom::Member &me = *book.of(account);
    compare(seen.head, book.head(), "head");
    compare(seen.changes, book.changes, "number of changes");
    compare(seen.floor, book.floor, "floor");
    compare(int(seen.expiry), int(book.expiry), "how long messages are kept");
    compare(seen.name.value_or(QString()), book.name.value_or(QString()), "its name");
    compare(seen.silent, me.silent, "whether notifications are wanted");
    compare(seen.me, me.number, "one's own number");
    compare(seen.opened, book.opened, "when it was opened");
    compare(seen.members.size(), book.members.size(), "number of members");
    for (qsizetype i = 0; i < seen.members.size(); ++i) {
        const Member &there = seen.members[i];
        const BookRoom::Member &expected = book.members[i];
        compare(there.number, expected.number, "a member's number");
        compare(there.name, expected.name, "a member's name");
        compare(there.left, expected.left, "whether a member has left");
        compare(int(there.role), int(expected.role), "a member's role");
        if (expected.number == me.number)
            compare(there.read, myRead, "one's own read position");
        else if (!me.left || there.read > expected.read)
            compare(there.read, expected.read, "another's read position");
    }
    compare(client::unread(seen), book.head() - myRead, "unread");
}

void Witness::fail(const QString &what) const
{
    throw Violation(QStringLiteral("%1, room %2: %3").arg(who, QString::fromLatin1(room.toText().left(4)), what).toStdString());
}

} // namespace jjak::sim
