// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSet>
#include <QTest>
#include <algorithm>

#include "server/app/scripts.h"

using namespace jjak;
using namespace jjak::app;
using namespace Qt::StringLiterals;
using domain::DatePhase;

namespace {

//! The smallest script, which every mistake is put into.
const QString small = uR"(name = "small"
languages = ["ko", "en"]

[[phase]]
kind = "welcome"
gap = 2
lines = ["welcome.a", "welcome.b"]

[[phase]]
kind = "topic"
seconds = 1
gap = 2
lines = ["ask"]

[[phase]]
kind = "talk"
seconds = 20
announce = [5, 10]
silence = 12

[[phase]]
kind = "arrow"
seconds = 10

[[phase]]
kind = "reveal"
seconds = 2.5

[[phase]]
kind = "farewell"
seconds = 5

[lines]
welcome.a = { ko = "안녕", en = "Hello" }
welcome.b = { ko = "시작", en = "Begin" }
ask = { ko = "주제", en = "Topic" }
left = { ko = "%1초", en = "%1 s" }
invite = { ko = "%* 님", en = "%*?" }
cool = { ko = "%1 님", en = "%1!" }
alone = { ko = "끝", en = "The end" }

[pack.a]
tea.ko = "차"
tea.en = "Tea"
)"_s;

QList<ScriptMistake> mistakesOf(const QString &toml)
{
    const auto parsed = parseScript(toml);
    const auto *mistakes = std::get_if<QList<ScriptMistake>>(&parsed);
    return mistakes ? *mistakes : QList<ScriptMistake>();
}

QString toText(const QList<ScriptMistake> &mistakes)
{
    QString out;
    for (const ScriptMistake &mistake : mistakes)
        out += u"%1: %2\n"_s.arg(mistake.line).arg(mistake.what);
    return out;
}

domain::Script scriptOf(const QString &toml)
{
    const auto parsed = parseScript(toml);
    const auto *script = std::get_if<ParsedScript>(&parsed);
    if (!script)
        qFatal("%s", qUtf8Printable(toText(std::get<QList<ScriptMistake>>(parsed))));
    return script->script;
}

QString with(const QString &what, const QString &instead)
{
    if (!small.contains(what))
        qFatal("the small script has no %s", qUtf8Printable(what));
    return QString(small).replace(small.indexOf(what), what.size(), instead);
}

//! The line of the small script on which that text begins.
int lineOf(const QString &what)
{
    return 1 + int(QStringView(small).first(small.indexOf(what)).count(u'\n'));
}

Duration total(const domain::Script &script)
{
    Duration sum{0};
    for (const domain::Act &act : script.acts)
        sum += act.time;
    return sum;
}

} // namespace

class TestScripts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void builtInScriptCanBePlayed();
    void builtInScriptHasTheProgrammeOfTheDesign();
    void builtInScriptHasManyDifferentTopicsInBothLanguages();
    void smallScriptBecomesActsRoundsAndTexts();
    void everyMistakeIsFoundOnItsLine_data();
    void everyMistakeIsFoundOnItsLine();
    void allMistakesAreToldInOrder();
    void badTomlIsOneMistakeAtItsPlace();
    void serviceGetsTheFirstMistakeAsAnError();
    void idIsOfTheTextAlone();
    void speedDividesEverythingAndLinesStillFit_data();
    void speedDividesEverythingAndLinesStillFit();

private:
    void addHeadMistakes();
    void addPhaseMistakes();
    void addTextMistakes();
};

void TestScripts::builtInScriptCanBePlayed()
{
    const QString toml = builtInScript();
    QVERIFY(!toml.isEmpty());
    const auto script = scriptFrom(toml);
    QVERIFY2(script.ok(), qPrintable(toText(mistakesOf(toml))));
    QCOMPARE(script->script.name, u"evening"_s);
    QCOMPARE(script->row.languages, (QStringList{u"ko"_s, u"en"_s}));
    QCOMPARE(script->row.toml, toml);
}

