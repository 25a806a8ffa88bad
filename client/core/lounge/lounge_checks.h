// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/core/cache/post_draft.h"
#include "common/protocol/commands.h"

//! What is looked at before the server is asked. What a tag or a name may hold is the server's business.
namespace jjak::client {

std::optional<Error> wrongText(const QString &text, const protocol::Rule &rule, const QString &path);
std::optional<Error> wrongPost(const PostDraft &post);
std::optional<Error> wrongProfile(const protocol::Profile &profile);

//! Without spaces around names and without what tags do not need.
PostDraft tidied(const PostDraft &draft);
protocol::Profile tidied(protocol::Profile profile);

} // namespace jjak::client
