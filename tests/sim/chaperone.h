// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/ballroom.h"
#include "tests/sim/violation.h"

namespace jjak::sim {

//! Everything the host of one date has to say, and how far the messages of its room have come.
class Programme {
public:
    Programme(const domain::Date &date, const domain::Script &script);
    //! The next thing the host has said. Throws when it is not the next line, or one too many.
    void hear(const QString &text, Evenings &tally);
    //! Throws when the host has fallen behind the date, or is ahead of it.
    void compare(const domain::Date &date) const;
    qint64 heard = 0; //!< seq of the last message read

private:
    int actOfLast() const;

    QStringList m_lines;      //!< of all acts, without invitations and coolings
    QList<qsizetype> m_ends;  //!< by act: how many lines when it is over
    qsizetype m_said = 0;
    bool m_alone = false;
    QSet<int> m_invited; //!< acts
};

//! Watches the ballroom: keeps its own plain book of who sat with whom and who pointed at whom, and compares after every batch.
class Chaperone {
public:
    explicit Chaperone(Ballroom &room) : m_room(room) {}

    //! unanswered: everything was stored and nobody was told.
    void afterBatch(const Deeds &deeds, bool unanswered);
    //! Slower, now and then: what everybody sees, who is thought to be connected, all rooms.
    void everything();
    //! Nobody waits, nobody sits.
    void atTheEnd();
    bool somebodySits() const;

    void shot(DateId date, AccountId account, int target) { m_arrows[date][account] = target; }
    void wished(PairId pair, AccountId account) { m_wishes[pair].insert(account); }

private:
    using Couple = std::pair<AccountId, AccountId>;
    static Couple couple(AccountId a, AccountId b) { return {std::min(a, b), std::max(a, b)}; }

    void adopt(const Deeds &deeds, const QMap<DateId, domain::Date> &now);
    void check(const domain::Date &before, const domain::Date &after, const Deeds &deeds);
    void checkStart(const domain::Date &before, const domain::Date &after, const domain::Script &script);
    void checkActs(const domain::Date &before, const domain::Date &after, const domain::Script &script);
    void checkArrows(const domain::Date &before, const domain::Date &after, const domain::Script &script);
    void checkCount(const domain::Date &before, const domain::Date &after, bool certain);
    void checkRoom(const domain::Date &before, const domain::Date &after, const domain::Script &script);
    void checkSeating(const QMap<DateId, domain::Date> &now);
    void checkReleased(const QMap<DateId, domain::Date> &now, const Deeds &deeds);
    void checkPairs();
    void checkViews();
    void checkDirectRooms();
    QList<Couple> expectedPairs(const domain::Date &before);
    QSet<Couple> blocks();
    std::shared_ptr<const domain::Script> scriptOf(const domain::Date &date);

    Ballroom &m_room;
    const app::Policy m_rules = Ballroom::tenfold(); //!< the book's own: what the server does is measured against it
    app::ScriptShelf m_shelf;
    QMap<DateId, domain::Date> m_known;
    QSet<DateId> m_over;
    std::map<DateId, Programme> m_programmes;
    QMap<DateId, QMap<AccountId, int>> m_arrows;
    QMap<PairId, QSet<AccountId>> m_wishes;
    QMap<Couple, Time> m_metUntil;
    QSet<Couple> m_together, m_blocked, m_matched;
    QSet<AccountId> m_demo;
    Time m_latest{}; //!< the clock can go back, but what was forgotten stays forgotten
};

} // namespace jjak::sim