void TestScripts::builtInScriptHasTheProgrammeOfTheDesign()
{
    const domain::Script script = scriptOf(builtInScript());
    using enum DatePhase;
    const std::vector<DatePhase> order{Welcome, Impression, Topic, Talk, Topic, Talk, Topic, Talk, Arrow, Reveal, Farewell};
    QCOMPARE(script.acts.size(), order.size());
    for (size_t i = 0; i < order.size(); ++i) {
        QCOMPARE(script.acts[i].phase, order[i]);
        QCOMPARE(script.acts[i].frozen, order[i] != Talk && order[i] != Farewell);
    }
    const domain::Act &welcome = script.acts[0], &topic = script.acts[2], &talk = script.acts[3], &arrow = script.acts[8];
    QCOMPARE(welcome.lines.size(), 7);
    QCOMPARE(welcome.gap, Duration(2s));
    QCOMPARE(topic.time, Duration(4s));
    QCOMPARE(talk.time, Duration(180s));
    QCOMPARE(talk.announce, (QList<Duration>{60s, 10s}));
    QCOMPARE(talk.hush, std::optional<Duration>(120s));
    QCOMPARE(arrow.time, Duration(30s));
    QVERIFY(total(script) > 11min && total(script) < 12min); // as welcome.3 says
}

void TestScripts::builtInScriptHasManyDifferentTopicsInBothLanguages()
{
    const auto script = scriptFrom(builtInScript());
    QVERIFY(script.ok());
    QSet<QString> keys;
    for (const domain::TopicPack &pack : script->script.packs)
        keys.unite(QSet<QString>(pack.topics.cbegin(), pack.topics.cend()));
    QVERIFY(keys.size() >= 60);
    QVERIFY(script->script.packs.size() >= 6);
    for (const auto &texts : script->row.texts) {
        QSet<QString> words;
        qsizetype topics = 0;
        for (const auto &text : texts) {
            words.insert(text.text);
            topics += keys.contains(text.key);
        }
        QCOMPARE(topics, keys.size());
        QCOMPARE(words.size(), texts.size()); // nothing is there twice under two keys
    }
}

void TestScripts::smallScriptBecomesActsRoundsAndTexts()
{
    const auto parsed = scriptFrom(small);
    QVERIFY2(parsed.ok(), qPrintable(toText(mistakesOf(small))));
    const auto &acts = parsed->script.acts;
    QCOMPARE(acts.size(), size_t(6));
    QCOMPARE(acts[0].time, Duration(4s)); // its two lines take longer than nothing
    QCOMPARE(acts[0].lines, (QStringList{u"welcome.a"_s, u"welcome.b"_s}));
    QCOMPARE(acts[1].time, Duration(4s)); // its line and the topic itself
    QCOMPARE(acts[1].round, 1);
    QCOMPARE(acts[2].round, 1);
    QCOMPARE(acts[2].announce, (QList<Duration>{10s, 5s}));
    QCOMPARE(acts[3].round, 0);
    QCOMPARE(acts[4].time, Duration(2500ms));
    QCOMPARE(parsed->script.packs.constFirst().topics, (QStringList{u"a.tea"_s}));
    QCOMPARE(parsed->row.texts.size(), 2);
    QVERIFY(parsed->row.texts[0].contains({u"a.tea"_s, u"차"_s}));
    QVERIFY(parsed->row.texts[1].contains({u"welcome.b"_s, u"Begin"_s}));
}

namespace {

void row(const char *name, const QString &what, const QString &instead, int line, const QString &told)
{
    QTest::newRow(name) << with(what, instead) << line << told;
}

//! A mistake on the line where the replaced text begins.
void here(const char *name, const QString &what, const QString &instead, const QString &told)
{
    row(name, what, instead, lineOf(what), told);
}

} // namespace

