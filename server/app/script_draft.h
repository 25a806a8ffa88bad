// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>

#include "server/app/scripts.h"

//! Between the text of a script and the script: what was read, with the lines where it stands. Only for parseScript().
namespace jjak::app {

//! A piece of text and where it stands.
struct Placed {
    QString text;
    int line = 1;
};

//! A phase as it was read; the lines of `act` are in `says`.
struct DraftAct {
    domain::Act act;
    QList<Placed> says; //!< keys
    bool known = true;  //!< else act.phase means nothing
    int line = 1;
};

//! One line of the host, or one topic.
struct DraftText {
    QMap<QString, Placed> words; //!< by language
    int line = 1;
};

//! A script that may be wrong.
struct ScriptDraft {
    Placed name;
    QStringList languages;
    int languagesAt = 1;
    QList<DraftAct> acts;
    QList<domain::TopicPack> packs;
    QMap<QString, DraftText> texts; //!< by key, topics included
    int linesAt = 1;                //!< where the texts of the lines begin
    QList<ScriptMistake> mistakes;
    bool isToml = true;             //!< else nothing was read

    void wrong(int line, const QString &what) { mistakes.append({line, what}); }
};

//! Reads what can be read. Mistakes: bad TOML, unknown keys, wrong types, numbers out of range.
ScriptDraft readDraft(const QString &toml);

//! Adds what is wrong with the whole: the order of phases, keys without texts, texts that do not fit.
void checkDraft(ScriptDraft &draft);

} // namespace jjak::app
