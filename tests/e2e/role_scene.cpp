// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/role_scene.h"

#include <QFile>
#include <QRegularExpression>
#include <array>

#include "common/protocol/values.h"
#include "server/storage/store_set.h"

namespace jjak::e2e {

using namespace Qt::StringLiterals;

namespace {

//! By number, from 1.
constexpr std::array roleOfNumber{MemberRole::Owner, MemberRole::Moderator, MemberRole::Member, MemberRole::ReadOnly, MemberRole::Moderator, MemberRole::Member, MemberRole::ReadOnly};

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), qsizetype(text.size()));
}

QString nameOfRole(MemberRole role)
{
    return latin(protocol::nameOf(role));
}

QString textOf(auto id)
{
    return QString::fromLatin1(id.toText());
}

} // namespace

QString DocumentedRight::answerTo(MemberRole actor, std::optional<MemberRole> target) const
{
    static const QRegularExpression code(u"^`([a-z_.]+)`$"_s);
    const QString cell = cells[qsizetype(actor)];
    if (cell == "yes"_L1 || (target && cell.startsWith("to "_L1) && cell.contains(u'`' + nameOfRole(*target) + u'`')))
        return u"ok"_s;
    for (const QString &refusal : QStringList{cell} + cells) { // who may do it to others only is answered as who may not at all
        if (const auto match = code.match(refusal); match.hasMatch())
            return match.captured(1);
    }
    return u"undocumented"_s;
}

QList<DocumentedRight> documentedRights()
{
    QFile file(QStringLiteral(JJAK_SOURCE_DIR "/PROTOCOL.md"));
    QList<DocumentedRight> out;
    const QString text = file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    const qsizetype from = text.indexOf("<!-- generated: rights -->"_L1);
    const QString table = text.mid(from, text.indexOf("<!-- end of generated part -->"_L1, from) - from);
    for (const QString &line : table.split(u'\n')) {
        QStringList cells = line.split(u'|');
        if (cells.size() != 8 || cells[1].startsWith("---"_L1) || cells[1].contains(u'…'))
            continue;
        for (QString &cell : cells)
            cell = cell.trimmed();
        out.append({cells[1], cells[2].remove(u'`'), cells.mid(3, 4)});
    }
    return out;
}

QString RoleCell::text() const
{
    QStringList words{nameOfRole(actor), latin(rowOf(right).command), u"(%1)"_s.arg(latin(rowOf(right).meaning))};
    if (target)
        words.append(oneself ? u"to oneself"_s : u"to "_s + nameOfRole(*target));
    if (appointed)
        words.append(u"as "_s + nameOfRole(*appointed));
    if (right == Right::MuteMember)
        words.append(u"for %1"_s.arg(minutes));
    return words.join(u' ');
}

QList<RoleCell> everyCell()
{
    QList<RoleCell> out;
    const auto addTo = [&](RoleCell cell) {
        QList<RoleCell> kinds{cell};
        if (cell.right == Right::MuteMember) {
            kinds.append(cell);
            kinds.last().minutes = 0;
        } else if (cell.right == Right::Appoint) {
            kinds.clear();
            for (const MemberRole role : {MemberRole::Moderator, MemberRole::Member, MemberRole::ReadOnly}) {
                kinds.append(cell);
                kinds.last().appointed = role;
            }
        } else if (cell.right == Right::HandOver) {
            kinds.first().appointed = MemberRole::Owner;
        }
        out += kinds;
    };
    for (const RightRow &row : rights) {
        for (const MemberRole actor : allMemberRoles) {
            if (!isDoneToSomebody(row.right)) {
                addTo({row.right, actor});
                continue;
            }
            for (const MemberRole target : allMemberRoles) {
                if (target != MemberRole::Owner || actor != MemberRole::Owner) // there is one owner
                    addTo({row.right, actor, target});
            }
            if (row.right != Right::DeleteOthers)
                addTo({row.right, actor, actor, {}, 10, true});
        }
    }
    return out;
}

RoleScene::RoleScene(int groups) : m_now(std::chrono::floor<Duration>(std::chrono::system_clock::now()))
{
    test::Preparation preparation(m_server.database());
    m_people = preparation.people(int(roleOfNumber.size()) + 1, u"person"_s);
    for (int i = 0; i < groups; ++i) {
        m_groups.push_back(RoomId::random(m_rng));
        fill(preparation, m_groups.back());
    }
    for (size_t i = 0; i < roleOfNumber.size(); ++i)
        m_direct.push_back(preparation.rooms({m_people[i], m_people.back()}, 2).front());
}

