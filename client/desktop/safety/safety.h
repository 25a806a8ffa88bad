// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>

#include "client/desktop/context.h"

class QWidget;

namespace jjak::desktop {

class ReportDialog;

//! Leaving, blocking and reporting, the same from everywhere: asks, does it, and says in one sentence what happened.
class Safety final : public QObject {
    Q_OBJECT

public:
    //! Dialogs open above `window`.
    Safety(Context &context, QWidget *window);

    void leave(RoomId room);
    //! The date one sits in: asks first, because the seat is gone for good.
    void leaveDate();
    //! `name` is empty for somebody who was only proposed.
    void block(client::Whom whom, const QString &name);
    void report(client::Whom whom, const QString &name);
    //! The author of a post, or of a comment on it; `name` is that of the lounge.
    void blockAuthor(PostId post, std::optional<CommentId> comment, const QString &name);
    void reportAuthor(PostId post, std::optional<CommentId> comment, const QString &name);
    //! Out at once, without a question: of the room, the date, the proposal, or the search. Then offers to block and to report.
    void leaveNow(std::optional<RoomId> room, bool date = false);

Q_SIGNALS:
    void said(const QString &sentence);
    void leftAtOnce();

private:
    void leaveDateNow();
    void askToBlock(const QString &name, const std::function<void()> &yes);
    void blockNow(client::Whom whom, const QString &name);
    void tellBlocked(const Result<BlockId> &result, const QString &name);
    void openReport(ReportDialog *dialog);
    void offerMore(client::Whom whom, const QString &name);

    Context &m_context;
    QWidget *m_window;
};

} // namespace jjak::desktop
