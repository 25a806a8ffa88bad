// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/lounge/lounge_checks.h"

#include "client/core/lounge/tags.h"
#include "common/protocol/codec.h"

namespace jjak::client {

using namespace Qt::StringLiterals;
using namespace protocol;

namespace {

std::optional<Error> wrongTags(const QStringList &tags, qint64 most, const QString &path)
{
    if (tags.size() > most)
        return Error::badField(path, u"length"_s);
    for (qsizetype i = 0; i < tags.size(); ++i)
        if (const auto wrong = wrongText(tags[i], Rule::line(1, limits::tagCodePoints), u"%1[%2]"_s.arg(path).arg(i)))
            return wrong;
    return std::nullopt;
}

} // namespace

std::optional<Error> wrongText(const QString &text, const Rule &rule, const QString &path)
{
    const auto checked = checkText(text, rule, path);
    return checked ? std::nullopt : std::optional(checked.error());
}

PostDraft tidied(const PostDraft &draft)
{
    return {draft.title.trimmed(), draft.text, tagsFrom(draft.tags), draft.pictures};
}

std::optional<Error> wrongPost(const PostDraft &post)
{
    if (const auto wrong = wrongText(post.title, Rule::line(1, limits::postTitleCodePoints), u"args.title"_s))
        return wrong;
    if (const auto wrong = wrongText(post.text, Rule::text(0, limits::postCodePoints), u"args.text"_s))
        return wrong;
    if (post.pictures.size() > limits::postPictures)
        return Error::badField(u"args.pictures"_s, u"length"_s);
    return wrongTags(post.tags, limits::postTags, u"args.tags"_s);
}

Profile tidied(Profile profile)
{
    profile.name = profile.name.trimmed();
    profile.line = profile.line.trimmed();
    profile.interests = tagsFrom(profile.interests);
    for (QString &language : profile.languages)
        language = language.trimmed();
    profile.languages.removeIf([](const QString &language) { return language.isEmpty(); });
    profile.languages.removeDuplicates();
    return profile;
}

std::optional<Error> wrongProfile(const Profile &profile)
{
    if (const auto wrong = wrongText(profile.name, Rule::line(1, 64), u"args.profile.name"_s))
        return wrong;
    if (const auto wrong = wrongText(profile.line, Rule::line(0, limits::profileLineCodePoints), u"args.profile.line"_s))
        return wrong;
    if (const auto wrong = wrongTags(profile.interests, limits::profileTags, u"args.profile.interests"_s))
        return wrong;
    return wrongTags(profile.languages, limits::profileTags, u"args.profile.languages"_s);
}

} // namespace jjak::client
