// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/persona_store.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

app::PersonaRow persona(Row &row)
{
    app::PersonaRow out;
    protocol::Profile &p = out.profile;
    row.to(out.account, out.id, p.name, out.folded, p.line, p.languages, p.interests, p.ranked);
    return out;
}

} // namespace

std::optional<app::PersonaRow> SqlPersonaStore::of(AccountId account)
{
    return m_database.first(u"SELECT account, id, name, folded, line, languages, interests, ranked FROM persona WHERE account = ?"_s, persona, account);
}

std::optional<app::PersonaRow> SqlPersonaStore::find(PersonaId id)
{
    return m_database.first(u"SELECT account, id, name, folded, line, languages, interests, ranked FROM persona WHERE id = ?"_s, persona, id);
}

bool SqlPersonaStore::save(const app::PersonaRow &row)
{
    const protocol::Profile &p = row.profile;
    if (m_database.value<AccountId>(u"SELECT account FROM persona WHERE folded = ?"_s, row.folded).value_or(row.account) != row.account)
        return false;
    const bool was = m_database.value<bool>(u"SELECT ranked FROM persona WHERE account = ?"_s, row.account).value_or(p.ranked);
    m_database.change(u"INSERT INTO persona (account, id, name, folded, line, languages, interests, ranked) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
                      "ON CONFLICT (account) DO UPDATE SET name = excluded.name, folded = excluded.folded, line = excluded.line, languages = excluded.languages, interests = excluded.interests, ranked = excluded.ranked"_s,
                      row.account, row.id, p.name, row.folded, p.line, p.languages, p.interests, p.ranked);
    if (was != p.ranked) {
        m_database.change(u"UPDATE post SET ranked = ? WHERE author = ? AND erased = 0"_s, p.ranked, row.account);
        m_database.change(u"UPDATE thanked_host SET ranked = ? WHERE host = ?"_s, p.ranked, row.account);
    }
    return m_database.failure() == Database::Failure::None;
}

} // namespace jjak::storage
