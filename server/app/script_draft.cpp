// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/script_draft.h"

#include <QSet>
#include <algorithm>
#include <cmath>
#include <toml++/toml.h>

namespace jjak::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestSeconds = 3600, longestGap = 60;

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

int lineOf(const toml::node &node)
{
    return int(node.source().begin.line);
}

//! The members of a table in the order of the file; the parser keeps them by name.
std::vector<std::pair<const toml::key *, const toml::node *>> inOrder(const toml::table &table)
{
    std::vector<std::pair<const toml::key *, const toml::node *>> members;
    for (const auto &[key, node] : table)
        members.emplace_back(&key, &node);
    const auto place = [](const toml::key *key) { return std::pair(key->source().begin.line, key->source().begin.column); };
    std::ranges::sort(members, {}, [&](const auto &member) { return place(member.first); });
    return members;
}

//! Takes members out of one table by name and type; at the end tells of those nobody asked for.
class Fields {
public:
    Fields(ScriptDraft &draft, const toml::table &table, QString where) : m_draft(draft), m_table(table), m_where(std::move(where)) {}
    ~Fields()
    {
        for (const auto &[key, node] : inOrder(m_table)) {
            if (!m_asked.contains(fromUtf8(key->str())))
                m_draft.wrong(int(key->source().begin.line), u"%1 has nothing named “%2”; there are %3"_s.arg(m_where, fromUtf8(key->str()), m_asked.join(u", ")));
        }
    }
    Q_DISABLE_COPY_MOVE(Fields)

    //! nullptr when it is not there, which is a mistake unless it is optional.
    const toml::node *any(const char *name, bool needed = false)
    {
        m_asked += QString::fromLatin1(name);
        const toml::node *node = m_table.get(name);
        if (!node && needed)
            m_draft.wrong(lineOf(m_table), u"%1 needs “%2”"_s.arg(m_where, QString::fromLatin1(name)));
        return node;
    }
    const toml::table *table(const char *name)
    {
        const toml::node *node = any(name, true);
        if (node && !node->is_table())
            expected(*node, name, u"a table"_s);
        return node ? node->as_table() : nullptr;
    }
    Placed text(const char *name)
    {
        const toml::node *node = any(name, true);
        const auto *text = node ? node->as_string() : nullptr;
        if (node && !text)
            expected(*node, name, u"a text"_s);
        return {text ? fromUtf8(text->get()) : QString(), node ? lineOf(*node) : lineOf(m_table)};
    }
    QList<Placed> texts(const char *name, bool needed)
    {
        QList<Placed> out;
        const toml::node *node = any(name, needed);
        const auto *array = node ? node->as_array() : nullptr;
        bool good = !node || array;
        for (size_t i = 0; array && i < array->size(); ++i) {
            const auto *text = array->get(i)->as_string();
            good = good && text;
            if (text)
                out.append({fromUtf8(text->get()), lineOf(*text)});
        }
        if (!good)
            expected(*node, name, u"a list of texts"_s);
        return out;
    }
    std::optional<Duration> seconds(const char *name, int least, int most)
    {
        const toml::node *node = any(name);
        if (!node)
            return std::nullopt;
        const double number = node->value<double>().value_or(std::nan(""));
        if ((node->is_integer() || node->is_floating_point()) && number >= least && number <= most)
            return Duration(std::llround(number * 1000));
        expected(*node, name, u"a number of seconds from %1 to %2"_s.arg(least).arg(most));
        return std::chrono::seconds(most); // so that nothing else seems too long for it
    }
    bool yes(const char *name, bool otherwise)
    {
        const toml::node *node = any(name);
        if (node && !node->is_boolean())
            expected(*node, name, u"true or false"_s);
        return node ? node->value<bool>().value_or(otherwise) : otherwise;
    }
    //! Whole seconds before an end, the longest first.
    QList<Duration> marks(const char *name)
    {
        const toml::node *node = any(name);
        const auto *array = node ? node->as_array() : nullptr;
        QList<Duration> out;
        bool good = !node || array;
        for (size_t i = 0; array && i < array->size(); ++i) {
            const qint64 mark = array->get(i)->is_integer() ? qint64(array->get(i)->as_integer()->get()) : 0;
            good = good && mark >= 1 && mark <= longestSeconds && !out.contains(std::chrono::seconds(mark));
            out += std::chrono::seconds(std::clamp<qint64>(mark, 1, longestSeconds));
        }
        if (!good)
            expected(*node, name, u"a list of different whole seconds from 1 to %1"_s.arg(longestSeconds));
        std::ranges::sort(out, std::ranges::greater());
        return out;
    }

private:
    void expected(const toml::node &node, const char *name, const QString &what) { m_draft.wrong(lineOf(node), u"“%1” must be %2"_s.arg(QString::fromLatin1(name), what)); }

    ScriptDraft &m_draft;
    const toml::table &m_table;
    QString m_where;
    QStringList m_asked;
};

std::optional<domain::DatePhase> phaseFrom(const QString &kind)
{
    using Names = protocol::EnumNames<domain::DatePhase>;
    for (size_t i = 0; i < size_t(domain::DatePhase::Closed); ++i) {
        if (kind == fromUtf8(Names::names[i]))
            return domain::DatePhase(i);
    }
    return std::nullopt;
}

