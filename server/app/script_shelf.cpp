// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/script_shelf.h"

#include "server/app/scripts.h"

namespace jjak::app {

std::shared_ptr<const domain::Script> ScriptShelf::script(Stores &stores, ScriptId id, int speed)
{
    const std::lock_guard lock(m_mutex);
    if (const auto it = m_scripts.constFind(id); it != m_scripts.cend())
        return *it;
    const auto toml = stores.scripts.toml(id);
    const auto parsed = toml ? scriptFrom(*toml) : Result<ParsedScript>(ErrorCode::ScriptNotFound);
    if (!parsed)
        return nullptr;
    auto script = std::make_shared<const domain::Script>(atSpeed(parsed->script, speed));
    m_scripts.insert(id, script);
    return script;
}

} // namespace jjak::app
