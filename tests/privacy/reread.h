// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "common/protocol/frame.h"

//! What stands in frames that somebody got.
namespace jjak::privacy {

//! The frame as the protocol describes it: the same bytes, unless something is in it that is not described. Answers are
//! written by the function of the request, if there is one.
QByteArray written(const QByteArray &frame, const QHash<qint64, std::function<QByteArray(const QJsonObject &)>> &asked);

std::optional<protocol::BlindDate> blindDateIn(const protocol::ServerFrame &frame);
std::optional<protocol::cmd::SignedIn> signedInBy(const protocol::Answered &answered);
//! One's own blocks that the answer names.
QList<BlockId> blocksIn(const protocol::Answered &answered);

} // namespace jjak::privacy
