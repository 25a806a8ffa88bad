// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/post_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include "client/core/lounge/lounge_words.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int thousand = 1000;
constexpr int daysTold = 7;

} // namespace

QString ageText(Time at, Time now)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(now - at).count();
    if (minutes < 1)
        return QCoreApplication::translate("jjak::desktop::PostWords", "just now");
    if (minutes < 60)
        return QCoreApplication::translate("jjak::desktop::PostWords", "%n min ago", nullptr, int(minutes));
    if (const int hours = int(minutes / 60); hours < 24)
        return QCoreApplication::translate("jjak::desktop::PostWords", "%n h ago", nullptr, hours);
    if (const int days = int(minutes / 60 / 24); days < daysTold)
        return QCoreApplication::translate("jjak::desktop::PostWords", "%n d ago", nullptr, days);
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(toMs(at)).date(), QLocale::ShortFormat);
}

QString byText(const QString &name, Time at, bool edited, Time now)
{
    const QString age = ageText(at, now);
    return edited ? QCoreApplication::translate("jjak::desktop::PostWords", "%1 · %2 · edited", "who · when").arg(name, age)
                  : QCoreApplication::translate("jjak::desktop::PostWords", "%1 · %2", "who · when").arg(name, age);
}

QString tagText(const QString &tag)
{
    return u"#"_s + tag;
}

QString countText(int count)
{
    if (count < thousand)
        return QLocale().toString(count);
    const QString thousands = QLocale().toString(count / double(thousand), 'f', count < 10 * thousand ? 1 : 0);
    return QCoreApplication::translate("jjak::desktop::PostWords", "%1k", "thousands").arg(thousands);
}

QString likesText(int likes)
{
    return QCoreApplication::translate("jjak::desktop::PostWords", "%n like(s)", nullptr, likes);
}

QString commentsText(int comments)
{
    return QCoreApplication::translate("jjak::desktop::PostWords", "%n comment(s)", nullptr, comments);
}

QString viewsText(int views)
{
    return QCoreApplication::translate("jjak::desktop::PostWords", "%n view(s)", nullptr, views);
}

QString accessibleText(const protocol::Post &post, Time now)
{
    QStringList parts{post.heading, byText(post.name, post.at, post.edited.has_value(), now)};
    if (post.demo)
        parts.append(QCoreApplication::translate("jjak::desktop::PostWords", "demo"));
    if (const QString text = client::plainLine(post.text, post.whole); !text.isEmpty())
        parts.append(text);
    for (const QString &tag : post.tags)
        parts.append(tagText(tag));
    if (!post.pictures.isEmpty())
        parts.append(QCoreApplication::translate("jjak::desktop::PostWords", "%n picture(s)", nullptr, int(post.pictures.size())));
    parts += {likesText(post.likes), commentsText(post.comments), viewsText(post.views)};
    if (post.liked)
        parts.append(QCoreApplication::translate("jjak::desktop::PostWords", "you like it"));
    return parts.join(u", "_s);
}

} // namespace jjak::desktop
