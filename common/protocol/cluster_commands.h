// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include "common/base/time.h"
#include "common/protocol/spec.h"

namespace jjak::limits {

inline constexpr int clusterStreams = 1024;
inline constexpr int clusterNodesShown = 1000;
inline constexpr int lettersShown = 100;
inline constexpr int letterCodePoints = 1 << 20;

} // namespace jjak::limits

//! What only the operator may see and do: the servers that share a database, and the commands that they could not run.
namespace jjak::protocol::cmd {

//! One of the servers that share a database.
struct ClusterNode {
    qint64 number = 0;
    QString name;
    bool here = false;
    bool works = false;
    int left = 0;
    int streams = 0;
    int devices = 0;
    static constexpr std::string_view title = "ClusterNode";
    static constexpr auto fields(auto each)
    {
        return each(field("number", &ClusterNode::number, "Its number, which no other ever has."), field("name", &ClusterNode::name, "What its operator calls it.", Rule::line(0, 256)),
                          field("here", &ClusterNode::here, "It is the one that answers."), field("works", &ClusterNode::works, "It runs commands; false: it only takes connections."),
                          field("left", &ClusterNode::left, "In how many seconds it counts as gone, unless it is heard again.", Rule::range(0, 86'400)),
                          field("streams", &ClusterNode::streams, "How many streams it runs.", Rule::range(0, limits::clusterStreams)), field("devices", &ClusterNode::devices, "How many devices are connected to it."));
    }
    bool operator==(const ClusterNode &) const = default;
};

//! A stream of commands.
struct ClusterStream {
    int stream = 0;
    std::optional<qint64> owner = std::nullopt;
    QString position;
    static constexpr std::string_view title = "ClusterStream";
    static constexpr auto fields(auto each)
    {
        return each(field("stream", &ClusterStream::stream, "Its number.", Rule::range(0, limits::clusterStreams)), field("owner", &ClusterStream::owner, "The node that runs it; absent: none."),
                          field("position", &ClusterStream::position, "The entry up to which it was run.", Rule::line(3, 41)));
    }
    bool operator==(const ClusterStream &) const = default;
};

struct ClusterState {
    bool alone = true;
    QList<ClusterNode> nodes;
    QList<ClusterStream> streams;
    int devices = 0;
    int letters = 0;
    static constexpr std::string_view title = "ClusterState";
    static constexpr auto fields(auto each)
    {
        return each(field("alone", &ClusterState::alone, "This server shares its database with no other; then there are neither nodes nor streams."),
                          field("nodes", &ClusterState::nodes, "Those that are alive.", Rule::upTo(limits::clusterNodesShown)), field("streams", &ClusterState::streams, "All of them.", Rule::upTo(limits::clusterStreams)),
                          field("devices", &ClusterState::devices, "How many devices are connected, to whatever server."), field("letters", &ClusterState::letters, "How many dead letters there are."));
    }
    bool operator==(const ClusterState &) const = default;
};

struct LookAtCluster {
    using Reply = ClusterState;
    static constexpr Spec spec{"cluster.status", Access::Local, Route::Read, Family::Operate, "The servers that share this database, and which of them runs what; only over the server's control socket."};
    static constexpr auto fields(auto each) { return each(); }
};

//! A command that could not be run.
struct Letter {
    qint64 letter = 0;
    QString name;
    QString reason;
    Time at;
    int stream = 0;
    QString position;
    static constexpr std::string_view title = "Letter";
    static constexpr auto fields(auto each)
    {
        return each(field("letter", &Letter::letter, "Its number."), field("name", &Letter::name, "The command's; of what the server asks of itself one that begins with `server.`.", Rule::line(1, 64)),
                          field("reason", &Letter::reason, "What the database said.", Rule::text(0, 1024)), field("at", &Letter::at, "When it was given up."),
                          field("stream", &Letter::stream, "In which stream it stood.", Rule::range(0, limits::clusterStreams)), field("position", &Letter::position, "Where in it.", Rule::line(3, 41)));
    }
    bool operator==(const Letter &) const = default;
};

struct LetterList {
    QList<Letter> letters;
    int all = 0;
    static constexpr std::string_view title = "LetterList";
    static constexpr auto fields(auto each)
    {
        return each(field("letters", &LetterList::letters, "The latest first.", Rule::upTo(limits::lettersShown)), field("all", &LetterList::all, "How many there are."));
    }
};

struct ListLetters {
    using Reply = LetterList;
    static constexpr Spec spec{"dead_letter.list", Access::Local, Route::Read, Family::Operate, "Commands that failed again and again; only over the server's control socket."};
    static constexpr auto fields(auto each) { return each(); }
};

struct OpenedLetter {
    Letter letter;
    std::optional<QString> command = std::nullopt;
    static constexpr std::string_view title = "OpenedLetter";
    static constexpr auto fields(auto each)
    {
        return each(field("letter", &OpenedLetter::letter, "What is known of it."),
                          field("command", &OpenedLetter::command, "What was asked, as JSON. Absent: it is no command, it has to do with signing in, or this server cannot open it.", Rule::text(0, limits::letterCodePoints)));
    }
};

struct ShowLetter {
    using Reply = OpenedLetter;
    qint64 letter = 0;
    static constexpr Spec spec{"dead_letter.show", Access::Local, Route::Read, Family::Operate, "All that is known of a dead letter, the words of its sender among it; only over the server's control socket."};
    static constexpr auto fields(auto each) { return each(field("letter", &ShowLetter::letter, "Which one.")); }
};

struct ReplayedLetter {
    std::optional<QString> refused = std::nullopt;
    static constexpr std::string_view title = "ReplayedLetter";
    static constexpr auto fields(auto each)
    {
        return each(field("refused", &ReplayedLetter::refused, "With which code its command was refused now; absent: it was done.", Rule::line(1, 64)));
    }
};

struct ReplayLetter {
    using Reply = ReplayedLetter;
    qint64 letter = 0;
    static constexpr Spec spec{"dead_letter.replay", Access::Local, Route::Read, Family::Operate,
                               "Puts a dead letter at the end of its stream. It is gone once its command was run, and stays when that fails again; only over the server's control socket."};
    static constexpr auto fields(auto each) { return each(field("letter", &ReplayLetter::letter, "Which one.")); }
};

struct DropLetter {
    using Reply = Empty;
    qint64 letter = 0;
    static constexpr Spec spec{"dead_letter.drop", Access::Local, Route::Write, Family::Operate, "Throws a dead letter away; only over the server's control socket."};
    static constexpr auto fields(auto each) { return each(field("letter", &DropLetter::letter, "Which one.")); }
};

} // namespace jjak::protocol::cmd
