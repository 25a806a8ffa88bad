// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/safety/safety.h"

#include <QWidget>

#include "client/core/sentences.h"
#include "client/desktop/safety/confirm_dialog.h"
#include "client/desktop/safety/left_dialog.h"
#include "client/desktop/safety/report_dialog.h"

namespace jjak::desktop {

Safety::Safety(Context &context, QWidget *window) : QObject(window), m_context(context), m_window(window)
{
}

void Safety::leave(RoomId room)
{
    const client::RoomEntry *entry = m_context.session.state().room(room);
    if (!entry)
        return;
    const QString name = client::titleOf(entry->room);
    auto *dialog = new ConfirmDialog(m_context.theme, tr("Leave this conversation?"),
                                     tr("%1 will see that you left. You can still read it, but neither of you can write any more. This cannot be undone.").arg(name), tr("Leave"), m_window);
    connect(dialog, &QDialog::accepted, this, [this, room] {
        m_context.session.leave(room, [this](const Result<> &result) { Q_EMIT said(result ? tr("You have left the conversation.") : client::sentence(result.error())); });
    });
    dialog->open();
}

void Safety::leaveDate()
{
    auto *dialog = new ConfirmDialog(m_context.theme, tr("Leave the table?"),
                                     tr("The others will see that your seat is empty, and nobody is told who you were. You cannot come back to this date."), tr("Leave"), m_window);
    connect(dialog, &QDialog::accepted, this, &Safety::leaveDateNow);
    dialog->open();
}

void Safety::leaveDateNow()
{
    m_context.session.leaveDate([this](const Result<> &result) { Q_EMIT said(result ? tr("You have left the table.") : client::sentence(result.error())); });
}

void Safety::block(client::Whom whom, const QString &name)
{
    askToBlock(name, [this, whom, name] { blockNow(whom, name); });
}

void Safety::blockAuthor(PostId post, std::optional<CommentId> comment, const QString &name)
{
    askToBlock(name, [this, post, comment, name] {
        m_context.session.lounge().block(post, comment, [this, name](const Result<BlockId> &result) { tellBlocked(result, name); });
    });
}

void Safety::askToBlock(const QString &name, const std::function<void()> &yes)
{
    const QString title = name.isEmpty() ? tr("Block this person?") : tr("Block %1?").arg(name);
    auto *dialog = new ConfirmDialog(m_context.theme, title,
                                     tr("You will never meet again, and what you share ends now. They are not told that it was you. You can undo a block in the settings."), tr("Block"), m_window);
    connect(dialog, &QDialog::accepted, this, yes);
    dialog->open();
}

void Safety::blockNow(client::Whom whom, const QString &name)
{
    m_context.session.block(whom, [this, name](const Result<BlockId> &result) { tellBlocked(result, name); });
}

void Safety::tellBlocked(const Result<BlockId> &result, const QString &name)
{
    if (!result)
        Q_EMIT said(client::sentence(result.error()));
    else
        Q_EMIT said(name.isEmpty() ? tr("Blocked. You will not meet this person again.") : tr("%1 is blocked. You will not meet again.").arg(name));
}

void Safety::report(client::Whom whom, const QString &name)
{
    openReport(new ReportDialog(m_context, whom, name, m_window));
}

void Safety::reportAuthor(PostId post, std::optional<CommentId> comment, const QString &name)
{
    const QString evidence = comment ? tr("A moderator will see this comment as it is now. The other person is not told.")
                                     : tr("A moderator will see this post as it is now. The other person is not told.");
    openReport(new ReportDialog(m_context, name, evidence, [this, post, comment](protocol::ReportReason reason, const QString &note, bool block, const ReportDialog::Sent &sent) {
        m_context.session.lounge().report(post, comment, reason, note, block, sent);
    }, m_window));
}

void Safety::openReport(ReportDialog *dialog)
{
    connect(dialog, &ReportDialog::reported, this, [this](bool blocked) {
        Q_EMIT said(blocked ? tr("Thank you. A moderator will look at it, and you will not meet this person again.") : tr("Thank you. A moderator will look at it."));
    });
    dialog->open();
}

void Safety::leaveNow(std::optional<RoomId> room, bool date)
{
    client::Session &session = m_context.session;
    const auto &nearby = session.state().nearby;
    if (date && session.blindDate().lobby) {
        session.leaveDate([this](const Result<> &result) { Q_EMIT said(result ? tr("You do not wait any more.") : client::sentence(result.error())); });
    } else if (date) {
        leaveDateNow();
    } else if (room) {
        const client::RoomEntry *entry = session.state().room(*room);
        const QString name = entry ? client::titleOf(entry->room) : QString();
        if (entry && !client::hasLeft(entry->room))
            session.leave(*room);
        Q_EMIT leftAtOnce();
        offerMore(client::Whom::of(*room), name);
    } else if (nearby.proposal) {
        const ProposalId proposal = nearby.proposal->proposal;
        if (nearby.proposal->mine == protocol::Answer::Open)
            session.decline(proposal);
        else
            session.cancelSeek();
        Q_EMIT leftAtOnce();
        offerMore(client::Whom::of(proposal), {});
    } else if (nearby.ticket) {
        session.cancelSeek();
        Q_EMIT said(tr("The search is stopped."));
    } else {
        Q_EMIT said(tr("There is nothing to leave at this moment."));
    }
}

void Safety::offerMore(client::Whom whom, const QString &name)
{
    auto *dialog = new LeftDialog(m_context.theme, name, m_window);
    connect(dialog, &LeftDialog::blockWanted, this, [this, whom, name] { blockNow(whom, name); });
    connect(dialog, &LeftDialog::reportWanted, this, [this, whom, name] { report(whom, name); });
    dialog->open();
}

} // namespace jjak::desktop
