// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/script_store.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;
using protocol::cmd::ScriptText;

std::optional<QString> SqlScriptStore::toml(ScriptId id)
{
    return m_database.value<QString>(u"SELECT toml FROM script WHERE id = ?"_s, id);
}

void SqlScriptStore::insert(const app::ScriptRow &row)
{
    if (row.languages.size() != row.texts.size())
        return m_database.refuse("a script has texts for each of its languages");
    if (m_database.change(u"INSERT INTO script (id, name, toml, languages) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"_s, row.id, row.name, row.toml, row.languages) == 0)
        return;
    for (int i = 0; i < row.languages.size(); ++i) {
        for (const ScriptText &text : row.texts[i])
            m_database.change(u"INSERT INTO script_text (script, language, key, text) VALUES (?, ?, ?, ?)"_s, row.id, row.languages[i], text.key, text.text);
    }
}

QList<ScriptText> SqlScriptStore::texts(ScriptId id, const QString &language)
{
    return m_database.list(
        u"SELECT key, text FROM script_text WHERE script = ? AND language = ? ORDER BY key"_s, [](Row &row) { ScriptText out; row.to(out.key, out.text); return out; }, id, language);
}

} // namespace jjak::storage
