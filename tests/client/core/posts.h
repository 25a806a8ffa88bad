// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/core/lounge/lounge.h"
#include "peer.h"

namespace jjak::client::test {

//! Posts and comments to build scenes from.
template <class Id>
Id idOf(int number)
{
    SeededRng rng{std::uint64_t(number)};
    return Id::random(rng);
}

inline PostId postId(int number)
{
    return idOf<PostId>(number);
}

inline protocol::Post post(int number, int author = 1)
{
    protocol::Post out;
    out.post = postId(number);
    out.author = idOf<PersonaId>(1000 + author);
    out.name = QStringLiteral("이슬%1").arg(author);
    out.heading = QStringLiteral("Title %1").arg(number);
    out.text = QStringLiteral("Some *text* of %1").arg(number);
    out.at = fromMs(1'790'000'000'000 + number * 1000);
    return out;
}

//! From one number down to another, as the newest come first.
inline QList<protocol::Post> posts(int from, int downTo)
{
    QList<protocol::Post> out;
    for (int number = from; number >= downTo; --number)
        out.append(post(number));
    return out;
}

inline protocol::cmd::PostList page(const QList<protocol::Post> &posts, const QString &next = {}, const QString &newest = QStringLiteral("n1"))
{
    return {posts, next.isEmpty() ? std::nullopt : std::optional(next), newest};
}

inline protocol::Comment comment(int number, int author = 2)
{
    protocol::Comment out;
    out.comment = idOf<CommentId>(number);
    out.author = idOf<PersonaId>(1000 + author);
    out.name = QStringLiteral("이슬%1").arg(author);
    out.text = QStringLiteral("Comment %1").arg(number);
    out.at = fromMs(1'790'000'100'000 + number * 1000);
    return out;
}

//! What was answered, or nothing yet.
template <class T>
struct Heard {
    std::optional<Result<T>> result;
    int times = 0;
    Lounge::Answer<T> take()
    {
        return [this](const Result<T> &answer) {
            result = answer;
            ++times;
        };
    }
};

} // namespace jjak::client::test
