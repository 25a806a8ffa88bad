// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/tag_words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include "client/core/lounge/tags.h"
#include "client/desktop/lounge/post_words.h"
#include "common/rules/limits.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

QStringList tagsIn(const QString &line)
{
    static const QRegularExpression between(u"[\\s,，、]+|(?=#)"_s);
    return client::tagsFrom(line.split(between, Qt::SkipEmptyParts));
}

QString tagsText(const QStringList &tags)
{
    QStringList shown;
    for (const QString &tag : tags)
        shown.append(tagText(tag));
    return shown.join(u' ');
}

QString wrongTagText(const Error &error, int most)
{
    const bool one = error.field.endsWith(u']');
    if (!one)
        return QCoreApplication::translate("jjak::desktop::TagWords", "%n word(s) at most.", nullptr, most);
    return error.reason == "length"_L1 ? QCoreApplication::translate("jjak::desktop::TagWords", "A word here has %n character(s) at most.", nullptr, limits::tagCodePoints)
                                       : QCoreApplication::translate("jjak::desktop::TagWords", "Only letters, digits, “-” and “_”, please.");
}

} // namespace jjak::desktop
