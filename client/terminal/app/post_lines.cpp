// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/app/post_lines.h"

#include <QLocale>

#include "client/core/lounge/lounge_words.h"
#include "client/terminal/app/when.h"
#include "client/terminal/text/sanitize.h"
#include "client/terminal/words.h"

namespace jjak::terminal {

using namespace Qt::StringLiterals;
using protocol::Comment;
using protocol::Post;

namespace {

const QString between = u" · "_s;

QString numbered(int number, const QString &text)
{
    return u"%1. %2"_s.arg(number, 2).arg(text);
}

QString hashed(const QStringList &tags)
{
    QStringList out;
    for (const QString &tag : tags)
        out += u"#"_s + cleanLine(tag);
    return out.join(u' ');
}

QString likes(int count, bool liked)
{
    const QString text = translate("term", "%n like(s)", nullptr, count);
    return liked ? translate("term", "%1 with yours", "3 likes").arg(text) : text;
}

//! Who wrote it, and when.
template <class W>
QStringList by(const W &written, Time now)
{
    QStringList parts{written.mine ? translate("term", "%1 (you)").arg(cleanLine(written.name)) : cleanLine(written.name)};
    if (written.demo)
        parts += translate("term", "demo person");
    parts += ago(written.at, now);
    if (written.edited)
        parts += translate("term", "edited");
    return parts;
}

QStringList paragraphs(const QString &markdown)
{
    return clean(client::plainText(markdown)).split(u'\n');
}

//! What they are called, and how large they are.
QStringList pictureLines(const QList<protocol::Picture> &pictures, int post)
{
    QStringList lines;
    for (const protocol::Picture &picture : pictures) {
        const QString pixels = translate("term", "%1 × %2 pixels").arg(picture.file.width).arg(picture.file.height);
        const QString number = u"%1.%2"_s.arg(QString::number(post), QString::number(lines.size() + 1));
        lines += translate("term", "Picture %1: %2").arg(number, QStringList{cleanLine(picture.file.name), QLocale().formattedDataSize(picture.file.bytes), pixels}.join(between));
    }
    if (!lines.isEmpty())
        lines += translate("term", "/post save %1.1 PATH saves one of them.").arg(post);
    return lines;
}

} // namespace

QString ago(Time at, Time now)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(now - at).count();
    if (minutes < 1)
        return translate("term", "just now");
    if (minutes < 60)
        return translate("term", "%n min ago", nullptr, int(minutes));
    if (const int hours = int(minutes / 60); hours < 24)
        return translate("term", "%n h ago", nullptr, hours);
    if (const int days = int(minutes / 60 / 24); days < 7)
        return translate("term", "%n day(s) ago", nullptr, days);
    return dayName(QDateTime::fromMSecsSinceEpoch(toMs(at)).date(), QDateTime::fromMSecsSinceEpoch(toMs(now)).date());
}

QStringList postLines(int number, const Post &post, Time now)
{
    QStringList about = by(post, now);
    about += likes(post.likes, post.liked);
    about += translate("term", "%n comment(s)", nullptr, post.comments);
    if (!post.pictures.isEmpty())
        about += translate("term", "%n picture(s)", nullptr, int(post.pictures.size()));
    if (!post.tags.isEmpty())
        about += hashed(post.tags);
    return {numbered(number, cleanLine(post.heading)), u"    "_s + about.join(between)};
}

QStringList openPostLines(const Post &post, int number, Time now)
{
    QStringList lines{by(post, now).join(between), QString()};
    if (!post.text.isEmpty())
        lines += paragraphs(post.text) << QString();
    if (!post.pictures.isEmpty())
        lines += pictureLines(post.pictures, number) << QString();
    if (!post.tags.isEmpty())
        lines += hashed(post.tags);
    lines += QStringList{likes(post.likes, post.liked), translate("term", "read %n time(s)", nullptr, post.views), translate("term", "%n comment(s)", nullptr, post.comments)}.join(between);
    return lines;
}

QStringList commentLines(int firstNumber, const QList<Comment> &comments, Time now)
{
    QStringList lines;
    for (const Comment &comment : comments) {
        QStringList about = by(comment, now);
        if (comment.likes > 0)
            about += likes(comment.likes, comment.liked);
        lines += numbered(firstNumber++, about.join(between));
        for (const QString &line : paragraphs(comment.text))
            lines += u"    "_s + line;
    }
    return lines;
}