void TestScripts::addHeadMistakes()
{
    row("unknown key at the top", u"languages ="_s, u"speed = 3\nlanguages ="_s, 2, u"nothing named “speed”"_s);
    row("no name", u"name = \"small\""_s, u""_s, 1, u"needs “name”"_s);
    here("name of two lines", u"\"small\""_s, u"\"a\\nb\""_s, u"the name must be one line"_s);
    here("name is no text", u"\"small\""_s, u"7"_s, u"“name” must be a text"_s);
    here("no languages", u"[\"ko\", \"en\"]"_s, u"[]"_s, u"1 to 8 languages"_s);
    here("language twice", u"[\"ko\", \"en\"]"_s, u"[\"ko\", \"en\", \"ko\"]"_s, u"twice"_s);
    here("no language", u"[\"ko\", \"en\"]"_s, u"[\"ko\", \"en\", \"한국어\"]"_s, u"is no language"_s);
    QTest::newRow("far too long") << small + QString(limits::scriptCodePoints, u'#') << 1 << u"at most 40000 characters"_s;
}

void TestScripts::addPhaseMistakes()
{
    const QString welcome = u"[[phase]]\nkind = \"welcome\""_s, talk = u"[[phase]]\nkind = \"talk\""_s, arrow = u"[[phase]]\nkind = \"arrow\""_s, reveal = u"[[phase]]\nkind = \"reveal\""_s,
                  farewell = u"[[phase]]\nkind = \"farewell\"\nseconds = 5\n"_s;
    here("unknown key of a phase", u"gap = 2"_s, u"gab = 2\nseconds = 9"_s, u"nothing named “gab”"_s);
    here("unknown kind", u"kind = \"reveal\""_s, u"kind = \"finale\""_s, u"no phase “finale”"_s);
    here("no kind", reveal, u"[[phase]]"_s, u"needs “kind”"_s);
    here("wrong order", arrow, reveal, u"“reveal” cannot stand here"_s);
    here("topic without its talk", talk, u"[[phase]]\nkind = \"topic\""_s, u"“topic” cannot stand here"_s);
    row("missing at the end", farewell, u""_s, lineOf(reveal), u"missing at the end"_s);
    here("misspelt phase", farewell, u"[phases]\nkind = \"farewell\"\n"_s, u"nothing named “phases”"_s);
    here("no time", arrow + u"\nseconds = 10"_s, arrow, u"takes no time"_s);
    here("seconds below 0", u"seconds = 10"_s, u"seconds = -1"_s, u"“seconds” must be a number of seconds from 0 to 3600"_s);
    here("seconds as text", u"seconds = 10"_s, u"seconds = \"10\""_s, u"“seconds” must be"_s);
    here("seconds that are no number", u"seconds = 10"_s, u"seconds = nan"_s, u"“seconds” must be"_s);
    here("gap too long", u"gap = 2"_s, u"gap = 61"_s, u"“gap” must be"_s);
    row("announces more than it has", u"[5, 10]"_s, u"[5, 20]"_s, lineOf(talk), u"more seconds than the phase"_s);
    here("announces twice", u"[5, 10]"_s, u"[5, 5]"_s, u"“announce” must be a list of different"_s);
    here("announces parts of seconds", u"[5, 10]"_s, u"[5.5]"_s, u"“announce” must be"_s);
    here("announces no list", u"[5, 10]"_s, u"5"_s, u"“announce” must be"_s);
    here("frozen is no yes or no", u"silence = 12"_s, u"frozen = 1"_s, u"“frozen” must be true or false"_s);
    row("frozen talk", u"silence = 12"_s, u"frozen = true"_s, lineOf(talk), u"a talk cannot be frozen"_s);
    row("silence while frozen", u"seconds = 10"_s, u"seconds = 10\nsilence = 5"_s, lineOf(arrow), u"“silence” means nothing"_s);
    row("line without a text", u"[\"ask\"]"_s, u"[\"ask\",\n\"aks\"]"_s, lineOf(u"[\"ask\"]"_s) + 1, u"“aks” has no text"_s);
    here("lines that are no list", u"[\"ask\"]"_s, u"\"ask\""_s, u"“lines” must be a list of texts"_s);
    row("no phases", small.sliced(small.indexOf(welcome), small.indexOf(u"[lines]"_s) - small.indexOf(welcome)), u""_s, 1, u"needs “phase”"_s);
    row("fewer topics than rounds", arrow, u"[[phase]]\nkind = \"topic\"\nseconds = 1\n[[phase]]\nkind = \"talk\"\nseconds = 9\n"_s + arrow, lineOf(u"[lines]"_s) + 6, u"1 topics for 2 rounds"_s);
}

