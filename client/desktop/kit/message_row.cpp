// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/message_row.h"

#include <QCoreApplication>
#include <QHashFunctions>
#include <QLocale>
#include <QModelIndex>

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

QString content(const MessageRow &row)
{
    if (row.covered)
        return row.text.isEmpty() ? QCoreApplication::translate("jjak::desktop::MessageRow", "Blurred picture, Enter shows it")
                                  : QCoreApplication::translate("jjak::desktop::MessageRow", "Blurred picture, Enter shows it: %1").arg(row.text);
    if (row.imageSize.isValid())
        return row.text.isEmpty() ? QCoreApplication::translate("jjak::desktop::MessageRow", "Picture") : QCoreApplication::translate("jjak::desktop::MessageRow", "Picture: %1").arg(row.text);
    if (!row.fileName.isEmpty())
        return QCoreApplication::translate("jjak::desktop::MessageRow", "File: %1").arg(row.fileName);
    return row.text;
}

QStringList spokenReactions(const QList<ReactionPill> &pills)
{
    QStringList spoken;
    for (const ReactionPill &pill : pills)
        spoken.append(pill.mine ? QCoreApplication::translate("jjak::desktop::MessageRow", "%1, one of them yours").arg(pillText(pill)) : pillText(pill));
    return spoken;
}

} // namespace

size_t MessageRow::fingerprint() const
{
    size_t pills = 0;
    for (const ReactionPill &pill : reactions)
        pills = qHashMulti(pills, pill.emoji, pill.count);
    return qHashMulti(pills, text, author, daySeparator, failure, fileName, imageSize.width(), imageSize.height(), int(kind),
                      state == SendState::Failed, mine, unreadLine, firstOfGroup, lastOfGroup, quote, edited, deleted, until, callsMe);
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
            .progress = progress.isValid() ? progress.toInt() : -1,
            .quote = text(RowQuoteRole),
            .edited = flag(RowEditedRole),
            .deleted = flag(RowDeletedRole),
            .reactions = index.data(RowReactionsRole).value<QList<ReactionPill>>(),
            .until = text(RowUntilRole),
            .covered = flag(RowCoveredRole),
            .callsMe = flag(RowCallsMeRole),
            .calls = index.data(RowCallsRole).value<QList<TextSpan>>()};
}

QString sendStateText(SendState state)
{
    switch (state) {
    case SendState::None: return {};
    case SendState::Queued: return QCoreApplication::translate("jjak::desktop::MessageRow", "Waiting for the connection");
    case SendState::Sending: return QCoreApplication::translate("jjak::desktop::MessageRow", "Sending");
    case SendState::Stored: return QCoreApplication::translate("jjak::desktop::MessageRow", "Sent");
    case SendState::Delivered: return QCoreApplication::translate("jjak::desktop::MessageRow", "Delivered");
    case SendState::Read: return QCoreApplication::translate("jjak::desktop::MessageRow", "Read");
    case SendState::Failed: return QCoreApplication::translate("jjak::desktop::MessageRow", "Not sent");
    }
    return {};
}

QString stampText(const MessageRow &row)
{
    QString time = row.lastOfGroup ? row.timeText : QString();
    if (!time.isEmpty() && !row.until.isEmpty())
        time = QCoreApplication::translate("jjak::desktop::MessageRow", "%1 · until %2", "when it was written · when it disappears").arg(time, row.until);
    if (!row.edited || row.deleted)
        return time;
    return time.isEmpty() ? QCoreApplication::translate("jjak::desktop::MessageRow", "edited") : QCoreApplication::translate("jjak::desktop::MessageRow", "edited · %1", "a time").arg(time);
}

QString pillText(const ReactionPill &pill)
{
    return u"%1 %2"_s.arg(pill.emoji, QLocale().toString(pill.count));
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
    if (row.callsMe && !row.deleted)
        parts.append(QCoreApplication::translate("jjak::desktop::MessageRow", "Mentions you"));
    if (!row.quote.isEmpty())
        parts.append(QCoreApplication::translate("jjak::desktop::MessageRow", "In reply to %1", "name and first line").arg(row.quote));
    if (!row.reactions.isEmpty())
        parts.append(QCoreApplication::translate("jjak::desktop::MessageRow", "Reactions: %1").arg(spokenReactions(row.reactions).join(u", "_s)));
    if (row.edited && !row.deleted)
        parts.append(QCoreApplication::translate("jjak::desktop::MessageRow", "edited"));
    if (!row.timeText.isEmpty())
        parts.append(row.timeText);
    if (!row.until.isEmpty())
        parts.append(QCoreApplication::translate("jjak::desktop::MessageRow", "Disappears %1", "a time").arg(row.until));
    if (row.mine && row.state != SendState::None)
        parts.append(sendStateText(row.state));
    if (!row.failure.isEmpty())
        parts.append(row.failure);
    return parts.join(u". "_s);
}

} // namespace jjak::desktop
