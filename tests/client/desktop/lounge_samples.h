// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

#include "desk.h"

namespace jjak::desktop::test {

//! What the server's lounge holds in a test, and a peer that answers from it as the server does.
struct LoungeSamples {
    //! Answers everything about the lounge from now on.
    explicit LoungeSamples(client::test::Scene &scene);
    LoungeSamples(const LoungeSamples &) = delete;

    //! Six posts of an evening, the first one with Markdown and comments.
    void fill();
    protocol::Post &add(const QString &title, const QString &text, const QString &name, Duration age);
    protocol::Post *find(PostId post);
    protocol::Comment &say(PostId post, const QString &text, const QString &name, Duration age);

    client::test::Scene &scene;
    QList<protocol::Post> posts; //!< the newest first
    QHash<PostId, QList<protocol::Comment>> comments;
    protocol::cmd::Board board;
    std::function<std::optional<protocol::Table>(PostId)> tableOf = [](PostId) { return std::nullopt; };
    int news = 0;
    qsizetype pageLength = limits::postsPage;
    qsizetype commentPage = limits::commentsPage;
    std::optional<Error> refuseLists;

private:
    void answerReading();
    void answerWriting();
    protocol::cmd::PostList page(QList<protocol::Post> all, const std::optional<QString> &after) const;
    protocol::cmd::CommentList commentsFrom(PostId post, qsizetype from) const;
};

} // namespace jjak::desktop::test