void readPhase(ScriptDraft &draft, const toml::table &table)
{
    using enum domain::DatePhase;
    DraftAct out;
    out.line = lineOf(table);
    Fields fields(draft, table, u"a phase"_s);
    const Placed kind = fields.text("kind");
    const auto phase = phaseFrom(kind.text);
    if (!phase && !kind.text.isEmpty())
        draft.wrong(kind.line, u"there is no phase “%1”; there are welcome, impression, topic, talk, arrow, reveal and farewell"_s.arg(kind.text));
    out.act.phase = phase.value_or(Welcome);
    out.says = fields.texts("lines", false);
    out.act.gap = fields.seconds("gap", 0, longestGap).value_or(0ms);
    // A topic's own words are one line more.
    const int spoken = int(out.says.size()) + (out.act.phase == Topic);
    out.act.time = std::max(fields.seconds("seconds", 0, longestSeconds).value_or(0ms), out.act.gap * spoken);
    out.act.frozen = fields.yes("frozen", out.act.phase != Talk && out.act.phase != Farewell);
    out.act.announce = fields.marks("announce");
    out.act.hush = fields.seconds("silence", 1, longestSeconds);
    out.known = phase.has_value();
    draft.acts.append(out);
}

void readPhases(ScriptDraft &draft, const toml::node *node)
{
    const auto *array = node ? node->as_array() : nullptr;
    if (node && !(array && array->is_homogeneous(toml::node_type::table)))
        return draft.wrong(lineOf(*node), u"phases are written as [[phase]]"_s);
    for (size_t i = 0; array && i < array->size(); ++i)
        readPhase(draft, *array->get(i)->as_table());
}

void addText(ScriptDraft &draft, const QString &key, const toml::table &words, int line)
{
    if (draft.texts.contains(key))
        draft.wrong(line, u"“%1” stands here again, after line %2"_s.arg(key).arg(draft.texts.value(key).line));
    DraftText &text = draft.texts[key];
    text.line = line;
    for (const auto &[language, node] : inOrder(words)) {
        const int at = int(language->source().begin.line);
        if (const auto *written = node->as_string())
            text.words.insert(fromUtf8(language->str()), {fromUtf8(written->get()), at});
        else
            draft.wrong(at, u"“%1” of “%2” must be a text"_s.arg(fromUtf8(language->str()), key));
    }
}

//! Keys may have dots, which make tables in tables; the innermost hold texts by language. Returns the keys.
QStringList readTexts(ScriptDraft &draft, const toml::table &table, const QString &prefix)
{
    QStringList keys;
    for (const auto &[name, node] : inOrder(table)) {
        const QString key = prefix.isEmpty() ? fromUtf8(name->str()) : prefix + u'.' + fromUtf8(name->str());
        const int line = int(name->source().begin.line);
        const auto *inner = node->as_table();
        if (!inner || inner->empty()) {
            draft.wrong(line, u"“%1” must hold a text for each language"_s.arg(key));
        } else if (std::ranges::all_of(*inner, [](const auto &member) { return member.second.is_table(); })) {
            keys += readTexts(draft, *inner, key);
        } else {
            addText(draft, key, *inner, line);
            keys += key;
        }
    }
    return keys;
}

void readPacks(ScriptDraft &draft, const toml::table &packs)
{
    for (const auto &[name, node] : inOrder(packs)) {
        const QString key = fromUtf8(name->str());
        const auto *topics = node->as_table();
        if (!topics)
            draft.wrong(int(name->source().begin.line), u"the pack “%1” must hold topics"_s.arg(key));
        else
            draft.packs.append({key, readTexts(draft, *topics, key)});
    }
}

void readScript(ScriptDraft &draft, const toml::table &table)
{
    Fields fields(draft, table, u"a script"_s);
    draft.name = fields.text("name");
    if (const toml::node *languages = table.get("languages"))
        draft.languagesAt = lineOf(*languages);
    for (const Placed &language : fields.texts("languages", true)) {
        if (draft.languages.contains(language.text))
            draft.wrong(language.line, u"the language “%1” stands here twice"_s.arg(language.text));
        else
            draft.languages += language.text;
    }
    readPhases(draft, fields.any("phase", true));
    if (const toml::table *lines = fields.table("lines")) {
        draft.linesAt = std::max(1, lineOf(*lines));
        readTexts(draft, *lines, {});
    }
    if (const toml::table *packs = fields.table("pack"))
        readPacks(draft, *packs);
}

} // namespace

ScriptDraft readDraft(const QString &toml)
{
    ScriptDraft draft;
    const QByteArray utf8 = toml.toUtf8();
    try {
        readScript(draft, toml::parse(std::string_view(utf8.constData(), size_t(utf8.size()))));
    } catch (const toml::parse_error &error) {
        draft.isToml = false;
        draft.wrong(int(error.source().begin.line), u"this is not TOML: "_s + fromUtf8(error.description()));
    }
    return draft;
}

} // namespace jjak::app
