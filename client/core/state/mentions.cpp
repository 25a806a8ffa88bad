// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/state/mentions.h"

namespace jjak::client {

QList<qsizetype> callsIn(const QString &text, const QString &name)
{
    QList<qsizetype> out;
    const QString called = u'@' + name;
    for (qsizetype at = name.isEmpty() ? -1 : text.indexOf(called, 0, Qt::CaseInsensitive); at >= 0; at = text.indexOf(called, at + 1, Qt::CaseInsensitive)) {
        const bool begins = at == 0 || !text[at - 1].isLetterOrNumber(); // not within an address
        // A particle may follow a Korean name without a space; a Latin name ends where its letters do.
        const qsizetype end = at + called.size();
        const bool ends = end == text.size() || !text[end].isLetterOrNumber() || text[end].script() != text[end - 1].script() || text[end - 1].script() == QChar::Script_Hangul;
        if (begins && ends)
            out.append(at);
    }
    return out;
}

} // namespace jjak::client