QStringList boardLines(const protocol::cmd::Board &board, int firstNumber, Time now)
{
    QStringList lines;
    if (!board.tags.isEmpty())
        lines += translate("term", "What people write about today:");
    for (const protocol::Trend &trend : board.tags)
        lines += u"    #"_s + cleanLine(trend.tag) + between + translate("term", "%n person(s)", nullptr, trend.people);
    if (!board.popular.isEmpty())
        lines += translate("term", "Popular:");
    for (const Post &post : board.popular)
        lines += postLines(firstNumber++, post, now);
    if (!board.read.isEmpty())
        lines += translate("term", "Most read this week:");
    for (const Post &post : board.read)
        lines += postLines(firstNumber++, post, now);
    if (!board.hosts.isEmpty())
        lines += translate("term", "Hosts of coffee tables, thanked by most guests this week:");
    for (const protocol::Host &host : board.hosts)
        lines += u"    "_s + (host.demo ? translate("term", "%1 (demo person)").arg(cleanLine(host.name)) : cleanLine(host.name)) + between + translate("term", "%n guest(s)", nullptr, host.guests);
    if (lines.isEmpty())
        lines += translate("term", "It is quiet here. /post write begins something.");
    return lines;
}

QStringList profileLines(const std::optional<protocol::Profile> &profile)
{
    QStringList lines;
    if (profile) {
        lines += translate("term", "Your name in the lounge: %1").arg(cleanLine(profile->name));
        if (!profile->line.isEmpty())
            lines += cleanLine(profile->line);
        if (!profile->interests.isEmpty())
            lines += hashed(profile->interests);
    } else {
        lines += translate("term", "You have no name in the lounge yet. /lounge name NAME takes one.");
    }
    return lines << QString() << client::whoSeesWhat(profile);
}

QStringList loungeHelp()
{
    const auto row = [](const char *typed, const char *help) { return translate("term", typed) + u'\t' + translate("term", help); };
    return {
        row(QT_TRANSLATE_NOOP("term", "/lounge"), QT_TRANSLATE_NOOP("term", "The newest posts.")),
        row(QT_TRANSLATE_NOOP("term", "/lounge today|week"), QT_TRANSLATE_NOOP("term", "The popular ones of the day, of the week.")),
        row(QT_TRANSLATE_NOOP("term", "/lounge mine|liked"), QT_TRANSLATE_NOOP("term", "Those you have written, those you like.")),
        row(QT_TRANSLATE_NOOP("term", "/lounge #TAG|TEXT"), QT_TRANSLATE_NOOP("term", "Those under a tag, those with a text.")),
        row(QT_TRANSLATE_NOOP("term", "/lounge more"), QT_TRANSLATE_NOOP("term", "The next ones of the last list.")),
        row(QT_TRANSLATE_NOOP("term", "/lounge board"), QT_TRANSLATE_NOOP("term", "Tags of the day, popular and most read posts, hosts who were thanked most.")),
        row(QT_TRANSLATE_NOOP("term", "/lounge name NAME"), QT_TRANSLATE_NOOP("term", "Your name in the lounge: another one than you sign in with.")),
        row(QT_TRANSLATE_NOOP("term", "/lounge me"), QT_TRANSLATE_NOOP("term", "Who you are there, and who can see what of it.")),
        row(QT_TRANSLATE_NOOP("term", "/post N"), QT_TRANSLATE_NOOP("term", "Read post number N; /post more for more of its comments.")),
        row(QT_TRANSLATE_NOOP("term", "/post save N.P PATH"), QT_TRANSLATE_NOOP("term", "Save picture number P of post number N; without P the first one.")),
        row(QT_TRANSLATE_NOOP("term", "/post write"), QT_TRANSLATE_NOOP("term", "Write a post, step by step. /post cancel stops, /post send and /post drop are for the draft.")),
        row(QT_TRANSLATE_NOOP("term", "/post write TITLE | TEXT | #TAG #TAG"), QT_TRANSLATE_NOOP("term", "The same in one line.")),
        row(QT_TRANSLATE_NOOP("term", "/post comment N TEXT"), QT_TRANSLATE_NOOP("term", "Comment on post number N.")),
        row(QT_TRANSLATE_NOOP("term", "/post like N"), QT_TRANSLATE_NOOP("term", "Like it; once more takes it back. N.C is comment number C of post number N, here and below.")),
        row(QT_TRANSLATE_NOOP("term", "/post edit N"), QT_TRANSLATE_NOOP("term", "Change your post step by step, or with TITLE | TEXT | #TAG behind it; /post edit N.C TEXT your comment.")),
        row(QT_TRANSLATE_NOOP("term", "/post delete N"), QT_TRANSLATE_NOOP("term", "Delete your post or comment.")),
        row(QT_TRANSLATE_NOOP("term", "/post report N REASON NOTE"), QT_TRANSLATE_NOOP("term", "Report and block who wrote it. Reasons: harassment, spam, underage, threat, sexual, other.")),
        row(QT_TRANSLATE_NOOP("term", "/post block N"), QT_TRANSLATE_NOOP("term", "Block who wrote it.")),
        QString(),
        translate("term", "How popular is counted:"),
        client::popularityHelp(),
    };
}

} // namespace jjak::terminal
