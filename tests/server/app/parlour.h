// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/app/counter.h"

namespace jjak::app::test {

//! A lounge with people whose accounts are old enough to count.
struct Parlour {
    Counter counter;
    SeededRng rng{21};
    Guest &one = guest(QStringLiteral("one"));
    Guest &two = guest(QStringLiteral("two"));
    Guest &three = guest(QStringLiteral("three"));

    Parlour() { counter.skip(popularity::grownUp); }

    //! With a name in the lounge, "lounge one".
    Guest &guest(const QString &name, bool demo = false)
    {
        Guest &out = stranger(name, demo);
        if (!introduce(out, QStringLiteral("lounge ") + name))
            qFatal("no name for %s", qPrintable(name));
        return out;
    }
    //! Without one.
    Guest &stranger(const QString &name, bool demo = false) { return counter.guest(name, demo); }
    Result<protocol::cmd::Empty> introduce(Guest &who, const QString &name, bool ranked = false) { return counter.ask(who, protocol::cmd::Introduce{{name, {}, {}, {}, ranked}}); }
    PostId write(Guest &who, const QString &heading, const QList<QString> &tags = {}, const QString &text = QStringLiteral("text"))
    {
        const auto written = counter.ask(who, protocol::cmd::WritePost{ClientId::random(rng), heading, text, tags});
        if (!written)
            qFatal("not written: %d %s", int(written.error().code), qPrintable(written.error().field));
        return written->post;
    }
    CommentId comment(Guest &who, PostId post, const QString &text = QStringLiteral("nice"))
    {
        const auto written = counter.ask(who, protocol::cmd::WriteComment{ClientId::random(rng), post, text});
        if (!written)
            qFatal("no comment: %d", int(written.error().code));
        return written->comment;
    }
    bool like(Guest &who, PostId post, bool on = true) { return counter.ask(who, protocol::cmd::LikePost{post, on}).ok(); }
    bool block(Guest &who, PostId post) { return counter.ask(who, protocol::cmd::Block{{}, {}, {}, post, {}}).ok(); }
    //! As it is stored, without whose eyes.
    PostRow row(PostId post) { return counter.stores().posts.find(post).value_or(PostRow()); }
    Result<protocol::cmd::OpenedPost> open(Guest &who, PostId post) { return counter.read(who, protocol::cmd::OpenPost{post}); }
    Result<protocol::cmd::PostList> list(Guest &who, protocol::Feed feed = protocol::Feed::New, std::optional<QString> after = {}) { return counter.read(who, protocol::cmd::ListPosts{feed, {}, {}, after}); }
    Result<protocol::cmd::Board> board(Guest &who) { return counter.read(who, protocol::cmd::LookAtBoard{}); }
    PersonaId persona(const Guest &who) { return counter.stores().personas.of(who.identity.account)->id; }

    //! All pages of a list, one after the other; `between` is called before each page but the first.
    template <class F>
    QStringList headings(Guest &who, protocol::cmd::ListPosts ask, F &&between)
    {
        QStringList out;
        for (int pages = 0; pages < 200; ++pages) {
            const auto page = counter.read(who, ask);
            if (!page || page->posts.size() > limits::postsPage)
                qFatal("no page");
            for (const protocol::Post &post : page->posts)
                out.append(post.heading);
            if (!(ask.after = page->next))
                return out;
            between();
        }
        qFatal("pages without end");
    }
    QStringList headings(Guest &who, protocol::Feed feed = protocol::Feed::New)
    {
        return headings(who, protocol::cmd::ListPosts{feed, {}, {}, {}}, [] {});
    }
};

//! How a command was answered: its error, or an error that no command has when it was ok.
template <class R>
Error refusal(const Result<R> &result)
{
    return result ? Error{ErrorCode::ProtocolMalformed} : result.error();
}

} // namespace jjak::app::test
