// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include "common/rules/limits.h"
#include "common/rules/popularity.h"
#include "server/domain/dates/date.h"
#include "server/domain/lounge/table.h"
#include "server/domain/matching/proposal.h"

namespace jjak::app {

//! The operator's numbers, as the services need them.
struct Policy {
    int cellKm = limits::cellKm;
    int minimumAge = limits::minimumAge;
    Duration proposalTime = limits::proposalTime;
    Duration ticketGrace = limits::ticketGrace;
    domain::ProposalRules proposalRules{limits::refusedApart, limits::silentApart};
    int strangerMessages = limits::strangerMessages;
    Duration tokenUnused = limits::tokenUnused;
    Duration tokenRotation = limits::tokenRotation;
    Duration tokenGrace = limits::tokenGrace;
    Duration reportAfterLeaving = limits::reportAfterLeaving;
    domain::DateRules dateRules;
    Duration doorsBefore = limits::doorsBefore;
    Duration metApart = limits::metApart;
    Duration pairTime = limits::pairTime;
    Duration dateRoomKept = limits::dateRoomKept;
    domain::TableRules tableRules;
    Duration tableAhead = limits::tableAhead;
    Duration tableRoomKept = limits::tableRoomKept;
    Duration sameHour = limits::sameHour;
    Duration grownUp = popularity::grownUp; //!< how old an account has to be to count in the lounge
    int retentionDays = 0; //!< messages older than that are taken away, in all rooms; 0: they stay
    int imageMib = int(limits::imageBytes >> 20), fileMib = int(limits::fileBytes >> 20); //!< the largest that are taken
    int quotaMib = int(limits::quotaBytes >> 20);
    Duration uploadTime = limits::uploadTime;
    Duration fileTime = limits::fileTime;
    int speed = 1; //!< what scripts' durations are divided by: rehearsals and tests
    QString demoKey; //!< who signs up with it is marked as a demo person; empty: nobody can
};

} // namespace jjak::app
