// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/chats/member_names.h"

#include "common/protocol/values.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int most = 8;

//! 0: not like it; 1: a later word of the name begins so; 2: the name does.
int likeness(const QString &name, QStringView begun)
{
    if (name.startsWith(begun, Qt::CaseInsensitive))
        return 2;
    for (qsizetype space = name.indexOf(u' '); space >= 0; space = name.indexOf(u' ', space + 1))
        if (QStringView(name).sliced(space + 1).startsWith(begun, Qt::CaseInsensitive))
            return 1;
    return 0;
}

} // namespace

//! Names may hold spaces: everything behind the last sign may belong to one. An address is none.
QString MemberNames::begun(QStringView line) const
{
    const protocol::Room *room = m_room();
    const qsizetype at = line.lastIndexOf(u'@');
    if (!room || room->kind != protocol::RoomKind::Group || at < 0)
        return {};
    return at == 0 || !line[at - 1].isLetterOrNumber() ? line.sliced(at).toString() : QString();
}

QList<Completed> MemberNames::offers(const QString &begun) const
{
    const protocol::Room *room = m_room();
    if (!room)
        return {};
    const QStringView typed = QStringView(begun).sliced(1);
    QStringList names;
    qsizetype first = 0; // behind those that begin so
    for (const protocol::Member &member : room->members) {
        const int like = member.left || member.number == room->me || member.name.isEmpty() || names.contains(member.name) ? 0 : likeness(member.name, typed);
        if (like == 2)
            names.insert(first++, member.name);
        else if (like == 1)
            names.append(member.name);
    }
    if (names.size() == 1 && names.first().compare(typed, Qt::CaseInsensitive) == 0)
        return {}; // it stands there already, and Enter sends
    QList<Completed> out;
    for (const QString &name : names.mid(0, most))
        out.append({u'@' + name, u'@' + name + u' ', name});
    return out;
}

} // namespace jjak::desktop
