// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/document.h"

#include "common/base/error.h"
#include "common/protocol/catalogue.h"
#include "common/protocol/values.h"
#include "common/rules/limits.h"

namespace jjak::protocol {

namespace {

using namespace Qt::StringLiterals;

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), qsizetype(text.size()));
}

QString typeLink(const Catalogue &all, const FieldEntry &field)
{
    // The anchor that every renderer of Markdown gives the heading of that title.
    const QString name = all.has(field.type) ? u"[%1](#%2)"_s.arg(field.type, field.type.toLower()) : field.type;
    return field.list ? u"list of "_s + name : name;
}

QString fieldTable(const Catalogue &all, const QList<FieldEntry> &fields)
{
    if (fields.isEmpty())
        return u"No fields.\n"_s;
    QString out = u"| field | type | holds | |\n|---|---|---|---|\n"_s;
    for (const FieldEntry &f : fields) {
        const QString name = u'`' + f.name + u'`' + (f.optional ? u" (optional)"_s : QString());
        out += u"| "_s + QStringList{name, typeLink(all, f), f.holds, f.doc}.join(u" | "_s) + u" |\n"_s;
    }
    return out;
}

QString commands(const Catalogue &all)
{
    QStringList parts;
    for (const CommandEntry &c : all.commands) {
        const QString facts = u"Access: %1. Rate limit: %2. Answer: [%3](#%4).\n\n"_s.arg(c.access, c.family, c.reply, c.reply.toLower());
        parts.append(u"### Command `"_s + c.name + u"`\n\n"_s + c.doc + u"\n\n"_s + facts + fieldTable(all, c.fields));
    }
    return parts.join(u'\n');
}

QString values(const Catalogue &all)
{
    QStringList parts;
    for (const ValueEntry &v : all.values)
        parts.append(u"### "_s + v.title + u"\n\n"_s + fieldTable(all, v.fields));
    return parts.join(u'\n');
}

QString enumerations(const Catalogue &all)
{
    QStringList parts;
    for (const EnumEntry &e : all.enums)
        parts.append(u"### "_s + e.title + u"\n\n`"_s + e.names.join(u"`, `"_s) + u"`\n"_s);
    return parts.join(u'\n');
}

QString events(const Catalogue &all)
{
    QStringList parts;
    for (const EventEntry &e : all.events)
        parts.append(u"### Event `"_s + e.name + u"`\n\n"_s + e.doc + u"\n\n"_s + fieldTable(all, e.fields));
    return parts.join(u'\n');
}

QString errors(const Catalogue &)
{
    QString out = u"| code | what it says |\n|---|---|\n"_s;
    for (const ErrorName &e : errorNames)
        out += u"| `"_s + latin(e.name) + u"` | "_s + latin(e.meaning) + u" |\n"_s;
    return out;
}

QString inWords(Duration time)
{
    const auto ms = time.count();
    constexpr qint64 hour = 3'600'000, day = 24 * hour;
    if (ms % day == 0)
        return u"%1 days"_s.arg(ms / day);
    return ms % hour == 0 ? u"%1 h"_s.arg(ms / hour) : u"%1 s"_s.arg(ms / 1000);
}

QString inWords(int number)
{
    return QString::number(number);
}

QString kibibytes(int bytes)
{
    return u"%1 KiB"_s.arg(bytes / 1024);
}

