// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/state/words.h"

#include <algorithm>

namespace jjak::client {

bool ScriptWords::has(ScriptId script, const QString &language) const
{
    return m_scripts.value(script).contains(language);
}

bool ScriptWords::hasAny(ScriptId script) const
{
    const auto languages = m_scripts.value(script);
    return std::ranges::any_of(languages, [](const Words &words) { return !words.isEmpty(); });
}

void ScriptWords::put(ScriptId script, const QString &language, const Words &words)
{
    m_scripts[script].insert(language, words);
}

std::optional<QString> ScriptWords::lineIn(const QHash<QString, Words> &languages, const QString &key, const QString &language)
{
    const Words &wanted = languages[language];
    if (const auto it = wanted.constFind(key); it != wanted.cend())
        return *it;
    // In the same order every time, whatever the hash's is.
    QStringList others = languages.keys();
    others.sort();
    for (const QString &other : std::as_const(others)) {
        const Words &words = languages[other];
        if (const auto it = words.constFind(key); it != words.cend())
            return *it;
    }
    return std::nullopt;
}

std::optional<QString> ScriptWords::line(ScriptId script, const QString &key, const QString &language) const
{
    if (const auto it = m_scripts.constFind(script); it != m_scripts.cend())
        if (auto found = lineIn(*it, key, language))
            return found;
    if (!script.isNull())
        return std::nullopt;
    for (const auto &languages : m_scripts)
        if (auto found = lineIn(languages, key, language))
            return found;
    return std::nullopt;
}

} // namespace jjak::client
