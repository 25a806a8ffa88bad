// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/attendance_store.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

app::AttendanceRow attendance(Row &row)
{
    app::AttendanceRow out;
    std::optional<EventId> event;
    std::optional<protocol::LobbyEnd> reason;
    row.to(out.version, out.last, event, reason);
    if (event && reason)
        out.letGo = protocol::LetGo{*event, *reason};
    return out;
}

} // namespace

app::AttendanceRow SqlAttendanceStore::find(AccountId account)
{
    return m_database.first(u"SELECT version, last, let_go_event, let_go_reason FROM attendance WHERE account = ?"_s, attendance, account).value_or(app::AttendanceRow());
}

app::AttendanceRow SqlAttendanceStore::advance(AccountId account)
{
    const auto row = m_database.first(u"INSERT INTO attendance (account, version) VALUES (?, 1) "
                                      "ON CONFLICT (account) DO UPDATE SET version = attendance.version + 1 RETURNING version, last, let_go_event, let_go_reason"_s,
                                      attendance, account);
    return row.value_or(app::AttendanceRow());
}

app::AttendanceRow SqlAttendanceStore::advance(AccountId account, std::optional<DateId> last, const std::optional<protocol::LetGo> &letGo)
{
    std::optional<EventId> event;
    std::optional<protocol::LobbyEnd> reason;
    if (letGo) {
        event = letGo->event;
        reason = letGo->reason;
    }
    const auto version = m_database.value<qint64>(u"INSERT INTO attendance (account, version, last, let_go_event, let_go_reason) VALUES (?, 1, ?, ?, ?) "
                                                  "ON CONFLICT (account) DO UPDATE SET version = attendance.version + 1, last = excluded.last, "
                                                  "let_go_event = excluded.let_go_event, let_go_reason = excluded.let_go_reason RETURNING version"_s,
                                                  account, last, event, reason);
    return version ? app::AttendanceRow{*version, last, letGo} : app::AttendanceRow();
}

} // namespace jjak::storage
