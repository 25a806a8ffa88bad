// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <variant>

#include "common/base/result.h"
#include "server/app/ports/dates.h"

//! The host's programmes as operators write them (TOML, docs/scripts.md). Pure functions, any thread.
namespace jjak::app {

//! A script that can be played: what the date machine needs of it, and what is stored.
struct ParsedScript {
    domain::Script script;
    ScriptRow row;
};

//! Something in a script that has to be put right.
struct ScriptMistake {
    int line = 1;
    QString what; //!< a sentence for the operator, without the line
    friend bool operator==(const ScriptMistake &, const ScriptMistake &) = default;
};

//! The script, or all mistakes in the order of their lines. (Bad TOML is one mistake: nothing behind it can be read.)
std::variant<ParsedScript, QList<ScriptMistake>> parseScript(const QString &toml);

//! The same for who passes one error on: script.invalid with the first mistake, field "line 12".
Result<ParsedScript> scriptFrom(const QString &toml);

//! The first bytes of the SHA-256 of the text as UTF-8.
ScriptId idOfScript(const QString &toml);

//! Every duration divided, what was longer than 0 is at least 1 ms; for rehearsals and tests. Below 1 counts as 1.
domain::Script atSpeed(domain::Script script, int speed);

//! The script of events that bring none: resources/scripts/evening.toml.
QString builtInScript();

} // namespace jjak::app
