// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/command/lounge_order.h"

#include <QRegularExpression>
#include <algorithm>

#include "client/core/lounge/tags.h"

namespace jjak::terminal {

using namespace Qt::StringLiterals;
using Act = LoungeOrder::Act;
using protocol::Feed;

namespace {

//! The first word, and what stands behind it as it was typed.
std::pair<QString, QString> parted(const QString &text)
{
    const QString all = text.trimmed();
    const auto end = std::ranges::find_if(all, [](QChar c) { return c.isSpace(); }) - all.begin();
    return {all.left(end), all.mid(end).trimmed()};
}

int numberFrom(const QString &word)
{
    const bool digits = !word.isEmpty() && std::ranges::all_of(word, [](QChar c) { return c >= u'0' && c <= u'9'; });
    return digits ? word.toInt() : 0;
}

//! "3", or "3.2" for the second comment of the third post.
bool readTarget(const QString &word, LoungeOrder &order)
{
    order.number = numberFrom(word.section(u'.', 0, 0));
    order.comment = word.contains(u'.') ? numberFrom(word.section(u'.', 1)) : 0;
    return order.number > 0 && (order.comment > 0 || !word.contains(u'.'));
}

struct Word {
    QLatin1StringView english;
    QStringView korean;
    Act act;
};

constexpr Word postActs[]{
    {"write"_L1, u"쓰기", Act::Write}, {"send"_L1, u"올리기", Act::Send}, {"drop"_L1, u"버리기", Act::Drop}, {"cancel"_L1, u"그만", Act::GiveUp}, {"like"_L1, u"좋아요", Act::Like},
    {"comment"_L1, u"댓글", Act::Comment}, {"more"_L1, u"더", Act::MoreComments}, {"save"_L1, u"저장", Act::Save}, {"edit"_L1, u"고치기", Act::Edit}, {"delete"_L1, u"지우기", Act::Delete},
    {"report"_L1, u"신고", Act::Report}, {"block"_L1, u"차단", Act::Block}, {"?"_L1, u"도움말", Act::Help},
};

struct ListWord {
    QLatin1StringView english;
    QStringView korean;
    Act act;
    Feed feed = Feed::New;
};

constexpr ListWord loungeActs[]{
    {"today"_L1, u"오늘", Act::List, Feed::Today}, {"week"_L1, u"이번주", Act::List, Feed::Week}, {"mine"_L1, u"내글", Act::List, Feed::Written}, {"liked"_L1, u"좋아요", Act::List, Feed::Liked},
    {"more"_L1, u"더", Act::More}, {"board"_L1, u"인기", Act::Board}, {"me"_L1, u"나", Act::Me}, {"name"_L1, u"이름", Act::Name}, {"?"_L1, u"도움말", Act::Help},
};

template <class W>
const W *wordIn(std::span<const W> words, const QString &typed)
{
    const auto it = std::ranges::find_if(words, [&](const W &word) { return typed.compare(word.english, Qt::CaseInsensitive) == 0 || typed == word.korean; });
    return it == words.end() ? nullptr : &*it;
}

std::optional<LoungeOrder> reportOf(LoungeOrder order, const QString &rest)
{
    const auto [word, note] = parted(rest);
    const QByteArray begun = word.toLower().toUtf8();
    const auto &names = protocol::EnumNames<protocol::ReportReason>::names;
    const auto it = std::ranges::find_if(names, [&](std::string_view name) { return name.starts_with(std::string_view(begun.constData(), size_t(begun.size()))); });
    if (word.isEmpty() || it == names.end())
        return std::nullopt;
    order.reason = protocol::ReportReason(it - names.begin());
    order.text = note;
    return order;
}

//! What is about a post or a comment.
std::optional<LoungeOrder> aboutOne(LoungeOrder order, const QString &typed)
{
    const auto [target, rest] = parted(typed);
    if (!readTarget(target, order))
        return std::nullopt;
    order.text = rest;
    switch (order.act) {
    case Act::Comment:
        return rest.isEmpty() || order.comment > 0 ? std::nullopt : std::optional(order);
    case Act::Edit:
        if (order.comment > 0 || rest.isEmpty())
            return order.comment > 0 && rest.isEmpty() ? std::nullopt : std::optional(order);
        order.post = postFrom(rest);
        order.text.clear();
        return order.post ? std::optional(order) : std::nullopt;
    case Act::Save:
        return rest.isEmpty() ? std::nullopt : std::optional(order);
    case Act::Report:
        return reportOf(order, rest);
    default:
        return rest.isEmpty() ? std::optional(order) : std::nullopt;
    }
}

} // namespace

QStringList tagsIn(const QString &line)
{
    static const QRegularExpression between(u"[\\s,]+"_s);
    return client::tagsFrom(line.split(between, Qt::SkipEmptyParts));
}

std::optional<client::PostDraft> postFrom(const QString &line)
{
    QStringList parts = line.split(u'|');
    if (parts.size() < 2 || parts.first().trimmed().isEmpty())
        return std::nullopt;
    client::PostDraft post;
    post.title = parts.takeFirst().trimmed();
    const QStringList last = parts.last().simplified().split(u' ', Qt::SkipEmptyParts);
    if (parts.size() > 1 && std::ranges::all_of(last, [](const QString &word) { return word.startsWith(u'#'); }))
        post.tags = tagsIn(parts.takeLast());
    post.text = parts.join(u'|').trimmed();
    return post;
}

std::optional<LoungeOrder> loungeOrder(const QString &rest)
{
    const auto [first, behind] = parted(rest);
    if (first.isEmpty())
        return LoungeOrder{};
    const ListWord *word = wordIn(std::span<const ListWord>(loungeActs), first);
    if (word && word->act == Act::Name)
        return behind.isEmpty() ? std::nullopt : std::optional(LoungeOrder{.act = Act::Name, .text = behind});
    if (word && behind.isEmpty())
        return LoungeOrder{.act = word->act, .feed = word->feed};
    const bool isTag = first.startsWith(u'#') && behind.isEmpty();
    if (isTag && client::tagFrom(first).isEmpty())
        return std::nullopt;
    return LoungeOrder{.act = isTag ? Act::List : Act::Find, .text = isTag ? first : rest.simplified()};
}

std::optional<LoungeOrder> postOrder(const QString &rest)
{
    const auto [first, behind] = parted(rest);
    const Word *word = wordIn(std::span<const Word>(postActs), first);
    if (!word) {
        const int number = numberFrom(first);
        return number > 0 && behind.isEmpty() ? std::optional(LoungeOrder{.act = Act::Open, .number = number}) : std::nullopt;
    }
    LoungeOrder order{.act = word->act};
    switch (word->act) {
    case Act::Write:
        order.post = behind.isEmpty() ? std::nullopt : postFrom(behind);
        return behind.isEmpty() || order.post ? std::optional(order) : std::nullopt;
    case Act::Send:
    case Act::Drop:
    case Act::GiveUp:
    case Act::MoreComments:
    case Act::Help:
        return behind.isEmpty() ? std::optional(order) : std::nullopt;
    default:
        return aboutOne(order, behind);
    }
}

QStringList loungeWords()
{
    QStringList out;
    for (const ListWord &word : loungeActs)
        out += word.english;
    return out;
}

QStringList postWords()
{
    QStringList out;
    for (const Word &word : postActs)
        out += word.english;
    return out;
}

} // namespace jjak::terminal
