// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/accounts.h"
#include "server/app/ports/agenda.h"
#include "server/app/ports/connected.h"
#include "server/app/ports/dates.h"
#include "server/app/ports/devices.h"
#include "server/app/ports/expiry.h"
#include "server/app/ports/files.h"
#include "server/app/ports/groups.h"
#include "server/app/ports/lounge.h"
#include "server/app/ports/nearby.h"
#include "server/app/ports/pictures.h"
#include "server/app/ports/rooms.h"
#include "server/app/ports/safety.h"
#include "server/app/ports/nodes.h"
#include "server/app/ports/search.h"
#include "server/app/ports/streams.h"
#include "server/app/ports/tables.h"
#include "server/app/ports/transaction.h"

namespace jjak::app {

//! Everything one database connection offers; owned by whoever owns that connection, used in its thread only.
struct Stores {
    Transaction &transaction;
    AccountStore &accounts;
    DeviceStore &devices;
    ConnectedStore &connected;
    PresenceStore &presence;
    TicketStore &tickets;
    ProposalStore &proposals;
    PairStore &pairs;
    RoomStore &rooms;
    MessageStore &messages;
    BlockStore &blocks;
    ReportStore &reports;
    EventStore &events;
    ScriptStore &scripts;
    DateStore &dates;
    SeatingStore &seating;
    ArrowPairStore &arrowPairs;
    AttendanceStore &attendance;
    Agenda &agenda;
    UploadStore &uploads;
    FileStore &files;
    PictureStore &pictures;
    GroupStore &groups;
    InvitationStore &invitations;
    ExpiryStore &expiry;
    SearchStore &search;
    PersonaStore &personas;
    PostStore &posts;
    CommentStore &comments;
    FeedStore &feeds;
    PulseStore &pulse;
    TableStore &tables;
    TableDirectory &tableDirectory;
    ThanksStore &thanks;
    StreamStore &streams;
    NodeStore &nodes;
    LeaseStore &leases;

    //! The same, but for the messages.
    Stores with(MessageStore &others) const
    {
        return {transaction, accounts, devices, connected, presence, tickets, proposals, pairs, rooms, others, blocks, reports, events, scripts, dates, seating, arrowPairs, attendance, agenda,
                uploads, files, pictures, groups, invitations, expiry, search, personas, posts, comments, feeds, pulse, tables, tableDirectory, thanks, streams, nodes, leases};
    }
};

} // namespace jjak::app
