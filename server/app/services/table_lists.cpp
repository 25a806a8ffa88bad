// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Looking at tables, and pages of them.
#include <QtEndian>
#include <algorithm>

#include "server/app/services/table_service.h"
#include "server/app/services/table_view.h"

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

} // namespace

Result<cmd::TableReply> look(Context &ctx, const Identity &who, const cmd::LookAtTable &command)
{
    const auto table = ctx.stores.tables.find(command.table);
    if (!table || ctx.stores.tableDirectory.isHidden(command.table, who.account))
        return ErrorCode::TableNotFound;
    return cmd::TableReply{TableView(ctx, *table).seenBy(who.account)};
}

Result<cmd::TableList> list(Context &ctx, const Identity &who, const cmd::ListTables &command)
{
    const auto after = command.after ? spotFrom(*command.after) : std::nullopt;
    if (command.after && !after)
        return Error::badField(u"args.after"_s, u"characters"_s);
    auto spots = command.mine ? ctx.stores.tableDirectory.of(who.account, command.past, after, limits::tablesPage + 1) : ctx.stores.tableDirectory.open(who.account, after, limits::tablesPage + 1);
    cmd::TableList out;
    if (spots.size() > limits::tablesPage) {
        spots.removeLast();
        out.next = textOf(spots.last());
    }
    for (const TableSpot &spot : std::as_const(spots)) {
        if (const auto table = ctx.stores.tables.find(spot.table))
            out.tables.append(TableView(ctx, *table).seenBy(who.account));
    }
    return out;
}

} // namespace jjak::app::tables
