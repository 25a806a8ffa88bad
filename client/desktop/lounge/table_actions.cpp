// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/table_actions.h"

#include <QWidget>

#include "client/core/sentences.h"
#include "client/desktop/dates/calendar_file.h"
#include "client/desktop/kit/message_text.h"
#include "client/desktop/lounge/name_dialog.h"
#include "client/desktop/lounge/offer_dialog.h"
#include "client/desktop/lounge/table_dialog.h"
#include "client/desktop/lounge/topic_dialog.h"
#include "client/desktop/safety/confirm_dialog.h"

namespace jjak::desktop {

using protocol::Standing;
using protocol::Table;
using protocol::TableGuest;

TableActions::TableActions(Context &context, QWidget *window) : QObject(window), m_context(context), m_window(window), m_mine(context.session)
{
}

void TableActions::act(TableAct act, const Table &table)
{
    client::Tables &tables = m_context.session.tables();
    switch (act) {
    case TableAct::Join:
    case TableAct::Ask:
    case TableAct::Take: return join(table, false, false);
    case TableAct::Line: return join(table, true, false);
    case TableAct::Leave: return leave(table);
    case TableAct::Close: return close(table);
    case TableAct::Room:
        if (table.room)
            Q_EMIT roomWanted(*table.room);
        return;
    case TableAct::Rename: return (new TopicDialog(m_context, table, m_window))->open();
    case TableAct::Keep:
        return tables.keep(table.table, !table.keep, answered(table.table, [](const Table &now) {
            return now.kept ? tr("All want to keep it: it does not end by itself.") : now.keep ? tr("You want to keep it. It stays once all do.") : tr("You no longer want to keep it.");
        }));
    case TableAct::Thank:
        return tables.thank(table.table, !table.thanked, answered(table.table, [](const Table &now) {
            return now.thanked ? tr("Thanked. Only how many guests did is told, in the ranking of the week.") : tr("Your thanks are taken back.");
        }));
    }
}

std::function<void(Result<Table>)> TableActions::answered(TableId table, const std::function<QString(const Table &)> &words)
{
    return [self = QPointer<TableActions>(this), table, words](const Result<Table> &now) {
        if (!self)
            return;
        if (!now)
            return self->refused(now.error(), table);
        if (const QString sentence = words(*now); !sentence.isEmpty())
            Q_EMIT self->said(sentence);
    };
}

void TableActions::refused(const Error &error, TableId table)
{
    Q_EMIT said(client::sentence(error));
    Q_EMIT outdated(table);
}

void TableActions::ask(const QString &title, const QString &text, const QString &action, bool harmful, const std::function<void()> &yes)
{
    auto *dialog = new ConfirmDialog(m_context.theme, title, text, action, m_window, harmful ? Kind::Danger : Kind::Primary);
    connect(dialog, &QDialog::accepted, this, yes);
    dialog->open();
}

void TableActions::withName(const std::function<void()> &then)
{
    const client::Lounge &lounge = m_context.session.lounge();
    if (!lounge.isProfileKnown() || lounge.profile())
        return then();
    auto *dialog = new NameDialog(m_context, m_window);
    connect(dialog, &QDialog::accepted, this, then);
    dialog->open();
}

// --- as a guest -----------------------------------------------------------------------------------------------------

void TableActions::join(const Table &table, bool line, bool sure)
{
    withName([this, table, line, sure] {
        m_context.session.tables().join(table.table, line, sure, [self = QPointer<TableActions>(this), table, line, sure](const Result<Table> &now) {
            if (!self)
                return;
            if (!now)
                return self->joinRefused(now.error(), table, line, sure);
            Q_EMIT self->said(standingText(*now, self->m_context.session.serverNow()));
        });
    });
}

//! Two of the refusals are questions.
void TableActions::joinRefused(const Error &error, const Table &table, bool line, bool sure)
{
    if (error.code == ErrorCode::TableSameHour)
        return ask(tr("Two tables at once?"), tr("You have another table at that hour. Join this one too?"), tr("Join this one too"), false, [this, table, line] { join(table, line, true); });
    if (error.code == ErrorCode::TableFull)
        return ask(tr("All seats are taken"), tr("You can wait in line: when a seat becomes free it is kept for the first there for two minutes."), tr("Wait in line"), false,
                   [this, table, sure] { join(table, true, sure); });
    refused(error, table.table);
}

void TableActions::leave(const Table &table)
{
    if (table.mine == Standing::Host)
        return close(table);
    if (table.mine != Standing::Seated)
        return leaveNow(table.table);
    ask(tr("Leave the table?"), tr("Your seat goes to the next in line, and you cannot read what is said there any more."), tr("Leave"), true, [this, id = table.table] { leaveNow(id); });
}

void TableActions::leaveNow(TableId table)
{
    m_mine.expectEnd(table);
    m_context.session.tables().leave(table, [self = QPointer<TableActions>(this), table](const Result<Done> &result) {
        if (!self)
            return;
        self->m_mine.expectNoEnd(table); // what ended it has been told before
        if (!result)
            return self->refused(result.error(), table);
        Q_EMIT self->said(tr("You have no seat there any more, and wait for none."));
    });
}

// --- as the host ----------------------------------------------------------------------------------------------------

void TableActions::admit(TableId table, const TableGuest &guest, bool yes)
{
    const QString name = displayText(guest.name).simplified();
    m_context.session.tables().admit(table, guest.persona, yes, answered(table, [name, yes](const Table &) {
        return yes ? tr("%1 may come.").arg(name) : tr("%1 may not come. Nobody is told.").arg(name);
    }));
}

void TableActions::remove(TableId table, const TableGuest &guest)
{
    const QString name = displayText(guest.name).simplified();
    ask(tr("Remove %1 from the table?").arg(name), tr("%1 loses the seat and cannot come to this table again.").arg(name), tr("Remove"), true, [this, table, persona = guest.persona, name] {
        m_context.session.tables().remove(table, persona, answered(table, [name](const Table &) { return tr("%1 does not sit there any more.").arg(name); }));
    });
}

void TableActions::close(const Table &table)
{
    ask(tr("Close the table?"), tr("It ends for everybody. What was said in its room can still be read there for a day. This cannot be undone."), tr("Close the table"), true,
        [this, id = table.table] { closeNow(id); });
}

void TableActions::closeNow(TableId table)
{
    m_mine.expectEnd(table);
    m_context.session.tables().close(table, [self = QPointer<TableActions>(this), table](const Result<Done> &result) {
        if (!self)
            return;
        if (!result) {
            self->m_mine.expectNoEnd(table);
            return self->refused(result.error(), table);
        }
        Q_EMIT self->said(tr("The table is closed."));
    });
}

void TableActions::offer(const protocol::Post &post)
{
    withName([this, post] {
        auto *dialog = new OfferDialog(m_context, post, m_window);
        connect(dialog, &OfferDialog::offered, this, [this](const Table &table) {
            Q_EMIT said(standingText(table, m_context.session.serverNow()));
            Q_EMIT offered(table.post);
        });
        dialog->open();
    });
}

void TableActions::saveCalendar(const Table &table)
{
    desktop::saveCalendar(m_context, client::occasionOf(table), m_window, [this](const QString &sentence) { Q_EMIT said(sentence); });
}

// --- from its room --------------------------------------------------------------------------------------------------

void TableActions::showTableOf(RoomId room)
{
    const auto table = m_mine.ofRoom(room);
    if (!table)
        return Q_EMIT said(tr("This table has ended. What was said here can be read for a day."));
    (new TableDialog(m_context, *this, *table, m_window))->open();
}

bool TableActions::leaveTableOf(RoomId room)
{
    const auto table = m_mine.ofRoom(room);
    if (!table || table->phase == protocol::TablePhase::Ended)
        return false;
    leave(*table);
    return true;
}

} // namespace jjak::desktop
