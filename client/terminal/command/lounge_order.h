// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <optional>

#include "client/core/cache/post_draft.h"
#include "common/protocol/lounge_values.h"

//! What can be typed behind /lounge and /post. Pure.
namespace jjak::terminal {

//! One wish about the lounge.
struct LoungeOrder {
    enum class Act {
        List, Find, More, Board, Name, Me, Help,
        Open, MoreComments, Save, Write, Send, Drop, GiveUp, Edit, Delete, Like, Comment, Report, Block,
    };
    Act act = Act::List;
    protocol::Feed feed = protocol::Feed::New;
    QString text = {};  //!< to look for, a tag with its '#', a name, a comment, a note or a path
    int number = 0;     //!< of a post, as it was listed
    int comment = 0;    //!< of one of its comments; 0: the post itself. To save: of one of its pictures; 0: the first
    std::optional<client::PostDraft> post = {}; //!< typed in one line
    protocol::ReportReason reason = protocol::ReportReason::Other;
    bool operator==(const LoungeOrder &) const = default;
};

//! `rest`: what stands behind the command, as it was typed. nullopt: it cannot be understood.
std::optional<LoungeOrder> loungeOrder(const QString &rest);
std::optional<LoungeOrder> postOrder(const QString &rest);

//! "Title | text | #tag #tag": the tags may be missing, the text may be empty.
std::optional<client::PostDraft> postFrom(const QString &line);
//! "#a, b c": the tags in it.
QStringList tagsIn(const QString &line);

//! The words that can stand first behind them.
QStringList loungeWords();
QStringList postWords();

} // namespace jjak::terminal
