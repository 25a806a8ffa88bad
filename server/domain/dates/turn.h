// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/dates/date.h"

namespace jjak::domain {

//! A step under way: what the parts of the date machine hand to each other. Nothing outside this folder needs it.
struct Turn {
    DateStep step;
    Time now;
    Rng &rng;
    const Programme &programme;

    Date &date() { return step.date; }
    Seat *seat(int number);
    void say(const QString &key, const QList<int> &arguments = {}) { step.lines.append({key, arguments}); }
    void refuse(Error error) { step.refused = std::move(error); }
};

//! What time brings by itself, in the order in which things of one moment happen.
enum class Cue { Gone, Start, Doors, Line, Announcement, Invitation, Away, End };

struct Due {
    Time at;
    Cue cue;
};

//! The next thing that time brings; nullopt for a closed date.
std::optional<Due> nextDue(const Date &date, const Programme &programme);
//! The date's clock stands still while the server sleeps, and begins its act again when the clock goes back behind it.
void keepTime(Turn &turn);
//! Brings everything that is due.
void playDue(Turn &turn);

//! Keys of what the host says in the act the date is in.
QStringList linesOf(const Date &date, const Script &script);
//! Seats that were present and silent in this act for so long.
QList<int> silentAt(const Date &date, Time moment, Duration hush);
//! Over, for everybody, since that moment.
void close(Date &date, Time moment);

// The lobby.
void enter(Turn &turn, const Entered &who);
void leaveLobby(Turn &turn, int seat);
void dropLost(Turn &turn, Time moment);
void letGo(Turn &turn);
void startOrLetGo(Turn &turn, Time due);

// The acts.
void endAct(Turn &turn);
void leaveSeat(Turn &turn, int seat);
void speak(Turn &turn, int seat);
void pick(Turn &turn, const Picked &wish);
void shoot(Turn &turn, const Shot &wish);
void hide(Turn &turn, const Hid &wish);

// The count.
//! Every seat gets its pair, arrows and impressions are gone; who met is told in the step. Once a date.
void countArrows(Turn &turn);
//! The same without a count: nobody met.
void dropArrows(Turn &turn);

} // namespace jjak::domain
