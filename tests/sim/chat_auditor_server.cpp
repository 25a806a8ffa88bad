// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the server answers.
#include "client/core/state/state.h"
#include "tests/sim/chat_auditor.h"
#include "tests/sim/chat_witness.h"

namespace jjak::sim {

using namespace Qt::StringLiterals;
using namespace protocol;

void Auditor::checkServer(AccountId account)
{
    const auto snapshot = m_circle.m_exchange.ask(account, cmd::Sync{});
    const auto expected = book().listOf(account, [](RoomId a, RoomId b) { return a > b; });
    const Witness list{u"the server's list"_s, {}};
    list.compare(snapshot.rooms.size(), expected.size(), "number of rooms");
    for (qsizetype i = 0; i < expected.size(); ++i) {
        list.compare(snapshot.rooms[i].room, expected[i]->id, "order of rooms");
        const Witness witness{u"the server"_s, expected[i]->id};
        witness.compare(snapshot.rooms[i], *expected[i], account, expected[i]->of(account)->read);
        for (const BookRoom::Member &member : expected[i]->members)
            witness.compare(client::memberOf(snapshot.rooms[i], member.number)->got, member.got, "what a member has received");
        const Message *newest = expected[i]->newest(now());
        witness.compare(snapshot.rooms[i].newest.has_value(), newest != nullptr, "whether there is a newest message");
        if (newest)
            witness.compare(*snapshot.rooms[i].newest, *newest, "newest message");
        m_circle.m_tally.serverViews++;
    }
}

//! Its messages and changes, as any of its members gets them; fully: page by page from the beginning.
void Auditor::checkServer(const BookRoom &room, bool fully)
{
    const Witness witness{u"the server"_s, room.id};
    QList<BookRoom::Member> readers = room.members;
    readers.removeIf([&](const BookRoom::Member &member) { return !room.isOpenTo(member.account); });
    if (readers.isEmpty())
        return;
    const AccountId asking = readers[int(m_turn % quint64(readers.size()))].account;
    qint64 seq = fully ? 0 : std::max<qint64>(0, room.head() - limits::historyPage);
    for (const Message &message : visible(room, seq + 1)) {
        if (message.seq <= seq)
            continue;
        cmd::History ask;
        ask.room = room.id;
        ask.after = seq;
        const auto page = m_circle.m_exchange.ask(asking, ask);
        witness.compare(page.head, room.head(), "head of a page");
        witness.compare(page.messages, visible(room, seq + 1).first(std::min<qsizetype>(limits::historyPage, visible(room, seq + 1).size())));
        seq = page.messages.last().seq;
    }
    qint64 known = fully ? 0 : std::max<qint64>(0, room.changes - 3);
    cmd::ChangePage page;
    do {
        page = m_circle.m_exchange.ask(asking, cmd::Changes{room.id, known});
        QList<Message> changed = visible(room, 1);
        changed.removeIf([&](const Message &message) { return client::changeOf(message) <= known || client::changeOf(message) > page.upTo; });
        std::ranges::sort(changed, {}, client::changeOf);
        witness.compare(page.messages, changed);
        known = page.upTo;
    } while (page.more);
    witness.compare(known, room.changes, "last change");
}

} // namespace jjak::sim
