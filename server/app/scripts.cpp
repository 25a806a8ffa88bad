// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/scripts.h"

#include <QCryptographicHash>
#include <QFile>
#include <algorithm>

#include "server/app/script_draft.h"

//! A static library's resources have to be asked for, from outside any namespace.
static void loadScriptResources()
{
    Q_INIT_RESOURCE(scripts);
}

namespace jjak::app {

using namespace Qt::StringLiterals;

namespace {

qsizetype codePoints(const QString &text)
{
    return text.size() - std::ranges::count_if(text, [](QChar c) { return c.isLowSurrogate(); });
}

ParsedScript finished(const ScriptDraft &draft, const QString &toml)
{
    ParsedScript out;
    out.script = {idOfScript(toml), draft.name.text, draft.languages, {}, draft.packs};
    int round = 0;
    for (const DraftAct &from : draft.acts) {
        domain::Act act = from.act;
        for (const Placed &line : from.says)
            act.lines += line.text;
        round += act.phase == domain::DatePhase::Topic;
        if (act.phase == domain::DatePhase::Topic || act.phase == domain::DatePhase::Talk)
            act.round = round;
        out.script.acts.push_back(act);
    }
    out.row = {out.script.id, out.script.name, toml, draft.languages, {}};
    for (const QString &language : draft.languages) {
        QList<protocol::cmd::ScriptText> texts;
        for (auto it = draft.texts.cbegin(); it != draft.texts.cend(); ++it)
            texts.append({it.key(), it->words.value(language).text});
        out.row.texts.append(texts);
    }
    return out;
}

} // namespace

std::variant<ParsedScript, QList<ScriptMistake>> parseScript(const QString &toml)
{
    if (codePoints(toml) > limits::scriptCodePoints)
        return QList<ScriptMistake>{{1, u"a script has at most %1 characters"_s.arg(limits::scriptCodePoints)}};
    ScriptDraft draft = readDraft(toml);
    if (draft.isToml)
        checkDraft(draft);
    if (draft.mistakes.isEmpty())
        return finished(draft, toml);
    std::ranges::stable_sort(draft.mistakes, {}, &ScriptMistake::line);
    return draft.mistakes;
}

Result<ParsedScript> scriptFrom(const QString &toml)
{
    auto parsed = parseScript(toml);
    if (auto *script = std::get_if<ParsedScript>(&parsed))
        return std::move(*script);
    const ScriptMistake &first = std::get<QList<ScriptMistake>>(parsed).constFirst();
    return Error{ErrorCode::ScriptInvalid, u"line %1"_s.arg(first.line), first.what};
}

ScriptId idOfScript(const QString &toml)
{
    return ScriptId::fromBytes(QCryptographicHash::hash(toml.toUtf8(), QCryptographicHash::Sha256).first(ScriptId::byteCount));
}

domain::Script atSpeed(domain::Script script, int speed)
{
    const auto divide = [&](Duration &time) {
        if (time > 0ms)
            time = std::max(Duration(1), time / std::max(speed, 1));
    };
    for (domain::Act &act : script.acts) {
        divide(act.time);
        divide(act.gap);
        for (Duration &mark : act.announce)
            divide(mark);
        if (act.hush)
            divide(*act.hush);
        // What was rounded up to 1 ms still has to fit.
        act.time = std::max(act.time, act.gap * int(act.lines.size() + (act.phase == domain::DatePhase::Topic)));
    }
    return script;
}

QString builtInScript()
{
    loadScriptResources();
    QFile file(u":/jjak/app/evening.toml"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace jjak::app
