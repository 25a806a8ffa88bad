// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <vector>

#include "common/protocol/date_values.h"

namespace jjak::domain {

using protocol::DatePhase;

//! One phase of a script's programme.
struct Act {
    DatePhase phase = DatePhase::Welcome; //!< never Closed
    int round = 0;                        //!< of a topic and its talk, from 1; else 0
    bool frozen = true;
    Duration time{0};
    Duration gap{0};              //!< between two of the host's lines
    QStringList lines;            //!< keys of what the host says, the first at the phase's beginning; a topic's own key comes behind them
    QList<Duration> announce;     //!< how long before the end the host tells the time left, the longest first
    std::optional<Duration> hush; //!< who was silent for so long is invited, once in the phase
};

//! The topics of one pack: each round draws from one.
struct TopicPack {
    QString key;
    QStringList topics; //!< keys
};

//! The host's programme as the date machine needs it: when what is said, by key. Its words are stored apart.
//! The parser (server/app/scripts.h) has made sure that acts are in the order welcome, [impression], (topic, talk) × 1..9,
//! arrow, reveal, farewell, that every act but the arrow, reveal and farewell lasts longer than 0, that all lines of an act
//! fit into its time, and that there are topics enough.
struct Script {
    ScriptId id;
    QString name;
    QStringList languages;
    std::vector<Act> acts;
    QList<TopicPack> packs;

    int rounds() const;
};

//! Lines that every script has beside those of its acts.
namespace lines {
inline const QString left = QStringLiteral("left");     //!< argument: seconds left
inline const QString invite = QStringLiteral("invite"); //!< arguments: the silent seats
inline const QString cool = QStringLiteral("cool");     //!< argument: the seat that may only read for a while
inline const QString alone = QStringLiteral("alone");   //!< too few are left: the farewell comes early
} // namespace lines

} // namespace jjak::domain
