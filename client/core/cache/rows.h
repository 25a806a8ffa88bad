// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlQuery>

#include "client/core/cache/outbox_entry.h"
#include "client/core/state/state.h"
#include "common/protocol/lounge_values.h"

//! How values stand in the cache's tables.
namespace jjak::client::rows {

inline constexpr int schemaVersion = 7;
//! The statements that lead from that version to the present one; 0: an empty file.
QStringList schema(int from);
//! A null text would be stored as NULL.
inline QString present(const QString &text) { return text.isNull() ? QStringLiteral("") : text; }

QByteArray encodeRoom(const protocol::Room &room);
std::optional<protocol::Room> decodeRoom(const QByteArray &json);
QByteArray encodeDateRoom(const DateRoom &room);
std::optional<DateRoom> decodeDateRoom(const QByteArray &json);
QByteArray encodeWords(const Words &words);
Words decodeWords(const QByteArray &json);
//! Columns: seq, author, kind, text, at, cid, reply, edited, deleted, reactions, change, file, mentions, expires.
protocol::Message readMessage(const QSqlQuery &query);
//! The room, then the same columns.
QVariantList messageValues(RoomId room, const protocol::Message &message);
//! Columns: room, cid, text, created, state, code, field, reason, retry, seq, reply, mentions, file.
OutboxEntry readOutbox(const QSqlQuery &query);
QVariantList outboxValues(const OutboxEntry &entry);
QByteArray encodePictures(const QList<protocol::Picture> &pictures);
QList<protocol::Picture> decodePictures(const QByteArray &json);

} // namespace jjak::client::rows
