// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/notice_sentences.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include "client/core/state/state.h"
#include "common/protocol/codec.h"

namespace jjak::client {

using namespace Qt::StringLiterals;
using protocol::Expiry;
using protocol::MemberRole;

namespace {

//! A notice taken apart: who did it, what, and what stands behind the code.
struct Parts {
    const protocol::Room &room;
    int author = 0;
    QString code;
    QString rest;

    bool isMine() const { return author == room.me; }
    QString actor() const { return nameAt(author); }
    int target() const { return rest.section(u' ', 0, 0).toInt(); }
    bool isAboutMe() const { return target() == room.me; }
    QString targetName() const { return nameAt(target()); }

    QString nameAt(int number) const
    {
        const protocol::Member *member = memberOf(room, number);
        return member && !member->name.isEmpty() ? nameOf(*member) : QCoreApplication::translate("jjak", "Somebody");
    }
};

//! Who did it is oneself or another; whom it was done to as well. The three ways to say it; nobody does these to themselves.
QString threeWays(const Parts &p, const char *iDid, const char *toMe, const char *others)
{
    if (p.isMine())
        return QCoreApplication::translate("jjak", iDid).arg(p.targetName());
    if (p.isAboutMe())
        return QCoreApplication::translate("jjak", toMe).arg(p.actor());
    return QCoreApplication::translate("jjak", others).arg(p.actor(), p.targetName());
}

QString comingSentence(const Parts &p)
{
    const bool mine = p.isMine();
    const bool isGroup = p.room.kind == protocol::RoomKind::Group;
    if (p.code == "created"_L1)
        return mine ? QCoreApplication::translate("jjak", "You created the group.") : QCoreApplication::translate("jjak", "%1 created the group.").arg(p.actor());
    if (p.code == "joined"_L1)
        return mine ? QCoreApplication::translate("jjak", "You joined the group.") : QCoreApplication::translate("jjak", "%1 joined the group.").arg(p.actor());
    if (isGroup)
        return mine ? QCoreApplication::translate("jjak", "You left the group.") : QCoreApplication::translate("jjak", "%1 left the group.").arg(p.actor());
    const protocol::Member *author = memberOf(p.room, p.author);
    if (mine)
        return QCoreApplication::translate("jjak", "You left the conversation.");
    if (!author || author->name.isEmpty())
        return QCoreApplication::translate("jjak", "The other person left the conversation.");
    return QCoreApplication::translate("jjak", "%1 left the conversation.").arg(p.actor());
}

//! Those who come to a coffee table and go, and what it is about.
QString tableSentence(const Parts &p)
{
    const bool mine = p.isMine();
    if (p.code == "table"_L1)
        return QCoreApplication::translate("jjak", "The table is open. It is about: %1").arg(p.rest);
    if (p.code == "renamed"_L1)
        return mine ? QCoreApplication::translate("jjak", "You gave the table another topic: %1").arg(p.rest) : QCoreApplication::translate("jjak", "%1 gave the table another topic: %2").arg(p.actor(), p.rest);
    if (p.code == "joined"_L1)
        return mine ? QCoreApplication::translate("jjak", "You sat down at the table.") : QCoreApplication::translate("jjak", "%1 sat down at the table.").arg(p.actor());
    if (p.code == "left"_L1)
        return mine ? QCoreApplication::translate("jjak", "You left the table.") : QCoreApplication::translate("jjak", "%1 left the table.").arg(p.actor());
    return threeWays(p, QT_TRANSLATE_NOOP("jjak", "You removed %1 from the table."), QT_TRANSLATE_NOOP("jjak", "%1 removed you from the table."), QT_TRANSLATE_NOOP("jjak", "%1 removed %2 from the table."));
}

QString memberSentence(const Parts &p)
{
    if (p.code == "removed"_L1)
        return threeWays(p, QT_TRANSLATE_NOOP("jjak", "You removed %1 from the group."), QT_TRANSLATE_NOOP("jjak", "%1 removed you from the group."), QT_TRANSLATE_NOOP("jjak", "%1 removed %2 from the group."));
    if (p.code == "banned"_L1)
        return threeWays(p, QT_TRANSLATE_NOOP("jjak", "You banned %1 from the group."), QT_TRANSLATE_NOOP("jjak", "%1 banned you from the group."), QT_TRANSLATE_NOOP("jjak", "%1 banned %2 from the group."));
    if (p.code == "unbanned"_L1)
        return threeWays(p, QT_TRANSLATE_NOOP("jjak", "You lifted the ban on %1."), QT_TRANSLATE_NOOP("jjak", "%1 lifted the ban on you."), QT_TRANSLATE_NOOP("jjak", "%1 lifted the ban on %2."));
    return threeWays(p, QT_TRANSLATE_NOOP("jjak", "You let %1 write again."), QT_TRANSLATE_NOOP("jjak", "%1 lets you write again."), QT_TRANSLATE_NOOP("jjak", "%1 lets %2 write again."));
}

QString muteSentence(const Parts &p)
{
    const auto until = timeFromIso(p.rest.section(u' ', 1, 1));
    const QString when = until ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(toMs(*until)), QLocale::ShortFormat) : u"?"_s;
    if (p.isMine())
        return QCoreApplication::translate("jjak", "You muted %1 until %2.").arg(p.targetName(), when);
    if (p.isAboutMe())
        return QCoreApplication::translate("jjak", "%1 muted you until %2.").arg(p.actor(), when);
    return QCoreApplication::translate("jjak", "%1 muted %2 until %3.").arg(p.actor(), p.targetName(), when);
}

QString roleSentence(const Parts &p)
{
    const QString role = p.rest.section(u' ', 1, 1);
    if (role == "moderator"_L1)
        return threeWays(p, QT_TRANSLATE_NOOP("jjak", "You made %1 a moderator."), QT_TRANSLATE_NOOP("jjak", "%1 made you a moderator."), QT_TRANSLATE_NOOP("jjak", "%1 made %2 a moderator."));
    if (role == "read_only"_L1)
        return threeWays(p, QT_TRANSLATE_NOOP("jjak", "You let %1 only read from now on."), QT_TRANSLATE_NOOP("jjak", "%1 lets you only read from now on."), QT_TRANSLATE_NOOP("jjak", "%1 lets %2 only read from now on."));
    return threeWays(p, QT_TRANSLATE_NOOP("jjak", "You made %1 an ordinary member."), QT_TRANSLATE_NOOP("jjak", "%1 made you an ordinary member."), QT_TRANSLATE_NOOP("jjak", "%1 made %2 an ordinary member."));
}

//! It is inherited when the owner leaves: then the notice is by the heir.
QString ownerSentence(const Parts &p)
{
    if (p.isAboutMe())
        return QCoreApplication::translate("jjak", "You are the owner of the group now.");
    return QCoreApplication::translate("jjak", "%1 is the owner of the group now.").arg(p.targetName());
}

QString renamedSentence(const Parts &p)
{
    return p.isMine() ? QCoreApplication::translate("jjak", "You renamed the group to “%1”.").arg(p.rest) : QCoreApplication::translate("jjak", "%1 renamed the group to “%2”.").arg(p.actor(), p.rest);
}

QString slowSentence(const Parts &p)
{
    const int seconds = p.rest.toInt();
    if (seconds == 0)
        return p.isMine() ? QCoreApplication::translate("jjak", "You turned slow mode off.") : QCoreApplication::translate("jjak", "%1 turned slow mode off.").arg(p.actor());
    return p.isMine() ? QCoreApplication::translate("jjak", "You turned slow mode on: one message every %n second(s).", nullptr, seconds)
                      : QCoreApplication::translate("jjak", "%1 turned slow mode on: one message every %n second(s).", nullptr, seconds).arg(p.actor());
}

QString expirySentence(const Parts &p)
{
    const auto &names = protocol::EnumNames<Expiry>::names;
    const auto it = std::ranges::find(names, p.rest.toStdString());
    const Expiry expiry = it == names.end() ? Expiry::Off : Expiry(it - names.begin());
    if (expiry == Expiry::Off)
        return p.isMine() ? QCoreApplication::translate("jjak", "You turned disappearing messages off.") : QCoreApplication::translate("jjak", "%1 turned disappearing messages off.").arg(p.actor());
    return p.isMine() ? QCoreApplication::translate("jjak", "You made new messages disappear after %1.").arg(label(expiry))
                      : QCoreApplication::translate("jjak", "%1 made new messages disappear after %2.").arg(p.actor(), label(expiry));
}

} // namespace

