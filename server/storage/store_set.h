// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/stores.h"
#include "server/storage/account_store.h"
#include "server/storage/agenda_store.h"
#include "server/storage/arrow_pair_store.h"
#include "server/storage/attendance_store.h"
#include "server/storage/block_store.h"
#include "server/storage/comment_store.h"
#include "server/storage/connected_store.h"
#include "server/storage/database.h"
#include "server/storage/date_store.h"
#include "server/storage/device_store.h"
#include "server/storage/event_store.h"
#include "server/storage/expiry_store.h"
#include "server/storage/feed_store.h"
#include "server/storage/file_store.h"
#include "server/storage/group_store.h"
#include "server/storage/invitation_store.h"
#include "server/storage/message_store.h"
#include "server/storage/node_store.h"
#include "server/storage/pair_store.h"
#include "server/storage/persona_store.h"
#include "server/storage/picture_store.h"
#include "server/storage/post_store.h"
#include "server/storage/presence_store.h"
#include "server/storage/proposal_store.h"
#include "server/storage/pulse_store.h"
#include "server/storage/report_store.h"
#include "server/storage/room_store.h"
#include "server/storage/script_store.h"
#include "server/storage/search_store.h"
#include "server/storage/seating_store.h"
#include "server/storage/sql_transaction.h"
#include "server/storage/stream_store.h"
#include "server/storage/table_directory.h"
#include "server/storage/table_store.h"
#include "server/storage/thanks_store.h"
#include "server/storage/ticket_store.h"
#include "server/storage/upload_store.h"

namespace jjak::storage {

//! All stores of one connection. Made, used and destroyed in one thread.
class StoreSet {
public:
    //! Throws StartupError. The file must have been prepared (data_file.h).
    StoreSet(const QString &path, OpenAs as, Durability durability = Durability::Full) : m_database(path, as, durability) {}

    app::Stores &stores() { return m_stores; }
    Database &database() { return m_database; }

private:
    Database m_database;
    SqlTransaction m_transaction{m_database};
    SqlAccountStore m_accounts{m_database};
    SqlDeviceStore m_devices{m_database};
    SqlConnectedStore m_connected{m_database};
    SqlPresenceStore m_presence{m_database};
    SqlTicketStore m_tickets{m_database};
    SqlProposalStore m_proposals{m_database};
    SqlPairStore m_pairs{m_database};
    SqlRoomStore m_rooms{m_database};
    SqlMessageStore m_messages{m_database};
    SqlBlockStore m_blocks{m_database};
    SqlReportStore m_reports{m_database};
    SqlEventStore m_events{m_database};
    SqlScriptStore m_scripts{m_database};
    SqlDateStore m_dates{m_database};
    SqlSeatingStore m_seating{m_database};
    SqlArrowPairStore m_arrowPairs{m_database};
    SqlAttendanceStore m_attendance{m_database};
    SqlAgenda m_agenda{m_database};
    SqlUploadStore m_uploads{m_database};
    SqlFileStore m_files{m_database};
    SqlPictureStore m_pictures{m_database};
    SqlGroupStore m_groups{m_database};
    SqlInvitationStore m_invitations{m_database};
    SqlExpiryStore m_expiry{m_database};
    SqlSearchStore m_search{m_database};
    SqlPersonaStore m_personas{m_database};
    SqlPostStore m_posts{m_database};
    SqlCommentStore m_comments{m_database};
    SqlFeedStore m_feeds{m_database};
    SqlPulseStore m_pulse{m_database};
    SqlTableStore m_tables{m_database};
    SqlTableDirectory m_tableDirectory{m_database};
    SqlThanksStore m_thanks{m_database};
    SqlStreamStore m_streams{m_database};
    SqlNodeStore m_nodes{m_database};
    SqlLeaseStore m_leases{m_database};
    app::Stores m_stores{m_transaction, m_accounts, m_devices, m_connected, m_presence, m_tickets, m_proposals, m_pairs,      m_rooms,      m_messages, m_blocks,
                           m_reports,     m_events,   m_scripts, m_dates,   m_seating,   m_arrowPairs, m_attendance, m_agenda,
                           m_uploads,     m_files,    m_pictures,  m_groups,   m_invitations, m_expiry,     m_search,
                           m_personas,    m_posts,    m_comments,  m_feeds,   m_pulse,
                           m_tables,      m_tableDirectory, m_thanks,    m_streams,   m_nodes,       m_leases};
};

} // namespace jjak::storage