void TestScripts::addTextMistakes()
{
    here("text nobody says", u"left ="_s, u"lost = { ko = \"a\", en = \"b\" }\nleft ="_s, u"no phase says “lost”"_s);
    row("required line missing", u"alone = { ko = \"끝\", en = \"The end\" }\n"_s, u""_s, lineOf(u"[lines]"_s), u"“alone” is missing"_s);
    here("language missing", u"ko = \"주제\", "_s, u""_s, u"“ask” has no text in “ko”"_s);
    here("language unknown", u"en = \"Topic\""_s, u"en = \"Topic\", fr = \"Sujet\""_s, u"“fr” is none of"_s);
    here("text is no text", u"en = \"Topic\""_s, u"en = 3"_s, u"“en” of “ask” must be a text"_s);
    here("text of two lines", u"\"Topic\""_s, u"\"To\\npic\""_s, u"one line of 1 to 400"_s);
    here("text empty", u"\"Topic\""_s, u"\" \""_s, u"one line of 1 to 400"_s);
    here("text too long", u"\"Topic\""_s, u'"' + QString(401, u'가') + u'"', u"one line of 1 to 400"_s);
    here("text turns the direction", u"\"Topic\""_s, u"\"To\\u202epic\""_s, u"one line of 1 to 400"_s);
    here("line as a plain text", u"{ ko = \"주제\", en = \"Topic\" }"_s, u"\"Topic\""_s, u"“ask” must hold a text for each language"_s);
    here("placeholder in one language only", u"\"%1 s\""_s, u"\"soon\""_s, u"other placeholders in “en”"_s);
    here("placeholder nobody fills", u"\"Hello\""_s, u"\"Hello %1\""_s, u"nothing to put in for %1"_s);
    here("placeholder of one seat for many", u"\"%*?\""_s, u"\"%1?\""_s, u"nothing to put in for %1 in “invite”"_s);
    here("key with capitals", u"tea.ko = \"차\"\ntea.en"_s, u"Tea.ko = \"차\"\nTea.en"_s, u"the key “a.Tea” must be of"_s);
    here("key too long", u"tea.ko = \"차\"\ntea.en"_s, u"%1.ko = \"차\"\n%1.en"_s.arg(QString(63, u'a')), u"at most 64"_s);
    row("key twice", u"ask ="_s, u"a.tea = { ko = \"차\", en = \"Tea\" }\nask ="_s, lineOf(u"tea.ko"_s) + 1, u"“a.tea” stands here again, after line 36"_s);
    row("pack without topics", u"[pack.a]"_s, u"[pack.b]\n[pack.a]"_s, lineOf(u"[lines]"_s), u"“b” has no topics"_s);
    row("pack that is none", u"[pack.a]"_s, u"[pack]\nb = 3\n[pack.a]"_s, lineOf(u"[pack.a]"_s) + 1, u"“b” must hold topics"_s);
}

void TestScripts::everyMistakeIsFoundOnItsLine_data()
{
    QTest::addColumn<QString>("toml");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("what");
    addHeadMistakes();
    addPhaseMistakes();
    addTextMistakes();
}

