// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Looking at tables, and pages of them.
#include <QtEndian>
#include <algorithm>

#include "server/app/services/table_service.h"
#include "server/app/services/table_view.h"
#include "server/domain/lounge/tags.h"

namespace jjak::app::tables {

using namespace protocol;
using namespace Qt::StringLiterals;

namespace {

constexpr int spotBytes = 8 + TableId::byteCount;

QString textOf(const TableSpot &spot)
{
    QByteArray bytes(spotBytes, Qt::Uninitialized);
    qToBigEndian<qint64>(toMs(spot.at), bytes.data());
    std::copy_n(spot.table.data(), TableId::byteCount, bytes.begin() + 8);
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

std::optional<TableSpot> spotFrom(const QString &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() != spotBytes)
        return std::nullopt;
    const qint64 at = qFromBigEndian<qint64>(decoded.decoded.constData());
    const TableSpot spot{fromMs(at), TableId::fromBytes(decoded.decoded.mid(8))};
    return at < 0 || textOf(spot) != text ? std::nullopt : std::optional(spot); // the decoder lets dangling bits pass
}

//! A page of tables, and where the next one goes on.
TableStretch listed(Context &ctx, AccountId account, const cmd::ListTables &command, std::optional<TableSpot> after)
{
    constexpr int most = limits::tablesPage;
    TableStretch out;
    out.hits = command.mine ? ctx.stores.tableDirectory.of(account, command.past, after, most + 1) : ctx.stores.tableDirectory.open(account, after, most + 1);
    if (out.hits.size() > most) {
        out.hits.removeLast();
        out.reached = out.hits.last();
    }
    return out;
}

//! The same of those with that text, as a topic's part or a tag.
TableStretch found(Context &ctx, AccountId account, const cmd::ListTables &command, std::optional<TableSpot> after, domain::Needle &needle, int looks)
{
    using Among = TableSearch::Among;
    TableSearch search{.among = !command.mine ? Among::Open : command.past ? Among::Past : Among::Mine, .account = account, .after = after, .looks = looks, .hits = limits::tablesPage};
    const QString word = command.text->trimmed();
    if (const auto tag = domain::tag(word.startsWith(u'#') ? word.sliced(1) : word, u"args.text"_s))
        search.tag = *tag;
    return ctx.stores.tableDirectory.find(search, needle);
}

} // namespace

Result<cmd::TableReply> look(Context &ctx, const Identity &who, const cmd::LookAtTable &command)
{
    const auto table = ctx.stores.tables.find(command.table);
    if (!table || ctx.stores.tableDirectory.isHidden(command.table, who.account))
        return ErrorCode::TableNotFound;
    return cmd::TableReply{TableView(ctx, *table).seenBy(who.account)};
}

std::optional<Table> ofPost(Context &ctx, AccountId viewer, PostId post)
{
    const auto id = ctx.stores.tables.ofPost(post);
    const auto table = id && !ctx.stores.tableDirectory.isHidden(*id, viewer) ? ctx.stores.tables.find(*id) : std::nullopt;
    return table ? std::optional(TableView(ctx, *table).seenBy(viewer)) : std::nullopt;
}

Result<cmd::TableList> list(Context &ctx, const Identity &who, const cmd::ListTables &command, int looks)
{
    const auto after = command.after ? spotFrom(*command.after) : std::nullopt;
    if (command.after && !after)
        return Error::badField(u"args.after"_s, u"characters"_s);
    domain::Needle needle(command.text.value_or(QString()));
    if (command.text && needle.isEmpty())
        return Error::badField(u"args.text"_s, u"length"_s);
    const TableStretch page = command.text ? found(ctx, who.account, command, after, needle, looks) : listed(ctx, who.account, command, after);
    cmd::TableList out;
    if (page.reached)
        out.next = textOf(*page.reached);
    for (const TableSpot &spot : page.hits) {
        if (const auto table = ctx.stores.tables.find(spot.table))
            out.tables.append(TableView(ctx, *table).seenBy(who.account));
    }
    return out;
}

} // namespace jjak::app::tables
