// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/sentences.h"
#include "client/terminal/app/lounge_desk.h"
#include "client/terminal/app/post_lines.h"
#include "client/terminal/text/sanitize.h"
#include "client/terminal/words.h"

//! Writing in the lounge, question by question or in one line.
namespace jjak::terminal {

using namespace Qt::StringLiterals;
using namespace protocol;
using client::PostDraft;

void LoungeDesk::takeName(const QString &name, std::function<void()> then)
{
    Profile profile = m_lounge.profile().value_or(Profile{});
    profile.name = name;
    m_lounge.introduce(profile, [this, name, then = std::move(then)](const Result<> &result) {
        if (!result)
            return complain(result.error());
        say(translate("term", "In the lounge you are %1. /lounge me tells who can see what.").arg(cleanLine(name)));
        if (then)
            then();
    });
}

void LoungeDesk::withName(std::function<void()> go, const QString &line)
{
    const auto decide = [this, go = std::move(go), line] {
        if (m_lounge.profile())
            return go();
        Q_EMIT lineKept(line, translate("term", "First take a name for the lounge: /lounge name NAME. Choose another one than you sign in with."));
    };
    if (m_lounge.isProfileKnown())
        return decide();
    m_lounge.askForProfile([this, decide](const Result<> &result) {
        if (!result)
            return complain(result.error());
        decide();
    });
}

void LoungeDesk::write(const LoungeOrder &order)
{
    if (order.post) {
        const PostDraft &post = *order.post;
        QString line = u"/post write %1 | %2"_s.arg(post.title, post.text);
        if (!post.tags.isEmpty())
            line += u" | #"_s + post.tags.join(u" #"_s);
        return withName([this, post] { send(post); }, line);
    }
    if (m_lounge.isProfileKnown())
        return begin();
    m_lounge.askForProfile([this](const Result<> &result) {
        if (!result)
            return complain(result.error());
        begin();
    });
}

//! A draft that is there is gone on with.
void LoungeDesk::begin()
{
    m_editing.reset();
    m_writing = m_lounge.draft();
    if (!m_writing.isEmpty()) {
        QStringList lines = clean(m_writing.text).split(u'\n');
        if (!m_writing.pictures.isEmpty())
            lines += translate("term", "Pictures that go with it: %1").arg(m_writing.pictures.size());
        lines << QString() << translate("term", "Go on with its text, line by line; a full stop alone ends it. /post drop throws the draft away.");
        Q_EMIT listed(translate("term", "Your draft: %1").arg(cleanLine(m_writing.title)), lines);
        m_step = m_lounge.profile() ? m_writing.title.isEmpty() ? Step::Title : Step::Text : Step::Name;
        return ask(m_step);
    }
    ask(m_lounge.profile() ? Step::Title : Step::Name);
}

void LoungeDesk::ask(Step step)
{
    m_step = step;
    switch (step) {
    case Step::Name:
        return say(translate("term", "Your name in the lounge? Choose another one than you sign in with: nobody shall tell who is who. /post cancel stops."));
    case Step::Title:
        return say(m_editing ? translate("term", "The new title? A full stop alone keeps “%1”.").arg(cleanLine(m_editing->heading)) : translate("term", "The title of your post? /post cancel stops."));
    case Step::Text:
        return say(m_editing && !m_textBegun ? translate("term", "The new text, line by line; a full stop alone ends it, or keeps the old one.")
                                         : translate("term", "The text, line by line; a full stop alone ends it."));
    case Step::Tags:
        return say(m_editing ? translate("term", "Tags, for instance #walk #books? A full stop keeps them, - takes them off.") : translate("term", "Tags, for instance #walk #books? A full stop for none."));
    case Step::None:
        return;
    }
}

void LoungeDesk::answer(const QString &line)
{
    const QString text = line.trimmed();
    switch (m_step) {
    case Step::Name:
        if (text.isEmpty())
            return ask(m_step);
        return takeName(text, [this] {
            if (m_step == Step::Name)
                ask(m_writing.title.isEmpty() ? Step::Title : Step::Text);
        });
    case Step::Title:
        if (text.isEmpty() || (text == "."_L1 && !m_editing))
            return ask(m_step);
        if (text != "."_L1)
            m_writing.title = line.simplified();
        break;
    case Step::Text:
        return takeText(line);
    case Step::Tags:
        return takeTags(text);
    case Step::None:
        return;
    }
    if (!m_editing)
        m_lounge.setDraft(m_writing);
    ask(Step::Text);
}

void LoungeDesk::takeText(const QString &line)
{
    if (line.trimmed() == "."_L1)
        return ask(Step::Tags);
    if (m_editing && !std::exchange(m_textBegun, true))
        m_writing.text.clear();
    if (!m_writing.text.isEmpty())
        m_writing.text += u'\n';
    m_writing.text += line;
    if (!m_editing)
        m_lounge.setDraft(m_writing);
    ask(Step::Text);
}

void LoungeDesk::takeTags(const QString &line)
{
    if (line.isEmpty())
        return ask(m_step);
    if (line == "-"_L1)
        m_writing.tags.clear();
    else if (line != "."_L1)
        m_writing.tags = tagsIn(line);
    m_step = Step::None;
    m_writing.text = m_writing.text.trimmed();
    if (const auto post = std::exchange(m_editing, {}))
        return change(post->post, m_writing);
    m_lounge.setDraft(m_writing);
    send(m_writing);
}

void LoungeDesk::send(const PostDraft &draft)
{
    if (draft.isEmpty())
        return complain(translate("term", "There is no draft. /post write begins a post."));
    if (!m_editing)
        m_step = Step::None;
    m_lounge.write(draft, [this, draft](const Result<PostId> &result) {
        if (result)
            return say(translate("term", "Your post is there. /lounge mine lists what you have written."));
        complain(result.error());
        if (m_lounge.draft() == draft)
            say(translate("term", "It is kept as a draft: /post write goes on with it, /post send tries again, /post drop throws it away."));
    });
}

void LoungeDesk::change(PostId post, const PostDraft &draft)
{
    m_lounge.edit(post, draft, told<Done>(translate("term", "Your post is changed.")));
}

void LoungeDesk::edit(const LoungeOrder &order)
{
    const auto about = post(order.number);
    if (!about)
        return;
    if (order.comment > 0)
        return m_lounge.editComment(m_comments[order.comment - 1].comment, order.text, told<Done>(translate("term", "Your comment is changed.")));
    if (!about->mine)
        return complain(Error{ErrorCode::LoungeNotOwn});
    if (order.post) {
        PostDraft draft = *order.post;
        if (draft.tags.isEmpty())
            draft.tags = about->tags;
        return change(about->post, draft);
    }
    // In a list there is only the beginning of its text.
    m_lounge.look(about->post, [this](const Result<Post> &now) {
        if (!now)
            return complain(now.error());
        m_editing = *now;
        m_writing = {now->heading, now->text, now->tags};
        m_textBegun = false;
        ask(Step::Title);
    });
}

void LoungeDesk::giveUp()
{
    if (!isAsking())
        return complain(translate("term", "Nothing is being written."));
    m_step = Step::None;
    const bool edited = std::exchange(m_editing, {}).has_value();
    if (edited)
        say(translate("term", "Nothing was changed."));
    else if (!m_lounge.draft().isEmpty())
        say(translate("term", "It is kept as a draft: /post write goes on with it, /post send tries again, /post drop throws it away."));
    else
        say(translate("term", "Nothing was written."));
}

void LoungeDesk::dropDraft()
{
    if (m_lounge.draft().isEmpty())
        return complain(translate("term", "There is no draft. /post write begins a post."));
    if (!m_editing)
        m_step = Step::None;
    m_lounge.setDraft({});
    say(translate("term", "The draft is thrown away."));
}

} // namespace jjak::terminal
