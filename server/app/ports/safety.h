// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <optional>

#include "common/protocol/values.h"

namespace jjak::app {

struct BlockRow {
    BlockId id;
    AccountId by;
    AccountId whom;
    QString name; //!< under which they were met
    Time since;
};

class BlockStore {
public:
    virtual ~BlockStore() = default;
    //! The block that exists between the two in this direction already, or the one just stored.
    virtual BlockId insert(const BlockRow &row) = 0;
    virtual QList<BlockRow> by(AccountId account) = 0; //!< the latest first
    virtual void hide(BlockId block, RoomId room, int member) = 0; //!< the block was made there; once more changes nothing
    //! Where the account's blocks were made, the latest blocks first, at most limit.
    virtual QList<protocol::HiddenMember> hidden(AccountId account, int limit) = 0;
    virtual bool between(AccountId a, AccountId b) = 0; //!< in either direction
    //! The blocked account; nullopt when this account has no such block.
    virtual std::optional<AccountId> remove(AccountId by, BlockId id) = 0;
};

//! A report with its evidence as it was at that moment.
struct ReportRow {
    ReportId id;
    ClientId cid;
    AccountId by;
    AccountId whom;
    std::optional<RoomId> room;
    std::optional<int> member; //!< whose number in the room, when there were more than two
    protocol::ReportReason reason = protocol::ReportReason::Other;
    QString note;
    Time at;
    QList<protocol::Message> evidence;
};

class ReportStore {
public:
    virtual ~ReportStore() = default;
    virtual std::optional<ReportId> byClientId(AccountId by, ClientId cid) = 0;
    virtual void insert(const ReportRow &row) = 0;
    virtual std::optional<ReportRow> find(ReportId id) = 0;
};

} // namespace jjak::app
