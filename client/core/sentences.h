// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "client/core/connection_state.h"
#include "client/core/date_sentences.h"
#include "client/core/net/link_state.h"
#include "client/core/notice_sentences.h"
#include "client/core/settings/secret_store.h"
#include "common/protocol/values.h"

//! Everything that is said to people about what the server or the connection tells, in one place for all clients. The
//! texts are English and go through the translations of context "jjak". Call after the translators are installed.
namespace jjak::client {

//! What happened and what to do next, for every error code there is.
QString sentence(const Error &error);
QString sentence(LinkProblem problem);
//! How a proposal ended; `mine` as in protocol::Ended.
QString sentence(protocol::Outcome outcome, bool mine);
QString sentence(SignOutReason reason);
//! Where the device token is kept, for the settings page.
QString sentence(SecretStore::Where where);
//! In place of what was deleted: "Message deleted".
QString deletedSentence();

//! Labels: short, without a full stop.
QString label(ConnectionState state);
//! A choice of how far to look: "within 5 km".
QString label(Reach reach);
//! How far a match is: "less than 5 km away".
QString distanceLabel(Reach reach);
//! How many are waiting: "a few people".
QString label(protocol::Crowd crowd);
QString label(protocol::ReportReason reason);

} // namespace jjak::client
