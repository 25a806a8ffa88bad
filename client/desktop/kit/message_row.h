// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/desktop/kit/message_roles.h"

#include <QList>
#include <QPixmap>
#include <QSize>
#include <QString>

class QModelIndex;

namespace jjak::desktop {

//! One emoji below a message, and who put it there.
struct ReactionPill {
    QString emoji = {};
    int count = 0;
    bool mine = false;
    QString names = {};
};

//! A part of a text.
struct TextSpan {
    qsizetype start = 0;
    qsizetype length = 0;
};

//! One row of a conversation as it is drawn. Texts are plain; nothing in them is markup.
struct MessageRow {
    QString id = {};
    RowKind kind = RowKind::Message;
    bool mine = false;
    QString text = {};
    QString author = {};
    QString authorKey = {};
    QString timeText = {};
    QString daySeparator = {};
    bool unreadLine = false;
    bool firstOfGroup = true;
    bool lastOfGroup = true;
    SendState state = SendState::None;
    QString failure = {};
    QString fileName = {};
    QString fileDetail = {};
    QSize imageSize = {};
    QPixmap image = {};
    int progress = -1;
    QString quote = {};
    bool edited = false;
    bool deleted = false;
    QList<ReactionPill> reactions = {};
    QString until = {}; //!< when it disappears
    bool covered = false;         //!< the image is only shown when somebody wants it
    bool callsMe = false;         //!< it mentions oneself
    QList<TextSpan> calls = {};   //!< where in the text

    //! A number over all that the height of the row hangs on.
    [[nodiscard]] size_t fingerprint() const;
};

//! Reads a row through the roles of message_roles.h.
[[nodiscard]] MessageRow readMessageRow(const QModelIndex &index);

//! "Sent", "Read" …; empty for SendState::None.
[[nodiscard]] QString sendStateText(SendState state);

//! What stands beside the bubble: the time below the last one of a group, and whether the words were changed.
[[nodiscard]] QString stampText(const MessageRow &row);

//! The emoji and how often it is there.
[[nodiscard]] QString pillText(const ReactionPill &pill);

//! The row in one sentence, for screen readers: who, what, when, and how far it got.
[[nodiscard]] QString accessibleText(const MessageRow &row);

} // namespace jjak::desktop