QString noticeText(const protocol::Room &room, const protocol::Message &notice)
{
    const Parts p{room, notice.author, notice.text.section(u' ', 0, 0), notice.text.section(u' ', 1)};
    using Say = QString (*)(const Parts &);
    static const QHash<QString, Say> sentences{
        {u"left"_s, comingSentence}, {u"created"_s, comingSentence}, {u"joined"_s, comingSentence}, {u"removed"_s, memberSentence}, {u"banned"_s, memberSentence}, {u"unbanned"_s, memberSentence},
        {u"unmuted"_s, memberSentence}, {u"muted"_s, muteSentence}, {u"role"_s, roleSentence}, {u"owner"_s, ownerSentence}, {u"renamed"_s, renamedSentence}, {u"slow"_s, slowSentence}, {u"expiry"_s, expirySentence},
    };
    static const QStringList ofTables{u"table"_s, u"renamed"_s, u"joined"_s, u"left"_s, u"removed"_s};
    if (p.code == "table"_L1 || (room.kind == protocol::RoomKind::Table && ofTables.contains(p.code)))
        return tableSentence(p);
    if (const Say say = sentences.value(p.code))
        return say(p);
    return QCoreApplication::translate("jjak", "Something happened here that this version of Jjak cannot show. Please update it.");
}

