// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

#include "common/protocol/codec.h"
#include "server/app/script_draft.h"

namespace jjak::app {

using namespace Qt::StringLiterals;

namespace {

using protocol::Rule;
namespace lines = domain::lines;

constexpr int nameLength = 64, textLength = 400, textsMost = 1000, languagesMost = 8;

bool fits(const QString &text, const Rule &rule)
{
    return protocol::checkText(text, rule, {}).ok();
}

void checkHead(ScriptDraft &draft)
{
    static const QRegularExpression language(u"\\A[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\\z"_s); // BCP 47, as much of it as is needed here
    if (!draft.name.text.isEmpty() && !fits(draft.name.text, Rule::line(1, nameLength)))
        draft.wrong(draft.name.line, u"the name must be one line of at most %1 characters"_s.arg(nameLength));
    if (draft.languages.isEmpty() || draft.languages.size() > languagesMost)
        draft.wrong(draft.languagesAt, u"a script has 1 to %1 languages"_s.arg(languagesMost));
    draft.languages.removeIf([&](const QString &name) {
        const bool good = name.size() <= 16 && language.match(name).hasMatch();
        if (!good)
            draft.wrong(draft.languagesAt, u"“%1” is no language such as “ko” or “en”"_s.arg(name));
        return !good;
    });
}

//! As one letter each: W welcome, I impression, T topic, K talk, A arrow, R reveal, F farewell.
void checkOrder(ScriptDraft &draft)
{
    static const QRegularExpression order(u"\\AWI?(?:TK){1,9}ARF\\z"_s);
    static const QString told = u"the order is welcome, impression if you like, topic and talk up to nine times, arrow, reveal, farewell"_s;
    if (std::ranges::any_of(draft.acts, [](const DraftAct &act) { return !act.known; }))
        return;
    QString letters;
    for (const DraftAct &act : draft.acts) {
        letters += QLatin1StringView("WITKARF")[qsizetype(act.act.phase)];
        const auto match = order.match(letters, 0, QRegularExpression::PartialPreferCompleteMatch);
        if (!match.hasMatch() && !match.hasPartialMatch()) {
            const auto name = protocol::nameOf(act.act.phase);
            return draft.wrong(act.line, u"“%1” cannot stand here: %2"_s.arg(QString::fromLatin1(name.data(), qsizetype(name.size())), told));
        }
    }
    if (!order.match(letters).hasMatch())
        draft.wrong(draft.acts.isEmpty() ? 1 : draft.acts.constLast().line, u"phases are missing at the end: "_s + told);
}

void checkAct(ScriptDraft &draft, const DraftAct &draftAct)
{
    const domain::Act &act = draftAct.act;
    if (act.time <= 0ms)
        draft.wrong(draftAct.line, u"this phase takes no time: it needs “seconds”, or “lines” with a “gap”"_s);
    if (!act.announce.isEmpty() && act.announce.constFirst() >= act.time)
        draft.wrong(draftAct.line, u"“announce” has more seconds than the phase"_s);
    if (act.phase == domain::DatePhase::Talk && act.frozen)
        draft.wrong(draftAct.line, u"a talk cannot be frozen"_s);
    if (act.hush && act.frozen)
        draft.wrong(draftAct.line, u"“silence” means nothing in a frozen phase: nobody could write"_s);
    for (const Placed &line : draftAct.says) {
        if (!draft.texts.contains(line.text))
            draft.wrong(line.line, u"the line “%1” has no text: write [lines.%1]"_s.arg(line.text));
    }
}

//! What the host can fill in for a key.
QStringList argumentsOf(const QString &key)
{
    if (key == lines::left || key == lines::cool)
        return {u"%1"_s};
    return key == lines::invite ? QStringList{u"%*"_s} : QStringList{};
}

QSet<QString> placeholdersOf(const QString &text)
{
    static const QRegularExpression placeholder(u"%(?:[0-9]|\\*)"_s);
    QSet<QString> out;
    for (auto it = placeholder.globalMatch(text); it.hasNext();)
        out.insert(it.next().captured());
    return out;
}

void checkWords(ScriptDraft &draft, const QString &key, const QString &language, const Placed &words)
{
    if (!draft.languages.contains(language) && !draft.languages.isEmpty()) // without any, every word would be one
        return draft.wrong(words.line, u"“%1” is none of the script's languages"_s.arg(language));
    if (!fits(words.text, Rule::line(1, textLength)) || words.text.trimmed().isEmpty())
        draft.wrong(words.line, u"the text must be one line of 1 to %1 characters"_s.arg(textLength));
    const QStringList known = argumentsOf(key);
    for (const QString &placeholder : placeholdersOf(words.text)) {
        if (!known.contains(placeholder))
            draft.wrong(words.line, u"there is nothing to put in for %1 in “%2”"_s.arg(placeholder, key));
    }
}

void checkText(ScriptDraft &draft, const QString &key, const DraftText &text)
{
    static const QRegularExpression good(u"\\A[a-z0-9._-]{1,64}\\z"_s);
    if (!good.match(key).hasMatch())
        draft.wrong(text.line, u"the key “%1” must be of a-z, 0-9, dots, hyphens and underscores, at most 64"_s.arg(key));
    for (auto it = text.words.cbegin(); it != text.words.cend(); ++it)
        checkWords(draft, key, it.key(), *it);
    std::optional<QSet<QString>> placeholders;
    for (const QString &language : draft.languages) {
        const auto words = text.words.constFind(language);
        if (words == text.words.cend()) {
            draft.wrong(text.line, u"“%1” has no text in “%2”"_s.arg(key, language));
            continue;
        }
        const auto here = placeholdersOf(words->text);
        if (placeholders && *placeholders != here)
            draft.wrong(words->line, u"“%1” has other placeholders in “%2” than in the languages before it"_s.arg(key, language));
        placeholders = here;
    }
}

void checkUse(ScriptDraft &draft)
{
    QSet<QString> used{lines::left, lines::invite, lines::cool, lines::alone};
    for (const QString &key : QSet<QString>(used)) {
        if (!draft.texts.contains(key))
            draft.wrong(draft.linesAt, u"the line “%1” is missing: every script needs [lines.%1]"_s.arg(key));
    }
    for (const DraftAct &act : draft.acts) {
        for (const Placed &line : act.says)
            used.insert(line.text);
    }
    QSet<QString> topics;
    for (const domain::TopicPack &pack : draft.packs)
        topics.unite(QSet<QString>(pack.topics.cbegin(), pack.topics.cend()));
    for (auto it = draft.texts.cbegin(); it != draft.texts.cend(); ++it) {
        if (!used.contains(it.key()) && !topics.contains(it.key()))
            draft.wrong(it->line, u"no phase says “%1”"_s.arg(it.key()));
    }
    const auto rounds = std::ranges::count_if(draft.acts, [](const DraftAct &act) { return act.act.phase == domain::DatePhase::Topic; });
    if (topics.size() < rounds)
        draft.wrong(draft.linesAt, u"there are %1 topics for %2 rounds"_s.arg(topics.size()).arg(rounds));
    if (draft.texts.size() > textsMost)
        draft.wrong(draft.linesAt, u"a script has at most %1 lines and topics"_s.arg(textsMost));
}

} // namespace

void checkDraft(ScriptDraft &draft)
{
    checkHead(draft);
    checkOrder(draft);
    for (const DraftAct &act : draft.acts)
        checkAct(draft, act);
    for (auto it = draft.texts.cbegin(); it != draft.texts.cend(); ++it)
        checkText(draft, it.key(), *it);
    for (const domain::TopicPack &pack : draft.packs) {
        if (pack.topics.isEmpty())
            draft.wrong(draft.linesAt, u"the pack “%1” has no topics"_s.arg(pack.key));
    }
    checkUse(draft);
}

} // namespace jjak::app
