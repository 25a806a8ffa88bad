// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <memory>
#include <mutex>

#include "server/app/ports/stores.h"

namespace jjak::app {

//! The scripts that were asked for, parsed once: a script never changes. Any thread.
class ScriptShelf {
public:
    //! At the given speed; nullptr when it is not stored or cannot be read any more.
    std::shared_ptr<const domain::Script> script(Stores &stores, ScriptId id, int speed);

private:
    std::mutex m_mutex;
    QHash<ScriptId, std::shared_ptr<const domain::Script>> m_scripts; //!< all at the one speed a server has
};

} // namespace jjak::app
