// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace jjak::desktop {

//! What a row of a conversation is.
enum class RowKind { Message, Host, Notice };

//! How far an own message has got. The order is the way it goes; Failed is the end of another.
enum class SendState { None, Queued, Sending, Stored, Delivered, Read, Failed };

//! The data that MessageDelegate asks a model for, unless it is given a reader of its own. The text is Qt::DisplayRole.
enum MessageRole {
    RowIdRole = Qt::UserRole + 200, //!< QString, the same for the same row for ever
    RowKindRole,                    //!< RowKind as int
    RowMineRole,                    //!< bool
    RowAuthorRole,                  //!< QString
    RowAuthorKeyRole,               //!< QString: what the colour of the avatar hangs on; the author when empty
    RowTimeTextRole,                //!< QString, "오후 3:20"
    RowDaySeparatorRole,            //!< QString, the day that begins above the row, or empty
    RowUnreadLineRole,              //!< bool
    RowSendStateRole,               //!< SendState as int
    RowFailureRole,                 //!< QString, why it failed and what to do
    RowFirstOfGroupRole,            //!< bool
    RowLastOfGroupRole,             //!< bool
    RowImageRole,                   //!< QPixmap, null while it is on its way
    RowImageSizeRole,               //!< QSize of the whole image; valid for image messages only
    RowFileNameRole,                //!< QString, file messages only
    RowFileDetailRole,              //!< QString, "1.2 MB"
    RowProgressRole,                //!< int percent of an upload or download, -1 for none
    RowQuoteRole,                   //!< QString, one line of what it answers
    RowEditedRole,                  //!< bool
    RowDeletedRole,                 //!< bool: the text only says so
    RowReactionsRole,               //!< QList<ReactionPill>
    RowUntilRole,                   //!< QString, when it disappears, or empty
    RowCoveredRole,                 //!< bool: the image is only shown when somebody wants it
    RowCallsMeRole,                 //!< bool: it mentions oneself
    RowCallsRole,                   //!< QList<TextSpan>, where in the text
};

} // namespace jjak::desktop