void RoleScene::fill(test::Preparation &preparation, RoomId room)
{
    app::Stores &stores = preparation.stores();
    app::RoomRow row;
    row.id = room;
    row.kind = protocol::RoomKind::Group;
    row.opened = row.active = m_now;
    row.name = u"group"_s;
    QList<app::MemberRow> members;
    for (size_t i = 0; i < roleOfNumber.size(); ++i) {
        members.append({room, int(i) + 1, m_people[i].account, m_people[i].name, false, 0, 0, {}});
        members.last().role = roleOfNumber[i];
    }
    stores.rooms.insert(row, members);
    for (size_t i = 0; i < roleOfNumber.size(); ++i)
        stores.messages.append({room, {0, int(i) + 1, protocol::MessageKind::Text, u"said"_s, m_now, ClientId::random(m_rng)}, m_people[i].device});
}

bool RoleScene::start()
{
    if (!m_server.start())
        return false;
    for (size_t i = 0; i < allMemberRoles.size(); ++i) {
        m_askers.push_back(std::make_unique<Asker>(m_server.port()));
        if (!m_askers.back()->resume(m_people[i].token))
            return false;
    }
    return true;
}

int RoleScene::targetOf(const RoleCell &cell) const
{
    const int first = int(*cell.target) + 1;
    return cell.oneself || cell.target != cell.actor ? first : first + 3;
}

QJsonObject RoleScene::argsOf(const RoleCell &cell, RoomId group)
{
    const int me = int(cell.actor) + 1, member = cell.target ? targetOf(cell) : 0;
    QJsonObject args{{u"room"_s, textOf(group)}};
    const auto with = [&](QJsonObject more) {
        more.insert(u"room"_s, textOf(group));
        return more;
    };
    switch (cell.right) {
    case Right::Read: return with({{u"limit"_s, 10}});
    case Right::Write: return with({{u"cid"_s, textOf(ClientId::random(m_rng))}, {u"text"_s, u"hello"_s}});
    case Right::React: return with({{u"seq"_s, 1}, {u"emoji"_s, u"👍"_s}, {u"on"_s, true}});
    case Right::EditOwn: return with({{u"seq"_s, me}, {u"text"_s, u"other words"_s}});
    case Right::DeleteOwn: return with({{u"seq"_s, me}});
    case Right::DeleteOthers: return with({{u"seq"_s, member}});
    case Right::Invite: return with({{u"with"_s, textOf(m_direct[size_t(me - 1)])}});
    case Right::RemoveMember: return with({{u"member"_s, member}, {u"ban"_s, false}});
    case Right::BanMember: return with({{u"member"_s, member}, {u"ban"_s, true}});
    case Right::UnbanMember: return with({{u"member"_s, member}});
    case Right::MuteMember: return with({{u"member"_s, member}, {u"minutes"_s, cell.minutes}});
    case Right::Rename: return with({{u"name"_s, u"other"_s}});
    case Right::SlowMode: return with({{u"seconds"_s, 30}});
    case Right::SetExpiry: return with({{u"expiry"_s, u"7d"_s}});
    case Right::Appoint:
    case Right::HandOver: return with({{u"member"_s, member}, {u"role"_s, nameOfRole(*cell.appointed)}});
    case Right::Leave: return args;
    }
    return args;
}

Told RoleScene::act(const RoleCell &cell, int group)
{
    return m_askers[size_t(cell.actor)]->ask(latin(rowOf(cell.right).command), argsOf(cell, m_groups[size_t(group)]));
}

QStringList RoleScene::rows(int group) const
{
    storage::StoreSet set(m_server.database(), storage::OpenAs::Reader);
    QStringList out;
    for (const auto &[table, column] : {std::pair(u"room"_s, u"id"_s), std::pair(u"member"_s, u"room"_s), std::pair(u"message"_s, u"room"_s), std::pair(u"invitation"_s, u"room"_s)}) {
        QStringList columns;
        for (const QString &name : set.database().list(u"SELECT name FROM pragma_table_info('%1')"_s.arg(table), [](storage::Row &row) { return row.next<QString>(); }))
            columns.append(u"quote(\"%1\")"_s.arg(name));
        out += set.database().list(u"SELECT %1 AS r FROM %2 WHERE %3 = ? ORDER BY r"_s.arg(columns.join(u" || ', ' || "_s), table, column), [](storage::Row &row) { return row.next<QString>(); }, m_groups[size_t(group)]);
    }
    return out;
}

} // namespace jjak::e2e
