// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/message_row.h"

#include <QCoreApplication>
#include <QHashFunctions>
#include <QModelIndex>

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

QString content(const MessageRow &row)
{
    if (row.imageSize.isValid())
        return row.text.isEmpty() ? QCoreApplication::translate("jjak::desktop::MessageRow", "Picture") : QCoreApplication::translate("jjak::desktop::MessageRow", "Picture: %1").arg(row.text);
    if (!row.fileName.isEmpty())
        return QCoreApplication::translate("jjak::desktop::MessageRow", "File: %1").arg(row.fileName);
    return row.text;
}

} // namespace

size_t MessageRow::fingerprint() const
{
    return qHashMulti(0, text, author, daySeparator, failure, fileName, imageSize.width(), imageSize.height(), int(kind),
                      state == SendState::Failed, mine, unreadLine, firstOfGroup, lastOfGroup);
}

MessageRow readMessageRow(const QModelIndex &index)
{
    const auto text = [&index](int role) { return index.data(role).toString(); };
    const auto flag = [&index](int role) { return index.data(role).toBool(); };
    const QVariant progress = index.data(RowProgressRole);
    return {.id = text(RowIdRole),
            .kind = RowKind(index.data(RowKindRole).toInt()),
            .mine = flag(RowMineRole),
            .text = text(Qt::DisplayRole),
            .author = text(RowAuthorRole),
            .authorKey = text(RowAuthorKeyRole),
            .timeText = text(RowTimeTextRole),
            .daySeparator = text(RowDaySeparatorRole),
            .unreadLine = flag(RowUnreadLineRole),
            .firstOfGroup = flag(RowFirstOfGroupRole),
            .lastOfGroup = flag(RowLastOfGroupRole),
            .state = SendState(index.data(RowSendStateRole).toInt()),
            .failure = text(RowFailureRole),
            .fileName = text(RowFileNameRole),
            .fileDetail = text(RowFileDetailRole),
            .imageSize = index.data(RowImageSizeRole).toSize(),
            .image = index.data(RowImageRole).value<QPixmap>(),
            .progress = progress.isValid() ? progress.toInt() : -1};
}

QString sendStateText(SendState state)
{
    switch (state) {
    case SendState::None: return {};
    case SendState::Queued: return QCoreApplication::translate("jjak::desktop::MessageRow", "Waiting for the connection");
    case SendState::Sending: return QCoreApplication::translate("jjak::desktop::MessageRow", "Sending");
    case SendState::Stored: return QCoreApplication::translate("jjak::desktop::MessageRow", "Sent");
    case SendState::Read: return QCoreApplication::translate("jjak::desktop::MessageRow", "Read");
    case SendState::Failed: return QCoreApplication::translate("jjak::desktop::MessageRow", "Not sent");
    }
    return {};
}

QString accessibleText(const MessageRow &row)
{
    QStringList parts;
    if (!row.daySeparator.isEmpty())
        parts.append(row.daySeparator);
    if (row.unreadLine)
        parts.append(QCoreApplication::translate("jjak::desktop::MessageRow", "New messages"));
    if (row.kind == RowKind::Notice) {
        parts.append(row.text);
        return parts.join(u". "_s);
    }
    const QString who = row.mine ? QCoreApplication::translate("jjak::desktop::MessageRow", "You") : row.author;
    parts.append(who.isEmpty() ? content(row) : who + u": "_s + content(row));
    if (!row.timeText.isEmpty())
        parts.append(row.timeText);
    if (row.mine && row.state != SendState::None)
        parts.append(sendStateText(row.state));
    if (!row.failure.isEmpty())
        parts.append(row.failure);
    return parts.join(u". "_s);
}

} // namespace jjak::desktop
