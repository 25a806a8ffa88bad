// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <optional>

#include "common/protocol/lounge_values.h"

namespace jjak::client {

//! What somebody was about to write, kept on this computer through a crash until it is posted or thrown away.
struct PostDraft {
    QString title = {}, text = {};
    QStringList tags = {};
    QList<protocol::Picture> pictures = {}; //!< which are on the server, where they wait for a day
    bool operator==(const PostDraft &) const = default;
    bool isEmpty() const { return title.isEmpty() && text.isEmpty() && tags.isEmpty() && pictures.isEmpty(); }
};

//! How it lies there: with the id under which exactly this was sent, when it was, so that it is not posted twice.
struct KeptPostDraft {
    PostDraft draft;
    std::optional<ClientId> cid = {};
    bool operator==(const KeptPostDraft &) const = default;
};

} // namespace jjak::client