void TestScripts::everyMistakeIsFoundOnItsLine()
{
    QFETCH(const QString, toml);
    QFETCH(const int, line);
    QFETCH(const QString, what);
    const auto mistakes = mistakesOf(toml);
    const bool found = std::ranges::any_of(mistakes, [&](const ScriptMistake &mistake) { return mistake.line == line && mistake.what.contains(what); });
    QVERIFY2(found, qPrintable(u"not on line %1 among:\n"_s.arg(line) + toText(mistakes)));
}

void TestScripts::allMistakesAreToldInOrder()
{
    const QString toml = with(u"gap = 2"_s, u"gap = 99"_s).replace(u"seconds = 10"_s, u"seconds = -1"_s).replace(u"\"Topic\""_s, u"\"\""_s);
    QList<int> where;
    for (const ScriptMistake &mistake : mistakesOf(toml))
        where += mistake.line;
    QCOMPARE(where, (QList<int>{lineOf(u"gap = 2"_s), lineOf(u"seconds = 10"_s), lineOf(u"\"Topic\""_s)})); // and nothing that only follows from them
}

void TestScripts::badTomlIsOneMistakeAtItsPlace()
{
    const auto mistakes = mistakesOf(with(u"gap = 2"_s, u"gap = = 2"_s));
    QCOMPARE(mistakes.size(), 1);
    QCOMPARE(mistakes.constFirst().line, lineOf(u"gap = 2"_s));
    QVERIFY(mistakes.constFirst().what.startsWith(u"this is not TOML"_s));
    QVERIFY(!mistakesOf({}).isEmpty());
    QVERIFY(!mistakesOf(u"a = "_s + QString(3000, u'[')).isEmpty());
}

void TestScripts::serviceGetsTheFirstMistakeAsAnError()
{
    const auto refused = scriptFrom(with(u"gap = 2"_s, u"gap = 99"_s));
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::ScriptInvalid);
    QCOMPARE(refused.error().field, u"line %1"_s.arg(lineOf(u"gap = 2"_s)));
    QVERIFY(refused.error().reason.contains(u"gap"_s));
}

void TestScripts::idIsOfTheTextAlone()
{
    // SHA-256 of "abc": the example of FIPS 180-4.
    QCOMPARE(idOfScript(u"abc"_s).toBytes().toHex(), QByteArray("ba7816bf8f01cfea414140de5dae2223"));
    QCOMPARE(scriptOf(small).id, idOfScript(small));
    QVERIFY(scriptOf(small).id != scriptOf(small + u"\n"_s).id);
}

void TestScripts::speedDividesEverythingAndLinesStillFit_data()
{
    QTest::addColumn<int>("speed");
    for (const int speed : {1, 10, 20, 1000, 1'000'000})
        QTest::addRow("%d", speed) << speed;
}

void TestScripts::speedDividesEverythingAndLinesStillFit()
{
    QFETCH(const int, speed);
    const domain::Script script = scriptOf(builtInScript()), fast = atSpeed(script, speed);
    QCOMPARE(atSpeed(script, 0).acts[0].time, script.acts[0].time);
    for (size_t i = 0; i < script.acts.size(); ++i) {
        const domain::Act &act = fast.acts[i], &whole = script.acts[i];
        QVERIFY(act.time >= 1ms);
        QVERIFY(act.time == std::max(whole.time / speed, Duration(1)) || speed > 1000);
        QVERIFY(act.gap * int(act.lines.size() + (act.phase == DatePhase::Topic)) <= act.time);
        QVERIFY(act.announce.isEmpty() || act.announce.constFirst() <= act.time);
        QCOMPARE(act.announce.size(), whole.announce.size());
        QCOMPARE(act.hush.has_value(), whole.hush.has_value());
        if (act.hush)
            QCOMPARE(*act.hush, std::max(*whole.hush / speed, Duration(1)));
        QCOMPARE(act.lines, whole.lines);
    }
}

QTEST_GUILESS_MAIN(TestScripts)
#include "tst_scripts.moc"
