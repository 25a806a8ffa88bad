// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/move/move_mark.h"

#include "server/storage/database.h"
#include "server/storage/startup_error.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

std::optional<MoveMark> moveMark(Database &database)
{
    std::optional<MoveMark> mark;
    database.begin();
    if (database.value<bool>(u"SELECT to_regclass('jjak.move') IS NOT NULL"_s).value_or(false))
        mark = database.first(u"SELECT source, completed IS NOT NULL FROM move"_s, [](Row &row) { return MoveMark{row.next<QByteArray>(), row.next<bool>()}; });
    if (!database.commit())
        throw StartupError(u"PostgreSQL cannot be used (looking for a move): %1"_s.arg(database.driver().lastError()));
    return mark;
}

void refuseHalfMoved(Database &database)
{
    const auto mark = moveMark(database);
    if (mark && !mark->isComplete)
        throw StartupError(u"a move into this database is not complete: give the command “jjakctl migrate-to” again, which goes on where it stopped"_s);
}

QString howToBeginAnew()
{
    return u"to begin anew, give PostgreSQL “DROP SCHEMA jjak CASCADE” in that database, and this command again"_s;
}

} // namespace jjak::storage
