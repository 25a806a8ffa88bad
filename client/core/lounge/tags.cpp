// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/lounge/tags.h"

namespace jjak::client {

QString tagFrom(const QString &typed)
{
    QString tag = typed.trimmed();
    // Korean and Japanese keyboards also type the wide sign.
    while (tag.startsWith(u'#') || tag.startsWith(u'＃'))
        tag = tag.sliced(1).trimmed();
    return tag.normalized(QString::NormalizationForm_C).toLower();
}

QStringList tagsFrom(const QStringList &typed)
{
    QStringList out;
    for (const QString &each : typed)
        if (const QString tag = tagFrom(each); !tag.isEmpty() && !out.contains(tag))
            out.append(tag);
    return out;
}

} // namespace jjak::client