QString limitTable(const Catalogue &)
{
    namespace l = limits;
    const QList<std::pair<QString, QString>> rows{
        {u"a text frame"_s, kibibytes(l::frameBytes)},
        {u"objects and arrays within each other in a frame"_s, inWords(l::jsonDepth)},
        {u"from the connection to `hello`, and from there to being signed in"_s, inWords(l::helloTime)},
        {u"a connection on which nothing comes in"_s, inWords(l::idleTime)},
        {u"between two pings of a client"_s, inWords(l::heartbeat)},
        {u"bytes that wait for a client that reads slowly"_s, kibibytes(l::outBufferBytes)},
        {u"connections from one address"_s, inWords(l::connectionsPerAddress)},
        {u"a message, in code points"_s, inWords(l::messageCodePoints)},
        {u"a page of messages"_s, inWords(l::historyPage)},
        {u"a page of rooms"_s, inWords(l::roomsPage)},
        {u"a name, in code points"_s, u"%1 to %2"_s.arg(l::nameMin).arg(l::nameMax)},
        {u"a password, in code points"_s, u"%1 to %2"_s.arg(l::passwordMin).arg(l::passwordMax)},
        {u"youngest age for an account"_s, inWords(l::minimumAge)},
        {u"edge of a cell, in km"_s, inWords(l::cellKm)},
        {u"time for both answers to a proposal"_s, inWords(l::proposalTime)},
        {u"a ticket waits for its device to come back"_s, inWords(l::ticketGrace)},
        {u"two people are kept apart after a refusal"_s, inWords(l::refusedApart)},
        {u"two people are kept apart after a proposal that somebody let pass"_s, inWords(l::silentApart)},
        {u"messages before the other side has written"_s, inWords(l::strangerMessages)},
        {u"a device token that is not used"_s, inWords(l::tokenUnused)},
        {u"a device token is replaced at most every"_s, inWords(l::tokenRotation)},
        {u"the same successor of a token is given again for"_s, inWords(l::tokenGrace)},
        {u"messages kept with a report"_s, inWords(l::reportMessages)},
        {u"a room can be reported after it was left for"_s, inWords(l::reportAfterLeaving)},
        {u"a typing sign that is not repeated"_s, inWords(l::typingTime)},
    };
    QString out = u"| what | value |\n|---|---|\n"_s;
    for (const auto &[what, value] : rows)
        out += u"| "_s + what + u" | "_s + value + u" |\n"_s;
    return out;
}

//! What a member of that role is answered: yes, to whom, or the code of the refusal.
QString rightOf(const RightRow &row, MemberRole role)
{
    if (!mayDo(row.right, role))
        return u'`' + latin(nameOf(row.refusal)) + u'`';
    if (!isDoneToSomebody(row.right))
        return u"yes"_s;
    QStringList targets;
    for (const MemberRole target : allMemberRoles) {
        if (mayDoTo(row.right, role, target))
            targets.append(u'`' + latin(nameOf(target)) + u'`');
    }
    return u"to "_s + targets.join(u", "_s);
}

QString rightTable(const Catalogue &)
{
    QString out = u"| to … | command |"_s;
    for (const MemberRole role : allMemberRoles)
        out += u" `"_s + latin(nameOf(role)) + u"` |"_s;
    out += u"\n|---|---|---|---|---|---|\n"_s;
    for (const RightRow &row : rights) {
        QStringList cells{latin(row.meaning), u'`' + latin(row.command) + u'`'};
        for (const MemberRole role : allMemberRoles)
            cells.append(rightOf(row, role));
        out += u"| "_s + cells.join(u" | "_s) + u" |\n"_s;
    }
    return out;
}

using Writer = QString (*)(const Catalogue &);

Writer writerOf(const QByteArray &name)
{
    static constexpr std::array<std::pair<std::string_view, Writer>, 7> writers{
        {{"commands", commands}, {"values", values}, {"enumerations", enumerations}, {"events", events}, {"errors", errors}, {"limits", limitTable}, {"rights", rightTable}}};
    for (const auto &[known, writer] : writers)
        if (name == QByteArrayView(known.data(), qsizetype(known.size())))
            return writer;
    return nullptr;
}

} // namespace

std::optional<QByteArray> withTables(const QByteArray &markdown)
{
    static const QByteArray begin = "<!-- generated: ", close = " -->\n", end = "<!-- end of generated part -->";
    const Catalogue all = catalogue();
    QByteArray out;
    qsizetype at = 0;
    for (qsizetype from; (from = markdown.indexOf(begin, at)) >= 0;) {
        const qsizetype nameAt = from + begin.size(), nameEnd = markdown.indexOf(close, nameAt), until = markdown.indexOf(end, nameAt);
        const Writer writer = nameEnd < 0 || until < nameEnd ? nullptr : writerOf(markdown.mid(nameAt, nameEnd - nameAt));
        if (!writer)
            return std::nullopt;
        out += markdown.mid(at, nameEnd + close.size() - at) + '\n' + writer(all).toUtf8() + '\n';
        at = until;
    }
    return out + markdown.mid(at);
}

} // namespace jjak::protocol