QString fileSentence(const protocol::Message &message)
{
    const bool isImage = message.kind == protocol::MessageKind::Image;
    if (!message.text.isEmpty())
        return isImage ? QCoreApplication::translate("jjak", "Image: %1", "its caption").arg(message.text) : QCoreApplication::translate("jjak", "File: %1", "its caption or name").arg(message.text);
    if (isImage)
        return QCoreApplication::translate("jjak", "Image");
    return message.file ? QCoreApplication::translate("jjak", "File: %1", "its caption or name").arg(message.file->name) : QCoreApplication::translate("jjak", "File");
}

QString label(Expiry expiry)
{
    switch (expiry) {
    case Expiry::Off:
        return QCoreApplication::translate("jjak", "off", "disappearing messages");
    case Expiry::Hour:
        return QCoreApplication::translate("jjak", "1 hour");
    case Expiry::Day:
        return QCoreApplication::translate("jjak", "1 day");
    case Expiry::Week:
        return QCoreApplication::translate("jjak", "7 days");
    case Expiry::Month:
        return QCoreApplication::translate("jjak", "30 days");
    }
    return {};
}

QString label(MemberRole role)
{
    switch (role) {
    case MemberRole::Owner:
        return QCoreApplication::translate("jjak", "Owner");
    case MemberRole::Moderator:
        return QCoreApplication::translate("jjak", "Moderator");
    case MemberRole::Member:
        return QCoreApplication::translate("jjak", "Member");
    case MemberRole::ReadOnly:
        return QCoreApplication::translate("jjak", "Read only");
    }
    return {};
}

QString label(const std::optional<protocol::Presence> &presence)
{
    if (!presence)
        return {};
    switch (*presence) {
    case protocol::Presence::Online:
        return QCoreApplication::translate("jjak", "active now");
    case protocol::Presence::Away:
        return QCoreApplication::translate("jjak", "away");
    case protocol::Presence::Recently:
        return QCoreApplication::translate("jjak", "active recently");
    }
    return {};
}

} // namespace jjak::client
