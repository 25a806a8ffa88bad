// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/prepared.h"
#include "tests/support/server_process.h"

namespace jjak::e2e {

//! A server whose data holds one of everything that somebody could ask for without a right to it. `me` is who asks.
struct BadScene {
    explicit BadScene(const QHash<QString, QString> &settings = {});

    //! All rows of all tables as text, but for when devices and people were last seen.
    QStringList rows() const;

    test::ServerProcess server;
    test::PreparedPerson me, other, third, fourth;
    test::PreparedPerson chief; //!< an operator
    RoomId mine;       //!< me and `other`, who both have written; one message of mine in it
    RoomId theirs;     //!< `other` and `third`
    RoomId group;      //!< me, `other`, who has written a message, and `third`
    RoomId left;       //!< me, who left long ago, and `third`
    RoomId deserted;   //!< me, and `fourth`, who left
    RoomId strange;    //!< me, who wrote three messages, and somebody who has not written
    RoomId untouched;  //!< me and somebody else, nothing written yet
    ClientId used;     //!< of the message in `mine`
    ProposalId ended;  //!< me and `other`, refused
    ProposalId foreign; //!< between `third` and `fourth`, open
    BlockId othersBlock; //!< of `other` against `third`
    EventId over;      //!< a closed event
    DateId played;     //!< of it, over: me and `other`
    RoomId playedIn;
    DateId theirDate;  //!< of it, over: `third` and `fourth`
    PairId theirPair;  //!< of that date, open

private:
    RoomId room(test::Preparation &preparation, const std::vector<test::PreparedPerson> &people, qint64 mineWritten, qint64 theirsWritten, int whoLeft = -1);
    void proposals(app::Stores &stores);
    DateId date(test::Preparation &preparation, const std::vector<test::PreparedPerson> &people, RoomId &room);
    void evening(test::Preparation &preparation);
    SystemRng m_rng;
    Time m_now;
};

} // namespace jjak::e2e
